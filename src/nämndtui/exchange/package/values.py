"""Single values between JSON and the model, and the leaving out of what goes without saying."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, time
from typing import Any, Final

from nämndtui.model.text.clean_text import clean_line
from nämndtui.model.text.vocabulary import english, swedish

Raw = dict[str, Any]
"""One object of a validated package."""

OMIT: Final = object()
"""Stands for a key that is not written."""


class LocalIds:
    """Numbers the parts of one package: 1, 2, 3 … within each kind, in the order of the file."""

    def __init__(self) -> None:
        self._last: Counter[str] = Counter()

    def next(self, kind: str) -> int:
        """The next free id of ``kind``."""
        self._last[kind] += 1
        return self._last[kind]


def line(raw: Raw, key: str, default: str = "") -> str:
    """The one-line text under ``key``; ``default`` when the key is absent."""
    return clean_line(raw[key]) if key in raw else default


def lines(value: str | list[str] | None) -> tuple[str, ...]:
    """One or several one-line texts."""
    return tuple(clean_line(text) for text in many(value))


def many(value: Any) -> list[Any]:
    """A list, also where one value stands alone or none is given."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def names_by_comma(value: str | list[str] | None) -> tuple[str, ...]:
    """A list of short names, also when written as one text with commas."""
    parts = value.split(",") if isinstance(value, str) else many(value)
    return tuple(name for part in parts if (name := clean_line(part)))


def day(raw: Raw, key: str) -> date | None:
    """The ISO date under ``key``."""
    return date.fromisoformat(raw[key]) if key in raw else None


def clock(raw: Raw, key: str) -> time | None:
    """The time (``18:30``) under ``key``."""
    return time.fromisoformat(raw[key]) if key in raw else None


def whole(raw: Raw, key: str) -> int | None:
    """The integer under ``key``; JSON may spell 4 as 4.0."""
    value = raw.get(key)
    return None if value is None else int(value)


def wholes(raw: Raw, key: str) -> tuple[int, ...]:
    """The list of integers under ``key``."""
    return tuple(int(number) for number in raw.get(key, ()))


def needed_word(raw: Raw, key: str, domain: str) -> Any:
    """The English value of the Swedish word under ``key``, which the schema demands.

    Any, because ``domain`` says which values there are; the schema has let no other word in.
    """
    return english(domain, raw[key])


def word(raw: Raw, key: str, domain: str, default: str) -> Any:
    """As ``needed_word``; ``default`` (English) when the key is absent."""
    return needed_word(raw, key, domain) if key in raw else default


def unless(value: Any, default: Any) -> Any:
    """``value``, or OMIT when it is what the reader would assume."""
    return OMIT if value == default else value


def unless_line(text: str, default: str = "") -> Any:
    """One-line text as it will be read back, or OMIT when the reader would assume it."""
    return unless(clean_line(text), clean_line(default))


def listed(values: Iterable[Any]) -> Any:
    """A list, or OMIT when it is empty."""
    return list(values) or OMIT


def iso_day(value: date | None) -> Any:
    """An ISO date, or OMIT."""
    return OMIT if value is None else value.isoformat()


def iso_clock(value: time | None) -> Any:
    """A time such as ``18:30``, or OMIT."""
    return OMIT if value is None else value.strftime("%H:%M")


def said(domain: str, value: str, default: str) -> Any:
    """The Swedish word for ``value``, or OMIT when it is ``default``."""
    return OMIT if value == default else swedish(domain, value)


def kept(fields: dict[str, Any]) -> Raw:
    """The fields that are not OMIT, in their order."""
    return {key: value for key, value in fields.items() if value is not OMIT}
