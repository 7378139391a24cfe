"""Is a Word document readable for everyone? Our own rules, said in Swedish (C7, EN 301 549).

No validator of the file format checks these; public bodies must (lag 2018:1937).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from lxml import etree

from nämndtui.documents.word.accessible_headings import heading_faults, heading_levels
from nämndtui.documents.word.accessible_tables import table_faults
from nämndtui.documents.word.xml import W

_DOC_PROPERTIES = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_TYPED_MARK = re.compile(r"^\s*(?:[-–*•·]|\d{1,2}[.)]|[a-zåäö]\))\s+\S")
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_EMPTY_LINKS = ("klicka här", "här", "läs mer")


@dataclass(frozen=True)
class _Parts:
    body: Any
    styles: Any
    edges: tuple[Any, ...]
    title: str


def accessibility_faults(content: bytes) -> list[str]:
    """Every fault in the .docx ``content``, a Swedish sentence each; empty when there is none."""
    parts = _read(content)
    faults = [*_document_faults(parts), *heading_faults(parts.body, heading_levels(parts.styles))]
    for root in (parts.body, *parts.edges):
        faults += table_faults(root)
        faults += _paragraph_faults(root)
        faults += _picture_faults(root)
        faults += _unknown_styles(root, parts.styles)
    return faults


def _read(content: bytes) -> _Parts:
    with ZipFile(BytesIO(content)) as package:
        names = package.namelist()
        parser = etree.XMLParser(huge_tree=True)
        roots = {
            name: etree.fromstring(package.read(name), parser)
            for name in names
            if name.startswith(("word/", "docProps/core")) and name.endswith(".xml")
        }
    core = roots.get("docProps/core.xml")
    title = "" if core is None else (core.findtext(_TITLE) or "")
    edges = tuple(root for root in roots.values() if root.tag in (f"{W}hdr", f"{W}ftr"))
    return _Parts(roots["word/document.xml"], roots["word/styles.xml"], edges, title)


def _document_faults(parts: _Parts) -> Iterator[str]:
    if not parts.title.strip():
        yield "Dokumentet har ingen titel bland egenskaperna."
    language = parts.styles.find(f"{W}docDefaults//{W}lang")
    if language is None or not language.get(f"{W}val", "").startswith("sv"):
        yield "Dokumentets språk är inte svenska."


def _paragraph_faults(root: Any) -> Iterator[str]:
    typed_before = ""
    for paragraph in root.iter(f"{W}p"):
        text = "".join(node.text or "" for node in paragraph.iter(f"{W}t"))
        if not text.strip():
            if _is_spacing(paragraph):
                yield f"En tom rad används som mellanrum{_after(paragraph)}."
            typed_before = ""
            continue
        typed = text if _TYPED_MARK.match(text) and not _is_listed(paragraph) else ""
        if typed and typed_before:
            yield f"En lista är skriven för hand: ”{typed[:40]}”. Använd punktlista."
        typed_before = typed
    for link in root.iter(f"{W}hyperlink"):
        shown = "".join(node.text or "" for node in link.iter(f"{W}t")).strip()
        if not shown or shown.casefold() in _EMPTY_LINKS:
            yield f"En länk säger inte vart den leder: ”{shown}”."


def _is_spacing(paragraph: Any) -> bool:
    """True unless the paragraph is there for another reason than space.

    Word itself needs an empty paragraph in an empty cell, after a table that ends its cell or
    meets another table, and to hold a section break. A tab, field or picture is content.
    """
    for tag in ("sectPr", "drawing", "pict", "fldSimple", "instrText", "br", "tab"):
        if any(True for node in paragraph.iter(f"{W}{tag}") if node.getparent().tag != f"{W}tabs"):
            return False
    before, after = paragraph.getprevious(), paragraph.getnext()
    if before is not None and before.tag == f"{W}tcPr":
        before = None
    alone = before is None and after is None
    at_table = before is not None and before.tag == f"{W}tbl"
    return not (alone or (at_table and (after is None or after.tag in (f"{W}tbl", f"{W}sectPr"))))


def _is_listed(paragraph: Any) -> bool:
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        return False
    style = properties.find(f"{W}pStyle")
    named = "" if style is None else style.get(f"{W}val", "")
    return properties.find(f"{W}numPr") is not None or "ubrik" in named


def _after(paragraph: Any) -> str:
    before = paragraph.getprevious()
    text = "" if before is None else "".join(node.text or "" for node in before.iter(f"{W}t"))
    return f" efter ”{text.strip()[-40:]}”" if text.strip() else ""


def _picture_faults(root: Any) -> Iterator[str]:
    for picture in root.iter(_DOC_PROPERTIES):
        if not (picture.get("descr") or "").strip():
            yield f"Bilden ”{picture.get('name', '')}” saknar alternativtext."


def _unknown_styles(root: Any, styles: Any) -> Iterator[str]:
    known = {style.get(f"{W}styleId") for style in styles.iter(f"{W}style")}
    used = {node.get(f"{W}val") for node in root.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")}
    for name in sorted(used - known):
        yield f"Formatmallen {name} används men finns inte i dokumentet."
