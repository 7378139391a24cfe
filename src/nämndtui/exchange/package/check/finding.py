"""What the checks of a package have in common."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from difflib import get_close_matches

from nämndtui.exchange.package.error import SHOWN
from nämndtui.exchange.package.place import Path

Finding = tuple[Path, str]
"""Where in the package, and what is wrong and what to do."""


class Suggestions:
    """What a misspelled name may have meant.

    Comparing with every name is slow, so only as many are looked up as a message shows.
    """

    def __init__(self) -> None:
        self._left = SHOWN

    def nearest(self, name: str, among: Iterable[str], alike: float) -> str:
        """The most similar of ``among``; ``""`` when none reaches ``alike`` (0 to 1)."""
        found = get_close_matches(name[:200], among, 1, alike) if self.wanted() else []
        return found[0] if found else ""

    def wanted(self) -> bool:
        """True as many times as messages are shown."""
        self._left -= 1
        return self._left >= 0


def doubles(keyed: Iterable[tuple[Path, Hashable, str]]) -> Iterator[Finding]:
    """A finding for every (path, key, name) whose key has been met before."""
    met: set[Hashable] = set()
    for path, key, name in keyed:
        if key in met:
            yield path, f"{name} finns mer än en gång. Ta bort eller ändra det ena."
        met.add(key)
