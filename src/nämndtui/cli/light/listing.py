"""``lista SLAG``: cases, meetings, items, members or a register, as a table, JSON or CSV."""

from __future__ import annotations

import sqlite3
from collections import namedtuple
from collections.abc import Callable

from nämndtui.cli.light.find import chosen_committee
from nämndtui.cli.light.global_options import GlobalOptions
from nämndtui.cli.light.hot_options import (
    HOT_COMMANDS,
    KINDS,
    Values,
    read_options,
    whole_number,
)
from nämndtui.cli.light.listed import (
    REGISTERS,
    Row,
    cells_of,
    csv_keys_of,
    headings_of,
    json_of,
)
from nämndtui.cli.light.listed_follow_up import FOLLOW_UP_CSV_KEYS
from nämndtui.cli.light.output import line_width, message, result, result_file, result_json
from nämndtui.cli.light.reading import Reading
from nämndtui.cli.light.show import meeting_moment
from nämndtui.cli.light.text_layout import table
from nämndtui.cli.light.usage_error import UsageError
from nämndtui.cli.light.words import find_word, nearest_word
from nämndtui.model.text.vocabulary import VALUES
from nämndtui.store.light.lists import PAGE, Page, case_page, item_rows, mandate_rows, meeting_rows
from nämndtui.store.light.lookup_items import Found

Fetch = Callable[[tuple[object, ...] | None, int], Page]

_ALLOWED = {
    "ärenden": ("--status", "--år", "--text"),
    "sammanträden": ("--status", "--år"),
    "punkter": ("--status", "--sammanträde"),
    "ledamöter": ("--datum", "--text"),
    "delegationsbeslut": ("--status", "--år", "--text", "--från", "--till"),
    "ej-verkställda": ("--text", "--lag", "--öppna"),
    "anmälningsärenden": ("--status", "--text"),
    "uppdrag": ("--status", "--text", "--öppna"),
    "expediering": ("--status", "--text", "--öppna"),
    "bevakning": ("--text", "--till", "--ics"),
}
_NOUNS = {
    "ej-verkställda": "ej verkställda beslut",
    "expediering": "expedieringar",
    "bevakning": "tidsfrister",
}
_EVERYWHERE = ("--json", "--csv", "--antal", "--alla")
_STATES = {
    "ärenden": "case_state",
    "sammanträden": "meeting_state",
    "punkter": "item_state",
    "delegationsbeslut": "delegated_state",
    "anmälningsärenden": "matter_state",
    "uppdrag": "assignment_state",
    "expediering": "dispatch_state",
}


class Filters(namedtuple("Filters", "state year text day first last law only_open")):
    """What to leave out; ``state`` and ``law`` are English, ``day``, ``first``, ``last`` ISO days.

    ``only_open`` leaves out what is executed or closed.
    """

    __slots__ = ()
    state: str
    year: int | None
    text: str
    day: str
    first: str
    last: str
    law: str
    only_open: bool


NO_FILTERS = Filters("", None, "", "", "", "", "", False)


def list_rows(options: GlobalOptions, arguments: list[str]) -> int:
    """List one kind of thing; returns the exit code. Raises UsageError, NotFoundError."""
    values, words = read_options(HOT_COMMANDS["lista"], arguments)
    kind = _kind(words)
    filters = _filters(kind, values)
    limit = _limit(values)
    with Reading(options.path) as connection:
        committee_id = chosen_committee(connection, options)
        if "--ics" in values:
            from nämndtui.cli.light.watching import calendar_text

            result_file(calendar_text(connection, committee_id))
            return 0
        fetch = _fetcher(connection, committee_id, kind, filters)
        rows, page = _gather(fetch, limit)
    _show(kind, rows, values)
    if len(rows) < page.total and page.after:
        least = "minst " if page.at_least else ""
        message(f"Visar {len(rows)} av {least}{page.total}. Alla: --alla")
    elif page.at_least:
        message("Sökningen stannade vid de nyaste träffarna. Skriv fler ord.")
    return 0


def all_rows(
    connection: sqlite3.Connection, committee_id: int | None, kind: str, filters: Filters
) -> list[Row]:
    """Every row of a kind with its Swedish keys."""
    rows, _ = _gather(_fetcher(connection, committee_id, kind, filters), None)
    return list(map(json_of(kind), rows))


def _kind(words: list[str]) -> str:
    if len(words) != 1:
        raise UsageError(f"Skriv vad som ska listas: {', '.join(KINDS)}.")
    kind = find_word(words[0], KINDS)
    if kind is None:
        near = nearest_word(words[0], KINDS)
        hint = f"Menade du {near}?" if near else f"Välj bland: {', '.join(KINDS)}."
        raise UsageError(f"Det går inte att lista ”{words[0][:40]}”. {hint}")
    return kind


def _filters(kind: str, values: Values) -> Filters:
    for name in values:
        if name not in _ALLOWED[kind] and name not in _EVERYWHERE:
            raise UsageError(f"{name} kan inte användas med lista {kind}.")
    forms = [name for name in ("--json", "--csv", "--ics") if name in values]
    if len(forms) > 1:
        raise UsageError(f"Välj {forms[0]} eller {forms[1]}, inte båda.")
    day = _day(values, "--sammanträde") or _day(values, "--datum")
    if not day and kind == "ledamöter" and "--alla" not in values:
        from datetime import date

        day = date.today().isoformat()
    return Filters(
        _state(kind, values),
        whole_number(values, "--år", 0) or None,
        values.get("--text", ""),
        day,
        _day(values, "--från"),
        _day(values, "--till"),
        _law(values.get("--lag", "")),
        "--öppna" in values,
    )


