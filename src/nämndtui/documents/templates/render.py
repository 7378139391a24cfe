"""Template and facts in, Word document out: the same bytes every time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from docx.opc.exceptions import PackageNotFoundError
from lxml import etree

from nämndtui.documents.templates.document import DocumentProperties
from nämndtui.documents.templates.error import TemplateFaultError
from nämndtui.documents.templates.word_template import WordTemplate
from nämndtui.documents.word.package import same_bytes_package
from nämndtui.documents.word.xml import W
from nämndtui.model.text.clean_text import clean_line, clean_text

LANGUAGE = "sv-SE"
_LONGEST_PROPERTY = 255
_EARLIEST = datetime(2000, 1, 1)


def render(
    template: Path, context: Mapping[str, Any], properties: DocumentProperties | None = None
) -> bytes:
    """The document ``template`` gives with ``context``.

    ``context`` holds dicts, lists, strings, whole numbers, truth values and None only, so that a
    template reaches nothing else; TypeError otherwise. Raises TemplateFaultError when the template
    is missing, is no Word document, or has a fault.
    """
    try:
        package = template.read_bytes()
    except OSError as error:
        raise TemplateFaultError(
            f"Mallen {template.name} går inte att läsa i {template.parent}. "
            "Kontrollera att filen finns och att du får läsa den."
        ) from error
    return render_bytes(package, template.name, context, properties)


def render_bytes(
    package: bytes,
    template_name: str,
    context: Mapping[str, Any],
    properties: DocumentProperties | None = None,
) -> bytes:
    """As ``render``, for a template already read."""
    word = WordTemplate(package, template_name)
    try:
        word.init_docx()
    except (BadZipFile, PackageNotFoundError, KeyError, ValueError, etree.XMLSyntaxError) as error:
        raise TemplateFaultError(
            f"Mallen {template_name} är inget Worddokument (.docx). Spara om den i Word."
        ) from error
    word.render_strict(_plain(context))
    _set_properties(word, properties or DocumentProperties(""))
    _set_language(word.docx.part._styles_part.element)
    out = BytesIO()
    word.docx.save(out)
    return same_bytes_package(out.getvalue())


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return clean_text(value)
    if value is None or isinstance(value, (bool, int)):
        return value
    if isinstance(value, Mapping):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(inner) for inner in value]
    raise TypeError(f"a template is given plain values only, not {type(value).__name__}")


def _set_properties(word: WordTemplate, properties: DocumentProperties) -> None:
    core = word.docx.core_properties
    core.title = clean_line(properties.title)[:_LONGEST_PROPERTY]
    core.subject = clean_line(properties.subject)[:_LONGEST_PROPERTY]
    core.author = clean_line(properties.author)[:_LONGEST_PROPERTY]
    core.last_modified_by = core.author
    core.language = LANGUAGE
    core.comments = ""
    core.revision = 1
    day = properties.date
    core.created = core.modified = datetime.combine(day, time()) if day else _EARLIEST


def _set_language(styles_root: Any) -> None:
    """A template that says nothing of its language is Swedish; screen readers depend on it."""
    if styles_root.find(f"{W}docDefaults//{W}lang") is not None:
        return
    defaults = styles_root.find(f"{W}docDefaults")
    if defaults is None:
        defaults = etree.Element(f"{W}docDefaults")
        styles_root.insert(0, defaults)
    holder = defaults.find(f"{W}rPrDefault")
    if holder is None:
        holder = etree.Element(f"{W}rPrDefault")
        defaults.insert(0, holder)
    run = holder.find(f"{W}rPr")
    if run is None:
        run = etree.SubElement(holder, f"{W}rPr")
    etree.SubElement(run, f"{W}lang", {f"{W}val": LANGUAGE})
