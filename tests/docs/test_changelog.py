"""The changelog tells of every version, newest first, and the program tells the newest one."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from datetime import date

from tests.conftest import REPOSITORY

HEADING = re.compile(r"^## (\d+)\.(\d+)\.(\d+) – (\d{4}-\d{2}-\d{2})$", re.MULTILINE)


def _versions() -> list[tuple[tuple[int, ...], date]]:
    text = (REPOSITORY / "CHANGELOG.md").read_text("utf-8")
    return [
        (tuple(map(int, found[:3])), date.fromisoformat(found[3]))
        for found in HEADING.findall(text)
    ]


def test_versions_stand_in_order_with_their_days() -> None:
    told = _versions()
    assert len(told) >= 3
    assert told == sorted(told, reverse=True)
    assert [day for _, day in told] == sorted((day for _, day in told), reverse=True)


def test_what_is_to_come_stands_first() -> None:
    headings = re.findall(r"^## (.+)$", (REPOSITORY / "CHANGELOG.md").read_text("utf-8"), re.M)
    assert headings[0] == "Kommande"
    assert len(headings) == len(_versions()) + 1


def test_the_program_tells_the_newest_version() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]
    newest = ".".join(map(str, _versions()[0][0]))
    assert project["version"] == newest
    command = [sys.executable, "-m", "nämndtui", "--version"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert told.split() == ["namndtui", newest]
