"""Who is on the list: a table of dated cases on both sides of the limits (A8)."""

from __future__ import annotations

from datetime import date

import pytest

from nämndtui.model.quarter import Quarter, parse_quarter
from nämndtui.model.quarter_rows import carried_over, final_notices, is_listed, listed_rows
from nämndtui.model.support_decision import SupportDecision


def row(start: str, executed: str = "", closed: str = "", **more: object) -> SupportDecision:
    return SupportDecision(
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


def test_a_row_that_ends_is_the_final_notice_and_the_others_are_carried_over() -> None:
    rows = [row("2025-05-02", "2026-02-01", id=1), row("2025-06-02", id=2)]
    quarter, compiled = Quarter(2026, 1), date(2026, 4, 20)
    assert [one.id for one in final_notices(rows, quarter, compiled)] == [1]
    assert [one.id for one in carried_over(rows, quarter, compiled)] == [2]
    later, compiled = quarter.next, date(2026, 8, 3)
    assert [one.id for one in listed_rows(rows, "sol", later, compiled)] == [2]


def test_one_law_is_listed_at_a_time_decisions_first_and_oldest_first() -> None:
    rows = [
        row("2025-03-01", id=1, kind="interruption", decided_on=date(2020, 1, 1)),
        row("2025-05-02", id=2),
        row("2025-04-02", id=3),
        row("2025-01-02", id=4, law="lss"),
    ]
    found = listed_rows(rows, "sol", Quarter(2026, 1), date(2026, 4, 20))
    assert [one.id for one in found] == [3, 2, 1]
