"""Settings written on the command line as ``namn=värde``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace

from nämndtui.cli.light.usage_error import UsageError
from nämndtui.cli.light.words import find_word, nearest_word
from nämndtui.model.people.committee import CommitteeSettings
from nämndtui.model.text.vocabulary import SETTINGS, VALUES

_DEFAULTS = asdict(CommitteeSettings())


def settings_from(named: Mapping[str, str], written: Sequence[str]) -> CommitteeSettings:
    """Settings by Swedish name, then those written ``namn=värde``. Raises UsageError."""
    pairs = [*named.items(), *(_pair(text) for text in written)]
    names = {swedish: english for english, (swedish, _) in SETTINGS.items()}
    values: dict[str, object] = {}
    for word, value in pairs:
        swedish = find_word(word, names)
        if swedish is None:
            near = nearest_word(word, names)
            hint = f"Menade du {near}?" if near else f"Välj bland: {', '.join(names)}."
            raise UsageError(f"Inställningen {word[:40]} finns inte. {hint}")
        values[names[swedish]] = _value(names[swedish], swedish, value)
    return replace(CommitteeSettings(), **values)  # type: ignore[arg-type]


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise UsageError(f"Skriv inställningen som namn=värde, inte ”{text[:40]}”.")
    return name.strip(), value.strip()


def _value(name: str, swedish: str, text: str) -> object:
    """``text`` as the kind of value the setting has."""
    default = _DEFAULTS[name]
    if isinstance(default, bool):
        if text.lower() not in ("ja", "nej"):
            raise UsageError(f"{swedish} ska vara ja eller nej.")
        return text.lower() == "ja"
    if isinstance(default, int):
        if not (text.isascii() and text.isdecimal()):
            raise UsageError(f"{swedish} ska vara ett heltal.")
        return int(text)
    if isinstance(default, tuple):
        parts = tuple(part.strip() for part in text.split(",") if part.strip())
        return (
            tuple(_word("memo_section", p, swedish) for p in parts)
            if name == "memo_section_order"
            else parts
        )
    return _word(name, text, swedish) if name in VALUES else text


def _word(domain: str, text: str, swedish: str) -> str:
    words = {word: english for english, word in VALUES[domain].items()}
    found = find_word(text, words)
    if found is None:
        raise UsageError(f"{swedish} ska vara {' eller '.join(words)}.")
    return words[found]
