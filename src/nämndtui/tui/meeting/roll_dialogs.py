"""Questions about attendance: whose seat, from which § to which, who else is in the room."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from nämndtui.model.dossier import MeetingDossier
from nämndtui.model.meeting import Attendance
from nämndtui.model.paragraph_range import format_paragraphs, parse_paragraphs
from nämndtui.model.people import Person
from nämndtui.model.swedish_dates import short_date
from nämndtui.model.vocabulary import VALUES
from nämndtui.tui.dialogs.form_dialog import FormDialog
from nämndtui.tui.dialogs.picker import Choice, PickerDialog
from nämndtui.tui.forms.form_field import Answers, FormField
from nämndtui.tui.meeting import roll
from nämndtui.tui.meeting.roll import RollRow
from nämndtui.tui.safe_text import one_line

if TYPE_CHECKING:
    from nämndtui.store.database import Store
    from nämndtui.workflow.actor import Actor

_OTHERS = ("official", "union_representative", "guest")
_ROLES = tuple((role, VALUES["attendance_role"][role]) for role in _OTHERS)


def whose_seat(row: RollRow, absent: Sequence[RollRow]) -> PickerDialog[str]:
    """For which absent member? Those of the substitute's own party stand first (KL 6:16–17)."""
    ordered = sorted(absent, key=lambda one: one.party != row.party)

    def matching(_: sqlite3.Connection, text: str) -> Sequence[Choice[str]]:
        wanted = text.casefold()
        return [
            Choice(one.name, f"{one.name} ({one.party})", "samma parti" * (one.party == row.party))
            for one in ordered
            if wanted in f"{one.name} {one.party}".casefold()
        ]

    return PickerDialog(f"{one_line(row.name, 40)} tjänstgör för", matching)


def edit_presence(dossier: MeetingDossier, row: RollRow) -> FormDialog:
    """From which § to which, jäv, distance, title."""
    here = row.attendance or Attendance(0, row.person, "guest")

    def save(store: Store, actor: Actor, answers: Answers) -> None:
        from nämndtui.workflow.minutes import set_attendance

        changed = replace(
            here,
            from_paragraph=answers["from"],
            to_paragraph=answers["to"],
            not_paragraphs=answers["not"],
            title=answers["title"],
            remote=answers["remote"],
        )
        present = roll.with_changed(dossier.attendances, row, changed)
        set_attendance(store, actor, dossier.meeting.id, present)

    day = short_date(dossier.meeting.date, year=True)
    title = f"Närvaro {day}: {one_line(row.name, 40)}"
    return FormDialog(title, _presence_fields(here), "Spara", save)


def add_person(dossier: MeetingDossier) -> FormDialog:
    """An official, a union representative or a guest, by name."""

    def save(store: Store, actor: Actor, answers: Answers) -> None:
        from nämndtui.workflow.minutes import set_attendance

        kind = answers["role"]
        person = Person(0, answers["name"], kind, title=answers["title"])
        new = Attendance(0, person, kind, title=answers["title"])
        present = roll.in_order((*dossier.attendances, new))
        set_attendance(store, actor, dossier.meeting.id, present)

    fields = (
        FormField("name", "Namn", required=True),
        FormField("title", "Titel"),
        FormField("role", "Som", "choice", default="official", choices=_ROLES),
    )
    day = short_date(dossier.meeting.date, year=True)
    return FormDialog(f"Lägg till i närvaron {day}", fields, "Lägg till", save)


def _presence_fields(here: Attendance) -> tuple[FormField, ...]:
    return (
        FormField(
            "from",
            "Med från och med §",
            default=str(here.from_paragraph or ""),
            help="Tomt = från början.",
            parse=_one_paragraph,
        ),
        FormField(
            "to",
            "Med till och med §",
            default=str(here.to_paragraph or ""),
            help="Tomt = till slutet.",
            parse=_one_paragraph,
        ),
        FormField(
            "not",
            "Inte med i §§ (jäv)",
            default=format_paragraphs(here.not_paragraphs),
            help="Till exempel 92 eller 92–93.",
            parse=lambda text: parse_paragraphs(text) if text.strip() else (),
        ),
        FormField("title", "Titel", default=here.title),
        FormField("remote", "Deltar på distans", "switch", default=here.remote),
    )


def _one_paragraph(text: str) -> int | None:
    numbers = parse_paragraphs(text) if text.strip() else ()
    return numbers[0] if numbers else None
