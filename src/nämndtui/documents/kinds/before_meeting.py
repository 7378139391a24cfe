"""The documents the program makes, one function each.

All raise TemplateFaultError or NotFoundError when the template cannot be used.
"""

from __future__ import annotations

from datetime import date

from nämndtui.documents.contexts.memo import STAFF_MEMO, staff_memo_context
from nämndtui.documents.contexts.minutes import (
    EXTRACT,
    MINUTES,
    extract_context,
    minutes_context,
)
from nämndtui.documents.contexts.printed_part import main_part, part_by_id
from nämndtui.documents.contexts.summons import summons_context
from nämndtui.documents.contexts.supplement import SUPPLEMENT, supplement_context
from nämndtui.documents.kinds.file_names import document_name
from nämndtui.documents.kinds.finished_document import finished_document
from nämndtui.documents.templates.document import Document
from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.model.people.committee import Committee
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.summons.supplement_document import supplement_document
from nämndtui.model.text.paragraph_range import file_range


def summons(dossier: MeetingDossier, today: date) -> Document:
    """The kallelse: front page, item pages and memos. ``today`` dates one not yet sent."""
    day = dossier.meeting.summons_date or today
    context = summons_context(dossier, today)
    name = document_name(dossier.meeting.date, dossier.committee, "kallelse")
    return finished_document("kallelse", dossier.committee, context, name, "Kallelse", day)


def supplement(dossier: MeetingDossier, today: date) -> Document:
    """The tilläggskallelse: what is new, and the pages of it. ``today`` dates one not yet sent.

    Raises RefusedError when nothing is new since the kallelse.
    """
    document = supplement_document(dossier, today)
    context = supplement_context(dossier, document)
    what = "tilläggskallelse" if document.number == 1 else f"tilläggskallelse {document.number}"
    name = document_name(dossier.meeting.date, dossier.committee, what)
    committee, day = dossier.committee, document.day
    return finished_document("tilläggskallelse", committee, context, name, SUPPLEMENT, day)


def minutes(dossier: MeetingDossier, part_id: int = 0) -> Document:
    """The protokoll: front page, contents and one section for each §.

    The main part, or with ``part_id`` a part of its own, adjusted at the meeting (F 24). Raises
    NotFoundError when the meeting has no such part.
    """
    meeting = dossier.meeting
    printed = part_by_id(dossier, part_id) if part_id else main_part(dossier)
    numbers = file_range(printed.numbers)
    name = document_name(meeting.date, dossier.committee, f"protokoll {numbers}".strip())
    context = minutes_context(dossier, part_id)
    return finished_document("protokoll", dossier.committee, context, name, MINUTES, meeting.date)


def extract(dossier: MeetingDossier, paragraph_number: int) -> Document:
    """The protokollsutdrag of one §. Raises NotFoundError when the meeting has no such §."""
    meeting = dossier.meeting
    context = extract_context(dossier, paragraph_number)
    name = document_name(
        meeting.date, dossier.committee, f"utdrag {file_range([paragraph_number])}"
    )
    return finished_document("utdrag", dossier.committee, context, name, EXTRACT, meeting.date)


def staff_memo(belongs_to: MeetingDossier | Committee, item: AgendaItem) -> Document:
    """The tjänsteskrivelse of one item, dated as the memo, else as the meeting."""
    day = item.memo.date if item.memo else None
    if isinstance(belongs_to, Committee):
        committee = belongs_to
    else:
        committee = belongs_to.committee
        day = day or belongs_to.meeting.date
    subject = item.dnrs[0] if item.dnrs else item.title
    name = document_name(day, committee, f"tjänsteskrivelse {subject}")
    context = staff_memo_context(committee, item)
    return finished_document("tjänsteskrivelse", committee, context, name, STAFF_MEMO, day)
