"""All SQL stands in store/: nobody else asks a connection anything."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.conftest import REPOSITORY

SOURCE = REPOSITORY / "src" / "nämndtui"
ASKING = {"execute", "executemany", "executescript"}
STATEMENT = re.compile(
    r"\s*(SELECT\s.+\sFROM\s|INSERT\s+(OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s"
    r"|DELETE\s+FROM\s|PRAGMA\s+\w|BEGIN\s+IMMEDIATE)",
    re.DOTALL,
)


def _asked(tree: ast.AST) -> Iterator[int]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            if node.func.attr in ASKING:
                yield node.lineno
        elif isinstance(node, ast.Constant) and STATEMENT.match(_text(node)):
            yield node.lineno


def _text(node: ast.Constant) -> str:
    return node.value if isinstance(node.value, str) else ""


def _sql_in(path: Path) -> list[str]:
    place = path.relative_to(SOURCE).as_posix()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [f"{place}:{line}" for line in _asked(tree)]


def test_no_sql_outside_store() -> None:
    files = [p for p in SOURCE.rglob("*.py") if p.relative_to(SOURCE).parts[0] != "store"]
    assert len(files) > 400
    assert [found for path in files for found in _sql_in(path)] == []


def test_the_search_for_sql_finds_it_in_store() -> None:
    assert _sql_in(SOURCE / "store" / "agenda" / "meetings.py")
