"""Whatever comes and goes: D2.8–14 hold, and the cover page's ranges agree with each §."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from nämndtui.documents.contexts.attendance import attendance_at, attendance_text
from nämndtui.model.attendance.attendance_list import attendance_list
from nämndtui.model.attendance.attendance_rows import attendance_rows, numbers_of
from nämndtui.model.attendance.presence import OVERRIDE_KINDS, Override, Presence
from nämndtui.model.attendance.room import Room
from nämndtui.model.attendance.serving import ParagraphServing, serving_table
from nämndtui.model.decisions.vote import CHOICES, Ballot, Vote, vote_faults
from nämndtui.model.people.seats import seats
from nämndtui.model.people.substitute_order import PersonalSubstitute, SubstituteOrder
from nämndtui.model.text.number_words import join_swedish
from tests.model.conftest import DAY, EVERYONE, MEMBERS, SUBSTITUTES, stay

NUMBERS = range(41, 49)
PEOPLE = st.sampled_from(sorted(EVERYONE))
LIMIT = st.none() | st.sampled_from(list(NUMBERS))


@st.composite
def stays(draw: st.DrawFn) -> tuple[Presence, ...]:
    """Arrivals and departures of everyone: in, out, in again, or never there."""
    found = []
    for person in EVERYONE:
        inside = draw(st.lists(st.booleans(), min_size=len(NUMBERS), max_size=len(NUMBERS)))
        start = None
        for number, here in zip((*NUMBERS, NUMBERS.stop), (*inside, False), strict=True):
            if here and start is None:
                start = number
            elif not here and start is not None:
                found.append(stay(person, start, number - 1))
                start = None
    return tuple(found)


@st.composite
def overrides(draw: st.DrawFn) -> Override:
    kind = draw(st.sampled_from(OVERRIDE_KINDS))
    person = None if kind == "empty" else EVERYONE[draw(PEOPLE)].person
    seat = draw(st.sampled_from(["1", "3", "4", "vakant 1"])) if kind in ("serve", "empty") else ""
    return Override(0, kind, "skäl", person, seat, draw(LIMIT), draw(LIMIT))


@st.composite
def rooms(draw: st.DrawFn) -> Room:
    pairs = draw(st.lists(st.tuples(st.sampled_from([1, 2, 3, 4, 5]), PEOPLE), max_size=3))
    personal = tuple(PersonalSubstitute(member, other) for member, other in pairs)
    parties = st.lists(st.sampled_from("SCMV"), max_size=3).map(tuple)
    order = SubstituteOrder(personal, tuple((party, draw(parties)) for party in "SCMV"))
    jäv = draw(
        st.dictionaries(
            st.sampled_from(list(NUMBERS)), st.frozensets(PEOPLE, max_size=4), max_size=4
        )
    )
    return Room(
        DAY,
        tuple(seats(MEMBERS, draw(st.integers(5, 7)), ("S",))),
        SUBSTITUTES,
        order,
        draw(stays()),
        jäv,
        tuple(draw(st.lists(overrides(), max_size=3))),
        leavers_may_return=draw(st.booleans()),
    )


@given(rooms())
def test_one_person_a_seat_one_seat_a_person(room: Room) -> None:
    for at in serving_table(room, NUMBERS):
        people = [one.person.id for one in at.serving if one.person]
        assert len(people) == len(set(people)) <= len(room.seats)
        assert [one.seat for one in at.seats_served] == list(room.seats)


@given(rooms())
def test_only_who_is_in_the_room_and_not_disqualified_serves(room: Room) -> None:
    for at in serving_table(room, NUMBERS):
        inside = {one.person.id for one in room.presences if one.covers(at.number)}
        assert at.serving_ids <= inside - room.jäv(at.number)
        assert not {one.person.id for one in at.inside} & room.jäv(at.number)
        assert at.presiding.person is None or at.presiding.person.id in at.serving_ids


@given(rooms())
def test_a_member_in_the_room_is_never_passed_by(room: Room) -> None:
    """Except when out for jäv, barred after leaving, or by the secretary's own choice."""
    chosen = {one.seat for one in room.overrides} | {
        str(one.person.id) for one in room.overrides if one.person
    }
    for at in serving_table(room, NUMBERS):
        for one in at.seats_served:
            holder = one.seat.holder
            if holder is None or one.seat.key in chosen or holder.person.id in at.barred:
                continue
            here = any(stay.person.id == holder.person.id for stay in at.inside)
            assert (one.mandate is holder) == here


