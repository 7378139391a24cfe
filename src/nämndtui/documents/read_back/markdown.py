"""Blocks read from Word → Markdown that the program writes back as the same blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nämndtui.documents.read_back.blocks import Block

_LIKE_A_BLOCK = re.compile(r"^(#{1,6}(?=\s|$)|>|[-+*](?=\s|$)|[-=_](?:\s*[-=_]){2,}\s*$|~~~|\|)")
_LIKE_A_NUMBER = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")


def blocks_to_markdown(blocks: Sequence[Block]) -> str:
    """The blocks as one Markdown text; empty for none."""
    writer = _Writer()
    for block in blocks:
        writer.add(block)
    return "\n".join(writer.lines).strip("\n")


def points_of(blocks: Sequence[Block]) -> tuple[str, ...]:
    """A decision's points: each item of the outermost list, else the whole text as one point."""
    lowest = min((one.level for one in blocks if one.kind == "item"), default=-1)
    points: list[list[Block]] = []
    for block in blocks:
        if block.kind == "item" and block.level == lowest and block.ordered:
            points.append([Block("text", block.text)])
        elif points:
            points[-1].append(_inside(block, lowest))
        else:
            points.append([block])
    if lowest < 0 or not any(one.ordered for one in blocks if one.kind == "item"):
        points = [list(blocks)] if blocks else []
    return tuple(filter(None, (blocks_to_markdown(point) for point in points)))


def _inside(block: Block, lowest: int) -> Block:
    """A block as it stands inside its point: one list level less, continuations plain text."""
    if block.kind == "item":
        return Block("item", block.text, max(block.level - lowest - 1, 0), block.ordered)
    return Block("text", block.text) if block.kind == "more" else block


class _Writer:
    def __init__(self) -> None:
        self.lines: list[str] = []
        self._open: list[tuple[int, bool, int]] = []
        self._counts: list[int] = []

    def add(self, block: Block) -> None:
        if block.kind == "item":
            self._item(block)
            return
        if block.kind != "more":
            self._close()
        indent = " " * sum(width for _, _, width in self._open)
        self._space()
        self.lines += [f"{indent}{line}".rstrip() for line in _written(block).split("\n")]

    def _item(self, block: Block) -> None:
        while self._open and self._open[-1][0] > block.level:
            self._drop()
        if self._open and self._open[-1][0] == block.level and self._open[-1][1] != block.ordered:
            self._drop()
        if not self._open:
            self._space()
        if not self._open or self._open[-1][0] < block.level:
            self._open.append((block.level, block.ordered, 0))
            self._counts.append(0)
        self._counts[-1] += 1
        mark = f"{self._counts[-1]}. " if block.ordered else "- "
        outer = " " * sum(width for _, _, width in self._open[:-1])
        self._open[-1] = (block.level, block.ordered, len(mark))
        first, *rest = _written(Block("text", block.text)).split("\n")
        self.lines.append(f"{outer}{mark}{first}".rstrip())
        self.lines += [f"{outer}{' ' * len(mark)}{line}".rstrip() for line in rest]

    def _space(self) -> None:
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def _drop(self) -> None:
        self._open.pop()
        self._counts.pop()

    def _close(self) -> None:
        self._open, self._counts = [], []


def _written(block: Block) -> str:
    if block.kind == "heading":
        return f"{'#' * min(max(block.level - 2, 1), 6)} {block.text}"
    if block.kind == "code":
        return f"```\n{block.text}\n```"
    if block.kind == "table":
        return block.text
    lines = [_guarded(line) for line in block.text.split("\n")]
    if block.kind == "quote":
        return "\n".join(f"> {line}" for line in lines)
    return "\n".join(lines)


def _guarded(line: str) -> str:
    """A line that begins as a heading, list or quote would, kept as the text it is."""
    line = _LIKE_A_BLOCK.sub(lambda found: "\\" + found[0], line)
    return _LIKE_A_NUMBER.sub(lambda found: f"{found[1]}\\{found[2]}", line)
