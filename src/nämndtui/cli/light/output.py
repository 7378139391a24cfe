"""The only ways out: the result to stdout, messages and progress to stderr.

Controls that a terminal might obey are shown, never sent. The fast look-ups load this module.
"""

from __future__ import annotations

import os
import sys

from nämndtui.model.text.clean_text import visible_controls

_NARROWEST = 20


def prepare_streams() -> None:
    """Make both streams write what their encoding lacks as ``\\xe5`` instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def result(text: str) -> None:
    """Write the command's result, a line break after it."""
    if sys.stdout is not None:
        sys.stdout.write(f"{visible_controls(text)}\n")


def result_json(value: object) -> None:
    """Write the result as JSON: letters as letters where the encoding has them all.

    Every control is escaped.
    """
    from json import dumps

    encoding = (getattr(sys.stdout, "encoding", None) or "").lower().replace("-", "")
    text = dumps(value, ensure_ascii=not encoding.startswith("utf"), indent=2)
    if visible_controls(text) != text:
        text = "".join(map(_escaped, text))
    if sys.stdout is not None:
        sys.stdout.write(f"{text}\n")


def result_file(text: str) -> None:
    """Write what is a file's content, as UTF-8 whatever the terminal's encoding."""
    if sys.stdout is None:
        return
    binary = getattr(sys.stdout, "buffer", None)
    if binary is None:
        sys.stdout.write(text)
    else:
        sys.stdout.flush()
        binary.write(text.encode())


def message(text: str) -> None:
    """Tell the user something that is not the result."""
    if sys.stderr is not None:
        sys.stderr.write(f"{visible_controls(text)}\n")


def flush() -> None:
    """Send what has been written. Raises OSError when it cannot be."""
    if sys.stdout is not None:
        sys.stdout.flush()


def drop_output() -> None:
    """Nobody reads any more: let what is left go nowhere, without a word at exit."""
    if sys.stdout is not None:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())


def line_width() -> int | None:
    """Columns to keep within: COLUMNS, else the terminal's; None when writing to a file."""
    given = os.environ.get("COLUMNS", "")
    if given.isdecimal() and int(given):
        return max(int(given), _NARROWEST)
    try:
        return max(os.get_terminal_size(sys.stdout.fileno()).columns, _NARROWEST)
    except (OSError, ValueError, AttributeError):
        return None


def _escaped(character: str) -> str:
    if character == "\n" or visible_controls(character) == character:
        return character
    return f"\\u{ord(character):04x}"
