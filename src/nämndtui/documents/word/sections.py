"""Sections of a rendered body: who heads them, and where they end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from lxml import etree

from nämndtui.documents.word.xml import W

_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def settle_section_breaks(body: Any) -> None:
    """Move each section break from an empty paragraph of its own to the paragraph before it.

    A template holds a break in a paragraph of its own, because a loop needs one. On paper that
    paragraph would be an empty line, at worst an empty page; after the last section it would
    begin yet another. After a table it has to stay.
    """
    for section in list(body.iterchildren(f"{W}p")):
        properties = section.find(f"{W}pPr")
        break_ = None if properties is None else properties.find(f"{W}sectPr")
        if break_ is None or section.find(f".//{W}t") is not None:
            continue
        before = section.getprevious()
        if before is not None and before.tag == f"{W}p" and not _ends_section(before):
            _properties_of(before).append(break_)
            body.remove(section)
    _join_last(body)


def apply_section_headers(body: Any, headed: Callable[[str, int], str | None]) -> None:
    """Point header and footer references at the ones made for their section.

    ``headed(relationship id, value number)`` gives the id of the header made for that value, or
    None when the header is the same everywhere. Marks left by the ``sidhuvud`` filter say which
    value a section has; they are removed.
    """
    value: int | None = None
    for node in list(body.iter(etree.PI, f"{W}sectPr")):
        if node.tag is etree.PI:
            if node.target == "sidhuvud":
                value = int(node.text)
                _remove_keeping_tail(node)
            continue
        for reference in _references(node):
            made = headed(reference.get(_R_ID), -1 if value is None else value)
            if made is not None:
                reference.set(_R_ID, made)


def _references(section: Any) -> Iterator[Any]:
    yield from section.iterfind(f"{W}headerReference")
    yield from section.iterfind(f"{W}footerReference")


def _join_last(body: Any) -> None:
    """When nothing follows the last break in the body, it becomes the body's own."""
    final = body.find(f"{W}sectPr")
    last = None if final is None else final.getprevious()
    if last is None or last.tag != f"{W}p" or not _ends_section(last):
        return
    section = last.find(f"{W}pPr/{W}sectPr")
    body.replace(final, section)
    if last.find(f".//{W}t") is None and last.find(f".//{W}instrText") is None:
        before = last.getprevious()
        if before is not None and before.tag == f"{W}p":
            body.remove(last)


def _ends_section(paragraph: Any) -> bool:
    return paragraph.find(f"{W}pPr/{W}sectPr") is not None


def _properties_of(paragraph: Any) -> Any:
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        properties = etree.Element(f"{W}pPr")
        paragraph.insert(0, properties)
    return properties


def _remove_keeping_tail(node: Any) -> None:
    node.tail = None
    node.getparent().remove(node)
