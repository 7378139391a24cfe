"""How an item will look in the summons, and its memo: the very data the Word template gets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from textual.content import Content

from nämndtui.documents.contexts.item import item_context
from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.model.agenda.item_fields import PREVIEW, fields_in
from nämndtui.model.people.committee import Committee
from nämndtui.tui.kit.safe_text import one_line, plain
from nämndtui.tui.kit.text.markdown_lines import hanging, markdown_lines


def item_preview(
    item: AgendaItem, committee: Committee, width: int, day: date | None = None, mark: str = ""
) -> Content:
    """The item page: number, title, proposal, summary, attachments, recipients.

    ``mark`` under the title tells what is new since the kallelse, or which version was sent.
    """
    shown = item_context(item, committee, day)
    number = f"{shown['nummer']}  " if shown["nummer"] else ""
    title = plain(one_line(shown["rubrik_med_dnr"] or "(utan rubrik)"))
    heading = [line.stylize("bold") for line in hanging(title, number, "   ", width)]
    when = _when(shown["beräknad_tid"], shown["tidsåtgång"])
    parts = [[*heading, *_marked(when), *_marked(mark)]]
    if not shown["har_sida"]:
        where = "Utgår. " if item.withdrawn else ""
        parts.append([plain(f"{where}Står bara i listan på kallelsens första sida.", "dim")])
        return _joined(parts)
    if item.earlier:
        parts.append(earlier_lines(item, width))
    if shown["förslag"]:
        points = points_lines(shown["förslag"], width)
        parts.append([_heading("Förslag till beslut"), *_differs(item), *points])
    if shown["ordförandens_avviker"]:
        own = points_lines(shown["förvaltningens_förslag"], width)
        parts.append([_heading("Förvaltningens förslag till beslut"), *own])
    parts += _text("Sammanfattning", shown["sammanfattning"], width)
    if shown["tom"]:
        parts.append([plain(shown["tom"])])
    for field in fields_in(PREVIEW):
        if field.kind in _IN_ROWS:
            rows = shown[field.swedish]
            one = field.kind == "attachments" and len(rows) == 1
            parts += _rows("Bilaga" if one else field.label, rows, width)
    return _joined(parts)


_IN_ROWS = ("presenters", "attachments", "recipients")
"""Kinds of fields that stand last on the page, each under its label."""


def memo_preview(
    item: AgendaItem, committee: Committee, width: int, day: date | None = None, mark: str = ""
) -> Content:
    """The memo as it will stand behind the item page; ``mark`` as in ``item_preview``."""
    memo = item_context(item, committee, day)["tjänsteskrivelse"]
    if memo is None:
        return plain("Ingen tjänsteskrivelse. Skriv ett datum eller en text ovan.", "dim")
    dnr = f"Dnr {memo['diarienummer']}" if memo["diarienummer"] else ""
    facts = [
        "   ".join(filter(None, (memo["datum"], dnr))),
        f"Referens   {one_line(', '.join(memo['referens']))}" if memo["referens"] else "",
        f"Mottagare  {one_line(memo['mottagare'])}",
    ]
    title = hanging(plain(one_line(memo["rubrik"])), "", "", width)
    parts = [
        [plain(fact, "dim") for fact in facts if fact],
        [*(line.stylize("bold") for line in title), *_marked(mark)],
    ]
    if memo["förslag"]:
        parts.append([_heading("Förslag till beslut"), *points_lines(memo["förslag"], width)])
    parts += _text("Sammanfattning", memo["sammanfattning"], width)
    if memo["text"]:
        parts.append(markdown_lines(memo["text"], width))
    parts += _rows("Bilagor", memo["bilagor"], width)
    names = [", ".join(filter(None, (s["namn"], s["titel"]))) for s in memo["underskrifter"]]
    parts += _rows("Underskrift", names, width)
    parts += _rows("Expedieras till", memo["expedieras_till"], width)
    return _joined(parts)


def points_lines(points: Sequence[str], width: int) -> list[Content]:
    """Numbered points as they are printed; a single point has no number."""
    lines: list[Content] = []
    for number, point in enumerate(points, 1):
        mark = f"{number}. " if len(points) > 1 else ""
        indent = " " * len(mark)
        for place, line in enumerate(markdown_lines(point, width - len(mark))):
            lines.append(plain(indent if place else mark) + line)
    return lines


def earlier_lines(item: AgendaItem, width: int) -> list[Content]:
    """``Återkommer: § 92 den 8 december 2026, återremiss: …``, one for each time; quiet."""
    return [
        line.stylize("$quiet")
        for one in item.earlier
        for line in hanging(plain(one_line(one.text)), "Återkommer: ", "  ", width)
    ]


def _joined(parts: Sequence[Sequence[Content]]) -> Content:
    return Content("\n\n").join([Content("\n").join(part) for part in parts if part])


def _heading(text: str) -> Content:
    return plain(text, "$primary bold")


def _when(span: str, length: str) -> str:
    """As the Word template has it: from when to when, else how long."""
    return f"Beräknad tid {span}" if span else f"Tidsåtgång {length}" if length else ""


def _marked(mark: str) -> list[Content]:
    return [plain(mark, "italic")] if mark else []


def _differs(item: AgendaItem) -> Iterator[Content]:
    if item.chair_differs:
        yield plain("Ordförandens förslag skiljer sig från förvaltningens.", "italic")


def _text(title: str, text: str, width: int) -> list[list[Content]]:
    return [[_heading(title), *markdown_lines(text, width)]] if text else []


def _rows(title: str, rows: Sequence[str], width: int) -> list[list[Content]]:
    if not rows:
        return []
    lines = [line for row in rows for line in hanging(plain(one_line(row)), "", "  ", width)]
    return [[_heading(title), *lines]]
