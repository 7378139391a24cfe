"""What is wrong with a package, said so that the user can find the place and mend it."""

from __future__ import annotations

from collections.abc import Sequence

from nämndtui.model.text.clean_text import visible_controls
from nämndtui.model.text.errors import InvalidInputError

SHOWN = 20
"""So many problems stand in the message; all of them in ``PackageError.problems``."""


class PackageError(InvalidInputError):
    """The package cannot be used. ``problems`` holds every fault found, one Swedish line each."""

    def __init__(self, problems: Sequence[str]) -> None:
        self.problems = tuple(" ".join(visible_controls(p).split("\n")) for p in problems)
        super().__init__(_message(self.problems))


def _message(problems: tuple[str, ...]) -> str:
    if len(problems) == 1:
        return f"Paketet kan inte läsas: {problems[0]}"
    lines = [f"Paketet kan inte läsas, det har {len(problems)} fel:"]
    lines += [f"  {problem}" for problem in problems[:SHOWN]]
    if len(problems) > SHOWN:
        lines.append(f"  … och {len(problems) - SHOWN} fel till. Rätta de första och försök igen.")
    return "\n".join(lines)
