"""Where faults in the program are noted: what kind and where in the code, never anybody's data."""

from __future__ import annotations

import os
import traceback
from datetime import datetime
from pathlib import Path, PurePath
from types import TracebackType

MOST_BYTES = 200_000
"""About a thousand faults; when there are more, the older half goes."""
_DEEPEST = 4
"""How many causes of a cause are noted."""
_START = "── "


class FaultLog:
    """A text file that only its owner may read, and that never grows beyond ``MOST_BYTES``.

    An empty path notes nothing.
    """

    def __init__(self, path: str) -> None:
        self.path = path

    @property
    def shown_path(self) -> str:
        """The path as a user writes it: ``~/.local/state/namndtui/fel.txt``."""
        home = os.path.expanduser("~")
        inside = self.path.startswith(home + os.sep)
        return "~" + self.path[len(home) :] if inside else self.path

    def note(self, error: BaseException, moment: datetime) -> bool:
        """Add one fault; False when it could not be written. Never raises OSError."""
        if not self.path:
            return False
        record = record_of(error, moment).encode()
        try:
            os.makedirs(os.path.dirname(self.path), mode=0o700, exist_ok=True)
            self._make_room(len(record))
            with open(self.path, "ab", opener=_private) as log:
                log.write(record)
        except OSError:
            return False
        return True

    def _make_room(self, wanted: int) -> None:
        if not os.path.exists(self.path) or os.path.getsize(self.path) + wanted <= MOST_BYTES:
            return
        kept = Path(self.path).read_bytes()[-MOST_BYTES // 2 :]
        begins = kept.find(b"\n" + _START.encode())
        shorter = f"{self.path}.ny"
        with open(shorter, "wb", opener=_private) as log:
            log.write(kept[begins + 1 :] if begins >= 0 else b"")
        os.replace(shorter, self.path)


def record_of(error: BaseException, moment: datetime) -> str:
    """Versions, then for the fault and its causes the kind and the lines of code that led there.

    What an error says of itself is left out: it may quote what the user has typed. So are the
    folders, which may hold the user's name.
    """
    # Only a fault needs them; the first frame does not wait for them.
    import platform
    from importlib.metadata import version

    lines = [
        f"{_START}{moment:%Y-%m-%d %H:%M:%S}  namndtui {version('namndtui')}, "
        f"textual {version('textual')}, Python {platform.python_version()}, {platform.system()}"
    ]
    current: BaseException | None = error
    for _ in range(_DEEPEST):
        if current is None:
            break
        lines += [type(current).__name__, *_where(current.__traceback__)]
        current = current.__cause__ or current.__context__
    return "\n".join(lines) + "\n"


def place_of(error: BaseException) -> tuple[str, str, int]:
    """Kind, file and line: two faults with the same are the same fault."""
    frames = list(traceback.walk_tb(error.__traceback__))
    if not frames:
        return (type(error).__name__, "", 0)
    frame, line = frames[-1]
    return (type(error).__name__, frame.f_code.co_filename, line)


def _where(steps: TracebackType | None) -> list[str]:
    found = []
    for step in traceback.extract_tb(steps):
        found.append(f"  {_short(step.filename)}:{step.lineno} {step.name}")
        if step.line:
            found.append(f"    {step.line}")
    return found


def _short(filename: str) -> str:
    parts = PurePath(filename).parts
    for package in ("nämndtui", "textual"):
        if package in parts:
            return "/".join(parts[len(parts) - 1 - parts[::-1].index(package) :])
    return "/".join(parts[-2:])


def _private(path: str, flags: int) -> int:
    descriptor = os.open(path, flags, 0o600)
    if hasattr(os, "fchmod"):
        os.fchmod(descriptor, 0o600)
    return descriptor
