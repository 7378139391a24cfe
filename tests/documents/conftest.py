"""Reading finished documents back, the way a reader or a screen reader meets them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from lxml import etree

from nämndtui.documents.samples.dossier import sample_dossier
from nämndtui.documents.samples.hostile_dossier import hostile_dossier
from nämndtui.documents.word.styles import StyleIds, find_styles
from nämndtui.documents.word.xml import NAMESPACE, W
from nämndtui.model.record.dossier import MeetingDossier
from tests.conftest import REPOSITORY

SENT = date(2017, 9, 19)


@dataclass
class ReadDocument:
    """A document as text: no-break spaces read as spaces, joiners as nothing."""

    content: bytes

    @property
    def word(self) -> Any:
        return docx.Document(BytesIO(self.content))

    @property
    def body(self) -> Any:
        with ZipFile(BytesIO(self.content)) as package:
            return etree.fromstring(package.read("word/document.xml")).find(f"{W}body")

    @property
    def lines(self) -> list[str]:
        """Every paragraph of the body, those in tables too, in order."""
        return [_text(paragraph) for paragraph in self.body.iter(f"{W}p")]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def part(self, name: str) -> str:
        with ZipFile(BytesIO(self.content)) as package:
            return package.read(name).decode("utf-8")

    def headers(self) -> list[str]:
        """The header of each section, in order."""
        return [
            "\n".join(_text(p._p) for p in section.header.paragraphs)
            for section in self.word.sections
        ]

    def after(self, heading: str, within: str = "") -> list[str]:
        """The paragraphs between ``heading`` (after ``within``) and the next heading."""
        paragraphs = list(self.body.iterchildren(f"{W}p"))
        texts = [_text(p) for p in paragraphs]
        start = texts.index(within) if within else 0
        at = texts.index(heading, start)
        out = []
        for paragraph, text in zip(paragraphs[at + 1 :], texts[at + 1 :], strict=True):
            if "ubrik" in (_style(paragraph) or ""):
                break
            out.append(text)
        return out

    def headings(self) -> Iterator[str]:
        for paragraph in self.body.iterchildren(f"{W}p"):
            if "ubrik" in (_style(paragraph) or ""):
                yield _text(paragraph)


def _style(paragraph: Any) -> str | None:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return None if style is None else str(style.get(f"{W}val"))


def _text(paragraph: Any) -> str:
    out = []
    for node in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br"):
        if node.tag == f"{W}t":
            out.append(node.text or "")
        elif node.getparent().tag == f"{W}r":
            out.append("\t" if node.tag == f"{W}tab" else "\n")
    return "".join(out).replace("\u00a0", " ").replace("\u2060", "")


@pytest.fixture
def read() -> Callable[[bytes], ReadDocument]:
    return ReadDocument


@pytest.fixture
def dossier() -> MeetingDossier:
    return sample_dossier()


@pytest.fixture
def hostile() -> MeetingDossier:
    return hostile_dossier()


@pytest.fixture
def styles() -> StyleIds:
    return find_styles(etree.fromstring(f'<w:styles xmlns:w="{NAMESPACE}"/>'))


@pytest.fixture
def templates() -> Path:
    return REPOSITORY / "templates"


@pytest.fixture
def make_template() -> Callable[..., bytes]:
    """A template as a municipality might make one: python-docx's own, with paragraphs of tags."""

    def make(paragraphs: list[str], header: str = "") -> bytes:
        document = docx.Document()
        for text in paragraphs:
            document.add_paragraph(text)
        if header:
            document.sections[0].header.paragraphs[0].text = header
        out = BytesIO()
        document.save(out)
        return out.getvalue()

    return make
