"""Screens and commands write through the verbs of workflow; drafts and places have one door."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.conftest import REPOSITORY

SOURCE = REPOSITORY / "src" / "nämndtui"
DOOR = "nämndtui.store.drafts."
WRITERS = {"Change", "Store", "Recording"}


def _writers() -> set[tuple[str, str]]:
    """Functions of store that take an open change, or the writer's side: (module, name)."""
    found = set()
    for path in (SOURCE / "store").rglob("*.py"):
        module = ".".join(("nämndtui", *path.relative_to(SOURCE).with_suffix("").parts))
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef) and _takes_writer(node):
                found.add((module, node.name))
    return found


def _takes_writer(function: ast.FunctionDef) -> bool:
    kinds = (a.annotation for a in function.args.args if a.annotation is not None)
    return any(ast.unparse(kind).strip("'\"") in WRITERS for kind in kinds)


def _imported(folder: str) -> Iterator[tuple[Path, str, str]]:
    for path in (SOURCE / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                for name in node.names:
                    yield path, node.module, name.name


def test_screens_and_commands_write_facts_through_workflow_only() -> None:
    writers = _writers()
    assert len(writers) > 50
    wrong = [
        f"{path.relative_to(SOURCE)}: {module}.{name}"
        for folder in ("tui", "cli")
        for path, module, name in _imported(folder)
        if (module, name) in writers and not module.startswith(DOOR)
    ]
    assert wrong == []


def test_drafts_and_places_are_written_through_their_door() -> None:
    writers = _writers()
    used = {name for _, module, name in _imported("tui") if (module, name) in writers}
    assert used == {"save_draft", "discard_draft", "keep_place"}
