"""Opening a finished file in the program the computer has for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path


def open_file(path: Path) -> str | None:
    """Start the file's program without waiting for it.

    Returns None when it was started, else a Swedish sentence saying what to do instead.
    """
    if not path.is_file():
        return f"{path} finns inte längre. Skriv dokumentet på nytt."
    if sys.platform == "win32":
        os.startfile(path)
        return None
    command = "open" if sys.platform == "darwin" else "xdg-open"
    has_screen = sys.platform == "darwin" or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")
    )
    if not has_screen or shutil.which(command) is None:
        return "Här finns inget program som kan visa filen. Öppna den där den ligger."
    subprocess.Popen(
        [command, str(path)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    return None
