"""Time is an argument: only the outermost layer asks what day it is, and no test does."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ASKING = {
    *(("date", "today"), ("datetime", "today"), ("datetime", "now"), ("datetime", "utcnow")),
    *(("time", "time"), ("time", "time_ns"), ("time", "localtime"), ("time", "gmtime")),
}
IN_SQL = re.compile(r"'now'|\bCURRENT_(DATE|TIME|TIMESTAMP)\b", re.IGNORECASE)


def questions(source: str) -> Iterator[int]:
    """The lines that ask the machine, or the database, for the time."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute):
            owner = node.value
            name = owner.attr if isinstance(owner, ast.Attribute) else getattr(owner, "id", "")
            if (name, node.attr) in ASKING:
                yield node.lineno
        elif isinstance(node, ast.Constant) and IN_SQL.search(str(node.value)):
            yield node.lineno


def asking_files(folder: Path) -> set[Path]:
    found = folder.rglob("*.py")
    return {one for one in found if any(questions(one.read_text(encoding="utf-8")))}


@pytest.mark.parametrize(
    "source",
    [
        "date.today()",
        "import datetime\ndatetime.datetime.now()",
        "clock = datetime.now",
        "time.time()",
        "connection.execute(\"SELECT date('now')\")",
        'f"UPDATE cases SET closed_on = CURRENT_DATE WHERE id = {one}"',
    ],
)
def test_every_way_to_ask_for_the_time_is_seen(source: str) -> None:
    assert list(questions(source))


def test_only_the_command_line_asks_what_day_it_is() -> None:
    source = ROOT / "src" / "nämndtui"
    asking = asking_files(source)
    assert asking, "somebody must ask"
    assert {one.relative_to(source).parts[0] for one in asking} == {"cli"}


def test_no_test_asks_what_day_it_is() -> None:
    assert asking_files(ROOT / "tests") - {Path(__file__)} == set()


@pytest.mark.time_machine("2028-02-29 23:59")
def test_a_test_can_say_which_day_it_is() -> None:
    assert date.today() == date(2028, 2, 29)


def test_a_process_that_a_test_starts_goes_by_the_same_clock(
    clock_environment: dict[str, str],
) -> None:
    ask = "import datetime; print(datetime.datetime.now().isoformat())"
    told = subprocess.check_output([sys.executable, "-c", ask], env=clock_environment, text=True)
    assert abs(datetime.fromisoformat(told.strip()) - datetime.now()) < timedelta(minutes=5)
