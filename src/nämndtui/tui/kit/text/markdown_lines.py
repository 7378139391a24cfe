"""Markdown as styled lines for the preview, from the same parser that Word is written with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token
from textual.content import Content

from nämndtui.documents.word.markdown_parse import parse_markdown
from nämndtui.tui.kit.safe_text import plain
from nämndtui.tui.kit.text.markdown_inline import inline_content
from nämndtui.tui.kit.text.table_lines import table_lines

_LONGEST_SHOWN = 20_000


def markdown_lines(text: str, width: int) -> list[Content]:
    """Lines of at most ``width`` cells; an empty line parts the blocks. Text is never markup.

    Very long texts are cut: a preview is read on a screen.
    """
    writer = _Lines(max(width, 20))
    writer.write(parse_markdown(text[:_LONGEST_SHOWN]))
    if len(text) > _LONGEST_SHOWN:
        writer.block(plain("… (texten fortsätter)", "dim"))
    return writer.lines


@dataclass
class _Lines:
    width: int
    lines: list[Content] = field(default_factory=list)
    _lists: list[int | None] = field(default_factory=list)
    _mark: str = ""
    _bold: bool = False
    _tight: bool = False

    def block(self, content: Content, wrap: bool = True) -> None:
        """Add a block, parted from the one before unless both are rows of one list."""
        first, rest = self._indents()
        if self.lines and not (self._lists and self._tight):
            self.lines.append(Content(""))
        lines = hanging(content, first, rest, self.width) if wrap else content.split("\n")
        self.lines.extend(lines)
        self._mark = ""
        self._tight = True

    def write(self, tokens: Sequence[Token]) -> None:
        """Add everything the tokens say."""
        position = 0
        while position < len(tokens):
            token = tokens[position]
            if token.type == "table_open":
                end = next(
                    i for i in range(position, len(tokens)) if tokens[i].type == "table_close"
                )
                self._tight = False
                rows = table_lines(tokens[position:end], self.width)
                self.block(Content("\n").join(rows), wrap=False)
                position = end
            else:
                self._token(token)
            position += 1

    def _token(self, token: Token) -> None:
        kind = token.type
        if kind in ("bullet_list_open", "ordered_list_open"):
            self._tight = self._tight and bool(self._lists)
            start = token.attrGet("start")
            self._lists.append(None if kind.startswith("bullet") else int(start or 1) - 1)
        elif kind in ("bullet_list_close", "ordered_list_close"):
            self._lists.pop()
        elif kind == "list_item_open":
            self._mark = self._next_mark()
        elif kind in ("heading_open", "heading_close"):
            self._bold = kind == "heading_open"
        elif kind == "inline":
            inline = inline_content(token.children or [])
            self.block(inline.stylize("bold") if self._bold else inline)
        elif kind in ("fence", "code_block"):
            self.block(plain(token.content.rstrip("\n")))
        elif kind == "hr":
            self.block(plain("* * *"))

    def _next_mark(self) -> str:
        count = self._lists[-1]
        if count is None:
            return "– "
        self._lists[-1] = count + 1
        return f"{count + 1}. "

    def _indents(self) -> tuple[str, str]:
        depth = "   " * max(len(self._lists) - 1, 0)
        width = 3 if self._lists and self._lists[-1] is not None else 2 if self._lists else 0
        rest = depth + " " * width
        return (depth + self._mark if self._mark else rest), rest


def hanging(content: Content, first: str, rest: str, width: int) -> list[Content]:
    """``content`` wrapped, with ``first`` before its first line and ``rest`` before the others."""
    room = max(width - len(rest), 10)
    lines = [part for line in content.split("\n", allow_blank=True) for part in line.wrap(room)]
    return [plain(rest if number else first) + line for number, line in enumerate(lines)]
