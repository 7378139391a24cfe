"""Run the tool on a copy: ``python -m tests.mutants --count 300 --seed 8``."""

from __future__ import annotations

import argparse
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from tests.mutants.sample import NOT_RUN, left, sampled, table
from tests.mutants.trying import try_mutants
from tests.mutants.working_copy import make_copy

REPOSITORY = Path(__file__).resolve().parents[2]
FOLDER = REPOSITORY / "build" / "mutants"
FIRST = "nämndtui.model.calendar.elapsed_months.*"
"""Tried first, to make all mutants and to see which test runs which function."""


def main(arguments: Sequence[str]) -> int:
    """Make faults, run the tests that concern each, print the table and the survivors."""
    given = _parser().parse_args(arguments)
    if not hasattr(signal, "SIGXCPU"):
        print("mutmut behöver Linux eller macOS.", file=sys.stderr)
        return 2
    began = time.monotonic()
    if not given.go_on:
        shutil.rmtree(FOLDER, ignore_errors=True)
        make_copy(REPOSITORY, FOLDER)
        if _run([FIRST], given.jobs, given.minutes * 60):
            return 1
    everything = _results()
    if given.only:
        everything = {n: s for n, s in everything.items() if given.only in n}
    chosen = sampled(everything, given.count, given.seed)
    print(f"{len(chosen)} of {len(everything)} mutants, seed {given.seed}", flush=True)
    waiting = [name for name in chosen if everything[name] in NOT_RUN]
    left_of_time = given.minutes * 60 - (time.monotonic() - began)
    tried = try_mutants(FOLDER / "mutants", waiting, left_of_time)
    results = {name: tried.get(name, everything[name]) for name in chosen}
    missing = sum(said in NOT_RUN for said in results.values())
    print(table(results))
    print(f"\nNot reached in time: {missing}. Took {(time.monotonic() - began) / 60:.0f} min.")
    for name in left(results):
        print(f"\n### {name} ({results[name]})\n{_tool('show', name)}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    parser.add_argument("--count", type=int, default=300, help="how many mutants, about")
    parser.add_argument("--seed", type=int, default=8)
    parser.add_argument("--jobs", type=int, default=2, help="how many at a time")
    parser.add_argument("--minutes", type=float, default=30, help="stop after so long")
    parser.add_argument("--only", default="", help="only those whose name holds this")
    parser.add_argument("--go-on", action="store_true", help="use the copy that is there")
    return parser


def _run(names: Sequence[str], jobs: int, seconds: float) -> int:
    """Let the tool try the mutants; what it has done when the time is out is kept."""
    command = [*_command("run"), "--max-children", str(jobs), *names]
    with subprocess.Popen(command, cwd=FOLDER, stdout=subprocess.DEVNULL) as tool:
        try:
            return tool.wait(timeout=max(1.0, seconds))
        except subprocess.TimeoutExpired:
            tool.send_signal(signal.SIGINT)
            return tool.wait()


def _results() -> dict[str, str]:
    lines = _tool("results", "--all", "true").splitlines()
    pairs = (line.strip().rpartition(": ") for line in lines if "__mutmut_" in line)
    return {name: said for name, _, said in pairs}


def _tool(*arguments: str) -> str:
    done = subprocess.run(_command(*arguments), cwd=FOLDER, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(done.stderr)
    return done.stdout


def _command(*arguments: str) -> list[str]:
    return [str(Path(sys.executable).with_name("mutmut")), *arguments]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
