"""Holds a package against its schema and says in Swedish what differs and what to do."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING, Any

from nämndtui.exchange.package.place import describe_place, shorten
from nämndtui.exchange.package.schema import expanded_schema

if TYPE_CHECKING:
    from jsonschema.protocols import Validator

ValidationError = Any
"""jsonschema's error; its own types let every attribute be unset, which no caught error has."""

_TYPES = {
    "string": "text",
    "integer": "ett heltal",
    "boolean": "true eller false",
    "array": "en lista",
    "object": "ett objekt",
    "null": "null",
}


_BEGINNING = 'Ett paket börjar med { "format": "namndtui-paket", "version": 1, och så vidare.'
_ABOUT_KEYS = ("required", "additionalProperties", "dependentRequired")
_WEIGHT = {kind: weight for weight, kind in enumerate(("type", "const", "enum", "pattern"))}
"""What is said of a value that breaks several rules: a date of another form is no day either."""


def schema_problems(data: Any) -> list[str]:
    """Every way ``data`` differs from the package schema: place and remedy, one line each."""
    if not isinstance(data, dict):
        return [f"Filen är inget paket. {_BEGINNING}"]
    found = sorted(_validator().iter_errors(data), key=lambda error: _order(error, data))
    problems = [problem for error in _one_a_value(found) for problem in _problems(error, data)]
    return list(dict.fromkeys(problems))


def _one_a_value(found: list[ValidationError]) -> list[ValidationError]:
    """The errors with only the weightiest about each value; of an object, all that it lacks."""
    kept: dict[Hashable, ValidationError] = {}
    for number, error in enumerate(found):
        kind = str(error.validator)
        key = (number,) if kind in _ABOUT_KEYS else (-1, tuple(error.absolute_path))
        there = kept.get(key)
        if there is None or _WEIGHT.get(kind, 9) < _WEIGHT.get(str(there.validator), 9):
            kept[key] = error
    return list(kept.values())


@cache
def _validator() -> Validator:
    # jsonschema costs more than the rest of a start, and only an import needs it.
    from jsonschema import Draft202012Validator

    return Draft202012Validator(
        expanded_schema(), format_checker=Draft202012Validator.FORMAT_CHECKER
    )


def _order(error: ValidationError, data: Any) -> list[tuple[int, int, str]]:
    """The order of the file: list positions by number, keys as they stand in their object."""
    order: list[tuple[int, int, str]] = []
    value = data
    for step in error.absolute_path:
        place = step if isinstance(step, int) else list(value).index(step)
        order.append((0, place, ""))
        value = value[step]
    return [*order, (-1, 0, error.message[:100])]


def _problems(error: ValidationError, data: Any) -> list[str]:
    path = list(error.absolute_path)
    on_object = error.validator in _ABOUT_KEYS
    field = "" if on_object or not path or isinstance(path[-1], int) else str(path.pop())
    place = describe_place(data, path) or "överst"
    if error.validator == "additionalProperties":
        return [f"{place}: {said}" for said in _say_unknown(error)]
    say = _SAY.get(str(error.validator), _say_other)
    subject = f'"{field}" ' if field else ""
    return [f"{place}: {subject}{say(error)}"]


def _say_required(error: ValidationError) -> str:
    missing = [name for name in error.validator_value if name not in error.instance]
    # One error comes per missing key; its message begins with the key it is about.
    name = next((name for name in missing if error.message.startswith(repr(name))), missing[0])
    return f'"{name}" saknas. Lägg till det.'


def _say_unknown(error: ValidationError) -> list[str]:
    """One sentence for each key that may not stand there."""
    allowed = list(error.schema.get("properties", {}))
    unknown = [key for key in error.instance if key not in allowed]
    return [f'"{shorten(key)}" finns inte här. {nearest_key(key, allowed)}' for key in unknown]


def nearest_key(written: str, allowed: Sequence[str]) -> str:
    """``Menade du "rubrik"?``, or what to do when nothing is like what was written."""
    near = get_close_matches(written[:100], allowed, n=1, cutoff=0.5)
    if near:
        return f'Menade du "{near[0]}"?'
    return "Ta bort det; nycklarna som finns står i paket.schema.json."


def _say_depends(error: ValidationError) -> str:
    key, needed = next(
        (key, needed[0])
        for key, needed in error.validator_value.items()
        if key in error.instance and needed[0] not in error.instance
    )
    return f'"{key}" kräver också "{needed}". Lägg till det eller ta bort "{key}".'


def _say_type(error: ValidationError) -> str:
    allowed = error.validator_value
    names = [allowed] if isinstance(allowed, str) else list(allowed)
    return (
        f"ska vara {' eller '.join(_TYPES[name] for name in names)}, inte {_kind(error.instance)}."
    )


def _kind(value: Any) -> str:
    if isinstance(value, bool):
        return "true eller false"
    if value is None:
        return "tomt (null)"
    if isinstance(value, str):
        return f"text (”{shorten(value)}”)"
    if isinstance(value, int | float):
        return f"talet {shorten(str(value))}"
    return "en lista" if isinstance(value, list) else "ett objekt"


def _say_enum(error: ValidationError) -> str:
    words = [str(word) for word in error.validator_value if word]
    near = get_close_matches(str(error.instance)[:100].casefold(), words, n=1, cutoff=0.75)
    hint = f"Menade du ”{near[0]}”? " if near else ""
    return f"kan inte vara ”{shorten(str(error.instance))}”. {hint}Välj: {', '.join(words)}."


def _say_const(error: ValidationError) -> str:
    if error.validator_value == 1:
        return (
            f"är {shorten(str(error.instance))}, men programmet läser version 1. "
            "Uppdatera programmet eller exportera på nytt."
        )
    return f"ska vara {error.validator_value}; är filen ett paket?"


def _say_pattern(error: ValidationError) -> str:
    if not str(error.instance).strip():
        return "är tomt. Skriv något eller ta bort det."
    examples = error.schema.get("examples")
    hint = f" Skriv till exempel {examples[0]}." if examples else ""
    return f"kan inte vara ”{shorten(str(error.instance))}”.{hint}"


def _say_format(error: ValidationError) -> str:
    return f"är ”{shorten(str(error.instance))}”, en dag som inte finns i almanackan."


def _say_too_long(error: ValidationError) -> str:
    return f"har {len(error.instance)} tecken; högst {error.validator_value} ryms. Korta texten."


def _say_too_many(error: ValidationError) -> str:
    return (
        f"har {len(error.instance)} poster; högst {error.validator_value} ryms. Dela upp paketet."
    )


def _say_too_few(error: ValidationError) -> str:
    return "är en tom lista. Skriv minst en."


def _say_low(error: ValidationError) -> str:
    return f"är {error.instance}; det minsta är {error.validator_value}."


def _say_high(error: ValidationError) -> str:
    return f"är {shorten(str(error.instance))}; det största är {error.validator_value}."


def _say_refused(error: ValidationError) -> str:
    return "får inte stå här. Ta bort det."


def _say_other(error: ValidationError) -> str:
    return "följer inte schemat (se paket.schema.json)."


_SAY: dict[str, Callable[[ValidationError], str]] = {
    "required": _say_required,
    "dependentRequired": _say_depends,
    "type": _say_type,
    "enum": _say_enum,
    "const": _say_const,
    "pattern": _say_pattern,
    "format": _say_format,
    "maxLength": _say_too_long,
    "maxItems": _say_too_many,
    "minItems": _say_too_few,
    "minimum": _say_low,
    "maximum": _say_high,
    "not": _say_refused,
}
