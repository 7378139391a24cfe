"""The documents beside the minutes, one function each: notice, attendance list, vote list and
secrecy annex.

All raise TemplateFaultError or NotFoundError when the template cannot be used.
"""

from __future__ import annotations

from nämndtui.documents.contexts.announcement import ANNOUNCEMENT, announcement_context
from nämndtui.documents.contexts.attendance_list import ATTENDANCE_LIST, attendance_list_context
from nämndtui.documents.contexts.printed_part import main_part, part_by_id
from nämndtui.documents.contexts.secrecy import SECRECY_ANNEX, secrecy_context
from nämndtui.documents.contexts.vote_list import VOTE_LIST, vote_list_context
from nämndtui.documents.kinds.file_names import document_name
from nämndtui.documents.kinds.finished_document import finished_document
from nämndtui.documents.templates.document import Document
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.record.minutes_record import MinutesRecord
from nämndtui.model.text.paragraph_range import file_range


def announcement(dossier: MeetingDossier, part_id: int = 0) -> Document:
    """The anslag of the main part, or of the part with that id (KL 8:12)."""
    committee, day = dossier.committee, dossier.meeting.date
    printed = part_by_id(dossier, part_id) if part_id else main_part(dossier)
    name = document_name(day, committee, f"anslag {file_range(printed.numbers)}".strip())
    context = announcement_context(printed)
    return finished_document("anslag", committee, context, name, ANNOUNCEMENT, day)


def secrecy_annex(dossier: MeetingDossier, number: int) -> Document:
    """The sekretessbilaga of one §: all of it, apart from the minutes (F 27). NotFoundError."""
    committee, day = dossier.committee, dossier.meeting.date
    name = document_name(day, committee, f"sekretessbilaga {file_range([number])}")
    context = secrecy_context(dossier, number)
    return finished_document("sekretessbilaga", committee, context, name, SECRECY_ANNEX, day)


def attendance_sheet(record: MinutesRecord) -> Document:
    """The närvarolista of a meeting, § by §."""
    committee, day = record.dossier.committee, record.dossier.meeting.date
    name = document_name(day, committee, "närvarolista")
    context = attendance_list_context(record)
    return finished_document("närvarolista", committee, context, name, ATTENDANCE_LIST, day)


def vote_list(record: MinutesRecord, number: int = 0) -> Document:
    """The voteringslista of one §, or of the whole meeting. RefusedError without a vote."""
    committee, day = record.dossier.committee, record.dossier.meeting.date
    what = f"voteringslista {file_range([number])}" if number else "voteringslista"
    context = vote_list_context(record, number)
    name = document_name(day, committee, what)
    return finished_document("voteringslista", committee, context, name, VOTE_LIST, day)
