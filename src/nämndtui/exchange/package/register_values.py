"""A register's rows between JSON and the model, column by column as the description says.

The kinds that a row says in ways of its own – its state, its place on an agenda, what it refers
to, a file – are read and written by ``content``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from nämndtui.exchange.package.values import (
    OMIT,
    Raw,
    day,
    iso_day,
    line,
    listed,
    many,
    said,
    unless,
    unless_line,
    whole,
    word,
)
from nämndtui.model.delegation.order import canonical_point
from nämndtui.model.text.clean_text import clean_line
from nämndtui.model.text.register_column import Columns, RegisterColumn
from nämndtui.model.text.vocabulary import english, swedish

_Read = Callable[[Raw, RegisterColumn], Any]
_Write = Callable[[Any, RegisterColumn], Any]


def read_columns(raw: Raw, columns: Columns) -> dict[str, Any]:
    """The dataclass's fields that a validated row of a package says, defaults included."""
    return {
        one.name: _READ[one.kind](raw, one) for one in columns if one.package and one.kind in _READ
    }


def write_columns(record: object, columns: Columns, own: Mapping[str, Any]) -> Raw:
    """The inverse: every key a package has for the register, in order, OMIT where it is silent.

    ``own`` are the keys that ``content`` makes. Raises KeyError for a described column that
    nobody writes.
    """
    return {
        one.key: _WRITE[one.kind](getattr(record, one.name), one)
        if one.kind in _WRITE
        else own[one.key]
        for one in columns
        if one.package
    }


def _write_line(value: Any, column: RegisterColumn) -> Any:
    return clean_line(value) if column.missing else unless_line(value)


def _read_word(raw: Raw, column: RegisterColumn) -> str:
    if column.missing:
        return english(column.domain, raw[column.key])
    return str(word(raw, column.key, column.domain, str(column.default)))


def _write_word(value: Any, column: RegisterColumn) -> Any:
    if column.missing:
        return swedish(column.domain, value)
    return said(column.domain, value, str(column.default))


_READ: dict[str, _Read] = {
    "line": lambda raw, column: line(raw, column.key),
    "text": lambda raw, column: raw.get(column.key, ""),
    "code": lambda raw, column: raw.get(column.key, ""),
    "point": lambda raw, column: canonical_point(raw[column.key]),
    "day": lambda raw, column: day(raw, column.key),
    "days": lambda raw, column: tuple(map(date.fromisoformat, many(raw.get(column.key)))),
    "flag": lambda raw, column: raw.get(column.key, column.default),
    "whole": lambda raw, column: whole(raw, column.key),
    "word": _read_word,
    "words": lambda raw, column: tuple(
        english(column.domain, name) for name in many(raw.get(column.key))
    ),
}
_WRITE: dict[str, _Write] = {
    "line": _write_line,
    "text": lambda value, column: unless(value, ""),
    "code": lambda value, column: unless(value, ""),
    "point": lambda value, column: value,
    "day": lambda value, column: iso_day(value),
    "days": lambda value, column: listed(one.isoformat() for one in value),
    "flag": lambda value, column: unless(value, column.default),
    "whole": lambda value, column: OMIT if value is None else value,
    "word": _write_word,
    "words": lambda value, column: listed(swedish(column.domain, code) for code in value),
}
