"""Checks that no text of a package holds a personal number (D2.23)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from nämndtui.exchange.package.check.finding import Finding
from nämndtui.exchange.package.place import Path
from nämndtui.model.text.personal_number import find_personal_number

_NO_TEXT = ("innehåll", "importnyckel", "kontrollsumma")


def text_findings(data: Any) -> Iterator[Finding]:
    """A finding for every text with a personal number, which is not repeated in the message."""
    for path, text in _texts(data, ()):
        if find_personal_number(text):
            field = path[-1] if path and isinstance(path[-1], str) else "texten"
            yield (
                path[:-1] if path and isinstance(path[-1], str) else path,
                f'"{field}" innehåller något som ser ut som ett personnummer. Ta bort det; '
                "personnummer får inte lagras här.",
            )


def _texts(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from _texts(part, (*path, index))
    elif isinstance(value, dict):
        for key, part in value.items():
            if key not in _NO_TEXT:
                yield from _texts(part, (*path, key))
