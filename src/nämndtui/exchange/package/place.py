"""Where in a package something stands, in words a user can follow."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

Path = tuple[str | int, ...]
"""Keys and list positions from the top of the package."""

_NAMED_BY = ("kod", "diarienummer", "datum", "nummer", "namn", "rubrik", "rad", "kvartal")
_SHOWN = 40


def describe_place(data: Any, path: Iterable[str | int]) -> str:
    """``nämnder › ON › sammanträden › 2026-12-08 › punkt 4 › bilagor › 2``.

    Members of lists are called by what names them; ``""`` for the package itself.
    """
    words: list[str] = []
    value = data
    for step in path:
        listed = isinstance(step, int)
        value = _at(value, step)
        if not listed:
            words.append(str(step))
        elif words and words[-1] in ("punkter", "väntande_punkter"):
            waiting = words[-1] == "väntande_punkter"
            words[-1] = f"{'väntande ' if waiting else ''}{_item(value, int(step))}"
        else:
            words.append(_member(value, int(step)))
    return " › ".join(words)


def shorten(text: str) -> str:
    """``text`` on one line, at most 40 characters."""
    line = " ".join(text[: 4 * _SHOWN].split())
    return line if len(line) <= _SHOWN and len(text) <= 4 * _SHOWN else f"{line[: _SHOWN - 1]}…"


def _at(value: Any, step: str | int) -> Any:
    try:
        return value[step]
    except (KeyError, IndexError, TypeError):
        return None


def _item(item: Any, index: int) -> str:
    """An agenda item by its printed number, else its title, else its place."""
    if isinstance(item, dict):
        number, title = item.get("nummer"), item.get("rubrik")
        if isinstance(number, int):
            return f"punkt {number}"
        if isinstance(title, str) and title.strip():
            return f"punkt ”{shorten(title)}”"
    return f"punkt nr {index + 1} i listan"


def _member(member: Any, index: int) -> str:
    if isinstance(member, dict):
        for key in _NAMED_BY:
            name = member.get(key)
            if isinstance(name, int) or (isinstance(name, str) and name.strip()):
                return shorten(str(name))
    return f"nr {index + 1}"
