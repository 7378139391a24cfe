"""One field of a form, as data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from textual.suggester import Suggester

from nämndtui.model.text.errors import InvalidInputError
from nämndtui.tui.kit.work.edit import shown_value


def as_text(text: str) -> str:
    """The text as written, without blanks around it."""
    return text.strip()


@dataclass(frozen=True)
class FormField:
    """A field. ``name`` is the key of its value.

    ``kind`` is line, text (several lines), choice or switch. ``default`` is what stands there at
    first: text for line and text, a value among ``choices`` (value, Swedish word) for choice, a
    bool for switch. ``parse`` turns what is written into the value, raising InvalidInputError.
    ``stored`` turns the database's value into what is written in the field.
    ``placeholder`` is a grey example in an empty line. ``preview`` gives a live line under the
    field for what is being written; ``suggester`` completes what is being written in a line,
    accepted with →. ``phrases`` lets short words become the committee's stock phrases in a text.
    """

    name: str
    label: str
    kind: str = "line"
    default: Any = ""
    help: str = ""
    placeholder: str = ""
    required: bool = False
    choices: tuple[tuple[Any, str], ...] = ()
    parse: Callable[[str], Any] = as_text
    stored: Callable[[object], str] = shown_value
    phrases: bool = False
    preview: Callable[[str], str] | None = field(default=None, compare=False)
    suggester: Suggester | None = field(default=None, compare=False)

    def text_of(self, entered: Any) -> str:
        """What is entered, in words; choices in Swedish."""
        if self.kind == "choice":
            return str(dict(self.choices).get(entered, entered))
        return ("ja" if entered else "nej") if self.kind == "switch" else str(entered)

    def text_of_stored(self, stored: object) -> str:
        """The database's value, in the same words."""
        return self.text_of(stored) if self.kind in ("choice", "switch") else self.stored(stored)

    def value(self, entered: Any) -> Any:
        """The value of what was entered. Raises InvalidInputError naming the field."""
        if self.kind in ("choice", "switch"):
            return entered
        if self.required and not str(entered).strip():
            raise InvalidInputError(f"{self.label} behöver fyllas i.", self.name)
        try:
            return self.parse(entered)
        except InvalidInputError as error:
            raise InvalidInputError(str(error), self.name) from error


@dataclass(frozen=True)
class Answers:
    """What a form gives back: all ``values`` by name, and those ``changed`` from the default."""

    values: dict[str, Any]
    changed: dict[str, Any]

    def __getitem__(self, name: str) -> Any:
        return self.values[name]
