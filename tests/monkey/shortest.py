"""The shortest keys that still end the program: found by playing parts of them again."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

from tests.monkey.keys import Press
from tests.monkey.place import Place
from tests.monkey.run import Death, Variant, play

_TAILS = (12, 25, 50, 100, 200, 400, 800)
_TRIES = 2
"""The same keys do not always end it: what a key meets depends on what has been drawn."""


class Shortest:
    """Plays from the place as it was, alone, until the time is up."""

    def __init__(self, variant: Variant, death: Death, folder: Path, seconds: float) -> None:
        self._variant = variant
        self._start = Place(death.before)
        self._folder = folder
        self._presses = list(death.presses)
        self._until = time.monotonic() + seconds
        self.plays = 0

    def find(self) -> list[Press] | None:
        """The keys, or None when the death did not come again."""
        found = self._shortest_tail()
        return None if found is None else self._without_the_rest(found)

    def _dies(self, presses: Sequence[Press]) -> list[Press] | None:
        """The keys up to the death, or None when they do not end the program."""
        for _ in range(_TRIES):
            if time.monotonic() > self._until:
                return None
            self.plays += 1
            place = self._start.copied_to(self._folder)
            pressed, wrong = play(self._variant, place, presses)
            if wrong is not None:
                return list(pressed)
        return None

    def _shortest_tail(self) -> list[Press] | None:
        for length in (*_TAILS, len(self._presses)):
            found = self._dies(self._presses[-length:])
            if found is not None:
                return found
            if length >= len(self._presses):
                break
        return None

    def _without_the_rest(self, keys: list[Press]) -> list[Press]:
        """Take away halves, quarters, … single keys, as long as it still ends (ddmin)."""
        parts = 2
        while len(keys) > 1 and time.monotonic() < self._until:
            size = max(len(keys) // parts, 1)
            for start in range(0, len(keys), size):
                fewer = keys[:start] + keys[start + size :]
                found = self._dies(fewer) if fewer else None
                if found is not None:
                    keys, parts = found, max(parts - 1, 2)
                    break
            else:
                if size == 1:
                    break
                parts = min(parts * 2, len(keys))
        return keys
