"""A Markdown table as lines of text: columns in line, never wider than there is room for."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from markdown_it.token import Token
from textual.content import Content

from nämndtui.tui.kit.text.markdown_inline import inline_content

_GAP = 2
_NARROWEST = 4
_TEXT = 12
"""A column of words is not cut below this while headings of figures can be."""


def table_lines(tokens: Sequence[Token], width: int) -> list[Content]:
    """The rows of the tokens from ``table_open`` on, figures to the right, the header in bold.

    When the table is too wide the widest columns are cut; what then still has no room is cut
    at the edge.
    """
    rows, right = _cells(tokens)
    widths = [max(row[n].cell_length for row in rows) for n in range(len(right))]
    figures = [
        max([_NARROWEST, *(row[n].cell_length for row in rows[1:])]) if right[n] else _TEXT
        for n in range(len(right))
    ]
    widths = fitting(widths, figures, width - _GAP * (len(widths) - 1))
    lines = []
    for row in rows:
        cells = [
            _padded(cell, cell_width, to_right)
            for cell, cell_width, to_right in zip(row, widths, right, strict=True)
        ]
        line = Content(" " * _GAP).join(cells)
        lines.append(line.truncate(width, ellipsis=True) if line.cell_length > width else line)
    return lines


def fitting(widths: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """Column widths cut, the widest first, until they fit in ``room``.

    No column goes below its ``least`` (so that figures are whole) while another can be cut;
    none goes below what makes a word.
    """
    found = list(widths)
    for floors in (list(least), [_NARROWEST] * len(found)):
        while sum(found) > room:
            spare = [width - floor for width, floor in zip(found, floors, strict=True)]
            cuttable = [n for n, left in enumerate(spare) if left > 0]
            if not cuttable:
                break
            found[max(cuttable, key=lambda n: found[n])] -= 1
    return found


def _cells(tokens: Sequence[Token]) -> tuple[list[list[Content]], list[bool]]:
    rows: list[list[Content]] = []
    right: list[bool] = []
    for token, following in pairwise(tokens):
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "th_open":
            rows[-1].append(inline_content(following.children or []).stylize("bold"))
            right.append("right" in str(token.attrGet("style") or ""))
        elif token.type == "td_open":
            rows[-1].append(inline_content(following.children or []))
    return rows, right


def _padded(cell: Content, width: int, to_right: bool) -> Content:
    if cell.cell_length > width:
        return cell.truncate(width, ellipsis=True)
    room = width - cell.cell_length
    return cell.pad_left(room) if to_right else cell.pad_right(room)
