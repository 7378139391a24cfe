"""Questions about attendance: from which § to which, and who else is in the room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nämndtui.model.calendar.swedish_dates import short_date
from nämndtui.model.people.persons import Person
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.text.errors import InvalidInputError
from nämndtui.model.text.paragraph_range import parse_paragraphs
from nämndtui.model.text.vocabulary import VALUES
from nämndtui.tui.kit.dialogs.form_dialog import FormDialog
from nämndtui.tui.kit.forms.form_field import Answers, FormField
from nämndtui.tui.kit.safe_text import one_line
from nämndtui.tui.meeting.attendance.roll import RollRow

if TYPE_CHECKING:
    from nämndtui.store.database import Store
    from nämndtui.workflow.core.actor import Actor

_OTHERS = ("official", "union_representative", "guest")
_ROLES = tuple((role, VALUES["attendance_role"][role]) for role in _OTHERS)


def come_and_go(dossier: MeetingDossier, row: RollRow) -> FormDialog:
    """In from which §, out after which. Someone who has not been here comes in."""
    stay = row.stay or (row.stays[-1] if row.stays else None)
    person_id = row.person.id if row.person else 0

    def save(store: Store, actor: Actor, answers: Answers) -> None:
        from nämndtui.workflow.attendance import roll

        first, last = answers["from_paragraph"], answers["to_paragraph"]
        if stay is None or not stay.id:
            roll.come_in(store, actor, dossier.meeting.id, person_id, first)
            if last is not None:
                roll.leave(store, actor, dossier.meeting.id, person_id, last)
        else:
            roll.change_stay(store, actor, dossier.meeting.id, stay.id, first, last)

    first = str(stay.from_paragraph or "") if stay else str(row.number)
    fields = (
        FormField(
            "from_paragraph",
            "In från och med §",
            default=first,
            help="Tomt = från början.",
            parse=one_paragraph,
        ),
        FormField(
            "to_paragraph",
            "Ut efter §",
            default=str((stay.to_paragraph if stay else None) or ""),
            help="Tomt = kvar till slutet. Jäv anges med J, inte här.",
            parse=one_paragraph,
        ),
    )
    day = short_date(dossier.meeting.date, year=True)
    return FormDialog(f"Närvaro {day}: {one_line(row.name, 40)}", fields, "Spara", save)


def add_person(dossier: MeetingDossier, from_here: int | None) -> FormDialog:
    """An official, a union representative or a guest, by name, in from the § one is at."""

    def save(store: Store, actor: Actor, answers: Answers) -> None:
        from nämndtui.workflow.attendance.roll import admit

        kind = answers["role"]
        person = Person(0, answers["name"], kind, title=answers["title"])
        span = (answers["from_paragraph"], answers["to_paragraph"])
        admit(store, actor, dossier.meeting.id, person, kind, *span)

    fields = (
        FormField("name", "Namn", required=True),
        FormField("title", "Titel"),
        FormField("role", "Som", "choice", default="official", choices=_ROLES),
        FormField(
            "from_paragraph",
            "Från och med §",
            default=str(from_here or ""),
            help="Tomt = från början.",
            parse=one_paragraph,
        ),
        FormField(
            "to_paragraph",
            "Till och med §",
            help="Tomt = hela sammanträdet.",
            parse=one_paragraph,
        ),
    )
    day = short_date(dossier.meeting.date, year=True)
    return FormDialog(f"Lägg till i närvaron {day}", fields, "Lägg till", save)


def one_paragraph(text: str) -> int | None:
    """One § number; None for nothing. Raises InvalidInputError for several."""
    numbers = parse_paragraphs(text) if text.strip() else ()
    if len(numbers) > 1:
        raise InvalidInputError("Skriv en paragraf, till exempel 92.")
    return numbers[0] if numbers else None
