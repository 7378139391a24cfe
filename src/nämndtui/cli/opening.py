"""Opening the terminal program. Imports nothing but the program itself: this is the first frame."""

from __future__ import annotations

import getpass
import os
import sys

from nämndtui.cli.global_options import GlobalOptions, default_path, look_path
from nämndtui.model.errors import RefusedError


def open_program(options: GlobalOptions) -> int:
    """Open the terminal program; returns its exit code. Raises RefusedError off a terminal."""
    if not at_terminal():
        raise RefusedError("Programmet behöver en terminal. Se vad som går utan: namndtui --hjälp")
    from datetime import datetime

    from nämndtui.tui.app import NamndApp

    path = os.path.abspath(options.path)
    if options.read_only:
        from nämndtui.store.connection import open_reader

        open_reader(path).close()  # reading nothing makes no sense
    elif path == os.path.abspath(default_path()):
        os.makedirs(os.path.dirname(path), exist_ok=True)
    app = NamndApp(
        path,
        user_name(),
        datetime.now,
        options.committee or None,
        read_only=options.read_only,
        look_file=look_path(),
    )
    app.run()
    return app.return_code or 0


def user_name() -> str:
    """The name of whoever is logged in."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # no such account, as in some containers
        return "okänd"


def at_terminal() -> bool:
    """True when a person sits at both ends."""
    return bool(sys.stdin and sys.stdin.isatty() and sys.stdout and sys.stdout.isatty())
