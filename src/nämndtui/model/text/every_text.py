"""Changing every text of a model object, however deep it lies, so that no field is forgotten."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

Changer = Callable[[Sequence[str]], Sequence[str]]
"""Texts that belong together (a field, or all of a list) → the same texts changed."""
T = TypeVar("T")


def change_texts(value: T, change: Changer) -> T:
    """``value`` with ``change`` applied to all text in it; itself when nothing differs.

    Dataclasses and tuples are gone through; numbers, dates and mappings are left alone.
    """
    return cast("T", _changed(value, change))


def _changed(value: Any, change: Changer) -> Any:
    if isinstance(value, str):
        return change([value])[0] if value else value
    if isinstance(value, tuple):
        return _tuple(value, change)
    if is_dataclass(value) and not isinstance(value, type):
        return _object(value, change)
    return value


def _tuple(value: tuple[Any, ...], change: Changer) -> tuple[Any, ...]:
    if value and all(isinstance(one, str) for one in value):
        new = tuple(change(value))
    else:
        new = tuple(_changed(one, change) for one in value)
    return value if all(a is b or a == b for a, b in zip(value, new, strict=True)) else new


def _object(value: Any, change: Changer) -> Any:
    new = {}
    for field in fields(value):
        if field.init:
            old = getattr(value, field.name)
            changed = _changed(old, change)
            if changed is not old and changed != old:
                new[field.name] = changed
    return replace(value, **new) if new else value
