"""The shortest keys that still end the program: found by playing parts of them again."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.monkey.keys import Press
from tests.monkey.place import Place
from tests.monkey.run import Death, Variant, play

_TAILS = (12, 25, 50, 100, 200, 400, 800)
_TRIES = 2
"""The same keys do not always end it: what a key meets depends on what has been drawn."""

Dies = Callable[[Sequence[Press]], "list[Press] | None"]
"""Plays keys; answers those up to the death, or None when the program lived."""


def shortest(presses: Sequence[Press], dies: Dies) -> list[Press] | None:
    """The fewest keys found that end the program; None when it did not die again."""
    for length in (*(tail for tail in _TAILS if tail < len(presses)), len(presses)):
        found = dies(presses[-length:])
        if found is not None:
            return _without_the_rest(found, dies)
    return None


def _without_the_rest(keys: list[Press], dies: Dies) -> list[Press]:
    """Take away halves, quarters, … single keys, as long as it still ends (ddmin)."""
    parts = 2
    while len(keys) > 1:
        size = -(-len(keys) // parts)
        for start in range(0, len(keys), size):
            fewer = keys[:start] + keys[start + size :]
            found = dies(fewer) if fewer else None
            if found is not None:
                keys, parts = found, max(parts - 1, 2)
                break
        else:
            if size == 1:
                break
            parts = min(parts * 2, len(keys))
    return keys


class Replay:
    """Plays keys from the place as it was, alone, until the time is up."""

    def __init__(self, variant: Variant, death: Death, folder: Path, seconds: float) -> None:
        self._variant = variant
        self._start = Place(death.before)
        self._folder = folder
        self._until = time.monotonic() + seconds
        self.plays = 0

    def __call__(self, presses: Sequence[Press]) -> list[Press] | None:
        """The keys up to the death; None when they do not end the program, or time is up."""
        for _ in range(_TRIES):
            if time.monotonic() > self._until:
                return None
            self.plays += 1
            place = self._start.copied_to(self._folder)
            pressed, wrong = play(self._variant, place, presses)
            if wrong is not None:
                return list(pressed)
        return None
