"""What the checks of a package have in common."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator

from nämndtui.exchange.package_place import Path

Finding = tuple[Path, str]
"""Where in the package, and what is wrong and what to do."""


def doubles(keyed: Iterable[tuple[Path, Hashable, str]]) -> Iterator[Finding]:
    """A finding for every (path, key, name) whose key has been met before."""
    met: set[Hashable] = set()
    for path, key, name in keyed:
        if key in met:
            yield path, f"{name} finns mer än en gång. Ta bort eller ändra det ena."
        met.add(key)
