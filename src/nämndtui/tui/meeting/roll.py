"""The roll as rows, and what one key changes in it. Pure: lists of attendance in and out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from textual.content import Content

from nämndtui.model.dossier import MeetingDossier
from nämndtui.model.meeting import ATTENDANCE_ROLES, Attendance
from nämndtui.model.paragraph_range import format_paragraphs
from nämndtui.model.people import OFFICES, Mandate, Person
from nämndtui.model.vocabulary import swedish
from nämndtui.tui.safe_text import one_line, plain

_CHAIRS = {
    "chair": "ordf.",
    "first_vice_chair": "1:e v. ordf.",
    "second_vice_chair": "2:e v. ordf.",
}
_OFFICE = {office: place for place, office in enumerate(OFFICES)}


@dataclass(frozen=True)
class RollRow:
    """Someone who is, or should be, at the meeting. ``attendance`` is None when absent."""

    person: Person
    attendance: Attendance | None
    mandate: Mandate | None = None

    @property
    def name(self) -> str:
        """The name, which tells persons apart."""
        return self.person.name

    @property
    def party(self) -> str:
        """The party the mandate, else the person, has."""
        if self.attendance is not None:
            return self.attendance.party
        return self.mandate.party if self.mandate else self.person.party


def roll_rows(dossier: MeetingDossier) -> list[RollRow]:
    """Members and substitutes in office order, the absent too; then officials and guests."""
    by_name = {one.person.name: one for one in dossier.attendances}
    rows = [
        RollRow(mandate.person, by_name.pop(mandate.person.name, None), mandate)
        for mandate in dossier.mandates
        if not _repeated(mandate, dossier.mandates)
    ]
    return [*rows, *(RollRow(one.person, one) for one in by_name.values())]


def toggled(present: Sequence[Attendance], row: RollRow) -> tuple[Attendance, ...]:
    """The roll with the row's person present instead of absent, or the other way round.

    Nobody serves for a member who has come.
    """
    if row.attendance is not None:
        return tuple(one for one in present if one.person.name != row.name)
    if row.mandate is None:
        return tuple(present)
    role = "substitute" if row.mandate.is_substitute else "member"
    here = Attendance(0, row.person, role, row.mandate.party, row.mandate.office)
    freed = tuple(_freed(one) if one.replaces == row.name else one for one in present)
    return in_order((*freed, here))


def serving_for(
    present: Sequence[Attendance], row: RollRow, replaces: str
) -> tuple[Attendance, ...]:
    """The roll with the substitute serving for the member named ``replaces``; empty = not."""
    if row.attendance is None:
        return tuple(present)
    role = "serving_substitute" if replaces else "substitute"
    changed = replace(row.attendance, role=role, replaces=replaces)
    return with_changed(present, row, changed)


def with_changed(
    present: Sequence[Attendance], row: RollRow, changed: Attendance
) -> tuple[Attendance, ...]:
    """The roll with one row in another way."""
    return in_order(changed if one.person.name == row.name else one for one in present)


def in_order(present: Iterable[Attendance]) -> tuple[Attendance, ...]:
    """Members, serving substitutes, substitutes, officials, union, guests; else as they were."""
    return tuple(
        sorted(
            present,
            key=lambda one: (ATTENDANCE_ROLES.index(one.role), _OFFICE.get(one.office, 9)),
        )
    )


def absent_members(rows: Sequence[RollRow]) -> list[RollRow]:
    """Members who are not there and for whom nobody serves yet."""
    served = {row.attendance.replaces for row in rows if row.attendance}
    return [
        row
        for row in rows
        if row.attendance is None
        and row.mandate is not None
        and not row.mandate.is_substitute
        and row.name not in served
    ]


def roll_content(row: RollRow) -> Content:
    """``● Ali Saadi (S)  ordf.``; ``○`` absent."""
    here = row.attendance
    party = f" ({row.party})" if row.party else ""
    note = _note(row)
    return Content("").join(
        (
            plain("● " if here else "○ "),
            plain(one_line(row.name + party), "" if here else "dim"),
            plain(f"  {one_line(note)}" if note else "", "dim"),
        )
    )


def _note(row: RollRow) -> str:
    here = row.attendance
    if here is None:
        substitute = row.mandate is not None and row.mandate.is_substitute
        return "ers., frånv." if substitute else "frånv."
    notes = []
    if here.role == "serving_substitute":
        notes.append(f"→ {here.replaces}" if here.replaces else "tj. ers.")
    elif here.role == "member":
        notes.append(_CHAIRS.get(here.office, ""))
    elif here.role == "substitute":
        notes.append("ers.")
    else:
        notes.append(here.title or swedish("attendance_role", here.role))
    if here.from_paragraph:
        notes.append(f"fr.o.m. § {here.from_paragraph}")
    if here.to_paragraph:
        notes.append(f"t.o.m. § {here.to_paragraph}")
    if here.not_paragraphs:
        notes.append(f"ej {format_paragraphs(here.not_paragraphs)}")
    return ", ".join(filter(None, [*notes, "på distans" if here.remote else ""]))


def _freed(one: Attendance) -> Attendance:
    return replace(one, role="substitute", replaces="")


def _repeated(mandate: Mandate, mandates: Sequence[Mandate]) -> bool:
    """True when the same person has a weightier mandate: one row each."""
    first = next(m for m in mandates if m.person.name == mandate.person.name)
    return first is not mandate