def _day(values: Values, name: str) -> str:
    """The option's date as ISO; empty when it is not given. Raises UsageError."""
    text = values.get(name, "")
    if not text:
        return ""
    moment = meeting_moment(text)
    if moment is None:
        raise UsageError(f"”{text[:20]}” är inget datum. Skriv till exempel 2026-12-08.")
    return moment[0]


def _law(word: str) -> str:
    laws = {swedish: english for english, swedish in VALUES["law"].items()}
    name = find_word(word, laws) if word else ""
    if name is None:
        raise UsageError(f"Lagen ”{word[:20]}” finns inte här. Skriv SoL eller LSS.")
    return laws[name] if name else ""


def _state(kind: str, values: Values) -> str:
    word = values.get("--status", "")
    if not word:
        return ""
    states = {swedish: english for english, swedish in VALUES[_STATES[kind]].items()}
    name = find_word(word, states)
    if name is None:
        raise UsageError(f"Statusen ”{word[:40]}” finns inte. Välj bland: {', '.join(states)}.")
    return states[name]


def _limit(values: Values) -> int | None:
    """The most rows to show; None for all."""
    if "--antal" in values:
        return whole_number(values, "--antal", PAGE)
    return None if {"--alla", "--json", "--csv"} & values.keys() else PAGE


def _fetcher(
    connection: sqlite3.Connection, committee_id: int | None, kind: str, filters: Filters
) -> Fetch:
    if kind in REGISTERS:
        return _register_fetcher(connection, committee_id, kind, filters)
    if kind in FOLLOW_UP_CSV_KEYS:
        return _follow_up_fetcher(connection, committee_id, kind, filters)

    def fetch(before: tuple[object, ...] | None, limit: int) -> Page:
        if kind == "ärenden":
            text, state, year = filters.text, filters.state, filters.year
            return case_page(connection, committee_id, text, state, year, before, limit)
        if kind == "sammanträden":
            return meeting_rows(
                connection, committee_id, filters.state, filters.year, before, limit
            )
        if kind == "punkter":
            return item_rows(
                connection, committee_id, None, filters.day, filters.state, before, limit
            )
        return mandate_rows(connection, committee_id, filters.day, filters.text)

    return fetch


def _register_fetcher(
    connection: sqlite3.Connection, committee_id: int | None, kind: str, filters: Filters
) -> Fetch:
    from nämndtui.store.light import register_lists as registers

    text, state, year = filters.text, filters.state, filters.year
    first = max(filters.first, f"{year:04d}-01-01" if year else "")
    last = min(filters.last or "9999", f"{year:04d}-12-31" if year else "9999")

    def fetch(before: tuple[object, ...] | None, limit: int) -> Page:
        if kind == "delegationsbeslut":
            return registers.delegated_decision_page(
                connection, committee_id, text, state, first, last, before, limit
            )
        if kind == "ej-verkställda":
            return registers.unenforced_decision_page(
                connection, committee_id, text, filters.law, filters.only_open, before, limit
            )
        return registers.reported_matter_page(connection, committee_id, text, state, before, limit)

    return fetch


def _follow_up_fetcher(
    connection: sqlite3.Connection, committee_id: int | None, kind: str, filters: Filters
) -> Fetch:
    from nämndtui.store.light.follow_up_lists import assignment_page, dispatch_page

    text, state = filters.text, filters.state

    def fetch(before: tuple[object, ...] | None, limit: int) -> Page:
        if kind == "uppdrag":
            wanted = "open" if filters.only_open and not state else state
            return assignment_page(connection, committee_id, text, wanted, before, limit)
        if kind == "expediering":
            only_open = filters.only_open
            return dispatch_page(connection, committee_id, text, state, only_open, before, limit)
        from nämndtui.cli.light.watching import deadline_rows

        rows = deadline_rows(connection, committee_id, text, filters.last)
        after = (limit,) if before is None and len(rows) > limit else None
        return Page(rows[:limit] if before is None else rows[limit:], len(rows), False, after)

    return fetch


def _gather(fetch: Fetch, limit: int | None) -> tuple[list[Found], Page]:
    """Page after page until ``limit`` rows are there, and the last page."""
    page = fetch(None, PAGE if limit is None else min(PAGE, limit))
    rows = list(page.rows)
    while page.after and (limit is None or len(rows) < limit):
        page = fetch(page.after, PAGE if limit is None else min(PAGE, limit - len(rows)))
        rows += page.rows
    return rows, page


def _show(kind: str, rows: list[Found], values: Values) -> None:
    if "--json" in values:
        result_json(list(map(json_of(kind), rows)))
    elif "--csv" in values:
        from nämndtui.exchange.tables.csv_write import write_csv

        result(write_csv(map(json_of(kind), rows), csv_keys_of(kind)).rstrip("\n"))
    elif rows:
        result(table(list(map(cells_of(kind), rows)), headings_of(kind), line_width()))
    else:
        message(f"Inga {_NOUNS.get(kind, kind)} att visa.")
