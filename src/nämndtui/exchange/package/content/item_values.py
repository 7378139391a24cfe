"""A field of an item between its key in the package and its value, by the kind of field."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from nämndtui.exchange.package.names import (
    read_presenter,
    read_recipient,
    write_presenter,
    write_recipient,
)
from nämndtui.exchange.package.values import (
    Raw,
    line,
    listed,
    many,
    said,
    unless,
    whole,
    word,
)
from nämndtui.model.agenda.item_fields import ItemField
from nämndtui.model.text.clean_text import clean_line

_READ: dict[str, Callable[[Raw, ItemField], Any]] = {
    "line": lambda raw, field: line(raw, field.swedish),
    "text": lambda raw, field: raw.get(field.swedish, field.default),
    "own_text": lambda raw, field: raw.get(field.swedish),
    "points": lambda raw, field: tuple(many(raw.get(field.swedish))),
    "own_points": lambda raw, field: (
        tuple(many(raw[field.swedish])) if raw.get(field.swedish) is not None else None
    ),
    "flag": lambda raw, field: raw.get(field.swedish, field.default),
    "word": lambda raw, field: word(raw, field.swedish, field.domain, str(field.default)),
    "minutes": lambda raw, field: whole(raw, field.swedish),
    "presenters": lambda raw, field: tuple(map(read_presenter, many(raw.get(field.swedish)))),
    "recipients": lambda raw, field: tuple(map(read_recipient, many(raw.get(field.swedish)))),
}
_WRITE: dict[str, Callable[[Any, ItemField], Any]] = {
    "line": lambda value, field: clean_line(value),
    "points": lambda value, field: listed(value),
    "own_points": lambda value, field: unless(value if value is None else list(value), None),
    "word": lambda value, field: said(field.domain, value, str(field.default)),
    "presenters": lambda value, field: listed(map(write_presenter, value)),
    "recipients": lambda value, field: listed(map(write_recipient, value)),
}
"""The other kinds are written as they are, unless they are what goes without saying."""


def read_value(raw: Raw, field: ItemField) -> Any:
    """The field's value; its default where the package does not say."""
    return _READ[field.kind](raw, field)


def write_value(value: Any, field: ItemField) -> Any:
    """What stands under the field's key, or OMIT where it goes without saying."""
    write = _WRITE.get(field.kind)
    return write(value, field) if write else unless(value, field.default)
