"""What differs between two texts, line by line, for showing before one replaces the other."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

_EMPTY = "(inget)"


def changed_lines(before: str, after: str) -> Iterator[tuple[str, str]]:
    """Only the lines that differ: (``−``, a line of ``before``) and (``+``, one of ``after``).

    Blank lines do not count; a text without lines is shown as ``(inget)``.
    """
    old, new = (
        [line for line in text.split("\n") if line.strip()] or [_EMPTY] for text in (before, after)
    )
    for what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what != "equal":
            yield from (("−", line) for line in old[a:b])
            yield from (("+", line) for line in new[c:d])
