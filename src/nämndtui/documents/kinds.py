"""The documents the program makes, one function each."""

from __future__ import annotations

from datetime import date

from nämndtui.documents.context_summons import summons_context, summons_title
from nämndtui.documents.document import Document, DocumentProperties
from nämndtui.documents.file_names import document_name
from nämndtui.documents.render import render
from nämndtui.documents.template_set import find_template
from nämndtui.model.dossier import MeetingDossier


def summons(dossier: MeetingDossier, today: date) -> Document:
    """The kallelse: front page, item pages and memos. ``today`` dates one not yet sent.

    Raises TemplateFaultError or NotFoundError when the template cannot be used.
    """
    committee, meeting = dossier.committee, dossier.meeting
    properties = DocumentProperties(
        summons_title(dossier), "Kallelse", committee.name, meeting.summons_date or today
    )
    template = find_template("kallelse", committee.settings.template_folder)
    return Document(
        document_name(meeting.date, committee, "kallelse"),
        render(template, summons_context(dossier, today), properties),
    )
