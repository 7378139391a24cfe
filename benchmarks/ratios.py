"""Timing in pairs: A and B in turn, so that a drifting machine moves both; ratios, not seconds."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """Medians in milliseconds, and the median of the pairwise ratios A/B."""

    name: str
    ours_ms: float
    baseline_ms: float
    ratio: float

    def __str__(self) -> str:
        return (
            f"{self.name:<58} {self.ours_ms:9.1f} ms {self.baseline_ms:9.1f} ms {self.ratio:6.2f}×"
        )


HEADER = f"{'':<58} {'ours':>12} {'baseline':>12} {'ratio':>7}"


def pair(
    name: str, ours: Callable[[], object], baseline: Callable[[], object], runs: int = 5
) -> Figure:
    """Time two calls in turn, ``runs`` times after one warm-up of each."""
    ours(), baseline()
    pairs = [(_milliseconds(ours), _milliseconds(baseline)) for _ in range(runs)]
    return Figure(
        name,
        statistics.median(one for one, _ in pairs),
        statistics.median(other for _, other in pairs),
        statistics.median(one / other for one, other in pairs),
    )


def command(arguments: Sequence[str]) -> Callable[[], object]:
    """A call that runs a command as a process of its own, output thrown away.

    Compiled bytecode is allowed, as it is where the program is installed.
    """
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}

    def run() -> object:
        return subprocess.run(
            arguments, check=True, stdout=subprocess.DEVNULL, env=environment, timeout=120
        )

    return run


def _milliseconds(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return (time.perf_counter() - start) * 1000
