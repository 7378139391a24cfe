"""Blocks the templates of the registers share: their tables and how a report begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from template_blocks import memo_facts
from word_parts import cell, p, row, row_tag, table

LABELS = 1701
KEPT = "<w:keepNext/>"
"""Kept with what follows."""
RIGHT = '<w:jc w:val="right"/>'


@dataclass(frozen=True)
class Column:
    """A column: its heading, what stands in each row, its width, and whether it holds numbers."""

    heading: str
    value: str
    width: int
    number: bool = False


def register_table(
    loop: str, columns: Sequence[Column], last: Sequence[str] = (), kept: str = ""
) -> str:
    """A row for each of ``loop``; the heading row is repeated. ``last`` is a closing row.

    A row for which ``kept`` holds stays on the page of what follows it.
    """
    rows = row(*(_cell(one, one.value, "Tabelltext") for one in columns))
    if kept:
        held = row(*(_cell(one, one.value, "Tabelltext", KEPT) for one in columns))
        rows = "".join([row_tag(f"if {kept}"), held, row_tag("else"), rows, row_tag("endif")])
    return table(
        "Linjerad",
        [column.width for column in columns],
        row(*(_cell(one, one.heading, "Tabellrubrik") for one in columns), header=True),
        row_tag(f"for {loop}"),
        rows,
        row_tag("endfor"),
        *([row(*(_cell(c, text, "Summa") for c, text in zip(columns, last, strict=True)))]
          if last else []),
    )  # fmt: skip


def report_start() -> str:
    """Date, dnr, officials and addressee, then the title."""
    return memo_facts("rapport") + p(
        "Rubrik1", "{{ rapport.rubrik }}", properties='<w:spacing w:before="400"/>'
    )


def _cell(column: Column, text: str, style: str, properties: str = "") -> str:
    own = properties + (RIGHT if column.number else "")
    return cell(column.width, p(style, text, properties=own))
