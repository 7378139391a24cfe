"""Time to the first frame in a real (pseudo) terminal, against an empty Textual app.

Each start is a process of its own in an 80×24 terminal. The clock stops when the awaited text
has been drawn: for the program *Översikt* (the first frame) and then the next meeting's place
(the first facts); for the empty app its one word.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from benchmarks.lookup import make_database
from benchmarks.ratios import HEADER, Figure, pair

SIZES = (100, 100_000)
PROGRAM = str(Path(sys.executable).with_name("namndtui"))
EMPTY = """from textual.app import App
from textual.widgets import Static
class Empty(App):
    def compose(self):
        yield Static("Tomt")
Empty().run()"""
LONGEST_SECONDS = 30.0


def drawn(arguments: Sequence[str], awaited: str) -> Callable[[], object]:
    """A call that starts the command in a terminal and returns once ``awaited`` is drawn."""

    def run() -> None:
        process, terminal = pty.fork()
        if process == 0:
            environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
            environment |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
            os.execvpe(arguments[0], list(arguments), environment)
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        try:
            _wait_for(terminal, awaited.encode())
        finally:
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)
            os.close(terminal)

    return run


def _wait_for(terminal: int, awaited: bytes) -> None:
    seen = b""
    deadline = time.monotonic() + LONGEST_SECONDS
    while awaited not in seen:
        if not select.select([terminal], [], [], deadline - time.monotonic())[0]:
            raise TimeoutError(f"{awaited.decode()} was never drawn: {seen[-300:]!r}")
        seen += os.read(terminal, 65536)


def figures() -> Iterator[Figure]:
    """First frame and first facts with few and many cases in the file."""
    empty = drawn([sys.executable, "-c", EMPTY], "Tomt")
    with tempfile.TemporaryDirectory() as folder:
        for cases in SIZES:
            path = Path(folder) / f"{cases}.db"
            make_database(path, cases)
            started = partial(drawn, [PROGRAM, "--db", str(path)])
            yield pair(
                f"first frame, {cases} cases, against an empty app", started("Översikt"), empty, 9
            )
            yield pair(
                f"first facts, {cases} cases, against an empty app", started("försenat"), empty, 9
            )


if __name__ == "__main__":
    print(HEADER)
    for figure in figures():
        print(figure)
