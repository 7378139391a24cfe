"""The registers of a package: read back as they were written, and checked before they go in."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nämndtui.exchange.package.check.package import package_problems
from nämndtui.exchange.package.read import read_package_text
from nämndtui.exchange.package.schema import expanded_schema
from nämndtui.exchange.package.write import write_package
from nämndtui.model.agenda.agenda_item import AgendaItem, ItemKind, StoredFile
from nämndtui.model.agenda.meeting import Meeting
from nämndtui.model.calendar.quarter import Quarter
from nämndtui.model.delegation.delegated_decision import DelegatedDecision
from nämndtui.model.delegation.order import DelegationOrder, DelegationRule
from nämndtui.model.delegation.reported_matter import ReportedMatter
from nämndtui.model.package.package import CommitteePackage, Package
from nämndtui.model.package.registers import ImportMapping, Registers
from nämndtui.model.people.committee import Committee, CommitteeSettings
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.text.clean_text import clean_line, clean_text
from nämndtui.model.text.personal_number import find_personal_number
from nämndtui.model.text.vocabulary import VALUES
from nämndtui.model.unenforced.quarter_report import QuarterReport, ReportRow
from nämndtui.model.unenforced.unenforced_decision import UnenforcedDecision
from tests.conftest import HOSTILE

_any = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=12))
texts = _any.map(clean_text).filter(lambda text: find_personal_number(text) is None)
lines = texts.map(clean_line).filter(lambda text: find_personal_number(text) is None)
names = lines.filter(bool)
days = st.dates(date(2025, 1, 1), date(2026, 12, 31))
flags = st.booleans()
maybe_days = st.none() | days
hashes = st.text("0123456789abcdef", min_size=64, max_size=64)
Draw = Callable[[st.SearchStrategy[Any]], Any]

COMMITTEE = Committee(1, "ON", "Omsorgsnämnden", "Norrvik", CommitteeSettings(start_time="18:30"))


def words(domain: str) -> st.SearchStrategy[str]:
    return st.sampled_from(list(VALUES[domain]))


def lists(of: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(of, max_size=3).map(tuple)


def items(first: int, meeting_id: int) -> tuple[AgendaItem, ...]:
    kinds: tuple[ItemKind, ...] = (
        *("decision", "delegated_decisions", "delegated_decisions", "reported_matters"),
    )
    return tuple(
        AgendaItem(first + n, 1, meeting_id, n + 1, n + 1, kind, f"Punkt {n}")
        for n, kind in enumerate(kinds)
    )


MEETINGS = tuple(
    MeetingDossier(COMMITTEE, Meeting(n, 1, day, start, ""), items(4 * n - 3, n))
    for n, (day, start) in enumerate(
        [
            (date(2026, 11, 10), time(18, 30)),
            (date(2026, 12, 8), time(9)),
            (date(2026, 12, 8), time(18, 30)),
        ],
        1,
    )
)
"""Three meetings of four items each; the last two are on the same day."""


@st.composite
def registers(draw: Draw) -> Registers:
    count = draw(st.integers(0, 3))
    support = tuple(draw(support_row(number, count)) for number in range(1, count + 1))
    reports = tuple(
        QuarterReport(
            number,
            1,
            "lss",
            Quarter(2026, 1 + number % 4),
            draw(days),
            draw(words("elapsed_rule")),
            tuple(draw(report_row(row)) for row in support if row.law == "lss"),
            number,
            draw(maybe_days),
            item_id=draw(st.none() | st.integers(1, 12)),
        )
        for number in range(1, draw(st.integers(1, 3)))
    )
    decisions = tuple(draw(decision(number)) for number in range(1, draw(st.integers(1, 4))))
    return Registers(
        tuple(draw(order(number)) for number in range(1, draw(st.integers(1, 3)))),
        decisions,
        support,
        reports,
        tuple(draw(matter(number, len(reports))) for number in range(1, draw(st.integers(1, 3)))),
        draw(lists(st.builds(ImportMapping, st.just("delegated_decision"), lists(lines), COLUMNS))),
        {one.id: draw(hashes) for one in decisions if draw(flags)},
        {row.id: draw(hashes) for row in support if draw(flags)},
    )


COLUMNS = st.lists(st.tuples(st.sampled_from(["point", "dnr"]), lines), max_size=2).map(tuple)


@st.composite
def order(draw: Draw, number: int) -> DelegationOrder:
    first = date(2024 + number, 1, 1)
    rules = tuple(
        DelegationRule(
            10 * (number - 1) + place if number == 1 else 0,
            number,
            place,
            f"B {place}",
            draw(texts.filter(str.strip)),
            draw(st.lists(names, min_size=1, max_size=2).map(tuple)),
            draw(lines),
            draw(flags),
        )
        for place in range(1, draw(st.integers(1, 3)))
    )
    last = draw(st.none() | st.just(first + timedelta(days=300)))
    return DelegationOrder(
        number, 1, draw(names), first, last, draw(lines), draw(lists(names)), rules
    )


@st.composite
def decision(draw: Draw, number: int) -> DelegatedDecision:
    state = draw(words("delegated_state"))
    listed = state in ("listed", "reported")
    decided_on = draw(days)
    return DelegatedDecision(
        number,
        1,
        decided_on,
        draw(st.sampled_from(["B 1", "1.7"])),
        draw(names),
        draw(names),
        draw(names),
        draw(names),
        urgent=draw(flags) and state not in ("exempt", "posted"),
        urgent_reason=draw(lines),
        state=state,
        item_id=draw(st.integers(1, 12)) if listed else None,
        reported_at=draw(lines),
        posted_on=decided_on if state == "posted" else None,
        doubts=draw(st.lists(words("decision_doubt"), max_size=2).map(tuple)),
        accepted=draw(flags),
    )


@st.composite
def support_row(draw: Draw, number: int, count: int) -> UnenforcedDecision:
    start = draw(days)
    later = st.none() | st.just(start + timedelta(days=90))
    kind = draw(words("unenforced_kind"))
    others = [other for other in range(1, count + 1) if other != number]
    return UnenforcedDecision(
        number,
        1,
        f"A{number}",
        draw(st.sampled_from(["sol", "lss"])),
        "Kontaktperson",
        start,
        kind,
        draw(st.sampled_from(["", "K", "M"])),
        draw(words("unenforced_reason")),
        draw(st.sampled_from([(), (start,), (start, start + timedelta(days=9))])),
        executed_on=draw(later),
        decided_on=start if kind == "interruption" else None,
        stated_months=draw(st.none() | st.integers(0, 99)),
        stated_on=draw(st.none() | days),
        note=draw(texts),
        superseded_by=draw(st.none() | st.sampled_from(others)) if others else None,
        correction_reason=draw(texts),
    )


@st.composite
def report_row(draw: Draw, row: UnenforcedDecision) -> ReportRow:
    return ReportRow(
        row.id,
        row.kind,
        draw(names),
        draw(names),
        row.start,
        draw(st.integers(0, 40)),
        row.sex,
        row.reason,
        row.refused_offers,
        row.executed_on,
        first_reported=draw(st.sampled_from(["", "2025K4"])),
        stated_months=row.stated_months,
        stated_on=row.stated_on,
    )


JUDGMENT = StoredFile(sha256(b"Dom").hexdigest(), "dom.pdf", "application/pdf", 3)


@st.composite
def matter(draw: Draw, number: int, reports: int) -> ReportedMatter:
    state = draw(words("matter_state"))
    return ReportedMatter(
        number,
        1,
        draw(names),
        draw(names),
        draw(lines),
        draw(maybe_days),
        state,
        None if state == "collected" else draw(st.integers(1, 12)),
        draw(st.none() | st.integers(1, reports)) if reports else None,
        draw(st.none() | st.just(JUDGMENT)),
    )


def numbered(rows: Registers) -> Registers:
    """The same with rule ids as a reader numbers them."""
    last, orders = 0, []
    for one in rows.orders:
        rules = tuple(replace(rule, id=last + place) for place, rule in enumerate(one.rules, 1))
        last += len(rules)
        orders.append(replace(one, rules=rules))
    return replace(rows, orders=tuple(orders))


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(registers().map(numbered))
def test_registers_read_back_the_same_and_are_written_with_the_same_bytes(rows: Registers) -> None:
    bundle = CommitteePackage(COMMITTEE, meetings=MEETINGS, registers=rows)
    package = Package(committees=(bundle,), files={JUDGMENT.sha256: b"Dom"})
    text = write_package(package)
    again = read_package_text(text).committees[0].registers
    assert again == rows
    assert write_package(read_package_text(text)) == text
    _assert_order(json.loads(text), expanded_schema())


def _assert_order(value: Any, node: dict[str, Any]) -> None:
    if isinstance(value, dict):
        known = list(node["properties"])
        assert list(value) == sorted(value, key=known.index)
        for key, part in value.items():
            _assert_order(part, node["properties"][key])
    elif isinstance(value, list):
        for part in value:
            _assert_order(part, node["items"])


SOUND: dict[str, Any] = {
    "format": "namndtui-paket",
    "version": 1,
    "nämnder": [
        {
            "kod": "ON",
            "namn": "Omsorgsnämnden",
            "kommun": "",
            "sammanträden": [
                {"datum": "2026-12-08", "punkter": [{"rubrik": "D", "slag": "delegationsbeslut"}]}
            ],
            "delegationsordningar": [
                {
                    "namn": "2026",
                    "från": "2026-01-01",
                    "punkter": [{"punkt": "b1", "text": "Hemtjänst", "roller": "Handläggare"}],
                }
            ],
            "delegationsbeslut": [
                {
                    "beslutsdatum": "2026-11-03",
                    "punkt": "B1",
                    "roll": "Handläggare",
                    "beslutsfattare": "Eva",
                    "diarienummer": "on/2026:1",
                    "beskrivning": "Hemtjänst",
                    "sammanträde": "2026-12-08",
                }
            ],
            "ej_verkställda": [
                {
                    "rad": 1,
                    "nyckel": "A1",
                    "lag": "LSS",
                    "insats": "Kontaktperson",
                    "beslutsdatum": "2026-01-21",
                }
            ],
            "kvartalsrapporter": [
                {
                    "lag": "LSS",
                    "kvartal": "2026K2",
                    "sammanställd": "2026-08-03",
                    "rader": [
                        {
                            "rad": 1,
                            "insats": "Kontaktperson",
                            "lagrum": "9 § 4 LSS",
                            "beslutsdatum": "2026-01-21",
                            "månader": 6,
                        }
                    ],
                }
            ],
            "anmälningsärenden": [
                {"avsändare": "KF", "rubrik": "Rapport", "kvartalsrapport": "LSS 2026K2"}
            ],
            "kolumnval": [
                {"slag": "delegationsbeslut", "rubriker": ["Kod"], "kolumner": [{"fält": "punkt"}]}
            ],
        }
    ],
}


def test_a_sound_package_has_nothing_to_say_about() -> None:
    assert package_problems(SOUND) == []


@pytest.mark.parametrize(
    ("where", "value", "said"),
    [
        ("delegationsbeslut.0.punkt", "36 B", "B 36"),
        ("delegationsbeslut.0.sammanträde", "2026-12-09", "2026-12-09 finns inte i paketet"),
        ("delegationsbeslut.0.dagordningsplats", 2, "har bara 1 punkter"),
        ("delegationsbeslut.0.status", "att anmäla", "går inte ihop"),
        ("delegationsbeslut.0.status", "anslaget", "hör ihop"),
        ("delegationsbeslut.0.beskrivning", "Gäller 811228-9874", "personnummer"),
        ("delegationsordningar.0.till", "2025-12-31", '"till" är före "från"'),
        ("delegationsordningar.0.punkter.0.roller", [], "tom lista"),
        ("ej_verkställda.0.nyckel", "Karin Ek", "ser ut som ett namn"),
        ("ej_verkställda.0.insats", "Månresa", "9 § LSS"),
        ("ej_verkställda.0.verkställd", "2025-01-01", "ligger före beslutet"),
        ("ej_verkställda.0.ersatt_av", 7, "Rad 7"),
        ("ej_verkställda.0.lag", "SoL", "enligt LSS"),
        ("kvartalsrapporter.0.rader.0.rad", 2, "Rad 2 finns inte"),
        ("kvartalsrapporter.0.kvartal", "2026K5", "2026K3"),
        ("anmälningsärenden.0.kvartalsrapport", "SoL 2026K2", "finns inte i paketet"),
        ("anmälningsärenden.0.status", "anmält", "sammanträde"),
        ("kolumnval.0.kolumner.0.fält", "kulör", "kulör finns inte"),
    ],
)
def test_what_cannot_be_is_told_with_its_place(where: str, value: Any, said: str) -> None:
    data = copy.deepcopy(SOUND)
    *path, last = where.split(".")
    target: Any = data["nämnder"][0]
    for step in path:
        target = target[int(step) if step.isdigit() else step]
    target[last] = value
    problems = package_problems(data)
    assert any(said in problem for problem in problems), problems
    assert all(problem.startswith("nämnder › ON › ") for problem in problems)


@pytest.mark.parametrize("register", ["delegationsordningar", "kvartalsrapporter"])
def test_what_stands_twice_is_told(register: str) -> None:
    data = copy.deepcopy(SOUND)
    rows = data["nämnder"][0][register]
    rows.append(copy.deepcopy(rows[0]))
    assert any("mer än en gång" in problem for problem in package_problems(data))
