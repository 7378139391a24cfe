"""The house keeps its measures: small files and folders, short functions, no circle."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src"
PACKAGE = SOURCE / "nämndtui"
MOST_FILES, MOST_LINES, MOST_FUNCTION_LINES = 25, 400, 40


@cache
def modules() -> dict[str, ast.Module]:
    """Every module of the program by its dotted name."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(SOURCE).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        found[name] = ast.parse(path.read_text(encoding="utf-8"))
    return found


def code_files() -> list[Path]:
    return [path for top in (SOURCE, ROOT / "tests") for path in sorted(top.rglob("*.py"))]


def told(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def at_run_time(node: ast.AST) -> Iterator[ast.AST]:
    """Everything under ``node`` but what only a type checker reads."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING":
            for other in child.orelse:
                yield other
                yield from at_run_time(other)
            continue
        yield child
        yield from at_run_time(child)


def imported(name: str) -> set[str]:
    """The program's modules that module ``name`` imports, also those inside functions."""
    known, found = modules(), set()
    for node in at_run_time(known[name]):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found |= {f"{node.module}.{one.name}" for one in node.names} & known.keys()
            if any(f"{node.module}.{one.name}" not in known for one in node.names):
                found |= {node.module} & known.keys()
        elif isinstance(node, ast.Import):
            found |= {one.name for one in node.names} & known.keys()
    return found - {name}


def circles(graph: dict[str, set[str]]) -> set[str]:
    """The nodes that lie on a circle, or between two: what is left when the ends are taken off."""
    left = {name: set(others) for name, others in graph.items()}
    while True:
        pointed_at = set().union(*left.values()) if left else set()
        ends = {name for name, others in left.items() if not others or name not in pointed_at}
        if not ends:
            return set(left)
        left = {name: others - ends for name, others in left.items() if name not in ends}


def test_a_circle_of_imports_would_be_found() -> None:
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"b"}, "d": set()}) == {"b", "c"}
    assert not circles({"a": {"b", "c"}, "b": {"c"}, "c": set()})


def test_no_module_imports_itself_by_way_of_others() -> None:
    assert not circles({name: imported(name) for name in modules()})


def test_a_folder_can_be_taken_in_at_a_glance() -> None:
    folders: dict[Path, int] = {}
    for path in code_files():
        if path.name != "__init__.py":
            folders[path.parent] = folders.get(path.parent, 0) + 1
    assert len(folders) > 50
    assert not {told(folder): n for folder, n in folders.items() if n > MOST_FILES}


def test_a_file_can_be_read_in_one_sitting() -> None:
    lines = {told(path): len(path.read_text("utf-8").splitlines()) for path in code_files()}
    assert not {path: n for path, n in lines.items() if n > MOST_LINES}


@pytest.mark.parametrize(
    "room", ["cli", "tui", "workflow", "store", "documents", "exchange", "model"]
)
def test_a_function_fits_on_a_screen(room: str) -> None:
    found, long = 0, []
    for name, tree in modules().items():
        if name.split(".")[1:2] != [room]:
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                found += 1
                size = (node.end_lineno or node.lineno) - node.lineno + 1
                if size > MOST_FUNCTION_LINES:
                    long.append(f"{name}.{node.name}: {size}")
    assert found and not long
