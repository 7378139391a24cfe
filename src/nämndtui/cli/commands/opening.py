"""Opening the terminal program. Imports nothing but the program itself: this is the first frame."""

from __future__ import annotations

import getpass
import os
import sys

from nämndtui.cli.light.global_options import GlobalOptions, default_path, fault_path, look_path
from nämndtui.model.text.errors import NamndError, RefusedError


def open_program(options: GlobalOptions) -> int:
    """Open the terminal program; returns its exit code. Raises RefusedError off a terminal."""
    if not at_terminal():
        raise RefusedError("Programmet behöver en terminal. Se vad som går utan: namndtui --hjälp")
    from datetime import datetime

    from nämndtui.tui.app import NamndApp

    path = os.path.abspath(options.path)
    if options.read_only or os.path.isfile(path):
        check_database(path, options.read_only)
    elif path == os.path.abspath(default_path()):
        os.makedirs(os.path.dirname(path), exist_ok=True)
    app = NamndApp(
        path,
        user_name(),
        datetime.now,
        options.committee or None,
        read_only=options.read_only,
        look_file=look_path(),
        fault_file=fault_path(),
    )
    app.run()
    return app.return_code or 0


def check_database(path: str, read_only: bool) -> None:
    """Bring a database from an older version up to date; one only to be read must be readable.

    Raises NotFoundError, RefusedError. What else is wrong with a file to be written the program
    tells itself, where it also offers a new one.
    """
    from nämndtui.store.core.connection import OldDatabaseError, open_reader

    try:
        open_reader(path).close()
    except OldDatabaseError:
        if read_only:
            raise
        from nämndtui.store.database import Store

        Store(path).close()
    except NamndError:
        if read_only:
            raise


def user_name() -> str:
    """The name of whoever is logged in."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # no such account, as in some containers
        return "okänd"


def at_terminal() -> bool:
    """True when a person sits at both ends."""
    return bool(sys.stdin and sys.stdin.isatty() and sys.stdout and sys.stdout.isatty())
