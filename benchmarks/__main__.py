"""All benchmarks: ``make bench``, or ``make bench ONLY=kallelse``."""

from __future__ import annotations

import sys

from benchmarks import first_frame, kallelse, lookup
from benchmarks.ratios import HEADER

FIGURES = {"first_frame": first_frame.figures, "kallelse": kallelse.figures}


def main(only: list[str]) -> None:
    if not only or "lookup" in only:
        lookup.main([])
    for name, figures in FIGURES.items():
        if not only or name in only:
            print(f"\n{name}\n{HEADER}")
            for figure in figures():
                print(figure)


if __name__ == "__main__":
    main(sys.argv[1:])
