"""Between dataclass values and columns: dates as ISO text, lists as JSON, booleans as 0/1."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, time
from typing import Any

from nämndtui.model.text.register_column import Columns


def column(value: Any) -> Any:
    """The column value of a dataclass field's value."""
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (tuple, list, dict)):
        return json_text(value)
    return value


def json_text(value: Any) -> str:
    """Compact JSON with Swedish letters as letters; dataclasses become objects."""
    return json.dumps(value, ensure_ascii=False, default=_plain, separators=(",", ":"))


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        named = {field.name: getattr(value, field.name) for field in fields(value)}
        return {name: content for name, content in named.items() if content not in ("", None)}
    if isinstance(value, (date, time)):
        return column(value)
    raise TypeError(f"no JSON form for {type(value).__name__}")


def columns(values: Mapping[str, Any]) -> dict[str, Any]:
    """Values as SQLite keeps them: days as ISO text, lists as JSON. Raises TypeError."""
    return {name: column(value) for name, value in values.items()}


def day(text: str | None) -> date | None:
    """A date column."""
    return date.fromisoformat(text) if text else None


def clock(text: str | None) -> time | None:
    """A time column."""
    return time.fromisoformat(text) if text else None


def texts(value: str) -> tuple[str, ...]:
    """A JSON column holding a list of strings."""
    return tuple(json.loads(value))


def days(value: str) -> tuple[date, ...]:
    """A JSON column holding a list of dates."""
    return tuple(map(date.fromisoformat, json.loads(value)))


_READ: dict[str, Callable[[Any], Any]] = {"day": day, "days": days, "flag": bool, "words": texts}
"""Kind of a register's column → what its value is read with; the rest stand as they are."""


def register_reader(described: Columns) -> Callable[[sqlite3.Row], dict[str, Any]]:
    """What turns a row of a register's table into the dataclass's fields of those columns."""
    plain = [one.name for one in described if one.stored and one.kind not in _READ]
    read = [(one.name, _READ[one.kind]) for one in described if one.stored and one.kind in _READ]

    def values(row: sqlite3.Row) -> dict[str, Any]:
        found = {name: row[name] for name in plain}
        for name, reader in read:
            found[name] = reader(row[name])
        return found

    return values


def marks(values: Iterable[object]) -> str:
    """``?, ?, ?`` for an IN clause."""
    return ", ".join("?" for _ in values)
