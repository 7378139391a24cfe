"""The front door: fast look-ups are answered before anything heavier than sqlite3 is loaded.

Exit codes: 0 done, 1 refused or not found, 2 wrong usage, 130 interrupted.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from nämndtui.cli.light.global_options import asks_for_help, split_global_options
from nämndtui.cli.light.output import drop_output, flush, message, prepare_streams
from nämndtui.cli.light.usage_error import UsageError
from nämndtui.cli.light.words import plain_word

DONE, REFUSED, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130
COMPLETION = "_slutfor"
"""What the shell calls for completion; see ``completion.py``."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command line (``sys.argv`` by default) and return its exit code; never raises."""
    prepare_streams()
    try:
        code = _run(list(sys.argv[1:] if arguments is None else arguments))
        flush()
        return code
    except BrokenPipeError:
        code = DONE
    except KeyboardInterrupt:
        code = INTERRUPTED
    except Exception as error:
        code = _explain(error)
    try:
        flush()
    except OSError:
        drop_output()
    return code


def _run(arguments: list[str]) -> int:
    if arguments[:1] == [COMPLETION]:
        from nämndtui.cli.light.completion import complete

        return complete(arguments[1:])
    options, rest = split_global_options(arguments)
    command = plain_word(rest[0]) if rest else ""
    if command in ("visa", "sok", "lista") and not options.version and not asks_for_help(rest):
        from nämndtui.cli.light.look_ups import run_hot

        return run_hot(command, options, rest[1:])
    if not (rest or options.version):
        from nämndtui.cli.commands.opening import open_program

        return open_program(options)
    from nämndtui.cli.commands.program import run_program

    return run_program(options, rest)


def _explain(error: Exception) -> int:
    """Say in Swedish what went wrong; the traceback only with NAMNDTUI_DEBUG=1."""
    from nämndtui.model.text.errors import NamndError

    if os.environ.get("NAMNDTUI_DEBUG") == "1":
        from traceback import print_exception

        print_exception(error)
    if isinstance(error, UsageError):
        message(f"Fel: {error}")
        return WRONG_USAGE
    if isinstance(error, NamndError):
        message(f"Fel: {error}")
    elif isinstance(error, OSError):
        from nämndtui.model.text.system_reason import system_reason

        where = f" {error.filename}" if error.filename else ""
        message(f"Fel: Det gick inte att läsa eller skriva{where}: {system_reason(error)}.")
    else:
        message(
            f"Fel: Programmet gjorde fel ({type(error).__name__}: {error}). "
            "Kör igen med NAMNDTUI_DEBUG=1 för att se var."
        )
    return REFUSED
