"""What the law wants of a § in the minutes and has not got, in plain Swedish (domain B2–B4).

Advice while the minutes are written; nothing here forbids.
"""

from __future__ import annotations

from collections.abc import Iterator

from nämndtui.model.agenda_item import AgendaItem
from nämndtui.model.decision_texts import default_points
from nämndtui.model.dossier import MeetingDossier
from nämndtui.model.meeting import Attendance, Paragraph
from nämndtui.model.paragraph_range import format_paragraphs
from nämndtui.model.proposal_language import proposal_faults
from nämndtui.model.quorum import needed, serving


def paragraph_faults(dossier: MeetingDossier, item: AgendaItem) -> tuple[str, ...]:
    """What is missing or doubtful in an item's §; empty when it has none yet."""
    paragraph = dossier.paragraph_of(item)
    if paragraph is None:
        return ()
    return tuple(_faults(dossier, item, paragraph))


def _faults(dossier: MeetingDossier, item: AgendaItem, paragraph: Paragraph) -> Iterator[str]:
    if not any(point.strip() for point in paragraph.points):
        yield "KL 5:67: beslutet saknas."
    yield from _quorum(dossier, item, paragraph)
    if paragraph.motions.strip() and not paragraph.procedure.strip():
        yield "KL 5:67: ordningen för proposition saknas. Skriv beslutsgången."
    if paragraph.vote.strip() and not paragraph.procedure.strip():
        yield "KL 5:67: det saknas hur omröstningen gick till. Skriv beslutsgången."
    yield from _disqualified(dossier, paragraph)
    yield from _reservations(dossier, paragraph)
    yield from _reason(dossier, item, paragraph)
    yield from (
        f"Beslut: {fault}" for fault in proposal_faults(paragraph.points, dossier.committee)
    )


def _quorum(dossier: MeetingDossier, item: AgendaItem, paragraph: Paragraph) -> Iterator[str]:
    if item.kind != "decision" or not dossier.attendances:
        return
    present = len(serving(dossier.attendances, paragraph.number))
    wanted = needed(dossier.committee.settings.seats)
    if present < wanted:
        yield f"KL 6:27: nämnden är inte beslutsför. {present} beslutar, det behövs {wanted}."


def _disqualified(dossier: MeetingDossier, paragraph: Paragraph) -> Iterator[str]:
    """Jäv: who steps out may not be among those deciding (KL 6:30)."""
    for one in _named(dossier, paragraph.disqualification):
        if one in serving(dossier.attendances, paragraph.number):
            here = format_paragraphs([paragraph.number])
            yield (
                f"KL 6:30: {one.person.name} är jävig men står som beslutande i {here}. "
                f"Ange ”ej {here}” i närvaron."
            )


def _reservations(dossier: MeetingDossier, paragraph: Paragraph) -> Iterator[str]:
    """Only who took part in the decision may make a reservation (KL 4:27)."""
    deciding = {one.person.name for one in serving(dossier.attendances, paragraph.number)}
    for one in _named(dossier, paragraph.reservations):
        if one.person.name not in deciding:
            yield f"KL 4:27: {one.person.name} deltog inte i beslutet och kan inte reservera sig."


def _reason(dossier: MeetingDossier, item: AgendaItem, paragraph: Paragraph) -> Iterator[str]:
    if paragraph.outcome not in ("tabled", "referred_back"):
        return
    stock = default_points(paragraph.outcome, item, dossier.committee.name)
    if paragraph.points == stock and not paragraph.motions.strip():
        what = "bordläggs" if paragraph.outcome == "tabled" else "återremitteras"
        yield f"Skriv varför ärendet {what}."


def _named(dossier: MeetingDossier, text: str) -> tuple[Attendance, ...]:
    """Everyone recorded at the meeting whose name stands in ``text``."""
    if not text.strip():
        return ()
    return tuple(one for one in dossier.attendances if one.person.name in text)
