"""``make monkey``: random keys in real terminals until something dies; nothing should.

Ends with 1 when the program has died, hung, met a fault or left a database not in order.
"""

from __future__ import annotations

import argparse
import secrets
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from pathlib import Path

from tests.monkey.keys import FASTEST, SLOWEST, told
from tests.monkey.place import make_place
from tests.monkey.run import Result, Variant, run
from tests.monkey.shortest import Replay, shortest
from tests.monkey.terminal import possible

SIZES = {"80x24": (80, 24), "120x40": (120, 40)}
KINDS = {"full": (True, False), "empty": (False, False), "read-only": (True, True)}


def options(arguments: Sequence[str]) -> argparse.Namespace:
    """What is asked for; by default everything."""
    parser = argparse.ArgumentParser(prog="python -m tests.monkey", description=__doc__)
    parser.add_argument("--keys", type=int, default=200_000, help="in all (200000)")
    parser.add_argument("--seed", help="drawn, and printed, when not given")
    parser.add_argument("--at-once", type=int, default=4, help="terminals side by side (4)")
    parser.add_argument("--size", choices=SIZES, action="append", help="both when not given")
    parser.add_argument("--kind", choices=KINDS, action="append", help="all when not given")
    parser.add_argument("--fastest", type=int, default=FASTEST, help="ms between keys (10)")
    parser.add_argument("--slowest", type=int, default=SLOWEST, help="ms between keys (80)")
    parser.add_argument("--alone", action="store_true", help="no second writer")
    parser.add_argument("--shorten", type=float, default=300, help="seconds per death (300)")
    parser.add_argument("--folder", type=Path, help="kept afterwards; else a temporary one")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str]) -> int:
    """Run and tell; returns the exit code."""
    asked = options(arguments)
    if not possible():
        print("There are no pseudo-terminals on this system.", file=sys.stderr)
        return 2
    asked.seed = asked.seed or secrets.token_hex(4)
    print(f"seed {asked.seed}", flush=True)
    if asked.folder:
        asked.folder.mkdir(parents=True, exist_ok=True)
        return _run_all(asked, asked.folder)
    with tempfile.TemporaryDirectory(prefix="monkey-") as folder:
        return _run_all(asked, Path(folder))


def _run_all(asked: argparse.Namespace, folder: Path) -> int:
    wanted = product(asked.kind or KINDS, asked.size or SIZES)
    variants = [
        Variant(
            *KINDS[kind], SIZES[size], not asked.alone, asked.seed, asked.fastest, asked.slowest
        )
        for kind, size in wanted
    ]
    full = make_place(folder / "full", full=True)
    empty = make_place(folder / "empty", full=False)
    each = -(-asked.keys // len(variants))

    def one(numbered: tuple[int, Variant]) -> Result:
        number, variant = numbered
        place = (full if variant.full else empty).copied_to(folder / f"run{number}")
        result = run(variant, place, each, folder)
        print(line(result), flush=True)
        return result

    with ThreadPoolExecutor(asked.at_once) as terminals:
        results = list(terminals.map(one, enumerate(variants)))
    for result in results:
        _tell_deaths(result, folder, asked.shorten)
    _tell_sum(results)
    return 0 if all(result.clean for result in results) else 1


def line(result: Result) -> str:
    """One variant on a line, and what was found under it."""
    rate = result.keys / result.seconds if result.seconds else 0
    found = [
        f"{result.variant}: {result.keys} keys, {rate:.0f}/s, {result.starts} starts, "
        f"{len(result.deaths)} deaths, {sum(result.faults.values())} faults, "
        f"{len(result.checks)} databases not in order"
    ]
    found += [f"  fault x{count}: {what}" for what, count in result.faults.most_common()]
    found += [f"  kontrollera, {what}" for what in result.checks]
    if result.colleague:
        found.append(f"  the second writer ended: {result.colleague}")
    return "\n".join(found)


def _tell_deaths(result: Result, folder: Path, seconds: float) -> None:
    for death in result.deaths:
        print(f"\n{result.variant}: {death.what}\n{death.said}", flush=True)
        replay = Replay(result.variant, death, folder / "shorter", seconds)
        keys = shortest(death.presses, replay)
        if keys is None:
            print(f"It did not come again in {replay.plays} plays of {len(death.presses)} keys.")
        else:
            paces = sorted({press.wait for press in keys})
            print(f"Shortest in {replay.plays} plays ({paces} ms): {told(keys)}", flush=True)


def _tell_sum(results: Sequence[Result]) -> None:
    keys = sum(result.keys for result in results)
    deaths = sum(len(result.deaths) for result in results)
    faults = sum(sum(result.faults.values()) for result in results)
    checks = sum(len(result.checks) for result in results)
    print(f"\nIn all {keys} keys, {deaths} deaths, {faults} faults, {checks} not in order.")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
