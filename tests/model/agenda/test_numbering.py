"""Which items have a printed number, in what order they stand, and how late ones come in (A1)."""

from __future__ import annotations

import pytest

from nämndtui.model.agenda.agenda_item import ItemKind
from nämndtui.model.agenda.meeting import MeetingState
from nämndtui.model.agenda.meeting_states import NEXT_STATES
from nämndtui.model.agenda.numbering import is_numbered, lateness, moved, numbers


def test_headings_have_no_number_and_opening_items_when_the_committee_wants_it() -> None:
    kinds: tuple[ItemKind, ...] = ("opening", "decision", "heading", "information")
    assert numbers(kinds, "unnumbered") == [None, 1, None, 2]
    assert numbers(kinds, "numbered") == [1, 2, None, 3]
    assert [is_numbered(kind, "numbered") for kind in kinds] == [True, True, False, True]


@pytest.mark.parametrize(
    ("state", "late"),
    [
        ("planned", "no"),
        ("preparing", "no"),
        ("summoned", "supplement"),
        ("in_session", "at_meeting"),
        ("adjourned", "at_meeting"),
        ("closed", None),
        ("adjusted", None),
        ("cancelled", None),
    ],
)
def test_how_an_item_comes_in_follows_from_how_far_the_meeting_has_come(
    state: MeetingState, late: str | None
) -> None:
    assert state in NEXT_STATES
    assert lateness(state) == late


@pytest.mark.parametrize(
    ("steps", "order"),
    [
        (0, [1, 2, 3, 4]),
        (1, [1, 3, 2, 4]),
        (-1, [2, 1, 3, 4]),
        (2, [1, 3, 4, 2]),
        (9, [1, 3, 4, 2]),
        (-9, [2, 1, 3, 4]),
    ],
)
def test_an_item_moves_so_many_places_and_stays_on_the_agenda(steps: int, order: list[int]) -> None:
    assert moved([1, 2, 3, 4], 2, steps) == order
