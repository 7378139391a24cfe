"""Markdown inside a paragraph → Word runs."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import unquote

from markdown_it.token import Token

from nämndtui.documents.word.styles import StyleIds
from nämndtui.documents.word.typography import typeset
from nämndtui.documents.word.xml import field_runs, text_run, xml_text

_SCHEMES = ("http://", "https://", "mailto:", "tel:")
# Word refuses a field instruction much longer than this; the text itself is never shortened.
_LONGEST_ADDRESS = 2000


def inline_runs(tokens: Sequence[Token], styles: StyleIds, base: str = "") -> str:
    """Runs for the children of an ``inline`` token.

    ``base`` is run properties every run gets. A link becomes a HYPERLINK field, which needs no
    relationship in the package; a link to anything but the web, mail or telephone is text, with the
    address in parentheses.
    """
    out: list[str] = []
    bold = italic = 0
    address = aside = ""
    for token in tokens:
        kind = token.type
        if kind == "strong_open":
            bold += 1
        elif kind == "strong_close":
            bold -= 1
        elif kind == "em_open":
            italic += 1
        elif kind == "em_close":
            italic -= 1
        elif kind == "link_open":
            given = str(token.attrGet("href") or "")
            address = _safe_address(given)
            aside = "" if address else given
            if address:
                out.append(_field_start(address))
        elif kind == "link_close":
            if address:
                out.append(_FIELD_END)
            elif aside:
                out.append(text_run(xml_text(f" ({unquote(aside)})"), base))
            address = ""
        elif kind == "hardbreak":
            out.append("<w:r><w:br/></w:r>")
        else:
            out.append(_text_of(token, styles, _properties(styles, base, bold, italic, address)))
    return "".join(out)


_FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def _field_start(address: str) -> str:
    whole = field_runs(f'HYPERLINK "{address}"', "")
    return whole[: whole.index('<w:r><w:t xml:space="preserve">')]


def _properties(styles: StyleIds, base: str, bold: int, italic: int, address: str) -> str:
    if not (bold or italic or address):
        return base
    style = f'<w:rStyle w:val="{styles.hyperlink}"/>' if address else ""
    return style + ("<w:b/>" if bold else "") + ("<w:i/>" if italic else "") + base


def _text_of(token: Token, styles: StyleIds, properties: str) -> str:
    if token.type == "softbreak":
        return text_run(" ", properties)
    if token.type == "code_inline":
        return text_run(xml_text(token.content), f'<w:rStyle w:val="{styles.code_char}"/>')
    if token.type == "image":
        shown = token.content or str(token.attrGet("src") or "")
        return text_run(xml_text(f"[Bild: {shown}]"), properties)
    if not token.content:
        return ""
    return text_run(xml_text(typeset(token.content.replace("\t", " "))), properties)


def _safe_address(address: str) -> str:
    if not address.lower().startswith(_SCHEMES) or len(address) > _LONGEST_ADDRESS:
        return ""
    return address.replace("\\", "%5C").replace('"', "%22")
