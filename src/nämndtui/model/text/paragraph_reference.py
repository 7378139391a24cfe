"""A reference to one § of the minutes as a user types it: ``§ 88``, ``88 §``, ``§88/2026``.

The fast look-up path loads this module, so it imports nothing heavy.
"""

from __future__ import annotations

from nämndtui.model.text.clean_text import clean_line

_LONGEST = 30


def parse_paragraph_reference(text: str) -> tuple[int, int | None] | None:
    """(number, year) of the § referred to; year is None when not written.

    None when ``text`` is no reference to a single §. The year is that of the meeting's first
    day, four digits 1900–2099, after a slash.
    """
    line = clean_line(text)
    if len(line) > _LONGEST or line.count("§") != 1:
        return None
    compact = "".join(line.split())
    if not (compact.startswith("§") or compact.endswith("§") or "§/" in compact):
        return None
    number, slash, year = compact.replace("§", "").partition("/")
    if not _is_number(number, 6) or int(number) == 0 or (slash and not _is_number(year, 4)):
        return None
    if not slash:
        return int(number), None
    return (int(number), int(year)) if "1900" <= year <= "2099" else None


def _is_number(text: str, longest: int) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= longest
