"""The demonstration committee's registers agree with its minutes, memos and the law."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from nämndtui.exchange.package.read import read_package
from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.model.calendar.calendar_days import is_free_day
from nämndtui.model.delegation.delegated_decision import DelegatedDecision
from nämndtui.model.delegation.checks import authority_doubts, check_decision
from nämndtui.model.delegation.listing import list_markdown
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.package.package import CommitteePackage
from nämndtui.model.unenforced.quarter_memo import memo_markdown, memo_summary
from nämndtui.model.text.masking import without_marks
from nämndtui.model.unenforced.quarter_report import QuarterReport, compile_report
from nämndtui.model.delegation.reported_matter import matters_markdown

DATA = REPOSITORY / "data"


@cache
def committee() -> CommitteePackage:
    return read_package(DATA).committees[0]


def items_of_kind(kind: str) -> list[tuple[MeetingDossier, AgendaItem]]:
    return [(m, item) for m in committee().meetings for item in m.items if item.kind == kind]


def listed_on() -> dict[int | None, list[DelegatedDecision]]:
    found: dict[int | None, list[DelegatedDecision]] = defaultdict(list)
    for one in committee().registers.decisions:
        found[one.item_id].append(one)
    return found


@cache
def compiled() -> tuple[QuarterReport, ...]:
    """The reports as the register gives them, each knowing what those before it had."""
    registers = committee().registers
    found: list[QuarterReport] = []
    for report in sorted(registers.reports, key=lambda one: one.quarter):
        before = [one for one in found if one.law == report.law]
        made = compile_report(
            *(registers.support, 1, report.law, report.quarter, report.compiled_on),
            earlier=before,
        )
        found.append(made)
    return tuple(found)


def test_decisions_are_made_under_the_order_of_their_day_but_for_the_doubtful_one() -> None:
    registers = committee().registers
    for one in registers.decisions:
        order = next((o for o in registers.orders if o.valid_on(one.decided_on)), None)
        codes = [f.code for f in check_decision(one, order, one.decided_on, lambda _: False)]
        assert authority_doubts(tuple(codes)) == one.doubts, one
        assert not is_free_day(one.decided_on)
    assert [one.point for one in registers.decisions if one.doubts] == ["G 5"]


def test_the_new_order_follows_the_old_with_three_points_for_support_without_assessment() -> None:
    old, new = committee().registers.orders
    assert old.valid_to is not None and (new.valid_from - old.valid_to).days == 1
    before, after = ({rule.point for rule in order.rules} for order in (old, new))
    assert len(before - after) == 11
    assert after - before == {"A 4", "B 40", "B 41", "B 42"}


@pytest.mark.parametrize(
    ("meeting", "item"),
    items_of_kind("delegated_decisions"),
    ids=lambda value: str(value.meeting.date) if isinstance(value, MeetingDossier) else "",
)
def test_the_minutes_tell_the_decisions_the_register_has(
    meeting: MeetingDossier, item: AgendaItem
) -> None:
    listed = listed_on()[item.id]
    lines = [line for line in item.summary.splitlines() if line.startswith("- ")]
    assert len(lines) == len(listed) > 0
    for one in listed:
        told = f"- {one.point}: {one.description}; {one.dnr}"
        assert any(line.startswith(told) for line in lines), told
        assert one.decided_on < meeting.meeting.date
    if not meeting.minutes_parts:
        assert item.summary.endswith(list_markdown(listed))


def test_the_urgent_decision_was_told_at_the_very_next_meeting() -> None:
    (urgent,) = [one for one in committee().registers.decisions if one.urgent]
    held = [m for m in committee().meetings if m.meeting.date >= urgent.decided_on]
    following = min(held, key=lambda m: m.meeting.date)
    assert urgent.item_id in [item.id for item in following.items]


@pytest.mark.parametrize(
    ("meeting", "item"),
    items_of_kind("reported_matters"),
    ids=lambda value: str(value.meeting.date) if isinstance(value, MeetingDossier) else "",
)
def test_the_minutes_tell_the_matters_the_register_has(
    meeting: MeetingDossier, item: AgendaItem
) -> None:
    listed = [one for one in committee().registers.matters if one.item_id == item.id]
    assert listed
    if not meeting.minutes_parts:
        assert item.summary == matters_markdown(listed)
    for one in listed:
        assert one.title in item.summary
        assert one.received_on is not None and one.received_on < meeting.meeting.date


def test_something_waits_for_december() -> None:
    registers = committee().registers
    assert len([one for one in registers.decisions if one.state == "registered"]) == 6
    assert len([one for one in registers.matters if one.state == "collected"]) == 4


def test_every_report_is_what_the_register_gave_that_day() -> None:
    stored = sorted(committee().registers.reports, key=lambda one: one.quarter)
    assert [(r.law, str(r.quarter)) for r in stored] == [
        (law, quarter)
        for quarter in ("2025K4", "2026K1", "2026K2", "2026K3")
        for law in ("lss", "sol")
    ]
    for report, made in zip(stored, compiled(), strict=True):
        assert report.rows == made.rows


def test_each_report_stands_on_its_agenda_with_its_sentences_and_its_table() -> None:
    items = {item.id: item for m in committee().meetings for item in m.items}
    stored = sorted(committee().registers.reports, key=lambda one: one.quarter)
    limit = committee().committee.settings.public_cell_limit
    for report, made in zip(stored, compiled(), strict=True):
        item = items[report.item_id or 0]
        assert item.summary == memo_summary(made, limit)
        assert " ".join(made.sentences) == without_marks(item.summary).replace("\n\n", " ")
        assert item.memo is not None and item.publish == "masked"
        assert item.memo.body.endswith(_from_background(memo_markdown(made, limit)))


def _from_background(memo: str) -> str:
    return memo[memo.index("## Bakgrund") :]


def test_both_social_services_acts_are_cited() -> None:
    provisions = {row.provision for report in compiled() for row in report.rows}
    assert {"4 kap. 1 § SoL (2001:453)", "11 kap. 1 § SoL", "9 § 9 LSS"} <= provisions
