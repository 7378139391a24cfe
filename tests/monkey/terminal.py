"""A real pseudo-terminal with the real program in it."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

if sys.platform != "win32":
    import fcntl
    import pty
    import struct
    import termios

PROGRAM = "import sys; from namndtui_start import main; sys.exit(main())"
_KEPT = 20_000
"""Bytes of what was drawn last."""
FIRST_FRAME = 60.0
LEAVE_SECONDS = 20.0
_QUIT = b"\x11"


def possible() -> bool:
    """True where there are pseudo-terminals."""
    return sys.platform != "win32"


class Terminal:
    """The program from its first frame until it has ended; use as a context."""

    def __init__(
        self,
        arguments: Sequence[str],
        size: tuple[int, int],
        environment: Mapping[str, str],
        folder: Path,
    ) -> None:
        self._arguments = arguments
        self._size = size
        self._environment = dict(environment)
        self._folder = folder
        self._drawn = b""
        self._program: subprocess.Popen[bytes]
        self._end = -1

    def __enter__(self) -> Terminal:
        own, theirs = pty.openpty()
        width, height = self._size
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))
        self._program = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, *self._arguments],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=self._environment,
            cwd=self._folder,
            start_new_session=True,
        )
        os.close(theirs)
        os.set_blocking(own, False)
        self._end = own
        self._wait_for_first_frame()
        return self

    def __exit__(self, *_: object) -> None:
        if self.code is None:
            self._program.kill()
            self._program.wait()
        os.close(self._end)

    @property
    def code(self) -> int | None:
        """The exit code; None while the program runs."""
        return self._program.poll()

    @property
    def last_drawn(self) -> str:
        """What the program has drawn or said last."""
        return self._drawn.decode(errors="replace")

    def press(self, sent: bytes, seconds: float) -> bool:
        """Send a key and read what is drawn for a while; False when the program has ended."""
        until = time.monotonic() + seconds
        while sent:
            try:
                sent = sent[os.write(self._end, sent) :]
            except BlockingIOError:  # it has not read the earlier ones yet
                self._read(0.01)
            except OSError:
                return False
            if self.code is not None:
                return False
        while (left := until - time.monotonic()) > 0:
            self._read(left)
        return self.code is None

    def settle(self, still: float = 0.6, longest: float = 30.0) -> bool:
        """Wait until nothing has been drawn for a while; False when the program has ended."""
        until = time.monotonic() + longest
        while time.monotonic() < until and self.code is None:
            if not self._read(still):
                break
        return self.code is None

    def leave(self) -> int | None:
        """Ctrl+Q, else SIGTERM; the exit code, or None when the program hangs."""
        self.press(_QUIT, 0)
        if self._ended(LEAVE_SECONDS / 4):
            return self.code
        self._program.terminate()
        if self._ended(LEAVE_SECONDS):
            return self.code
        self._program.send_signal(signal.SIGABRT)  # faulthandler says where it hangs
        self._ended(LEAVE_SECONDS / 4)
        return None

    def _ended(self, seconds: float) -> bool:
        until = time.monotonic() + seconds
        while time.monotonic() < until and self.code is None:
            self._read(0.05)
        self._read(0)
        return self.code is not None

    def _wait_for_first_frame(self) -> None:
        until = time.monotonic() + FIRST_FRAME
        while time.monotonic() < until and self.code is None and b"F1" not in self._drawn:
            self._read(0.2)

    def _read(self, seconds: float) -> bool:
        """Take in what comes within the time; False when nothing did."""
        ready, _, _ = select.select([self._end], [], [], max(seconds, 0))
        if not ready:
            return False
        try:
            self._drawn = (self._drawn + os.read(self._end, 65536))[-_KEPT:]
        except OSError:  # nobody is at the other end
            time.sleep(min(max(seconds, 0), 0.01))
            return False
        return True
