"""Markdown → WordprocessingML: whole paragraphs and tables as one string.

List numbers are left open (``WordText``), so that a text is converted once and can stand in
many places of many documents, its lists numbered anew in each.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from markdown_it.token import Token

from nämndtui.documents.word.markdown_inline import inline_runs
from nämndtui.documents.word.markdown_parse import parse_markdown
from nämndtui.documents.word.markdown_table import word_table
from nämndtui.documents.word.numbering import ListNumbers, ListSpec
from nämndtui.documents.word.styles import StyleIds
from nämndtui.documents.word.xml import paragraph, text_run, xml_text

_DEEPEST = 8
_INDENT = 397
_LONGEST_CACHED = 20_000


@dataclass(frozen=True)
class WordText:
    """Converted text: strings, and between them indices into ``lists`` for the list numbers."""

    parts: tuple[str | int, ...]
    lists: tuple[ListSpec, ...]

    def xml(self, numbers: ListNumbers) -> str:
        """The finished XML, its lists numbered as new instances in ``numbers``."""
        ids = [str(numbers.instance(spec)) for spec in self.lists]
        return "".join(part if isinstance(part, str) else ids[part] for part in self.parts)


def markdown_to_word(text: str, styles: StyleIds, base_level: int = 2) -> WordText:
    """Convert ``text``. Its highest heading gets ``base_level`` and no heading level is skipped.

    Short texts are remembered: the same proposal stands in several places of one package.
    """
    if len(text) > _LONGEST_CACHED:
        return _convert(text, styles, base_level)
    return _convert_remembered(text, styles, base_level)


@lru_cache(maxsize=2048)
def _convert_remembered(text: str, styles: StyleIds, base_level: int) -> WordText:
    return _convert(text, styles, base_level)


def _convert(text: str, styles: StyleIds, base_level: int) -> WordText:
    writer = BlockWriter(styles, base_level)
    writer.write(parse_markdown(text))
    return writer.finish()


def points_to_word(points: Sequence[str], styles: StyleIds, numbered: bool) -> WordText:
    """Several Markdown texts as one list, numbered or with bullets; nested blocks stay inside."""
    writer = BlockWriter(styles, 6)
    writer.open_list(ListSpec(numbered))
    for point in points:
        writer.begin_item()
        writer.write(parse_markdown(point))
    writer.close_list()
    return writer.finish()


@dataclass
class BlockWriter:
    """Writes block tokens one after another; one for each text."""

    styles: StyleIds
    base_level: int
    _out: list[str | int] = field(default_factory=list)
    _lists: list[ListSpec] = field(default_factory=list)
    _open: list[int] = field(default_factory=list)
    _item_begins: bool = False
    _after_table: bool = False
    _quotes: int = 0
    _level_given: int = 0
    _level_written: int = 0

    def write(self, tokens: Sequence[Token]) -> None:
        """Append what ``tokens`` say."""
        position = 0
        while position < len(tokens):
            token = tokens[position]
            if token.type == "table_open":
                end = _closing(tokens, position)
                self._table(tokens[position : end + 1])
                position = end
            else:
                self._block(token, tokens[position - 1] if position else None)
            position += 1

    def finish(self) -> WordText:
        """Everything written, neighbouring strings joined."""
        parts: list[str | int] = []
        strings: list[str] = []
        for part in self._out:
            if isinstance(part, str):
                strings.append(part)
            else:
                parts += ["".join(strings), part]
                strings = []
        parts.append("".join(strings))
        return WordText(tuple(parts), tuple(self._lists))

    def open_list(self, spec: ListSpec) -> None:
        """Begin a list inside whatever is open."""
        self._open.append(len(self._lists))
        self._lists.append(spec)

    def begin_item(self) -> None:
        """The next paragraph carries the bullet or number."""
        self._item_begins = True

    def close_list(self) -> None:
        """End the innermost list."""
        self._open.pop()
        self._item_begins = False

    def _block(self, token: Token, before: Token | None) -> None:
        kind = token.type
        if kind in ("bullet_list_open", "ordered_list_open"):
            self._item_without_text()
            start = token.attrGet("start")
            first = min(int(start), 32_767) if start is not None else 1
            level = min(len(self._open), _DEEPEST)
            self.open_list(ListSpec(kind == "ordered_list_open", level, first))
        elif kind in ("bullet_list_close", "ordered_list_close"):
            self.close_list()
        elif kind == "list_item_open":
            self.begin_item()
        elif kind == "list_item_close":
            self._item_without_text()
        elif kind == "blockquote_open":
            self._quotes += 1
        elif kind == "blockquote_close":
            self._quotes -= 1
        elif kind == "inline":
            self._inline(token, before)
        elif kind in ("fence", "code_block"):
            self._code(token.content)
        elif kind == "hr":
            self._paragraph(text_run("* * *"), centred=True)

    def _inline(self, token: Token, before: Token | None) -> None:
        runs = inline_runs(token.children or [], self.styles)
        if before is not None and before.type == "heading_open" and runs and not self._open:
            style = self.styles.heading(self._level(int(before.tag[1:])))
            self._out.append(paragraph(runs, f'<w:pStyle w:val="{style}"/>'))
            self._after_table = False
        elif runs:
            self._paragraph(runs)

    def _level(self, given: int) -> int:
        if not self._level_written:
            level = self.base_level
        else:
            level = self._level_written + (given - self._level_given)
            level = min(max(level, self.base_level), self._level_written + 1)
        self._level_given, self._level_written = given, level
        return level

    def _paragraph(self, runs: str, style: str = "", centred: bool = False) -> None:
        before = '<w:spacing w:before="160"/>' if self._after_table else ""
        self._after_table = False
        align = '<w:jc w:val="center"/>' if centred else ""
        if self._open and self._item_begins:
            self._list_item(runs, before)
        else:
            indent = ""
            if self._open:
                style = style or self.styles.continued
                left = _INDENT * min(len(self._open), _DEEPEST + 1)
                indent = f'<w:ind w:left="{left}"/>'
            elif self._quotes:
                style = style or self.styles.quote
            mark = f'<w:pStyle w:val="{style}"/>' if style else ""
            self._out.append(paragraph(runs, mark + before + indent + align))

    def _list_item(self, runs: str, before: str) -> None:
        self._item_begins = False
        index = self._open[-1]
        spec = self._lists[index]
        style = self.styles.number if spec.ordered else self.styles.bullet
        self._out += [
            f'<w:p><w:pPr><w:pStyle w:val="{style}"/><w:numPr><w:ilvl w:val="{spec.level}"/>'
            '<w:numId w:val="',
            index,
            f'"/></w:numPr>{before}</w:pPr>{runs}</w:p>',
        ]

    def _item_without_text(self) -> None:
        """An item that holds only another list or a table still shows its number."""
        if self._item_begins and self._open:
            self._list_item("", "")

    def _code(self, content: str) -> None:
        lines = [xml_text(line.replace("\t", "    ")) for line in content.rstrip("\n").split("\n")]
        runs = "<w:r><w:br/></w:r>".join(text_run(line) for line in lines)
        self._paragraph(runs, self.styles.code)

    def _table(self, tokens: Sequence[Token]) -> None:
        self._item_without_text()
        if self._after_table:
            # Word joins two tables that nothing parts; this is the format's own separator.
            self._out.append(
                '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="120" '
                'w:lineRule="exact"/></w:pPr></w:p>'
            )
        self._out.append(word_table(tokens, self.styles))
        self._after_table = True


def _closing(tokens: Sequence[Token], position: int) -> int:
    while tokens[position].type != "table_close":
        position += 1
    return position
