"""Where one program runs: a folder with a database, and nothing else of the machine's."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.monkey.terminal import PROGRAM

_PASSED_ON = ("PYTHONPATH", "VIRTUAL_ENV", "TMPDIR")


@dataclass(frozen=True)
class Place:
    """A folder of its own. ``copied_to`` gives another with the same in it."""

    folder: Path

    @property
    def database(self) -> Path:
        return self.folder / "work" / "demo.db"

    @property
    def fault_file(self) -> Path:
        """What the program itself says has gone wrong."""
        return self.folder / "state" / "namndtui" / "fel.txt"

    @property
    def work(self) -> Path:
        return self.folder / "work"

    @property
    def environment(self) -> dict[str, str]:
        """A home that is empty, no screen, nothing that could open a file."""
        passed = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
        return {
            **passed,
            "PATH": str(self.folder / "home"),
            "HOME": str(self.folder / "home"),
            "XDG_CONFIG_HOME": str(self.folder / "config"),
            "XDG_DATA_HOME": str(self.folder / "data"),
            "XDG_STATE_HOME": str(self.folder / "state"),
            "LANG": "C.UTF-8",
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "PYTHONFAULTHANDLER": "1",
        }

    def copied_to(self, folder: Path) -> Place:
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.folder, folder)
        return Place(folder)

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """The command line, in this place."""
        return subprocess.run(
            [sys.executable, "-c", PROGRAM, *arguments],
            env=self.environment,
            cwd=self.work,
            capture_output=True,
            text=True,
            check=False,
        )

    def check(self) -> str:
        """What ``kontrollera`` has to say; empty when the database is in order or not yet made."""
        if not self.database.exists():
            return ""
        done = self.run("--db", str(self.database), "kontrollera")
        return "" if done.returncode == 0 else f"{done.stdout}{done.stderr}".strip()


def make_place(folder: Path, full: bool) -> Place:
    """The demonstration, or an empty folder where the program asks its first questions."""
    place = Place(folder)
    (folder / "home").mkdir(parents=True)
    place.work.mkdir()
    if full:
        made = place.run("demo", str(place.work), "--utan-tui")
        if made.returncode or not place.database.exists():
            raise RuntimeError(f"no demonstration: {made.stdout}{made.stderr}")
    return place
