"""The attendance list as rows: who, for which party, in whose place, at which §§ (A13)."""

from __future__ import annotations

from nämndtui.model.agenda.meeting import Attendance
from nämndtui.model.attendance.attendance_rows import attendance_rows
from nämndtui.model.attendance.serving import serving_table
from tests.model.conftest import MakeRoom, stay

NUMBERS = (41, 42, 43)


def rows(room: MakeRoom, *stays: object, away: tuple[int, ...] = ()) -> dict[str, Attendance]:
    """Name and role → the row."""
    there = room(stays, away=away)
    found = attendance_rows(there, serving_table(there, NUMBERS))
    return {f"{one.person.name} {one.role}": one for one in found}


def test_a_member_who_is_there_all_the_time_has_no_limits(room: MakeRoom) -> None:
    ali = rows(room)["Ali Saadi member"]
    assert (ali.party, ali.office) == ("S", "chair")
    assert (ali.from_paragraph, ali.to_paragraph, ali.not_paragraphs) == (None, None, ())


def test_a_serving_substitute_has_party_office_and_whom_it_is_for(room: MakeRoom) -> None:
    ida = rows(room, away=(4,))["Ida Gran serving_substitute"]
    assert (ida.party, ida.office, ida.replaces) == ("S", "substitute", "Siv Dahl")
    assert ida.replaced == (("Siv Dahl", NUMBERS),)


def test_a_substitute_for_a_member_who_left_serves_from_the_next_paragraph(
    room: MakeRoom,
) -> None:
    found = rows(room, stay(4, None, 41))
    siv, ida = found["Siv Dahl member"], found["Ida Gran serving_substitute"]
    assert (siv.from_paragraph, siv.to_paragraph) == (None, 41)
    assert (ida.from_paragraph, ida.to_paragraph) == (42, None)
    assert ida.replaced == (("Siv Dahl", (42, 43)),)


def test_a_substitute_who_does_not_serve_is_listed_as_one(room: MakeRoom) -> None:
    olof = rows(room, away=(4,))["Olof Hed substitute"]
    assert (olof.party, olof.replaces, olof.replaced) == ("S", "", ())
