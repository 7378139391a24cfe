"""Each private name of Textual that the program leans on is there, and stands in one file."""

from __future__ import annotations

import ast
import importlib
import inspect
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from pkgutil import resolve_name

import pytest
from textual.message_pump import MessagePump

import nämndtui.tui
from nämndtui.tui.kit.textual_private import PRIVATE_NAMES

TUI = Path(nämndtui.tui.__file__).parent
_PRIVATE = re.compile(r"_[a-z]\w*")
_OWN_OS = {"_exit"}
"""``os._exit`` is documented."""


@pytest.mark.parametrize(
    ("owner", "name"),
    [(owner, name) for owner, names in PRIVATE_NAMES.items() for name in names],
)
def test_textual_still_has(owner: str, name: str) -> None:
    assert name in _private_names_of(resolve_name(owner))


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("textual._callback", "invoke"),
        ("textual._context", "active_message_pump"),
        ("textual.widgets._select", "SelectCurrent"),
        ("textual.widgets._select", "SelectOverlay"),
    ],
)
def test_a_private_module_still_has(module: str, name: str) -> None:
    assert hasattr(importlib.import_module(module), name)


def test_messages_are_handled_by_the_method_that_is_guarded() -> None:
    """Textual's loop calls it; no class of Textual's has one of its own beside."""
    loop = inspect.getsource(MessagePump._process_messages_loop)
    assert "self._dispatch_message(message)" in loop
    assert "self._flush_next_callbacks()" in loop
    assert MessagePump._dispatch_message.__module__ == "nämndtui.tui.kit.textual_private"


@pytest.mark.parametrize(
    "path", sorted(TUI.rglob("*.py")), ids=lambda path: str(path.relative_to(TUI))
)
def test_no_other_module_uses_a_private_name(path: Path) -> None:
    if path.name == "textual_private.py":
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert list(_imported(tree)) == []
    assert list(_of_others(tree)) == []
    assert list(_inherited(tree, path)) == []


def _imported(tree: ast.AST) -> Iterator[str]:
    """``from textual._x import y``, ``from textual.x import _y``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(("textual", "rich")):
            names = [*(node.module or "").split("."), *(alias.name for alias in node.names)]
            yield from (name for name in names if name.startswith("_"))


def _of_others(tree: ast.AST) -> Iterator[str]:
    """``app._screen_stacks``: anybody's but one's own."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and _PRIVATE.fullmatch(node.attr):
            own = isinstance(node.value, ast.Name) and node.value.id in ("self", "cls")
            if not own and node.attr not in _OWN_OS:
                yield ast.unparse(node)


def _inherited(tree: ast.AST, path: Path) -> Iterator[str]:
    """``self._x`` or ``def _x`` where ``_x`` is Textual's, by purpose or by mishap."""
    inside = path.relative_to(TUI).with_suffix("").parts
    parts = inside[:-1] if inside[-1] == "__init__" else inside
    module = importlib.import_module(".".join(("nämndtui.tui", *parts)))
    for node in ast.walk(tree):
        owner = getattr(module, node.name, None) if isinstance(node, ast.ClassDef) else None
        if isinstance(owner, type):
            taken = _private_names_of(owner)
            yield from (f"{owner.__name__}.{name}" for name in _own_names(node) if name in taken)


def _own_names(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            if node.value.id == "self":
                yield node.attr
        elif isinstance(node, ast.Assign):
            yield from (target.id for target in node.targets if isinstance(target, ast.Name))


def _private_names_of(owner: type) -> set[str]:
    """What Textual's part of a class defines, or sets on itself."""
    bases = [base for base in owner.__mro__ if base.__module__.startswith("textual")]
    return {name for base in bases for name in _names_in(base)}


@cache
def _names_in(base: type) -> frozenset[str]:
    found = {*vars(base), *getattr(base, "__annotations__", ())}
    found.update(re.findall(r"self\.(_[a-z]\w*)", inspect.getsource(base)))
    return frozenset(name for name in found if _PRIVATE.fullmatch(name))
