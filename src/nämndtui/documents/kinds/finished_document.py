"""A document of a kind: its context put into its template, its file name and its properties."""

from __future__ import annotations

from datetime import date

from nämndtui.documents.kinds.facts import MeetingFacts, QuarterFacts
from nämndtui.documents.kinds.file_names import document_name
from nämndtui.documents.kinds.makers import MAKERS
from nämndtui.documents.templates.document import Document, DocumentProperties
from nämndtui.documents.templates.render import render
from nämndtui.documents.templates.template_set import find_template
from nämndtui.model.publication.document_kinds import document_kind


def finished_document(name: str, facts: MeetingFacts | QuarterFacts) -> Document:
    """The document of the kind ``name`` that ``facts`` give.

    Raises RefusedError or NotFoundError when they give none, TemplateFaultError or NotFoundError
    when the template cannot be used, InvalidInputError when there is no such kind.
    """
    kind, committee = document_kind(name), facts.committee
    maker = MAKERS[name]
    context = maker.context(facts)
    told = context["dokument"]
    day = date.fromisoformat(told["datum"]) if told["datum"] else facts.day
    public = "offentlig" if facts.public else ""
    words = (kind.file_words or name, maker.detail(facts, context), public)
    file_day = day if maker.own_day else facts.day
    file_name = document_name(file_day, committee, " ".join(filter(None, words)))
    properties = DocumentProperties(told["titel"], told["slag"], committee.name, day)
    path = find_template(name, committee.settings.template_folder)
    return Document(file_name, render(path, context, properties))
