"""Putting the names of adjusted minutes back where people have changed name since."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from nämndtui.model.people.persons import Person

_Kept = TypeVar("_Kept")


def with_names(content: _Kept, names: Mapping[int, str]) -> _Kept:
    """``content`` (a dossier, a record) with every person in it named as ``names`` (by id) says."""
    return _named(content, names) if names else content


def _named(value: Any, names: Mapping[int, str]) -> Any:
    if isinstance(value, Person):
        return replace(value, name=names.get(value.id, value.name))
    if isinstance(value, tuple):
        return tuple(_named(one, names) for one in value)
    if isinstance(value, dict):
        return {key: _named(one, names) for key, one in value.items()}
    if not is_dataclass(value) or isinstance(value, type):
        return value
    found = {one.name: _named(getattr(value, one.name), names) for one in fields(value) if one.init}
    return replace(value, **found)
