"""A context put into its template, with the document's properties."""

from __future__ import annotations

from datetime import date

from nämndtui.documents.contexts.committee import Context
from nämndtui.documents.templates.document import Document, DocumentProperties
from nämndtui.documents.templates.render import render
from nämndtui.documents.templates.template_set import find_template
from nämndtui.model.people.committee import Committee


def finished_document(
    template: str,
    committee: Committee,
    context: Context,
    name: str,
    subject: str,
    day: date | None,
) -> Document:
    """The document ``template`` (without .docx) gives; ``name`` is its file name.

    ``subject`` and ``day`` are properties of the file. Raises TemplateFaultError or NotFoundError
    when the template cannot be used.
    """
    properties = DocumentProperties(context["dokument"]["titel"], subject, committee.name, day)
    path = find_template(template, committee.settings.template_folder)
    return Document(name, render(path, context, properties))
