"""A Word file somebody may have changed, opened for reading: its text, styles, lists and links."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from lxml import etree

from nämndtui.documents.word.xml import W
from nämndtui.model.text.errors import InvalidInputError

_LARGEST_PART = 100_000_000
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_BODY_LEVEL = 9


@dataclass(frozen=True)
class ReadPackage:
    """``styles`` by id; ``formats`` maps (numId, level) to a number format; ``links`` rId → URL."""

    body: Any
    styles: dict[str, Any]
    formats: dict[tuple[str, int], str]
    links: dict[str, str]

    def style_name(self, style_id: str) -> str:
        """The style's own name in lower case, the same in every language of Word."""
        style = self.styles.get(style_id)
        name = None if style is None else style.find(f"{W}name")
        return "" if name is None else str(name.get(f"{W}val", "")).casefold()

    def style_chain(self, style_id: str) -> list[Any]:
        """The style and those it is based on."""
        chain: list[Any] = []
        style = self.styles.get(style_id)
        while style is not None and style not in chain:
            chain.append(style)
            based = style.find(f"{W}basedOn")
            style = None if based is None else self.styles.get(based.get(f"{W}val", ""))
        return chain

    def heading_level(self, paragraph: Any) -> int:
        """1–9 for a heading, 0 for anything else."""
        holders = [paragraph.find(f"{W}pPr"), *self._style_properties(paragraph)]
        for properties in holders:
            found = None if properties is None else properties.find(f"{W}outlineLvl")
            if found is not None:
                level = int(found.get(f"{W}val", str(_BODY_LEVEL)))
                return level + 1 if level < _BODY_LEVEL else 0
        for style in self.style_chain(style_of(paragraph)):
            name = self.style_name(style.get(f"{W}styleId", ""))
            word, _, number = name.rpartition(" ")
            if word in ("heading", "rubrik") and number.isdecimal():
                return int(number)
        return 0

    def list_place(self, paragraph: Any) -> tuple[int, bool] | None:
        """(level from 0, numbered) for a paragraph in a list; None for any other."""
        holders = [paragraph.find(f"{W}pPr"), *self._style_properties(paragraph)]
        for properties in holders:
            found = None if properties is None else properties.find(f"{W}numPr")
            if found is None:
                continue
            number, level = found.find(f"{W}numId"), found.find(f"{W}ilvl")
            if number is None or number.get(f"{W}val") == "0":
                return None
            depth = 0 if level is None else int(level.get(f"{W}val", "0"))
            shape = self.formats.get((number.get(f"{W}val", ""), depth), "decimal")
            return None if shape == "none" else (depth, shape != "bullet")
        return None

    def _style_properties(self, paragraph: Any) -> list[Any]:
        return [style.find(f"{W}pPr") for style in self.style_chain(style_of(paragraph))]


def open_package(content: bytes) -> ReadPackage:
    """The package in ``content``. Raises InvalidInputError when it is no readable .docx."""
    try:
        with ZipFile(BytesIO(content)) as package:
            parts = {
                name: _parsed(package, name)
                for name in (
                    "word/document.xml",
                    "word/styles.xml",
                    "word/numbering.xml",
                    "word/_rels/document.xml.rels",
                )
            }
    except (BadZipFile, etree.XMLSyntaxError, ValueError, RuntimeError) as error:
        raise _unreadable() from error
    document = parts["word/document.xml"]
    body = None if document is None else document.find(f"{W}body")
    if body is None:
        raise _unreadable()
    return ReadPackage(
        body,
        _styles(parts["word/styles.xml"]),
        _formats(parts["word/numbering.xml"]),
        _links(parts["word/_rels/document.xml.rels"]),
    )


def style_of(paragraph: Any) -> str:
    """The paragraph's style id; empty for the default."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else str(style.get(f"{W}val", ""))


def _unreadable() -> InvalidInputError:
    return InvalidInputError(
        "Filen är inget läsbart Worddokument (.docx). Öppna den i Word och spara den som .docx "
        "utan lösenord.",
        "file",
    )


def _parsed(package: ZipFile, name: str) -> Any:
    if name not in package.namelist():
        return None
    if package.getinfo(name).file_size > _LARGEST_PART:
        raise ValueError(name)
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    return etree.fromstring(package.read(name), parser)


def _styles(root: Any) -> dict[str, Any]:
    if root is None:
        return {}
    return {style.get(f"{W}styleId", ""): style for style in root.iter(f"{W}style")}


def _formats(root: Any) -> dict[tuple[str, int], str]:
    if root is None:
        return {}
    shapes: dict[str, dict[int, str]] = {}
    for definition in root.iterfind(f"{W}abstractNum"):
        levels = {
            int(level.get(f"{W}ilvl", "0")): str(level.find(f"{W}numFmt").get(f"{W}val"))
            for level in definition.iterfind(f"{W}lvl")
            if level.find(f"{W}numFmt") is not None
        }
        shapes[definition.get(f"{W}abstractNumId", "")] = levels
    found: dict[tuple[str, int], str] = {}
    for number in root.iterfind(f"{W}num"):
        source = number.find(f"{W}abstractNumId")
        for level, shape in shapes.get(source.get(f"{W}val", ""), {}).items():
            found[(number.get(f"{W}numId", ""), level)] = shape
    return found


def _links(root: Any) -> dict[str, str]:
    if root is None:
        return {}
    return {
        one.get("Id", ""): one.get("Target", "")
        for one in root.iter(_RELATIONSHIP)
        if one.get("Type", "").endswith("/hyperlink") and one.get("TargetMode") == "External"
    }
