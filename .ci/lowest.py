"""Constraints with the lowest version of each dependency that pyproject.toml allows.

The rest, what they in turn need and the tools of the tests, is held by constraints.txt.
"""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_LOWER_BOUND = re.compile(r"([A-Za-z0-9._-]+)>=([0-9][0-9.]*)(,<[0-9.]+)?")


def lowest() -> dict[str, str]:
    """Name → lowest version. Ends the program when a dependency has no lower bound."""
    found = {}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for requirement in project["dependencies"]:
        match = _LOWER_BOUND.fullmatch(requirement)
        if match is None:
            sys.exit(f"pyproject.toml: {requirement} has no plain lower bound (name>=version)")
        found[_normal(match[1])] = match[2]
    return found


def _normal(name: str) -> str:
    """The name as package indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def main() -> None:
    """Prints the constraints."""
    direct = lowest()
    for name, version in sorted(direct.items()):
        print(f"{name}=={version}")
    for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#") and _normal(line.partition("==")[0]) not in direct:
            print(line)


if __name__ == "__main__":
    main()
