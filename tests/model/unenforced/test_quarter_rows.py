"""Who is on the list: a table of dated cases on both sides of the limits (A8)."""

from __future__ import annotations

from datetime import date

import pytest

from nämndtui.model.calendar.quarter import Quarter, parse_quarter
from nämndtui.model.unenforced.quarter_report import compile_report
from nämndtui.model.unenforced.quarter_rows import is_listed, listed_rows
from nämndtui.model.unenforced.told_before import Told, followed, heirs_of, told_before
from nämndtui.model.unenforced.unenforced_decision import UnenforcedDecision


def row(start: str, executed: str = "", closed: str = "", **more: object) -> UnenforcedDecision:
    return UnenforcedDecision(
        int(str(more.pop("id", 1))),
        1,
        "A1",
        str(more.pop("law", "sol")),
        "Särskilt boende",
        date.fromisoformat(start),
        executed_on=date.fromisoformat(executed) if executed else None,
        closed_on=date.fromisoformat(closed) if closed else None,
        **more,  # type: ignore[arg-type]
    )


CASES = [
    # start, executed, closed, quarter, compiled on, listed
    ("2025-06-12", "", "", "2025K3", "2025-10-20", True),  # old law, new duty
    ("2025-06-30", "", "", "2025K3", "2025-10-20", True),  # three months on the last day
    ("2025-07-01", "", "", "2025K3", "2025-10-20", False),  # one day too young
    ("2025-07-01", "", "", "2025K4", "2026-01-19", True),
    ("2025-03-31", "", "", "2025K2", "2025-07-15", True),  # 31 March + 3 months = 30 June
    ("2025-04-01", "", "", "2025K2", "2025-07-15", False),
    ("2025-09-30", "", "", "2025K4", "2026-01-19", True),
    ("2025-10-01", "", "", "2025K4", "2026-01-19", False),
    ("2025-11-30", "", "", "2026K1", "2026-04-20", True),  # add_months: 28 February
    ("2025-12-31", "", "", "2026K1", "2026-04-20", True),
    ("2026-01-01", "", "", "2026K1", "2026-04-20", False),
    ("2025-05-02", "2025-12-31", "", "2026K1", "2026-04-20", False),  # done at last quarter's end
    ("2025-05-02", "2026-01-01", "", "2026K1", "2026-04-20", True),
    ("2025-05-02", "2026-03-31", "", "2026K1", "2026-04-20", True),
    ("2025-05-02", "2026-04-10", "", "2026K1", "2026-04-20", True),  # after quarter, before report
    ("2025-05-02", "2026-04-21", "", "2026K1", "2026-04-20", True),  # known later: still open
    ("2025-05-02", "", "2025-12-31", "2026K1", "2026-04-20", False),
    ("2025-05-02", "", "2026-01-02", "2026K1", "2026-04-20", True),
    ("2025-06-15", "2025-07-02", "", "2025K3", "2025-10-20", False),  # in time: never reportable
    ("2025-06-15", "2025-09-15", "", "2025K3", "2025-10-20", False),  # on the last day in time
    ("2025-06-15", "2025-09-16", "", "2025K3", "2025-10-20", True),
    ("2026-04-30", "", "", "2026K1", "2026-04-20", False),  # not yet decided
]


@pytest.mark.parametrize(("start", "executed", "closed", "quarter", "compiled", "listed"), CASES)
@pytest.mark.parametrize("kind", ["decision", "interruption"])
def test_who_is_on_the_list(
    start: str, executed: str, closed: str, quarter: str, compiled: str, listed: bool, kind: str
) -> None:
    decided = date(2020, 1, 1) if kind == "interruption" else None
    one = row(start, executed, closed, kind=kind, decided_on=decided)
    assert is_listed(one, parse_quarter(quarter), date.fromisoformat(compiled)) is listed


def test_a_refused_offer_does_not_take_a_row_off_the_list() -> None:
    one = row("2025-06-12", refused_offers=(date(2025, 8, 1), date(2025, 9, 1)))
    assert is_listed(one, Quarter(2025, 3), date(2025, 10, 20))


def test_a_corrected_row_is_not_listed_beside_its_correction() -> None:
    assert not is_listed(row("2025-06-12", superseded_by=2), Quarter(2025, 3), date(2025, 10, 20))


TOLD = [
    # executed, ends earlier reports have shown (None: never reported), listed in 2026K3
    ("2026-08-03", (), True),  # reported as open: now with its end
    ("2026-08-03", ("2026-08-03",), False),  # the report before has shown it already
    ("2026-06-25", (), True),  # entered late: reported as open, and never as ended
    ("2026-06-25", ("2026-06-25",), False),
    ("2026-06-25", None, False),  # entered and ended before: the date rule alone
    ("2026-07-01", None, True),
    ("2026-08-05", ("2026-08-03",), True),  # a corrected end has not been told yet
    ("2025-08-01", (), True),  # within three months, but IVO has been told it is open
    ("2025-08-01", None, False),  # within three months: never listed
    ("", ("2026-08-03",), True),  # the end was a mistake: open again
]


@pytest.mark.parametrize(("executed", "ends", "listed"), TOLD)
def test_an_end_is_told_once(executed: str, ends: tuple[str, ...] | None, listed: bool) -> None:
    told = None if ends is None else Told("2025K3", frozenset(map(date.fromisoformat, ends)))
    one = row("2025-06-12", executed)
    assert is_listed(one, Quarter(2026, 3), date(2026, 10, 19), told) is listed


def test_a_row_is_told_of_by_the_earlier_reports_in_force_through_its_corrections() -> None:
    first = row("2025-05-02", id=1, superseded_by=2)
    second = row("2025-05-03", "2026-01-20", id=2, superseded_by=3)
    third = row("2025-05-03", "2026-01-21", id=3)
    heirs = heirs_of([first, second, third])
    assert heirs == {1: 3, 2: 3}
    before = compile_report(
        [row("2025-05-02", id=1)], 1, "sol", Quarter(2025, 3), date(2025, 10, 6)
    )
    then = compile_report(
        [row("2025-05-03", "2026-01-20", id=2)], 1, "sol", Quarter(2025, 4), date(2026, 1, 25)
    )
    told = told_before([then, before], Quarter(2026, 1), heirs)
    assert told == {3: Told("2025K3", frozenset([date(2026, 1, 20)]))}
    assert told_before([then, before], Quarter(2025, 4), heirs) == {3: Told("2025K3")}
    assert [one.support_id for one in followed(then, heirs).rows] == [3]


def test_one_law_is_listed_at_a_time_decisions_first_and_oldest_first() -> None:
    rows = [
        row("2025-03-01", id=1, kind="interruption", decided_on=date(2020, 1, 1)),
        row("2025-05-02", id=2),
        row("2025-04-02", id=3),
        row("2025-01-02", id=4, law="lss"),
    ]
    found = listed_rows(rows, "sol", Quarter(2026, 1), date(2026, 4, 20))
    assert [one.id for one in found] == [3, 2, 1]
