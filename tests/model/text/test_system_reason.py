"""What the computer answers is told in Swedish."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

import pytest

from nämndtui.model.text.system_reason import database_reason, system_reason


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (errno.ENOENT, "finns inte"),
        (errno.EACCES, "inte rätt"),
        (errno.ENOSPC, "disken är full"),
        (errno.EISDIR, "en mapp"),
        (errno.EROFS, "skrivskyddad"),
    ],
)
def test_the_usual_answers_are_swedish(code: int, said: str) -> None:
    assert said in system_reason(OSError(code, "No such luck"))


def test_a_rare_answer_keeps_the_systems_own_words() -> None:
    assert system_reason(OSError(errno.EDOM, "Numerical argument")) == "Numerical argument"


def test_a_damaged_database_is_called_damaged(tmp_path: Path) -> None:
    path = tmp_path / "skadad.db"
    path.write_bytes(b"SQLite format 3\0" + b"\x10\x00\x01\x01\0@  " + b"\0" * 4000)
    connection = sqlite3.connect(path)
    with pytest.raises(sqlite3.DatabaseError) as caught:
        connection.execute("SELECT * FROM cases")
    connection.close()
    assert database_reason(caught.value) == "filen är skadad"


def test_a_rare_answer_of_the_database_keeps_its_own_words() -> None:
    error = sqlite3.OperationalError("too many terms")
    assert database_reason(error) == "too many terms"
    error.sqlite_errorname = "SQLITE_ERROR"
    assert database_reason(error) == "too many terms"
    error.sqlite_errorname = "SQLITE_BUSY_SNAPSHOT"
    assert database_reason(error) == "den är upptagen av ett annat program"
