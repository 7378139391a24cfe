"""Tables whose columns come from a loop: the grid made to agree with the cells."""

from __future__ import annotations

from typing import Any

from lxml import etree

from nämndtui.documents.word_xml import W


def fit_table_grids(root: Any) -> None:
    """Give every table under ``root`` as many ``w:gridCol`` as its first row has cells.

    Widths are those of the cells. A table with merged cells is the template author's own
    arrangement and is left alone.
    """
    for table in root.iter(f"{W}tbl"):
        grid = table.find(f"{W}tblGrid")
        row = table.find(f"{W}tr")
        if grid is None or row is None or row.find(f".//{W}gridSpan") is not None:
            continue
        cells = row.findall(f"{W}tc")
        if len(cells) == len(grid):
            continue
        for column in list(grid):
            grid.remove(column)
        for cell in cells:
            width = cell.find(f"{W}tcPr/{W}tcW")
            etree.SubElement(
                grid, f"{W}gridCol", {f"{W}w": "1000" if width is None else width.get(f"{W}w")}
            )
