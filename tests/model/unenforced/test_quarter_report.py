"""A compiled report, its comparison, statistics, public version and trend."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nämndtui.model.calendar.quarter import Quarter
from nämndtui.model.unenforced.quarter_report import QuarterReport, compare_reports, compile_report
from nämndtui.model.unenforced.quarter_trend import quarter_trend
from nämndtui.model.unenforced.small_cells import masked_table, public_report
from nämndtui.model.unenforced.statistics_report import statistics_report
from nämndtui.model.unenforced.unenforced_decision import UnenforcedDecision

K3, COMPILED = Quarter(2026, 3), date(2026, 10, 19)


def support(number: int, measure: str, start: str, **more: object) -> UnenforcedDecision:
    day = date.fromisoformat(start)
    return UnenforcedDecision(number, 1, f"A{number}", "lss", measure, day, **more)  # type: ignore[arg-type]


ROWS = (
    support(1, "Bostad med särskild service för vuxna", "2025-08-28", sex="M", reason="resources"),
    support(
        2,
        "Bostad med särskild service för vuxna",
        "2026-02-19",
        refused_offers=(date(2026, 9, 8), date(2026, 6, 4), date(2026, 11, 2)),
    ),
    support(3, "Avlösarservice", "2026-05-20", executed_on=date(2026, 9, 28), stated_months=5),
    support(4, "Daglig verksamhet", "2026-04-20", kind="interruption", decided_on=date(2024, 2, 1)),
    support(5, "Kontaktperson", "2026-09-01"),
)


def compiled(rows: Sequence[UnenforcedDecision], quarter: Quarter, on: date) -> QuarterReport:
    return compile_report(rows, 1, "lss", quarter, on)


def test_months_stop_at_execution_and_otherwise_run_to_the_day_of_compilation() -> None:
    report = compiled(ROWS, K3, COMPILED)
    assert [(row.support_id, row.months) for row in report.rows] == [
        (1, 13),
        (2, 8),
        (3, 4),
        (4, 5),
    ]
    assert [row.provision for row in report.interruptions] == ["9 § 10 LSS"]
    assert report.months_note == (
        "Tiden är räknad i hela månader till och med den 19 oktober 2026 "
        "eller verkställighetsdagen."
    )


def test_the_report_says_nothing_that_had_not_happened_when_it_was_compiled() -> None:
    on = date(2026, 9, 20)
    report = compiled(ROWS, Quarter(2026, 2), on)
    assert all(row.executed_on is None for row in report.rows)
    offers = next(row for row in report.rows if row.support_id == 2).refused_offers
    assert max(offers) == date(2026, 9, 8)


def test_a_typed_number_of_months_is_kept_and_the_difference_shown() -> None:
    assert [(row.support_id, n) for row, n in compiled(ROWS, K3, COMPILED).misstated] == [(3, 4)]


@pytest.mark.parametrize(
    ("stated", "read_in", "told"),
    [
        (3, "2026-08-15", ()),  # right the day it was read in, whatever has passed since
        (4, "2026-08-15", (3,)),
        (3, None, ()),  # nobody knows which day it was about
    ],
)
def test_a_typed_number_is_held_against_the_day_it_was_read_in(
    stated: int, read_in: str | None, told: tuple[int, ...]
) -> None:
    on = date.fromisoformat(read_in) if read_in else None
    row = support(1, "Kontaktperson", "2026-05-12", stated_months=stated, stated_on=on)
    assert tuple(n for _, n in compiled([row], K3, COMPILED).misstated) == told


def test_support_taken_up_again_is_not_called_executed() -> None:
    row = support(
        *(1, "Daglig verksamhet", "2026-04-20"),
        kind="interruption",
        decided_on=date(2024, 2, 1),
        executed_on=date(2026, 9, 1),
    )
    (told,) = compiled([row], K3, COMPILED).rows
    assert told.comment == "Återupptagen 2026-09-01"


def test_what_differs_from_the_quarter_before() -> None:
    before = compiled(ROWS, K3.previous, date(2026, 8, 3))
    found = compare_reports(compiled(ROWS, K3, COMPILED), before)
    assert found.new == (4,)  # 3 is new too, but has been executed already
    assert found.carried == (1, 2)
    assert found.executed == (3,)
    assert found.missing == ()
    assert found.counts == {
        "Bostad med särskild service för vuxna": (2, 2),
        "Avlösarservice": (0, 1),
    }
    assert found.interruption_counts == {"Daglig verksamhet": (0, 1)}


def test_a_row_that_vanished_is_pointed_out() -> None:
    before = compiled(ROWS, K3.previous, date(2026, 8, 3))
    found = compare_reports(compiled(ROWS[1:], K3, COMPILED), before)
    assert found.missing == (1,)


def test_the_council_gets_numbers_kinds_and_months_only() -> None:
    found = statistics_report(compiled(ROWS, K3, COMPILED))
    assert found.basis.startswith("28 h § lagen (1993:387)")
    assert [(row.measure, row.count, row.months) for row in found.decisions] == [
        ("Bostad med särskild service för vuxna", 2, (8, 13)),
        ("Avlösarservice", 1, (4,)),
    ]
    assert (found.decision_count, found.interruption_count) == (3, 1)


def test_the_public_version_hides_small_numbers_and_the_totals_that_would_tell() -> None:
    table = masked_table({"Särskilt boende": 12, "Kontaktperson": 2, "Hemtjänst": 0})
    assert [row.text for row in table.rows] == ["12", "färre än 5", "0"]
    assert table.total.shown is None
    public = public_report(compiled(ROWS, K3, COMPILED))
    shown = repr(public)
    assert "2026-05-20" not in shown and "K'" not in shown and "resources" not in shown


@given(st.dictionaries(st.text(max_size=4), st.integers(0, 40), max_size=6), st.integers(1, 8))
def test_no_hidden_number_can_be_worked_out_by_subtraction(
    counts: dict[str, int], limit: int
) -> None:
    table = masked_table(counts, limit)
    for row in table.rows:
        count = counts[row.label]
        assert (row.shown is None) == (0 < count < limit)
    if any(row.shown is None for row in table.rows):
        assert table.total.shown is None
    else:
        assert table.total.shown == sum(counts.values())


def test_a_zero_report_still_says_so() -> None:
    report = compiled((), K3, COMPILED)
    assert len(report.sentences) == 1 and report.sentences[0].startswith("Inga beslut")
    assert public_report(report).zero_report == report.sentences[0]


def test_the_trend_has_a_point_for_every_quarter_and_measure() -> None:
    first = compiled(ROWS, K3.previous, date(2026, 8, 3))
    second = compile_report(ROWS, 1, "lss", K3, COMPILED, earlier=[first])
    points = quarter_trend([second, first])
    home = [p for p in points if p.measure.startswith("Bostad")]
    assert [(str(p.quarter), p.open, p.new) for p in home] == [("2026K2", 2, 2), ("2026K3", 2, 0)]
    relief = [p for p in points if p.measure == "Avlösarservice"]
    assert [(p.open, p.new, p.executed) for p in relief] == [(0, 0, 0), (0, 1, 1)]
