"""Finds the codes of rules cited in the program's docstrings and comments."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

CODE = r"(?:F \d{1,2}|[A-EG]\d{1,2}(?:\.\d{1,2})?)"
_CITED = re.compile(rf"(?<![\w%])({CODE})(?:–(?:[A-G] ?)?(\d{{1,2}}))?(?![\w])")
_SHORTENED = re.compile(rf"(?<![\w%]){CODE}(?:–\d+)?(?:, \d+|,? (?:and|or) \d+)")
_SPACED = re.compile(r"(?<![\w%])[A-EG] \d{1,2}\b|(?<![\w%])F  \d")
_QUOTED = re.compile(r"``.*?``", re.DOTALL)


def prose(source: str) -> Iterator[str]:
    """Every comment and docstring, without what stands between double backticks."""
    docs = {
        (node.value.lineno, node.value.col_offset)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    }
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT or (
            token.type == tokenize.STRING and token.start in docs
        ):
            yield _QUOTED.sub("", token.string)


def cited(text: str) -> set[str]:
    """The codes in a text: ``F 6``, ``D2.24``; a range stands for each code in it."""
    found = set()
    for match in _CITED.finditer(text):
        code, last = match.group(1), match.group(2)
        found.add(code)
        if last:
            start, first = re.fullmatch(r"(.*?)(\d+)", code).groups()  # type: ignore[union-attr]
            found.update(f"{start}{number}" for number in range(int(first), int(last) + 1))
    return found


def misspelt(text: str) -> list[str]:
    """Codes in another spelling than the one: ``A 8`` for ``A8``, ``D2.4, 7`` for ``D2.4, D2.7``.

    ``F6`` is a key, not a rule, and is nothing to complain of.
    """
    return [match.group() for find in (_SHORTENED, _SPACED) for match in find.finditer(text)]


def citations(roots: tuple[Path, ...]) -> Iterator[tuple[Path, str]]:
    """Each Python file under ``roots`` that may cite a rule: its comments and docstrings."""
    for root in roots:
        for path in sorted(root.rglob("*.py")):
            source = path.read_text(encoding="utf-8")
            if _CITED.search(source) or misspelt(source):
                yield path, "\n".join(prose(source))
