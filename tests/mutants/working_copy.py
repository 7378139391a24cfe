"""A copy of the repository that faults may be made in, with its properties open to them."""

from __future__ import annotations

import ast
import shutil
from pathlib import Path

COPIED = (
    *("src", "tests", "templates", "data", "docs", "benchmarks"),
    *("pyproject.toml", "constraints.txt", "Makefile", "README.md", "ARCHITECTURE.md"),
    "CHANGELOG.md",
)
MUTATED = ("model", "workflow")
_UNFOLDED = "unfolded_"


def make_copy(repository: Path, folder: Path) -> None:
    """Copy what the tests need to an empty ``folder``; in ``MUTATED`` properties are unfolded."""
    folder.mkdir(parents=True)
    for name in COPIED:
        source = repository / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        elif source.exists():
            shutil.copy2(source, folder / name)
    for layer in MUTATED:
        for path in (folder / "src" / "nämndtui" / layer).rglob("*.py"):
            path.write_text(unfold(path.read_text(encoding="utf-8")), encoding="utf-8")


def unfold(source: str) -> str:
    """``source`` with each ``@property`` as a plain method and a ``property`` made of it.

    The tool makes no faults in decorated functions, and much of the model is properties.
    """
    lines = source.splitlines(keepends=True)
    for node in sorted(_properties(source), key=lambda one: one.lineno, reverse=True):
        decorator, first, last = node.decorator_list[0].lineno, node.lineno, node.end_lineno
        assert last is not None
        indent = " " * node.col_offset
        made = f"{indent}{node.name} = property({_UNFOLDED}{node.name})\n"
        lines.insert(last, made)
        lines[first - 1] = lines[first - 1].replace(
            f"def {node.name}(", f"def {_UNFOLDED}{node.name}("
        )
        del lines[decorator - 1]
    return "".join(lines)


def _properties(source: str) -> list[ast.FunctionDef]:
    return [
        node
        for owner in ast.walk(ast.parse(source))
        if isinstance(owner, ast.ClassDef)
        for node in owner.body
        if isinstance(node, ast.FunctionDef)
        and [ast.unparse(one) for one in node.decorator_list] == ["property"]
    ]
