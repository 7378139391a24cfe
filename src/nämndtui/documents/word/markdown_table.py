"""A Markdown table → an accessible Word table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from nämndtui.documents.word.markdown_inline import inline_runs
from nämndtui.documents.word.styles import StyleIds
from nämndtui.documents.word.xml import paragraph

TEXT_WIDTH = 9070  # 16 cm between the margins, in twentieths of a point
_LETTER, _MARGINS = 112, 216
"""A letter of a table's text, wide ones in bold among them, and a cell's own margins."""
_LONGEST_WORD = 24
_LONGEST_WHOLE = 15
_NUMBER = re.compile(
    r"^[-−–+]?\d{1,3}(?:[ \u00a0\u202f]?\d{3})*(?:,\d+)?(?:[ \u00a0]?(?:%|kr|tkr|mkr|mnkr))?$"
)
_NO_VALUE = ("", "-", "–", "—")
_MINUS = re.compile(r"^[-–](?=\d)")


@dataclass
class _Cell:
    tokens: list[Token]
    text: str
    align: str


def word_table(tokens: Sequence[Token], styles: StyleIds) -> str:
    """``w:tbl`` for the tokens from ``table_open`` to ``table_close``.

    The first row is marked as a repeated header, rows are not split over pages, no cell is
    merged, and columns of numbers are aligned right with a real minus sign.
    """
    rows = _rows(tokens)
    columns = max(len(row) for row in rows)
    right = [_aligned_right([row[c] for row in rows if c < len(row)]) for c in range(columns)]
    widths = _widths(rows, columns)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    # Short tables stay on one page: every row but the last is kept with the next.
    kept = len(rows) - 1 if len(rows) <= _LONGEST_WHOLE else 1
    body = "".join(
        _row(row, widths, right, styles, header=number == 0, keep=number < kept)
        for number, row in enumerate(rows)
    )
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{styles.table}"/>'
        '<w:tblW w:w="5000" w:type="pct"/>'
        '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        'w:lastColumn="0" w:noHBand="0" w:noVBand="1"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"
    )


def _rows(tokens: Sequence[Token]) -> list[list[_Cell]]:
    rows: list[list[_Cell]] = []
    align = ""
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type in ("th_open", "td_open"):
            align = str(token.attrGet("style") or "").removeprefix("text-align:")
        elif token.type == "inline":
            rows[-1].append(_Cell(token.children or [], token.content, align))
    return rows


def _aligned_right(cells: Sequence[_Cell]) -> bool:
    """What the writer asked for; else right when every value in the column is a number."""
    if cells[0].align:
        return cells[0].align == "right"
    values = [cell.text.strip() for cell in cells[1:]]
    plain = [value.strip("*_") for value in values if value not in _NO_VALUE]
    return bool(plain) and all(_NUMBER.match(value) for value in plain)


def _widths(rows: Sequence[Sequence[_Cell]], columns: int) -> list[int]:
    """Column widths in proportion to their texts, none so narrow that its longest word breaks.

    With more columns than the page has room for, they share it and long words do break.
    """
    needs, weights = [], []
    for column in range(columns):
        texts = [row[column].text for row in rows if column < len(row)]
        longest_word = max((len(word) for text in texts for word in text.split()), default=1)
        typical = sum(len(text) for text in texts) / len(texts)
        needs.append(min(longest_word, _LONGEST_WORD) * _LETTER + _MARGINS)
        weights.append(max(min(longest_word, 20) + 2, min(typical, 60)))
    left = TEXT_WIDTH - sum(needs)
    if left < 0:
        needs, left = [0] * columns, TEXT_WIDTH
    scale = left / sum(weights)
    return [max(need + int(w * scale), 200) for need, w in zip(needs, weights, strict=True)]


def _row(
    cells: Sequence[_Cell],
    widths: Sequence[int],
    right: Sequence[bool],
    styles: StyleIds,
    header: bool,
    keep: bool,
) -> str:
    style = styles.table_head if header else styles.table_text
    kept = "<w:keepNext/>" if keep else ""
    out = ["<w:tr><w:trPr><w:cantSplit/>", "<w:tblHeader/>" if header else "", "</w:trPr>"]
    for column, width in enumerate(widths):
        tokens = cells[column].tokens if column < len(cells) else []
        if right[column] and not header:
            tokens = _with_minus(tokens)
        align = '<w:jc w:val="right"/>' if right[column] else ""
        out.append(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
            + paragraph(inline_runs(tokens, styles), f'<w:pStyle w:val="{style}"/>{kept}{align}')
            + "</w:tc>"
        )
    return "".join(out) + "</w:tr>"


def _with_minus(tokens: list[Token]) -> list[Token]:
    return [
        token.copy(content=_MINUS.sub("−", token.content)) if token.type == "text" else token
        for token in tokens
    ]
