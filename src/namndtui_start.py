"""ASCII-named entry point: restarts Python in UTF-8 mode when the locale cannot read ``nämndtui``.

Under ``LC_ALL=C`` with ``PYTHONUTF8=0``, or a Latin-1 locale, the package folder's name cannot
be decoded and the import fails. One restart with ``PYTHONUTF8=1`` cures it; arguments survive as
bytes.
"""

import os
import sys


def main() -> int:
    """Run the program; returns its exit code (78 when even UTF-8 mode does not help)."""
    if sys.getfilesystemencoding() != "utf-8":
        if os.environ.get("PYTHONUTF8") == "1":
            sys.stderr.write("namndtui: the terminal's locale is not UTF-8; set LANG=C.UTF-8\n")
            return 78
        os.environ["PYTHONUTF8"] = "1"
        os.execv(sys.executable, [os.fsencode(a) for a in (sys.executable, *sys.argv)])
    from importlib import import_module

    return int(import_module("n\u00e4mndtui.cli.main").main())
