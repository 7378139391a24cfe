"""What the minutes hold: attendance, §§ and the parts they are adjusted in."""

from __future__ import annotations

from nämndtui.exchange.package.content.people import PersonRegister
from nämndtui.exchange.package.values import (
    OMIT,
    LocalIds,
    Raw,
    clock,
    day,
    iso_clock,
    iso_day,
    kept,
    line,
    listed,
    many,
    needed_word,
    unless,
    unless_line,
    whole,
    wholes,
)
from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.model.agenda.meeting import (
    Attendance,
    AttendanceRole,
    MinutesPart,
    Outcome,
    Paragraph,
)
from nämndtui.model.people.persons import Mandate, Person
from nämndtui.model.text.clean_text import clean_line
from nämndtui.model.text.vocabulary import english, swedish

_ELECTED_ROLES: tuple[AttendanceRole, ...] = ("member", "serving_substitute", "substitute")


def read_attendance(
    raw: Raw, register: PersonRegister, mandates: tuple[Mandate, ...], ids: LocalIds
) -> Attendance:
    """One person's presence; ``mandates`` are those valid on the day.

    Someone the package did not list is entered as what the role says.
    """
    role: AttendanceRole = needed_word(raw, "roll", "attendance_role")
    kind = "elected" if role in _ELECTED_ROLES else role
    person = register.find_or_enter(raw["namn"], ids, kind, line(raw, "parti"), line(raw, "titel"))
    party, office = _standing(person, role, mandates)
    if "uppdrag" in raw:
        office = english("office", raw["uppdrag"]) if raw["uppdrag"] else ""
    return Attendance(
        id=ids.next("attendance"),
        person=person,
        role=role,
        party=line(raw, "parti", party),
        office=office,
        replaces=line(raw, "ersätter"),
        title=line(raw, "titel", person.title),
        remote=raw.get("distans", False),
        from_paragraph=whole(raw, "från_paragraf"),
        to_paragraph=whole(raw, "till_paragraf"),
        not_paragraphs=wholes(raw, "ej_paragrafer"),
    )


def write_attendance(attendance: Attendance, mandates: tuple[Mandate, ...]) -> Raw:
    """The inverse of ``read_attendance``."""
    party, office = _standing(attendance.person, attendance.role, mandates)
    shown_office = swedish("office", attendance.office) if attendance.office else ""
    return kept(
        {
            "namn": clean_line(attendance.person.name),
            "roll": swedish("attendance_role", attendance.role),
            "parti": unless_line(attendance.party, party),
            "uppdrag": OMIT if attendance.office == office else shown_office,
            "ersätter": unless_line(attendance.replaces),
            "titel": unless_line(attendance.title, attendance.person.title),
            "distans": unless(attendance.remote, False),
            "från_paragraf": unless(attendance.from_paragraph, None),
            "till_paragraf": unless(attendance.to_paragraph, None),
            "ej_paragrafer": listed(attendance.not_paragraphs),
        }
    )


def _standing(
    person: Person, role: AttendanceRole, mandates: tuple[Mandate, ...]
) -> tuple[str, str]:
    """(party, office) by the person's mandate that day; officials and guests hold none."""
    if role in _ELECTED_ROLES:
        for mandate in mandates:
            if mandate.person == person:
                return mandate.party, mandate.office
    return person.party, ""


def read_paragraph(raw: Raw, item: AgendaItem, meeting_year: int, ids: LocalIds) -> Paragraph:
    """The § of ``item``, with the outcome and decision text the package leaves unsaid."""
    points = tuple(many(raw["beslut"])) if "beslut" in raw else None
    if "utfall" in raw:
        outcome: Outcome = needed_word(raw, "utfall", "outcome")
    elif points is not None and points != item.proposal:
        outcome = "own_decision"
    else:
        outcome = "as_proposed" if item.proposal else "noted"
    if points is None:
        points = item.proposal if outcome == "as_proposed" else ()
    return Paragraph(
        id=ids.next("paragraph"),
        item_id=item.id,
        year=whole(raw, "år") or meeting_year,
        number=int(raw["nummer"]),
        outcome=outcome,
        points=points,
        motions=raw.get("yrkanden", ""),
        procedure=raw.get("beslutsgång", ""),
        vote=raw.get("omröstning", ""),
        disqualification=raw.get("jäv", ""),
        reservations=raw.get("reservationer", ""),
        notes=raw.get("protokollsanteckningar", ""),
        immediate=raw.get("omedelbar", False),
    )


def write_paragraph(paragraph: Paragraph, item: AgendaItem, meeting_year: int) -> Raw:
    """The inverse of ``read_paragraph``; the decision is always written out in full."""
    unsaid = item.proposal if paragraph.outcome == "as_proposed" else ()
    return kept(
        {
            "nummer": paragraph.number,
            "år": unless(paragraph.year, meeting_year),
            "utfall": swedish("outcome", paragraph.outcome),
            "beslut": list(paragraph.points) if paragraph.points or unsaid else OMIT,
            "yrkanden": unless(paragraph.motions, ""),
            "beslutsgång": unless(paragraph.procedure, ""),
            "omröstning": unless(paragraph.vote, ""),
            "jäv": unless(paragraph.disqualification, ""),
            "reservationer": unless(paragraph.reservations, ""),
            "protokollsanteckningar": unless(paragraph.notes, ""),
            "omedelbar": unless(paragraph.immediate, False),
        }
    )


def read_minutes_part(raw: Raw, register: PersonRegister, ids: LocalIds) -> MinutesPart:
    """One part of the minutes; an adjuster the package did not list is entered as elected."""
    return MinutesPart(
        id=ids.next("minutes_part"),
        immediate=raw.get("omedelbar", False),
        adjusters=tuple(register.find_or_enter(name, ids) for name in many(raw.get("justerare"))),
        adjust_place=line(raw, "justeringsplats"),
        adjust_date=day(raw, "justeringsdatum"),
        adjust_time=clock(raw, "justeringstid"),
        adjusted_on=day(raw, "justerat"),
        posted_on=day(raw, "anslaget"),
        storage_place=line(raw, "förvaringsplats"),
        paragraph_numbers=wholes(raw, "paragrafer"),
    )


def write_minutes_part(part: MinutesPart) -> Raw:
    """The inverse of ``read_minutes_part``."""
    return kept(
        {
            "omedelbar": unless(part.immediate, False),
            "justerare": listed(clean_line(person.name) for person in part.adjusters),
            "justeringsplats": unless_line(part.adjust_place),
            "justeringsdatum": iso_day(part.adjust_date),
            "justeringstid": iso_clock(part.adjust_time),
            "justerat": iso_day(part.adjusted_on),
            "anslaget": iso_day(part.posted_on),
            "förvaringsplats": unless_line(part.storage_place),
            "paragrafer": listed(part.paragraph_numbers),
        }
    )
