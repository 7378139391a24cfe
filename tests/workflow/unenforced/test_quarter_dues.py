"""What each quarter's report leaves to do, until it is done (B8, D4)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from nämndtui.model.calendar.quarter import Quarter
from nämndtui.model.unenforced.unenforced_decision import UnenforcedDecision
from nämndtui.store.database import Store
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.deadlines.overview import overview
from nämndtui.workflow.deadlines.watch import watch_list
from nämndtui.workflow.deadlines.watch_calendar import watch_calendar
from nämndtui.workflow.unenforced.quarter_reports import (
    compile_quarter,
    mark_report_sent,
)
from nämndtui.workflow.unenforced.unenforced_decisions import (
    add_unenforced_decision,
)


@pytest.fixture
def row_id(store: Store, actor: Actor, committee_id: int) -> int:
    draft = UnenforcedDecision(0, committee_id, "A12", "lss", "9", date(2026, 2, 19))
    return add_unenforced_decision(store, actor, draft)


def shown(store: Store, committee_id: int, on: date) -> dict[str, str]:
    """What Översikt says of quarters that day: text → how urgent."""
    found = overview(store.connection, committee_id, on).todo
    return {one.text: one.urgency for one in found if one.target == "quarter_report"}


def later(actor: Actor, on: date) -> Actor:
    """The secretary on another day."""
    return replace(actor, now=datetime(on.year, on.month, on.day, 9, 0))


def test_a_quarter_that_is_not_reported_stays_when_the_next_begins(
    store: Store, actor: Actor, committee_id: int, row_id: int
) -> None:
    closed = "Ej verkställda LSS kvartal 4 2026: rapporteringen till IVO stänger"
    texts = shown(store, committee_id, date(2027, 5, 3))
    assert texts[f"{closed}, sammanställ och skicka"] == "late"
    assert texts[f"{closed.replace('4 2026', '1 2027')}, sammanställ och skicka"] == "late"
    on = later(actor, date(2027, 5, 3))
    report = compile_quarter(store, on, committee_id, "lss", Quarter(2026, 4))
    assert shown(store, committee_id, on.today)[f"{closed}, skicka"] == "late"
    mark_report_sent(store, on, report.id, "ivo", on.today)
    assert not [text for text in shown(store, committee_id, on.today) if closed in text]


def test_the_coming_window_is_told_two_weeks_ahead(
    store: Store, committee_id: int, row_id: int
) -> None:
    name = "Ej verkställda LSS kvartal 1 2027"
    text = f"{name}: rapporteringen till IVO öppnar, sammanställ och skicka"
    assert text not in shown(store, committee_id, date(2027, 3, 17))
    assert shown(store, committee_id, date(2027, 3, 18))[text] == "info"


def test_auditors_and_council_are_told_each_quarter_a_zero_report_too(
    store: Store, actor: Actor, committee_id: int
) -> None:
    young = UnenforcedDecision(0, committee_id, "B1", "sol", "Hemtjänst", date(2026, 11, 1))
    add_unenforced_decision(store, actor, young)
    on = date(2026, 12, 20)
    name = "Ej verkställda SoL kvartal 3 2026"
    left = [
        f"{name}: rapport till revisorerna, sammanställ; inga beslut finns",
        f"{name}: statistikrapport till kommunfullmäktige, sammanställ; inga beslut finns",
    ]
    assert [text for text in shown(store, committee_id, on) if name in text] == left
    december = later(actor, on)
    report = compile_quarter(store, december, committee_id, "sol", Quarter(2026, 3))
    mark_report_sent(store, december, report.id, "auditors", on)
    assert [text for text in shown(store, committee_id, on) if name in text] == [
        f"{name}: statistikrapport till kommunfullmäktige, skicka"
    ]
    mark_report_sent(store, december, report.id, "council", on)
    assert not [text for text in shown(store, committee_id, on) if name in text]


def test_a_law_nobody_uses_is_not_asked_for(store: Store, committee_id: int) -> None:
    assert not shown(store, committee_id, date(2026, 12, 28))


def test_the_watch_list_and_the_calendar_have_them_with_day_and_source(
    store: Store, actor: Actor, committee_id: int, row_id: int
) -> None:
    found = watch_list(store.connection, committee_id, date(2026, 12, 1))
    told = {(one.kind, one.about): (one.due, one.basis) for one in found if one.about}
    assert told["ivo_closes", "lss-2026K3"] == (date(2026, 10, 31), "LSS 28 f §")
    assert told["report_council", "lss-2026K3"] == (date(2026, 12, 31), "LSS 28 h §")
    assert told["ivo_opens", "lss-2026K4"] == (date(2027, 1, 1), "LSS 28 f §")
    on = later(actor, date(2026, 12, 1))
    uid = "UID:1-report-council-quarter-report-lss-2026k3@namndtui"
    assert uid in watch_calendar(store.connection, committee_id, on.now.astimezone())
    compile_quarter(store, on, committee_id, "lss", Quarter(2026, 3))
    assert uid in watch_calendar(store.connection, committee_id, on.now.astimezone())


def test_what_is_due_stands_on_the_overview(
    store: Store, actor: Actor, committee_id: int, row_id: int
) -> None:
    draft = UnenforcedDecision(0, committee_id, "B1", "sol", "Hemtjänst", date(2026, 8, 30))
    add_unenforced_decision(store, actor, draft)
    on = date(2026, 10, 29)
    texts = {due.kind: due.text for due in overview(store.connection, committee_id, on).todo}
    assert "rapporteringen till IVO stänger" in texts["ivo_closes"]
    on = date(2026, 11, 22)
    texts = {due.kind: due.text for due in overview(store.connection, committee_id, on).todo}
    assert texts["turns_reportable"] == "B1 Hemtjänst blir rapporteringspliktigt"


def test_once_sent_ivos_window_is_no_longer_due(
    store: Store, actor: Actor, committee_id: int, row_id: int
) -> None:
    in_october = replace(actor, now=datetime(2026, 10, 29, 9, 0))
    report = compile_quarter(store, in_october, committee_id, "lss", Quarter(2026, 3))
    kinds = [due.kind for due in overview(store.connection, committee_id, in_october.today).todo]
    assert "ivo_closes" in kinds
    mark_report_sent(store, in_october, report.id, "ivo", in_october.today)
    kinds = [due.kind for due in overview(store.connection, committee_id, in_october.today).todo]
    assert "ivo_closes" not in kinds
