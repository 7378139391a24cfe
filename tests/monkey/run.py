"""One variant of the program, started as often as its keys take."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.monkey.keys import Press, draw
from tests.monkey.place import Place
from tests.monkey.terminal import Terminal

REPOSITORY = Path(__file__).parents[2]
EPISODE_KEYS = 1_500
"""Keys between two starts of the program: what a death must be replayed from."""
MOST_DEATHS = 20
"""After as many there is enough to mend."""
_SCREEN_CODES = re.compile(r"\x1b\[[0-9;?<>=]*[A-Za-z]|\x1b[()][A-Z0-9]|\x1b[=>78]|\r")


@dataclass(frozen=True)
class Variant:
    """What the program is started over, and how."""

    full: bool
    read_only: bool
    size: tuple[int, int]
    beside: bool = True
    """A second writer works in the same database."""
    seed: str = "1"
    fastest: int = 10
    slowest: int = 80

    def __str__(self) -> str:
        kind = "full" if self.full else "empty"
        reading = " read-only" if self.read_only else ""
        beside = "" if self.beside else " alone"
        width, height = self.size
        pace = f"{self.fastest}-{self.slowest} ms"
        return f"{kind}{reading}{beside} {width}x{height} {pace} seed {self.seed}"

    def arguments(self, place: Place) -> list[str]:
        """The command line of the program."""
        return ["--db", str(place.database), *(["--läs"] if self.read_only else [])]


@dataclass(frozen=True)
class Death:
    """The program ended by itself, or hung: what it said, and the keys since it was started."""

    what: str
    said: str
    presses: tuple[Press, ...]
    before: Path
    """A copy of the place as it was when the program was started."""


@dataclass
class Result:
    """What came of a variant."""

    variant: Variant
    keys: int = 0
    seconds: float = 0.0
    starts: int = 0
    left: int = 0
    """Times the keys found their way to leaving the program; it was started again."""
    deaths: list[Death] = field(default_factory=list)
    faults: Counter[str] = field(default_factory=Counter)
    """Faults that were survived, as the program noted them: kind, and the way there in the code."""
    checks: list[str] = field(default_factory=list)
    """What ``kontrollera`` found wrong."""
    colleague: str = ""
    """What the second writer said when it ended before it was told to."""

    @property
    def clean(self) -> bool:
        """True when nothing at all is to be mended."""
        return not (self.deaths or self.faults or self.checks or self.colleague)


def run(variant: Variant, place: Place, keys: int, kept: Path) -> Result:
    """Press ``keys`` keys. What stood in the place before a death is kept under ``kept``."""
    result = Result(variant)
    began = time.monotonic()
    waiting: list[Press] = []
    while result.keys < keys and len(result.deaths) < MOST_DEATHS:
        if not waiting:
            count = min(EPISODE_KEYS, keys - result.keys)
            seed = f"{variant.seed} {result.keys}"
            waiting = draw(seed, count, variant.fastest, variant.slowest)
        before = place.copied_to(kept / f"{place.folder.name}-{result.starts}")
        pressed, death = _start_once(result, place, waiting, before)
        waiting = waiting[len(pressed) :]
        if death is None:
            result.left += bool(waiting)
            shutil.rmtree(before.folder, ignore_errors=True)
        else:
            result.deaths.append(death)
    result.seconds = time.monotonic() - began
    return result


def _start_once(
    result: Result, place: Place, presses: Sequence[Press], before: Place
) -> tuple[Sequence[Press], Death | None]:
    """One start of the program, and how it left the place; the keys pressed, and a death."""
    with colleague(result, place, f"{result.variant.seed} {result.starts}"):
        pressed, wrong = play(result.variant, place, presses)
    result.starts += 1
    result.keys += len(pressed)
    checked = place.check()
    if checked:
        result.checks.append(f"start {result.starts}: {checked}")
    result.faults.update(faults_noted(place))
    place.fault_file.unlink(missing_ok=True)
    return pressed, Death(*wrong, tuple(pressed), before.folder) if wrong else None


def play(
    variant: Variant, place: Place, presses: Sequence[Press]
) -> tuple[Sequence[Press], tuple[str, str] | None]:
    """Start the program and press; the keys pressed, and what went wrong with what was said."""
    arguments = variant.arguments(place)
    if variant.read_only and not place.database.exists():
        raise ValueError("a database that is not there cannot be read")
    with Terminal(arguments, variant.size, place.environment, place.work) as terminal:
        for number, press in enumerate(presses, 1):
            if not terminal.press(press.sent, press.wait / 1000):
                code = terminal.code
                wrong = None if code == 0 else (f"ended with {code}", last_said(terminal))
                return presses[:number], wrong
        if not terminal.settle():
            code = terminal.code
            wrong = None if code == 0 else (f"ended with {code}", last_said(terminal))
            return presses, wrong
        code = terminal.leave()
        if code is None:
            return presses, ("hangs", last_said(terminal))
        return presses, None if code in (0, 143) else (f"left with {code}", last_said(terminal))


@contextmanager
def colleague(result: Result, place: Place, seed: str) -> Iterator[None]:
    """The second writer beside, while the block runs."""
    if not result.variant.beside:
        yield
        return
    # Its own standard error goes to a file: a pipe nobody reads would stop it.
    with open(place.folder / "colleague.txt", "w+", encoding="utf-8") as said:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.monkey.second_writer", str(place.database), seed],
            stdout=subprocess.DEVNULL,
            stderr=said,
            env={**place.environment, "PYTHONPATH": os.pathsep.join([*sys.path, str(REPOSITORY)])},
        )
        try:
            yield
        finally:
            if process.poll() is not None:
                said.seek(0)
                result.colleague = said.read()[-2000:]
            process.terminate()
            process.wait()


def faults_noted(place: Place) -> list[str]:
    """The faults the program has noted: the kind, and the lines of code that led there."""
    if not place.fault_file.exists():
        return []
    records = place.fault_file.read_text(encoding="utf-8").split("── ")[1:]
    return [record.partition("\n")[2].rstrip() for record in records]


def last_said(terminal: Terminal) -> str:
    """The last lines on the terminal, without the codes that draw them."""
    lines = _SCREEN_CODES.sub("", terminal.last_drawn).splitlines()
    return "\n".join(line.rstrip() for line in lines if line.strip())[-3000:]
