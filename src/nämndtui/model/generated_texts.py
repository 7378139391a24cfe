"""A §'s texts generated from the facts, and whether what stands there still agrees with them."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from nämndtui.model.meeting import Paragraph
from nämndtui.model.minutes_record import MinutesRecord
from nämndtui.model.minutes_service import MeetingService, meeting_service
from nämndtui.model.people import Person
from nämndtui.model.vote_text_check import vote_text_faults
from nämndtui.model.wording_breaks import adjournment_text
from nämndtui.model.wording_motions import motions_text
from nämndtui.model.wording_people import (
    disqualification_text,
    notes_text,
    reservations_text,
)
from nämndtui.model.wording_procedure import presiding_note, procedure_text
from nämndtui.model.wording_vote import votes_text

GENERATED_FIELDS = (
    "motions",
    "procedure",
    "vote",
    "disqualification",
    "reservations",
    "notes",
)
"""The fields of a ``Paragraph`` whose text follows from facts."""
FIELD_NAMES = {
    "motions": "Yrkanden",
    "procedure": "Beslutsgången",
    "vote": "Omröstningen",
    "disqualification": "Jäv",
    "reservations": "Reservationerna",
    "notes": "Anteckningarna",
}


def generated_texts(
    record: MinutesRecord, paragraph: Paragraph, service: MeetingService | None = None
) -> dict[str, str]:
    """Field → text for each of ``GENERATED_FIELDS``; empty where the facts say nothing."""
    item = record.dossier.item(paragraph.item_id)
    moved, votes = record.moved_in(item.id), record.votes_in(item.id)
    handling, statements = record.handling(item.id), record.statements_in(item.id)
    at = service or meeting_service(record)
    here = at.at(paragraph.number)
    decision = item.kind == "decision" or moved or votes
    procedure = [
        presiding_note(here.presiding, at.usual),
        procedure_text(item, handling, moved, votes, paragraph.outcome) if decision else "",
        *_breaks(record, item.id),
    ]
    return {
        "motions": motions_text(item, moved, handling.maintained),
        "procedure": "\n\n".join(filter(None, procedure)),
        "vote": votes_text(votes),
        "disqualification": disqualification_text(
            [one for one in record.disqualifications if one.item_id == item.id],
            [one for one in record.non_participations if one.item_id == item.id],
            _stand_ins(at, paragraph.number),
        ),
        "reservations": reservations_text(statements, moved, handling.winner),
        "notes": notes_text(statements),
    }


def disagreements(
    record: MinutesRecord, paragraph: Paragraph, service: MeetingService | None = None
) -> tuple[tuple[str, str], ...]:
    """(field, Swedish sentence) for each text that no longer agrees with the facts."""
    wanted = generated_texts(record, paragraph, service)
    return tuple(
        (field, text)
        for field in GENERATED_FIELDS
        for text in _field(record, paragraph, field, wanted[field])
    )


def _field(record: MinutesRecord, paragraph: Paragraph, field: str, wanted: str) -> Iterator[str]:
    text = str(getattr(paragraph, field)).strip()
    if text == wanted.strip():
        return
    name = FIELD_NAMES[field]
    if not text:
        yield f"{name} är tom, men det finns uppgifter att skriva."
        return
    before = record.generated.get((paragraph.id, field))
    if before is not None and before.strip() != wanted.strip():
        yield f"{name} är skriven för hand, och uppgifterna har ändrats sedan dess."
    if wanted:
        yield from _names(record, field, text, wanted)
    if field == "vote":
        yield from vote_text_faults(text, record.votes_in(paragraph.item_id))


def _names(record: MinutesRecord, field: str, text: str, wanted: str) -> Iterator[str]:
    """People in the facts but not in the text, or the other way round."""
    people = _people(record)
    meant = {person for person in people if person.name in wanted}
    written = {person for person in people if person.name in text}
    name = FIELD_NAMES[field]
    for person in sorted(meant - written, key=lambda one: one.name):
        yield f"{name} nämner inte {person.name_with_party}."
    if field in ("motions", "reservations"):
        for person in sorted(written - meant, key=lambda one: one.name):
            yield f"{name} nämner {person.name_with_party}, som inte finns bland uppgifterna."


def _people(record: MinutesRecord) -> Collection[Person]:
    people = {one.person.id: one.person for one in record.dossier.mandates}
    people |= {one.person.id: one.person for one in record.presences}
    people |= {one.person.id: one.person for one in record.dossier.attendances}
    return list(people.values())


def _stand_ins(at: MeetingService, number: int) -> list[tuple[Person, Person]]:
    """Substitutes serving at this § for someone out for jäv."""
    here = at.at(number)
    return [
        (one.mandate.person, one.seat.holder.person)
        for one in here.services
        if one.substitute
        and one.mandate
        and one.seat.holder
        and one.seat.holder.person.id in here.disqualified
    ]


def _breaks(record: MinutesRecord, item_id: int) -> list[str]:
    """Adjournments during the item."""
    style = record.dossier.committee.settings.time_format
    pairs = zip(record.sittings, record.sittings[1:], strict=False)
    return [
        adjournment_text(before, after, style)
        for before, after in pairs
        if after.item_id == item_id
    ]
