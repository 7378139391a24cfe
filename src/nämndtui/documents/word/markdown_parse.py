"""The one Markdown dialect, shared by Word and the preview on screen.

CommonMark and tables. HTML and entities are text, bare addresses are not links, and pasted text
that happens to be indented or underlined with hyphens stays ordinary text.
"""

from __future__ import annotations

import re
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from nämndtui.documents.word.markdown_surplus import keep_surplus_cells
from nämndtui.model.text.clean_text import clean_text

# The parser drops what is nested deeper than it follows; nobody writes that, but nothing may go.
_TOO_DEEP = re.compile(r"^[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*){12,}", re.MULTILINE)
_RULE_LINE = re.compile(r"^[ \t]*(?:(?:[-*_])[ \t]*){3,}$", re.MULTILINE)
# Runs this long of characters that could open or close something are never meant as Markdown.
_UNMEANT = re.compile(r"[*_\[\]`!~]{40,}")


@lru_cache(maxsize=1)
def markdown_parser() -> MarkdownIt:
    """The parser itself, for callers that need more than ``parse_markdown`` gives."""
    options = {"html": False, "linkify": False, "typographer": False, "maxNesting": 60}
    parser = MarkdownIt("commonmark", options).enable("table")
    return parser.disable(
        # Each of these would take a typed word away: <x:y>, &amp;, a line "[x]: y", four blanks.
        ["code", "lheading", "html_block", "html_inline", "reference", "autolink", "entity"]
    )


def parse_markdown(text: str) -> list[Token]:
    """Block tokens of ``text``, cleaned first. Never fails and never drops a word.

    Text nested so deeply, or with so long runs of marks, that the parser would lose it or slow
    down is given as plain paragraphs.
    """
    cleaned = clean_text(text)
    without_rules = _RULE_LINE.sub("", cleaned)
    if _TOO_DEEP.search(without_rules) or _UNMEANT.search(without_rules):
        return _plain_paragraphs(cleaned)
    return markdown_parser().parse(keep_surplus_cells(cleaned))


def _plain_paragraphs(text: str) -> list[Token]:
    tokens: list[Token] = []
    for block in re.split(r"\n[ \t]*\n", text):
        if not block.strip():
            continue
        inline = Token("inline", "", 0, content=block, children=[])
        for number, line in enumerate(block.strip("\n").split("\n")):
            if number:
                inline.children.append(Token("softbreak", "br", 0))  # type: ignore[union-attr]
            inline.children.append(Token("text", "", 0, content=line))  # type: ignore[union-attr]
        tokens += [Token("paragraph_open", "p", 1), inline, Token("paragraph_close", "p", -1)]
    return tokens