@given(rooms())
def test_who_left_does_not_serve_again_that_day(room: Room) -> None:
    if room.leavers_may_return:
        return
    chosen = {one.person.id for one in room.overrides if one.kind == "serve" and one.person}
    table = serving_table(room, NUMBERS)
    for earlier, at in ((table[:place], at) for place, at in enumerate(table)):
        gone = {
            person
            for before, after in zip(earlier, table[1:], strict=False)
            for person in before.serving_ids
            if person not in {one.person.id for one in after.inside} | after.disqualified
            and after.number <= at.number
        }
        assert not (gone - chosen) & at.serving_ids


@given(rooms())
def test_every_reason_is_told(room: Room) -> None:
    assert all(one.reason for at in serving_table(room, NUMBERS) for one in at.seats_served)


@given(rooms())
def test_the_cover_page_agrees_with_each_paragraph(room: Room) -> None:
    table = serving_table(room, NUMBERS)
    rows = attendance_rows(room, table)
    assert len({(row.person.id, row.role) for row in rows}) == len(rows)
    for at in table:
        serving = {
            row.person.id for row in rows if row.serves and at.number in numbers_of(row, NUMBERS)
        }
        assert serving == at.serving_ids
        others = {
            row.person.id
            for row in rows
            if not row.serves and at.number in numbers_of(row, NUMBERS)
        }
        # A member who has served and may not again is told by the range served, not as substitute.
        served = {row.person.id for row in rows if row.role == "member"}
        assert others == {one.person.id for one in at.inside} - at.serving_ids - served


@given(rooms(), st.sets(st.sampled_from(list(NUMBERS)), min_size=1))
def test_who_replaces_whom_agrees_with_each_paragraph(room: Room, own: set[int]) -> None:
    """On the cover of the whole meeting, and on that of a part with only the §§ ``own``."""
    table = serving_table(room, NUMBERS)
    whole = attendance_rows(room, table)
    for rows, numbers in ((whole, list(NUMBERS)), (attendance_at(whole, sorted(own)), sorted(own))):
        said = {
            (number, row.person.id, name)
            for row in rows
            for name, there in row.replaced
            for number in there
        }
        assert said == {
            (at.number, one.person.id, one.seat.holder.person.name if one.seat.holder else "vakant")
            for at in table
            if at.number in numbers
            for one in at.seats_served
            if one.substitute and one.person
        }
        for row in rows:
            if row.role == "serving_substitute":
                assert row.replaces == join_swedish([name for name, _ in row.replaced])
                assert all(name in attendance_text(row) for name, _ in row.replaced)


@given(rooms())
def test_the_attendance_list_agrees_with_each_paragraph(room: Room) -> None:
    table = serving_table(room, NUMBERS)
    lines = attendance_list(room, table)
    for place, at in enumerate(table):
        assert sum(line.marks[place] == "X" for line in lines) == len(at.serving)


@given(rooms())
def test_adding_later_paragraphs_changes_nothing_before(room: Room) -> None:
    whole = serving_table(room, NUMBERS)
    assert serving_table(room, NUMBERS[:4]) == whole[:4]


@settings(max_examples=60)
@given(rooms(), st.data())
def test_a_vote_counts_exactly_those_who_serve(room: Room, data: st.DataObject) -> None:
    at = data.draw(st.sampled_from(serving_table(room, NUMBERS)))
    people = [one.person for one in at.serving if one.person]
    choices = data.draw(
        st.lists(st.sampled_from(CHOICES), min_size=len(people), max_size=len(people))
    )
    ballots = tuple(Ballot(person, one) for person, one in zip(people, choices, strict=True))
    vote = Vote(1, 1, 1, ballots=ballots)
    assert sum(vote.count(choice) for choice in CHOICES) == len(at.serving)
    leads = at.presiding.person
    own = next((one.choice for one in ballots if leads and one.person.id == leads.id), "")
    vote = Vote(1, 1, 1, ballots=ballots, casting=own if vote.tied and own in ("yes", "no") else "")
    faults = list(vote_faults(vote, at.serving_ids, leads.id if leads else None, False, False))
    assert bool(faults) == bool(vote.tied and own not in ("yes", "no"))
    missing_one = Vote(1, 1, 1, ballots=ballots[1:])
    if ballots:
        assert list(vote_faults(missing_one, at.serving_ids, None, False, False))


def test_a_paragraph_with_too_few_is_not_quorate() -> None:
    room = Room(
        DAY, tuple(seats(MEMBERS, 7, ())), SUBSTITUTES, presences=(stay(1), stay(2), stay(3))
    )
    at: ParagraphServing
    (at,) = serving_table(room, [41])
    assert (len(at.serving), at.quorum, at.quorate) == (3, 4, False)
