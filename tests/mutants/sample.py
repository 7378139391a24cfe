"""A sample of the faults, spread over the rooms."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Sequence

LEAST = 3
"""At least so many of each room, however small it is."""


def room(mutant: str) -> str:
    """``model.people`` of ``nämndtui.model.people.seats.x_seats__mutmut_7``."""
    return ".".join(mutant.split(".")[1:3])


def sampled(mutants: Iterable[str], count: int, seed: int) -> list[str]:
    """About ``count`` of the mutants, as many of each room as its share; the same for one seed."""
    by_room: dict[str, list[str]] = {}
    for mutant in sorted(mutants):
        by_room.setdefault(room(mutant), []).append(mutant)
    total = sum(len(there) for there in by_room.values())
    draw = random.Random(seed)
    found: list[str] = []
    for there in by_room.values():
        share = max(LEAST, round(count * len(there) / total))
        found += draw.sample(there, min(share, len(there)))
    return found


KILLED = ("killed", "timeout", "segfault")
NOT_RUN = ("not checked", "skipped", "check was interrupted by user")


def table(results: dict[str, str]) -> str:
    """Mutant → what became of it, as a line for each room and one for all (Markdown)."""
    run = {name: said for name, said in results.items() if said not in NOT_RUN}
    lines = ["| Room | Mutants | Killed | |", "|---|---|---|---|"]
    sizes = Counter(room(name) for name in run)
    killed = Counter(room(name) for name, said in run.items() if said in KILLED)
    for one in sorted(sizes):
        lines.append(_row(one, killed[one], sizes[one]))
    lines.append(_row("**all**", killed.total(), sizes.total()))
    return "\n".join(lines)


def left(results: dict[str, str]) -> Sequence[str]:
    """The mutants that no test saw."""
    return sorted(
        name for name, said in results.items() if said not in KILLED and said not in NOT_RUN
    )


def _row(name: str, killed: int, size: int) -> str:
    return f"| {name} | {size} | {killed} | {100 * killed / size:.0f} % |" if size else ""
