"""What the map and the guide for contributors name by path is there."""

from __future__ import annotations

import re

import pytest

from tests.conftest import REPOSITORY

SOURCE = REPOSITORY / "src" / "nämndtui"
_QUOTED = re.compile(r"`([^`\s]+)`")
_FILE = re.compile(r"[\w./-]*\w\.(?:py|md|docx|json|csv|toml)")
_ROOMS = (
    "cli",
    "tui",
    "workflow",
    "store",
    "documents",
    "exchange",
    "model",
    "src",
    "tests",
    "docs",
)


def named(text: str) -> list[str]:
    """The files and folders a page names; ``NAME`` stands for any, and is nobody's."""
    found = dict.fromkeys(_QUOTED.findall(text))
    return [
        one.rstrip("/")
        for one in found
        if "NAME" not in one and "*" not in one
        if _FILE.fullmatch(one) or ("/" in one and one.split("/")[0] in _ROOMS)
    ]


def is_there(path: str) -> bool:
    """From the top, from the program's folder, or as the end of a file's path."""
    if (REPOSITORY / path).exists() or (SOURCE / path).exists():
        return True
    ending = path.split("/")[-1]
    roots = (SOURCE, REPOSITORY / "tests", REPOSITORY / "templates")
    return any(
        found.as_posix().endswith(f"/{path}") for root in roots for found in root.rglob(ending)
    )


@pytest.mark.parametrize("page", ["ARCHITECTURE.md", "CONTRIBUTING.md"])
def test_every_file_and_folder_the_page_names_is_there(page: str) -> None:
    paths = named((REPOSITORY / page).read_text(encoding="utf-8"))
    assert len(paths) > 15
    assert [one for one in paths if not is_there(one)] == []


def test_a_file_that_has_moved_is_missed() -> None:
    page = "`tui/work/going_on.py`, `going_on.py`, `store/`, `change.insert/update`, `meeting/*`"
    assert named(page) == ["tui/work/going_on.py", "going_on.py", "store"]
    assert [one for one in named(page) if not is_there(one)] == ["tui/work/going_on.py"]
