"""Parts of the minutes: their §§, who signs, and laga kraft per § (F 24, F 30)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from nämndtui.model.agenda.meeting import MinutesPart
from nämndtui.model.people.persons import Person
from nämndtui.model.record.minutes_record import MinutesRecord
from nämndtui.model.record.minutes_serving import MeetingServing
from nämndtui.model.record.part_log import legal_force_on
from nämndtui.model.text.paragraph_range import format_paragraphs


def part_range(part: MinutesPart) -> str:
    """``§§ 41–43, 45–55``: what the part adjusts, without what other parts do."""
    return format_paragraphs(part.paragraph_numbers)


def part_of(record: MinutesRecord, number: int) -> MinutesPart | None:
    """The part a § belongs to."""
    parts = record.dossier.minutes_parts
    return next((part for part in parts if number in part.paragraph_numbers), None)


def legal_force(record: MinutesRecord) -> dict[int, dt.date | None]:
    """§ → the day its decision can no longer be appealed; None while that is not known."""
    found: dict[int, dt.date | None] = dict.fromkeys(record.numbers)
    for part in record.dossier.minutes_parts:
        legal = legal_force_on(part, record.log(part.id))
        found |= dict.fromkeys(part.paragraph_numbers, legal)
    return found


def presided(part: MinutesPart, serving: MeetingServing) -> tuple[Person, ...]:
    """Who led at the part's §§, and so signs as chair, in § order (D2.6, F 15)."""
    people: dict[int, Person] = {}
    for one in serving.table:
        leads = one.presiding.person
        if one.number in part.paragraph_numbers and leads is not None:
            people.setdefault(leads.id, leads)
    return tuple(people.values())


def absent_adjusters(
    part: MinutesPart, serving: MeetingServing
) -> Sequence[tuple[Person, tuple[int, ...]]]:
    """Adjusters who did not serve at some § they adjust, with those §§ (D2.6)."""
    found = []
    for person in part.adjusters:
        missed = tuple(
            one.number
            for one in serving.table
            if one.number in part.paragraph_numbers and person.id not in one.serving_ids
        )
        if missed:
            found.append((person, missed))
    return found
