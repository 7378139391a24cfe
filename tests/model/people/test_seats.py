"""When a seat stands vacant, and after whom (F 19)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from nämndtui.model.people.seats import seats, vacant_parties
from tests.model.conftest import MEMBERS, START, mandate

LAST = date(2026, 12, 8)
"""The last day Siv Dahl (S) is a member."""
LEAVING = (*MEMBERS[:3], replace(MEMBERS[3], valid_to=LAST), MEMBERS[4])


@pytest.mark.parametrize(
    ("day", "vacant"),
    [(LAST, ()), (LAST + timedelta(days=1), ("S",))],
)
def test_a_seat_is_vacant_from_the_day_after_the_members_last(
    day: date, vacant: tuple[str, ...]
) -> None:
    assert vacant_parties(LEAVING, day) == vacant


@pytest.mark.parametrize(
    ("begins", "vacant"),
    [(LAST + timedelta(days=1), ()), (LAST + timedelta(days=2), ("S",))],
)
def test_a_successor_fills_the_seat_from_the_first_day_in_office(
    begins: date, vacant: tuple[str, ...]
) -> None:
    new = replace(mandate(6, "Ulla Ny", "S"), valid_from=begins)
    assert vacant_parties((*LEAVING, new), LAST + timedelta(days=1)) == vacant


def test_the_latest_vacancy_stands_first_and_a_new_member_fills_the_earliest() -> None:
    left = (
        replace(mandate(2, "Karin Ek", "C"), valid_to=date(2025, 5, 1)),
        replace(mandate(3, "Per Ahl", "M"), valid_to=date(2026, 5, 1)),
        replace(mandate(1, "Ali Saadi", "S"), valid_to=date(2024, 5, 1)),
    )
    assert vacant_parties(left, LAST) == ("M", "C", "S")
    new = replace(mandate(4, "Ulla Ny", "C"), valid_from=date(2025, 6, 1))
    assert vacant_parties((*left, new), LAST) == ("M", "S")


def test_a_substitute_who_leaves_makes_no_seat_vacant() -> None:
    gone = replace(mandate(11, "Eva Berg", "M", "substitute"), valid_to=date(2025, 1, 1))
    assert vacant_parties((*MEMBERS, gone), LAST) == ()
    assert vacant_parties((gone,), LAST) == ()


def test_vacant_seats_come_last_up_to_the_committees_size() -> None:
    assert [one.name for one in seats(MEMBERS[:2], 4, ("M",))] == [
        "Ali Saadi (S)",
        "Karin Ek (C)",
        "Vakant (M)",
        "Vakant",
    ]
    assert [one.key for one in seats(MEMBERS[:2], 3, ())] == ["1", "2", "vakant 1"]
    assert len(seats(MEMBERS, 2, ())) == len(MEMBERS)


def test_members_in_office_from_the_start_succeed_nobody() -> None:
    ended = replace(mandate(9, "Bo Ek", "S"), valid_to=date(2024, 1, 1))
    from_the_start = mandate(4, "Siv Dahl", "S")
    assert from_the_start.valid_from == START
    assert vacant_parties((ended, from_the_start), LAST) == ("S",)
