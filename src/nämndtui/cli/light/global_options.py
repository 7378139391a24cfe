"""The options every command takes, before or after the command's name.

The fast look-ups load this module, so it imports nothing heavy.
"""

from __future__ import annotations

import os
import sys
from collections import namedtuple
from collections.abc import Sequence

from nämndtui.cli.light.usage_error import UsageError
from nämndtui.cli.light.words import plain_word

DATABASE_NAME = "namndtui.db"
LOOK_NAME = "utseende"
FAULT_NAME = "fel.txt"
HELP = (
    ("--db FIL", "Databasen. Annars NAMNDTUI_DB, annars programmets egen datamapp."),
    ("--nämnd KOD", "Nämnden, när databasen har flera."),
    ("--läs", "Bara läsa: inget kan ändras."),
    ("--version", "Visa programmets version."),
    ("--hjälp", "Visa hjälp, också för ett kommando."),
)
HELP_OPTIONS = ("--hjälp", "--help", "-h")
_PLAIN_HELP = tuple(plain_word(name) for name in HELP_OPTIONS)


class GlobalOptions(namedtuple("GlobalOptions", "db committee read_only version")):
    """``db`` is the path given, or ``""``; ``committee`` a code, or ``""``."""

    __slots__ = ()
    db: str
    committee: str
    read_only: bool
    version: bool

    @property
    def path(self) -> str:
        """The database file: ``--db``, else NAMNDTUI_DB, else in the platform's data folder."""
        return self.db or os.environ.get("NAMNDTUI_DB") or default_path()


def split_global_options(arguments: Sequence[str]) -> tuple[GlobalOptions, list[str]]:
    """The global options, and the other arguments in order. Raises UsageError.

    What follows ``--`` is left alone.
    """
    values = {"--db": "", "--namnd": ""}
    flags = {"--las": False, "--version": False}
    rest: list[str] = []
    waiting = list(arguments)
    while waiting:
        argument = waiting.pop(0)
        if argument == "--":
            rest += [argument, *waiting]
            break
        written, equals, value = argument.partition("=")
        name = plain_word(written) if written.startswith("--") else ""
        if name in flags and not equals:
            flags[name] = True
        elif name in values:
            if not equals and not waiting:
                raise UsageError(f"{written} behöver ett värde. Se: namndtui --hjälp")
            values[name] = value if equals else waiting.pop(0)
        else:
            rest.append(argument)
    return GlobalOptions(values["--db"], values["--namnd"], *flags.values()), rest


def asks_for_help(arguments: Sequence[str]) -> bool:
    """True when the user wants to read how a command is used."""
    own = arguments[: list(arguments).index("--")] if "--" in arguments else arguments
    return any(plain_word(argument) in _PLAIN_HELP for argument in own)


def default_path() -> str:
    """The database in the platform's own place for a program's data."""
    return os.path.join(_own_folder("data", "XDG_DATA_HOME", "~/.local/share"), DATABASE_NAME)


def look_path() -> str:
    """Where light or dark is remembered, in the platform's own place for settings."""
    return os.path.join(_own_folder("config", "XDG_CONFIG_HOME", "~/.config"), LOOK_NAME)


def fault_path() -> str:
    """Where faults in the program itself are noted, in the platform's own place for logs."""
    return os.path.join(_own_folder("state", "XDG_STATE_HOME", "~/.local/state"), FAULT_NAME)


def _own_folder(kind: str, variable: str, usual: str) -> str:
    """On Linux by the XDG rule itself, so that a look-up does not wait for platformdirs."""
    if sys.platform == "linux":
        base = os.environ.get(variable, "").strip() or os.path.expanduser(usual)
        return os.path.join(base, "namndtui")
    import platformdirs

    if kind == "data":
        return platformdirs.user_data_dir("namndtui", appauthor=False)
    if kind == "config":
        return platformdirs.user_config_dir("namndtui", appauthor=False)
    return platformdirs.user_log_dir("namndtui", appauthor=False)
