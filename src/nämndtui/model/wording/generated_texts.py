"""A §'s texts generated from the facts."""

from __future__ import annotations

from nämndtui.model.agenda.meeting import Paragraph
from nämndtui.model.decisions.yrkande import contestants
from nämndtui.model.people.persons import Person
from nämndtui.model.record.minutes_record import MinutesRecord
from nämndtui.model.record.minutes_serving import MeetingServing, meeting_serving
from nämndtui.model.wording.breaks import adjournments_at
from nämndtui.model.wording.motions import motions_text
from nämndtui.model.wording.people import (
    disqualification_text,
    notes_text,
    reservations_text,
)
from nämndtui.model.wording.procedure import presiding_note, procedure_text
from nämndtui.model.wording.vote import votes_text

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
    record: MinutesRecord, paragraph: Paragraph, serving: MeetingServing | None = None
) -> dict[str, str]:
    """Field → text for each of ``GENERATED_FIELDS``; empty where the facts say nothing."""
    item = record.dossier.item(paragraph.item_id)
    moved, votes = record.moved_in(item.id), record.votes_in(item.id)
    handling, statements = record.handling(item.id), record.statements_in(item.id)
    at = serving or meeting_serving(record)
    here = at.at(paragraph.number)
    decision = item.kind == "decision" or moved or votes
    procedure = [
        presiding_note(here.presiding, at.usual),
        *_breaks(record, paragraph.number),
        procedure_text(item, handling, moved, votes, paragraph.outcome) if decision else "",
    ]
    return {
        "motions": motions_text(item, moved, handling, paragraph.outcome),
        "procedure": "\n\n".join(filter(None, procedure)),
        "vote": votes_text(votes, len(contestants(item, handling, moved))),
        "disqualification": disqualification_text(
            [one for one in record.disqualifications if one.item_id == item.id],
            [one for one in record.non_participations if one.item_id == item.id],
            _stand_ins(at, paragraph.number),
        ),
        "reservations": reservations_text(statements, moved, handling.winner),
        "notes": notes_text(statements),
    }


def _stand_ins(at: MeetingServing, number: int) -> list[tuple[Person, Person]]:
    """Substitutes serving at this § for someone out for jäv."""
    here = at.at(number)
    return [
        (one.mandate.person, one.seat.holder.person)
        for one in here.seats_served
        if one.substitute
        and one.mandate
        and one.seat.holder
        and one.seat.holder.person.id in here.disqualified
    ]


def _breaks(record: MinutesRecord, number: int) -> tuple[str, ...]:
    """Adjournments told in the §."""
    style = record.dossier.committee.settings.time_format
    numbers = {one.item_id: one.number for one in record.dossier.paragraphs}
    return adjournments_at(number, record.sittings, numbers, style)
