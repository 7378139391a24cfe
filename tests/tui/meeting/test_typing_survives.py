"""What is typed outlives the program: really killed, or its terminal closed, in mid-sentence."""

from __future__ import annotations

import fcntl
import itertools
import os
import select
import signal
import sqlite3
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from nämndtui.store.database import Store
from nämndtui.workflow.minutes.minutes import call_roll, decide_item
from tests.tui.meeting.conftest import BEFORE, dossier_on

LOST_AT_MOST = 1.0
"""Seconds of typing."""
_PATIENCE = 30.0


class Terminal:
    """The program in a terminal of its own."""

    def __init__(self, path: Path) -> None:
        self.master, slave = os.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        home = str(path.parent)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "nämndtui", "--db", str(path)],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
            env={**os.environ, "TERM": "xterm-256color", "HOME": home, "XDG_CONFIG_HOME": home},
        )
        os.close(slave)
        self.seen = b""

    def read(self, seconds: float) -> None:
        """Take in what is drawn for a while."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if select.select([self.master], [], [], left)[0]:
                try:
                    self.seen += os.read(self.master, 65536)
                except OSError:
                    return  # it has ended

    def wait_for(self, text: str) -> None:
        """Until it has been drawn since the last key."""
        end = time.monotonic() + _PATIENCE
        while text.encode() not in self.seen:
            assert time.monotonic() < end, f"{text} is never shown: {self.seen[-200:]!r}"
            self.read(0.1)

    def press(self, keys: bytes) -> None:
        """Send keys."""
        self.seen = b""
        os.write(self.master, keys)


@pytest.fixture
def terminal(summoned: Path) -> Iterator[Terminal]:
    """The program on a meeting in session whose first item is decided."""
    meeting = dossier_on(summoned)
    with Store(str(summoned)) as store:
        call_roll(store, BEFORE, meeting.meeting.id)
        decide_item(store, BEFORE, meeting.items[1].id, "as_proposed")
    found = Terminal(summoned)
    yield found
    found.process.kill()
    found.process.wait()
    os.close(found.master)


def into_the_decision(terminal: Terminal) -> None:
    """From Översikt by Enter to the meeting, up to its §, and into the decision's text."""
    terminal.wait_for("Pågående")
    terminal.read(0.5)
    terminal.press(b"\r")
    terminal.wait_for("Dagordning")
    terminal.read(0.5)
    terminal.press(b"\x1b[A")
    terminal.wait_for("Beslut")
    terminal.press(b"\x1bOS")
    terminal.read(1.0)


def type_steadily(terminal: Terminal, seconds: float, pause: float) -> list[tuple[float, str]]:
    """One letter after another without ever stopping; each letter and when it was typed."""
    typed: list[tuple[float, str]] = []
    end = time.monotonic() + seconds
    for letter in itertools.cycle("nämnden"):
        if time.monotonic() > end:
            return typed
        os.write(terminal.master, letter.encode())
        typed.append((time.monotonic(), letter))
        terminal.read(pause)
    raise AssertionError


def kept(path: Path) -> str:
    """The draft of the decision, or the decision itself when it was saved on the way out."""
    connection = sqlite3.connect(path)
    try:
        row = connection.execute("SELECT text FROM drafts WHERE field = 'points'").fetchone()
        saved = connection.execute("SELECT points FROM paragraphs").fetchone()
        return str(row[0] if row else saved[0])
    finally:
        connection.close()


def kept_letters(path: Path, typed: list[tuple[float, str]]) -> int:
    """How many of the letters typed are kept, counted from the first."""
    text = "".join(letter for _, letter in typed)
    found = kept(path)
    return next((n for n in range(len(text), 0, -1) if text[:n] in found), 0)


@pytest.mark.real
@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="no such signals here")
@pytest.mark.parametrize(
    ("number", "seconds", "pause"),
    [
        (signal.SIGKILL, 4.0, 0.3),
        (signal.SIGKILL, 1.5, 0.03),
        (signal.SIGHUP, 0.3, 0.03),
        (signal.SIGTERM, 0.3, 0.03),
    ],
    ids=["killed while typing steadily", "killed in a burst", "window closed", "told to end"],
)
def test_at_most_a_second_is_lost(
    terminal: Terminal, summoned: Path, number: signal.Signals, seconds: float, pause: float
) -> None:
    into_the_decision(terminal)
    typed = type_steadily(terminal, seconds, pause)
    terminal.read(0.2)
    ended = time.monotonic()
    os.kill(terminal.process.pid, number)
    terminal.read(0.5)
    terminal.process.wait(_PATIENCE)
    asked_to_end = number != signal.SIGKILL
    safe = [one for one in typed if asked_to_end or one[0] < ended - LOST_AT_MOST]
    assert safe
    assert kept_letters(summoned, typed) >= len(safe)
