"""Who can be elected to adjust the minutes beside the one who presides (KL 5:69, D2.6)."""

from __future__ import annotations

from collections.abc import Sequence

from nämndtui.model.agenda.meeting import AttendanceRole, MinutesPart
from nämndtui.model.minutes.parts import presided
from nämndtui.model.people.persons import Person
from nämndtui.model.record.minutes_record import MinutesRecord
from nämndtui.model.record.minutes_serving import MeetingServing
from nämndtui.model.text.errors import InvalidInputError
from nämndtui.model.text.vocabulary import swedish

_COMMITTEE_ROLES: tuple[AttendanceRole, ...] = ("member", "serving_substitute", "substitute")


def sole_leader(part: MinutesPart, serving: MeetingServing) -> Person | None:
    """Who presides at every § of the part, and so signs it as chair; before any §, who is to."""
    leads = presided(part, serving) if part.paragraph_numbers else (serving.usual.person,)
    return leads[0] if len(leads) == 1 else None


def elected(part: MinutesPart, serving: MeetingServing) -> tuple[Person, ...]:
    """The adjusters that count beside the one who presides."""
    leader = sole_leader(part, serving)
    return tuple(one for one in part.adjusters if leader is None or one.id != leader.id)


def check_adjusters(
    people: Sequence[Person], record: MinutesRecord, part: MinutesPart, serving: MeetingServing
) -> None:
    """Raise InvalidInputError unless ``people`` can adjust ``part``.

    Someone without office in the committee cannot, nobody is two adjusters, and who presides
    adjusts already. Absence at some § is pointed out by the meter; it is not refused.
    """
    leader = sole_leader(part, serving)
    for position, person in enumerate(people):
        if person.kind != "elected":
            raise InvalidInputError(
                f"{person.name} är {swedish('person_kind', person.kind)} och kan inte justera. "
                "Välj en ledamot eller ersättare i nämnden.",
                "adjusters",
            )
        if person.id not in _in_committee(record):
            raise InvalidInputError(
                f"{person.name} hade inget uppdrag i nämnden på sammanträdesdagen och kan inte "
                "justera. Välj en ledamot eller ersättare.",
                "adjusters",
            )
        if person.id in {one.id for one in people[:position]}:
            raise InvalidInputError(f"{person.name} är angiven två gånger.", "adjusters")
        if leader is not None and person.id == leader.id:
            raise InvalidInputError(
                f"{person.name} leder sammanträdet och justerar redan som ordförande. "
                "Välj någon annan.",
                "adjusters",
            )


def _in_committee(record: MinutesRecord) -> set[int]:
    """Who holds office that day, or took part as a member or substitute by the attendance list."""
    listed = record.dossier.attendances
    return {
        *(one.person.id for one in record.dossier.mandates),
        *(one.person.id for one in listed if one.role in _COMMITTEE_ROLES),
    }
