"""Tables whose columns come from a loop: the grid made to agree with the cells."""

from __future__ import annotations

from typing import Any

from lxml import etree

from nämndtui.documents.word.xml import W


def fit_table_grids(root: Any) -> None:
    """Give every table under ``root`` as many ``w:gridCol`` as its first row has cells.

    Widths are those of the cells, made narrower together when they would be wider than the table
    itself. A table with merged cells is the template author's own arrangement and is left alone.
    """
    for table in root.iter(f"{W}tbl"):
        grid = table.find(f"{W}tblGrid")
        row = table.find(f"{W}tr")
        if grid is None or row is None or row.find(f".//{W}gridSpan") is not None:
            continue
        cells = row.findall(f"{W}tc")
        if len(cells) != len(grid):
            _fit(table, grid, [_width(cell) for cell in cells])


def _fit(table: Any, grid: Any, widths: list[int]) -> None:
    whole = table.find(f"{W}tblPr/{W}tblW")
    room = int(whole.get(f"{W}w")) if whole is not None and _in_twips(whole) else sum(widths)
    if sum(widths) > room:
        widths = [width * room // sum(widths) for width in widths]
        for row in table.iterfind(f"{W}tr"):
            for cell, width in zip(row.iterfind(f"{W}tc"), widths, strict=False):
                given = cell.find(f"{W}tcPr/{W}tcW")
                if given is not None:
                    given.set(f"{W}w", str(width))
    for column in list(grid):
        grid.remove(column)
    for width in widths:
        etree.SubElement(grid, f"{W}gridCol", {f"{W}w": str(width)})


def _width(cell: Any) -> int:
    width = cell.find(f"{W}tcPr/{W}tcW")
    return int(width.get(f"{W}w")) if width is not None and _in_twips(width) else 1000


def _in_twips(width: Any) -> bool:
    return width.get(f"{W}type", "dxa") == "dxa" and str(width.get(f"{W}w", "")).isdigit()
