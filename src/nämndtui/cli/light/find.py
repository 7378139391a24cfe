"""``sök TEXT``: cases, items and meetings, the best of the newest first."""

from __future__ import annotations

import sqlite3

from nämndtui.cli.light.global_options import GlobalOptions
from nämndtui.cli.light.hot_options import HOT_COMMANDS, read_options, whole_number
from nämndtui.cli.light.output import line_width, message, result, result_json
from nämndtui.cli.light.reading import Reading
from nämndtui.cli.light.shown_json import hit_json
from nämndtui.cli.light.text_layout import one_line, table
from nämndtui.cli.light.usage_error import UsageError
from nämndtui.model.text.vocabulary import swedish
from nämndtui.store.light.lookup import committee_ids
from nämndtui.store.light.lookup_items import Found
from nämndtui.store.light.search import SearchResult, search

_SHOWN = 50
_STATES = {"case": "case_state", "item": "item_state", "meeting": "meeting_state"}


def find(options: GlobalOptions, arguments: list[str]) -> int:
    """Search and show; returns the exit code, 1 without hits. Raises UsageError, NotFoundError."""
    values, words = read_options(HOT_COMMANDS["sök"], arguments)
    text = " ".join(words).strip()
    if not text:
        raise UsageError("Skriv vad du söker, till exempel namndtui sök hemtjänst")
    limit = whole_number(values, "--antal", _SHOWN)
    with Reading(options.path) as connection:
        found = search(connection, text, chosen_committee(connection, options), limit)
    if "--json" in values:
        result_json(_json(text, found))
    elif found.rows:
        result(table([_row(hit) for hit in found.rows], _HEADERS, line_width()))
    if not found.rows:
        message(_nothing(text, found.spelling))
        return 1
    if len(found.rows) < found.total:
        more = "minst " if found.at_least else ""
        message(f"Visar {len(found.rows)} av {more}{found.total} träffar. Fler: --antal N")
    return 0


def chosen_committee(connection: sqlite3.Connection, options: GlobalOptions) -> int | None:
    """The id of the committee in ``--nämnd``, None for all. Raises NotFoundError."""
    return committee_ids(connection, options.committee)[0] if options.committee else None


def one_committee(connection: sqlite3.Connection, options: GlobalOptions) -> int:
    """The id of the committee in ``--nämnd``, else of the only one.

    Raises NotFoundError, and UsageError when there are several to choose among.
    """
    ids = committee_ids(connection, options.committee)
    if len(ids) > 1:
        raise UsageError("Databasen har flera nämnder. Välj en med --nämnd KOD.")
    return ids[0]


_HEADERS = ("Ärende", "Sammanträde", "Punkt", "Paragraf", "Status", "Rubrik")


def _row(hit: Found) -> tuple[str, ...]:
    return (
        hit["dnr"],
        hit["date"] or "",
        str(hit["number"] or ""),
        f"§ {hit['paragraph']}" if hit["paragraph"] else "",
        swedish(_STATES[hit["kind"]], hit["state"]),
        hit["title"],
    )


def _json(text: str, found: SearchResult) -> dict[str, object]:
    return {
        "sökt": text,
        "antal": found.total,
        "fler": found.at_least,
        "förslag": found.spelling or None,
        "träffar": [hit_json(hit) for hit in found.rows],
    }


def _nothing(text: str, spelling: str) -> str:
    shown = one_line(text[:60])
    if spelling:
        return f"Inga träffar på ”{shown}”. Menade du ”{spelling}”? Sök: namndtui sök {spelling}"
    return f"Inga träffar på ”{shown}”. Pröva färre ord eller början av ett ord."
