"""Text on its way in: cleaned, and refused when it holds a personal number (D2.23)."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from nämndtui.model.text.clean_text import clean_text
from nämndtui.model.text.errors import InvalidInputError
from nämndtui.model.text.personal_number import find_personal_number

_T = TypeVar("_T")


def checked(value: Any, field: str = "") -> Any:
    """The value with every string in it cleaned. Raises InvalidInputError naming ``field``."""
    if isinstance(value, str):
        text = clean_text(value)
        if find_personal_number(text):
            raise InvalidInputError(
                "Texten innehåller något som ser ut som ett personnummer. Ta bort det; "
                "personnummer får inte lagras här.",
                field,
            )
        return text
    if isinstance(value, tuple):
        return tuple(checked(part, field) for part in value)
    if is_dataclass(value) and not isinstance(value, type):
        return checked_fields(value)
    return value


def checked_fields(record: _T) -> _T:
    """A dataclass with every string in it cleaned and checked."""
    names = [part.name for part in fields(record)]  # type: ignore[arg-type]
    values = {name: checked(getattr(record, name), name) for name in names}
    return replace(record, **values)  # type: ignore[type-var]


def checked_values(values: dict[str, Any]) -> dict[str, Any]:
    """Field values cleaned and checked, by name."""
    return {name: checked(value, name) for name, value in values.items()}


def required(text: str, field: str, message: str) -> str:
    """The text, stripped. Raises InvalidInputError with ``message`` when nothing is left."""
    stripped = text.strip()
    if not stripped:
        raise InvalidInputError(message, field)
    return stripped
