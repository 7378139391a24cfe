"""What a § still wants, told beside its texts: the requirements, and what free text gives away.

Requirements come from the facts (``completeness.py``). Where the secretary writes plain text
instead – a motion, a name among the reservations – the texts are held against the law too.
Advice while the minutes are written; nothing here forbids.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.model.agenda.meeting import Attendance, Paragraph
from nämndtui.model.agenda.proposal_language import proposal_faults
from nämndtui.model.minutes.completeness import paragraph_meter
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.record.minutes_record import MinutesRecord
from nämndtui.model.record.minutes_serving import meeting_serving
from nämndtui.model.text.paragraph_range import format_paragraphs
from nämndtui.model.wording.decision_texts import default_points

_TOLD_HERE = ("reason",)
"""Requirements the texts answer: a reason may stand in the decision itself."""


def paragraph_faults(record: MinutesRecord, item: AgendaItem) -> tuple[str, ...]:
    """What is missing or doubtful in an item's §; empty when it has none yet."""
    paragraph = record.dossier.paragraph_of(item)
    if paragraph is None:
        return ()
    serving = meeting_serving(record)
    missing = [
        one
        for one in paragraph_meter(record, paragraph.number, serving).missing
        if one.field not in _TOLD_HERE
    ]
    wanted = [f"{one.basis}: {one.message}" if one.basis else one.message for one in missing]
    those_serving = serving.at(paragraph.number).serving_ids
    found = [*_people(record, paragraph, those_serving), *_wording(record, item, paragraph)]
    if not any(one.field == "procedure" for one in missing):
        found = [*_procedure(paragraph), *found]
    return tuple(dict.fromkeys([*wanted, *found]))


def _procedure(paragraph: Paragraph) -> Iterator[str]:
    if paragraph.motions.strip() and not paragraph.procedure.strip():
        yield "KL 5:67: ordningen för proposition saknas. Skriv beslutsgången."
    if paragraph.vote.strip() and not paragraph.procedure.strip():
        yield "KL 5:67: det saknas hur omröstningen gick till. Skriv beslutsgången."


def _people(
    record: MinutesRecord, paragraph: Paragraph, those_serving: frozenset[int]
) -> Iterator[str]:
    dossier = record.dossier
    for one in _disqualified_in_words(record, paragraph):
        if one.person.id in those_serving:
            here = format_paragraphs([paragraph.number])
            yield (
                f"KL 6:30: {one.person.name} är jävig men står som beslutande i {here}. "
                f"Ange ”ej {here}” i närvaron."
            )
    for one in _named(dossier, paragraph.reservations):
        if one.person.id not in those_serving:
            yield f"KL 4:27: {one.person.name} deltog inte i beslutet och kan inte reservera sig."


def _disqualified_in_words(record: MinutesRecord, paragraph: Paragraph) -> tuple[Attendance, ...]:
    """Who a plain text says is disqualified; nobody where the facts already say who it is.

    The text also names those who serve instead: only a name before the word itself counts.
    """
    if any(one.item_id == paragraph.item_id for one in record.disqualifications):
        return ()
    split = (part.partition("jäv") for part in re.split(r"[.\n]", paragraph.disqualification))
    said = [before for before, word, _ in split if word]
    return _named(record.dossier, "\n".join(said))


def _wording(record: MinutesRecord, item: AgendaItem, paragraph: Paragraph) -> Iterator[str]:
    dossier = record.dossier
    yield from _reason(dossier, item, paragraph)
    for fault in proposal_faults(paragraph.points, dossier.committee):
        yield f"Beslut: {fault}"


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
