"""The kallelse with 10, 100 and 1 000 items, against bare docxtpl and against writing the XML.

*Bare docxtpl* renders the same template and context with the same filters and nothing else: no
strictness, no section headers compiled once, no fixed bytes. *XML* writes the same texts as one
string into the template's package, with no template engine at all: the floor.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any
from xml.sax.saxutils import escape

from docxtpl import DocxTemplate
from jinja2 import Environment

from benchmarks.ratios import HEADER, Figure, pair
from nämndtui.documents.contexts.summons import summons_context
from nämndtui.documents.kinds.facts import MeetingFacts
from nämndtui.documents.kinds.finished_document import finished_document
from nämndtui.documents.samples.dossier import sample_dossier
from nämndtui.documents.templates.filters import Rendering, template_environment
from nämndtui.documents.templates.template_set import find_template
from nämndtui.documents.word import markdown_word
from nämndtui.documents.word.numbering import ListNumbers
from nämndtui.documents.word.styles import find_styles
from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.model.record.dossier import MeetingDossier

TODAY = date(2026, 11, 22)
TEMPLATE = find_template("kallelse")
SIZES = (10, 100, 1000)


def dossier_of(count: int) -> MeetingDossier:
    """The sample meeting with its fullest item ``count`` times over, no two texts the same."""
    sample = sample_dossier()
    full = max(sample.items, key=lambda item: len(item.memo.body) if item.memo else 0)
    items = tuple(_numbered(full, number) for number in range(1, count + 1))
    return replace(sample, items=items, paragraphs=())


def _numbered(item: AgendaItem, number: int) -> AgendaItem:
    memo = item.memo and replace(item.memo, body=f"{item.memo.body}\n\nSå var det ({number}).")
    return replace(
        item,
        id=number,
        number=number,
        position=number,
        title=f"{item.title} {number}",
        staff_proposal=tuple(f"{point} ({number})" for point in item.staff_proposal),
        chair_proposal=None,
        summary=f"{item.summary} ({number})",
        memo=memo,
    )


def bare_docxtpl(package: bytes, context: dict[str, Any]) -> bytes:
    word = DocxTemplate(io.BytesIO(package))
    word.init_docx()
    styles = word.docx.part._styles_part.element
    rendering = Rendering(
        find_styles(styles), ListNumbers(word.docx.part.numbering_part.element, styles)
    )
    environment = Environment()
    environment.filters.update(template_environment(rendering).filters)
    word.render({**context, "sidhuvud": context["punkter"][0]}, environment, autoescape=True)
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def plain_xml(package: bytes, context: dict[str, Any]) -> bytes:
    """The same texts through the same Markdown converter, written as one string."""
    word = DocxTemplate(io.BytesIO(package))
    word.init_docx()
    styles = word.docx.part._styles_part.element
    rendering = Rendering(
        find_styles(styles), ListNumbers(word.docx.part.numbering_part.element, styles)
    )
    paragraphs: list[str] = []
    for item in context["punkter"]:
        memo = item["tjänsteskrivelse"] or {"text": ""}
        paragraphs += [
            f"<w:p><w:r><w:t>{escape(item['rubrik_med_dnr'])}</w:t></w:r></w:p>",
            *(str(rendering.points(item["förslag"])) for _ in ("item page", "memo")),
            *(str(rendering.markdown(item["sammanfattning"])) for _ in ("item page", "memo")),
            str(rendering.markdown(memo["text"])),
        ]
        for line in (*item["bilagor"], *item["expedieras_till"]):
            paragraphs.append(f"<w:p><w:r><w:t>{escape(str(line))}</w:t></w:r></w:p>")
    with zipfile.ZipFile(io.BytesIO(package)) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    document = parts["word/document.xml"].decode()
    start, end = document.index("<w:body>") + len("<w:body>"), document.rindex("<w:sectPr")
    parts["word/document.xml"] = (document[:start] + "".join(paragraphs) + document[end:]).encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in parts.items():
            target.writestr(name, content)
    return out.getvalue()


def figures() -> Iterator[Figure]:
    """Every figure of this benchmark; the program's own work includes making the context."""
    package = TEMPLATE.read_bytes()
    per_item: list[float] = []
    for count in SIZES:
        dossier = dossier_of(count)
        context = summons_context(dossier, TODAY)
        facts = MeetingFacts(dossier, TODAY)
        ours = partial(_fresh, partial(finished_document, "kallelse", facts))
        runs = 5 if count < 1000 else 3
        found = pair(
            f"kallelse, {count} items, against bare docxtpl",
            ours,
            partial(_fresh, partial(bare_docxtpl, package, context)),
            runs,
        )
        per_item.append(found.ours_ms / count)
        yield found
        yield pair(
            f"kallelse, {count} items, against writing the XML",
            ours,
            partial(_fresh, partial(plain_xml, package, context)),
            runs,
        )
    growth = per_item[-1] / per_item[-2]
    yield Figure("growth: ms an item at 1 000 against at 100", per_item[-1], per_item[-2], growth)


def _fresh(call: Callable[[], object]) -> object:
    """Without what earlier calls remembered: every document is a first one."""
    markdown_word._convert_remembered.cache_clear()
    return call()


if __name__ == "__main__":
    print(HEADER)
    for figure in figures():
        print(figure)
