"""How fast a cold look-up is, against a bare Python start and a bare script asking the same.

Run with the project's Python: ``python benchmarks/lookup.py [RUNS]``. Every command is started
anew each time, in turn with the others, so that the ratios hold when the machine's speed does
not. The bare script opens the file, asks one query and prints the row: what a person would write
by hand. Medians; the first round is not counted.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from nämndtui.store.core.search_index import SearchIndex
from nämndtui.store.database import Store

SIZES = (100, 100_000)
PROGRAM = Path(sys.executable).with_name("namndtui")
BARE = """import sqlite3, sys
connection = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
query = "SELECT dnr, title, state, opened FROM cases WHERE year = 2020 AND serial = 57"
print(*connection.execute(query).fetchone())"""
WORDS = ("Riktlinjer", "Avgifter", "Motion om", "Delårsrapport", "Yttrande över", "Avtal om")
THINGS = ("hemtjänsten", "nattvandring", "trygghetslarm", "färdtjänst", "äldreboendet")


def make_database(path: Path, cases: int) -> None:
    """A committee with ``cases`` cases over ten years, two meetings and a full search index."""
    per_year = max(cases // 10, 100)
    first_year = 2020 if cases == per_year else 2017
    with Store(str(path)) as store:
        connection = store.connection
        connection.execute("INSERT INTO committees (code, name) VALUES ('ON', 'Omsorgsnämnden')")
        connection.executemany(
            "INSERT INTO cases (committee_id, dnr, prefix_key, year, serial, title, opened)"
            " VALUES (1, ?, 'on', ?, ?, ?, ?)",
            (
                (
                    f"on/{year}:{serial}",
                    year,
                    serial,
                    f"{WORDS[n % len(WORDS)]} {THINGS[n % len(THINGS)]} nummer {n}",
                    f"{year}-03-01",
                )
                for n in range(cases)
                for year, serial in [(first_year + n // per_year, n % per_year + 1)]
            ),
        )
        case = "(SELECT id FROM cases WHERE year = 2020 AND serial = 57)"
        for day in ("2020-04-07", "2020-05-12"):
            connection.execute(
                "INSERT INTO meetings (committee_id, date, start) VALUES (1, ?, '18:30')", [day]
            )
            connection.execute(
                "INSERT INTO agenda_items (committee_id, meeting_id, number, title)"
                " VALUES (1, last_insert_rowid(), 1, 'Riktlinjer')"
            )
            connection.execute(
                "INSERT INTO item_cases (item_id, case_id)"
                f" VALUES ((SELECT max(id) FROM agenda_items), {case})"
            )
        SearchIndex(connection).rebuild()
        connection.commit()


def commands(database: Path, cases: int) -> dict[str, list[str]]:
    """What is measured, by name."""
    program = [str(PROGRAM), "--db", str(database)]
    return {
        "python -c pass": [sys.executable, "-c", "pass"],
        "bar python + sqlite3": [sys.executable, "-c", BARE, str(database)],
        "visa DNR": [*program, "visa", "on/2020:57"],
        "visa DNR --json": [*program, "visa", "on/2020:57", "--json"],
        "visa DATUM": [*program, "visa", "2020-04-07"],
        "sök, vanligt ord": [*program, "sök", "hemtjänsten"],
        "sök, ovanligt ord": [*program, "sök", f"{cases // 2}"],
        "lista ärenden": [*program, "lista", "ärenden"],
        "fyll i diarienummer": [str(PROGRAM), "_slutfor", "ord", "visa", "on/2020:5"],
    }


def measure(chosen: dict[str, list[str]], runs: int) -> dict[str, float]:
    """Median seconds from start to exit of each command, started in turn."""
    # Without its compiled files every start compiles the program again: not what users have.
    env = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    env["NAMNDTUI_DB"] = chosen["bar python + sqlite3"][-1]
    quiet = subprocess.DEVNULL
    times: dict[str, list[float]] = {name: [] for name in chosen}
    for turn in range(runs + 1):
        for name, command in chosen.items():
            start = time.perf_counter()
            subprocess.run(command, env=env, stdout=quiet, stderr=quiet, check=True)
            if turn:
                times[name].append(time.perf_counter() - start)
    return {name: median(taken) for name, taken in times.items()}


def main(arguments: list[str]) -> None:
    """Measure with few and with many cases, and print the ratios."""
    runs = int(arguments[0]) if arguments else 20
    for cases in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            database = Path(folder) / "nämnd.db"
            make_database(database, cases)
            taken = measure(commands(database, cases), runs)
        start, script = taken["python -c pass"], taken["bar python + sqlite3"]
        heading = f"{cases} ärenden, {runs} körningar"
        print(f"\n{heading:<28}{'ms':>12}{'× start':>9}{'× skript':>10}")
        for name, seconds in taken.items():
            ratios = f"{seconds / start:>9.1f}{seconds / script:>10.1f}"
            print(f"  {name:<26}{seconds * 1000:>12.1f}{ratios}")


if __name__ == "__main__":
    main(sys.argv[1:])
