"""The keys, as a terminal sends them, and what is drawn among them from a seed."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

SLOWEST, FASTEST = 80, 10
"""Milliseconds between two keys."""

_NAMED = {
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "delete": "\x1b[3~",
    "backspace": "\x7f",
    "enter": "\r",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "space": " ",
    "shift+space": "\x1b[32;2u",
    # As a terminal with the keyboard protocol sends it: a bare ESC less than 100 ms before the
    # next key would be read as a part of it. That happens too, and is drawn more seldom.
    "escape": "\x1b[27u",
    "bare_escape": "\x1b",
    "focus_in": "\x1b[I",
    "focus_out": "\x1b[O",
    "f1": "\x1bOP",
    "f2": "\x1bOQ",
    "f3": "\x1bOR",
    "f4": "\x1bOS",
    "f5": "\x1b[15~",
    "f6": "\x1b[17~",
    "f7": "\x1b[18~",
    "f8": "\x1b[19~",
    "f9": "\x1b[20~",
    "f10": "\x1b[21~",
    "f11": "\x1b[23~",
    "f12": "\x1b[24~",
}
_LETTERS = tuple("abcdefghijklmnopqrstuvwxyzåäöALTPSN")
_WEIGHTED: tuple[tuple[float, Sequence[str]], ...] = (
    (3, tuple("123456")),
    (8, ("up", "down", "down", "left", "right")),
    (4, ("enter",)),
    (4, ("escape", "escape", "escape", "bare_escape")),
    (4, ("tab", "tab", "shift+tab")),
    (5, tuple(f"f{number}" for number in range(1, 11))),
    (0.2, ("f11", "f12")),
    (5, _LETTERS),
    (2, ("ctrl+s", "ctrl+z", "ctrl+p", "ctrl+f")),
    (2, ("home", "end", "pageup", "pagedown")),
    (1, ("space", "delete", "backspace")),
    (0.7, (*"/?+-0789", "ctrl+c", "ctrl+y", "ctrl+a", "focus_in", "focus_out")),
)


@dataclass(frozen=True)
class Press:
    """A key, and the milliseconds before the next."""

    key: str
    wait: int

    @property
    def sent(self) -> bytes:
        """What the terminal sends."""
        if self.key.startswith("ctrl+"):
            return bytes([ord(self.key[-1]) & 0x1F])
        return _NAMED.get(self.key, self.key).encode()


def draw(seed: str, count: int, fastest: int = FASTEST, slowest: int = SLOWEST) -> list[Press]:
    """``count`` keys from a seed, in stretches of one pace each, now and then with a pause."""
    chance = random.Random(seed)
    weights = [weight for weight, _ in _WEIGHTED]
    groups = [group for _, group in _WEIGHTED]
    drawn: list[Press] = []
    while len(drawn) < count:
        pace = chance.randint(fastest, slowest)
        for _ in range(min(chance.randint(20, 120), count - len(drawn))):
            key = chance.choice(chance.choices(groups, weights)[0])
            drawn.append(Press(key, pace))
    return drawn


def told(presses: Sequence[Press]) -> str:
    """The keys in a line."""
    return " ".join(press.key for press in presses)
