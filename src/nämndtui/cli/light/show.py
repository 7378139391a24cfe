"""``visa REF``: one case, meeting or §, found however its name is written."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from nämndtui.cli.light.global_options import GlobalOptions
from nämndtui.cli.light.hot_options import HOT_COMMANDS, read_options
from nämndtui.cli.light.output import line_width, result, result_json
from nämndtui.cli.light.reading import Reading
from nämndtui.cli.light.shown_json import Shown, case_json, meeting_json, paragraph_json
from nämndtui.cli.light.shown_text import case_text, meeting_text, paragraph_text
from nämndtui.cli.light.usage_error import UsageError
from nämndtui.model.text.clean_text import clean_line
from nämndtui.model.text.diary_number import looks_like_diary_number
from nämndtui.model.text.errors import NotFoundError
from nämndtui.model.text.paragraph_reference import parse_paragraph_reference
from nämndtui.store.light.lookup import case_by_dnr, meeting_on, paragraph_by_number
from nämndtui.store.light.lookup_items import Found

AsJson = Callable[[Found], Shown]
AsText = Callable[[Found, int | None], str]


def show(options: GlobalOptions, arguments: list[str]) -> int:
    """Show what the words in ``arguments`` refer to; returns the exit code.

    Raises UsageError without a reference, NotFoundError and RefusedError.
    """
    values, words = read_options(HOT_COMMANDS["visa"], arguments)
    reference = clean_line(" ".join(words))
    if not reference:
        raise UsageError(
            "Skriv vad som ska visas: ett diarienummer, ett datum eller en paragraf, "
            "till exempel namndtui visa 2026-12-08"
        )
    with Reading(options.path) as connection:
        found, as_json, as_text = find_reference(connection, reference, options.committee)
    if "--json" in values:
        result_json(as_json(found))
    else:
        result(as_text(found, line_width()))
    return 0


def find_reference(
    connection: sqlite3.Connection, reference: str, code: str
) -> tuple[Found, AsJson, AsText]:
    """What ``reference`` names, and how that kind of thing is shown."""
    paragraph = parse_paragraph_reference(reference)
    if paragraph is not None:
        found = paragraph_by_number(connection, *paragraph, code)
        return found, paragraph_json, paragraph_text
    moment = meeting_moment(reference)
    if moment is not None:
        return meeting_on(connection, moment[0], code, moment[1]), meeting_json, meeting_text
    if looks_like_diary_number(reference):
        try:
            return case_by_dnr(connection, reference, code), case_json, case_text
        except NotFoundError:
            # ”10 feb 2026” could be a number with the prefix feb; nobody has that diary.
            if date_in_words(reference) is None:
                raise
    return meeting_on(connection, written_date(reference), code), meeting_json, meeting_text


def meeting_moment(text: str) -> tuple[str, str] | None:
    """(ISO date, ``HH:MM`` or ``""``) in ``2026-12-08``, ``20261208`` or ``2026-12-08 18:30``.

    None for another kind of text. Raises NotFoundError for a day that no calendar has.
    """
    day, _, clock = text.replace("T", " ").partition(" ")
    digits = day.replace("-", "")
    if len(digits) != 8 or not (digits.isascii() and digits.isdecimal()):
        return None
    if day not in (digits, f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"):
        return None
    clock = clock.strip().replace(".", ":")
    if clock and not (len(clock) == 5 and clock[2] == ":" and (clock[:2] + clock[3:]).isdecimal()):
        return None
    moment = f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"
    if not _exists(int(digits[:4]), int(digits[4:6]), int(digits[6:])):
        raise NotFoundError(f"Dagen {moment} finns inte i almanackan. Rätta datumet.")
    return moment, clock


def _exists(year: int, month: int, day: int) -> bool:
    """True for a day of the calendar; ``datetime`` is too heavy for a look-up."""
    if not 1 <= month <= 12:
        return False
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    longest = (
        29 if month == 2 and leap else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]
    )
    return 1 <= day <= longest


def written_date(text: str) -> str:
    """The ISO date in ``8 dec`` or ``tisdag 8 december 2026``. Raises NotFoundError."""
    found = date_in_words(text)
    if found is None:
        raise NotFoundError(
            f"”{text[:60]}” är inget diarienummer, datum eller paragraf. "
            "Skriv till exempel on/2026:106, 2026-12-08 eller §88/2026."
        )
    return found


def date_in_words(text: str) -> str | None:
    """The ISO date nearest today that ``text`` may mean, or None."""
    from datetime import date

    from nämndtui.model.calendar.swedish_dates import parse_date
    from nämndtui.model.text.errors import InvalidInputError

    try:
        return parse_date(text, date.today()).isoformat()
    except InvalidInputError:
        return None
