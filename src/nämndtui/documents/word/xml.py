"""WordprocessingML as strings: the few shapes everything on paper is made of."""

from __future__ import annotations

from nämndtui.model.text.clean_text import clean_text

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = "{" + NAMESPACE + "}"


def xml_text(text: str) -> str:
    """``text`` escaped for XML, already cleaned.

    docxtpl turns ``{_{`` and its kin into braces after rendering; written as character references
    they pass it as the text they are.
    """
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    text = text.replace('"', "&quot;")
    if "_" in text:
        text = text.replace("{_", "&#123;_").replace("_}", "_&#125;")
    return text


def cleaned_xml_text(text: str) -> str:
    """``text`` cleaned of what Word cannot hold and escaped for XML."""
    return xml_text(clean_text(text))


def text_run(escaped: str, properties: str = "") -> str:
    """A run around text that is already escaped; ``properties`` is the inside of ``w:rPr``."""
    head = f"<w:r><w:rPr>{properties}</w:rPr>" if properties else "<w:r>"
    return f'{head}<w:t xml:space="preserve">{escaped}</w:t></w:r>'


def paragraph(runs: str, properties: str = "") -> str:
    """A paragraph; ``properties`` is the inside of ``w:pPr``."""
    if properties:
        return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"
    return f"<w:p>{runs}</w:p>"


def field_runs(instruction: str, shown: str, properties: str = "") -> str:
    """A complex field: Word computes ``instruction``; ``shown`` is the escaped text until then."""
    head = f"<w:r><w:rPr>{properties}</w:rPr>" if properties else "<w:r>"
    return (
        f'{head}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'{head}<w:instrText xml:space="preserve"> {xml_text(instruction)} </w:instrText></w:r>'
        f'{head}<w:fldChar w:fldCharType="separate"/></w:r>'
        f"{text_run(shown, properties)}"
        f'{head}<w:fldChar w:fldCharType="end"/></w:r>'
    )
