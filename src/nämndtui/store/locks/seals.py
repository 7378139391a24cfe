"""The seal of an adjusted part at rest, and whether it still holds (D2.3)."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from typing import Any

from nämndtui.model.text.number_words import join_swedish
from nämndtui.model.text.paragraph_range import format_paragraphs
from nämndtui.store.core.change import Change
from nämndtui.store.core.tables import has_table
from nämndtui.store.locks.seal_content import ATTENDANCE, FORM, FRAME, REST, section_sums, total

_SECTIONS = {
    FRAME: "sammanträdets uppgifter eller underskrifterna",
    ATTENDANCE: "närvaron",
    REST: "punkterna utan paragraf",
}
_ADJUSTED = (
    "SELECT d.id, d.adjusted_on, d.immediate, m.date FROM minutes_parts d"
    " JOIN meetings m ON m.id = d.meeting_id WHERE d.adjusted_on IS NOT NULL"
    " ORDER BY m.date, d.id"
)


def seal_part(change: Change, part_id: int) -> None:
    """Seal a part that has just been adjusted, as the last thing written about it."""
    sums = section_sums(change.connection, part_id)
    change.insert(
        "part_seals",
        {
            "part_id": part_id,
            "form": FORM,
            "sha256": total(sums),
            "sections": json.dumps(sums, separators=(",", ":")),
        },
    )


def seal_faults(connection: sqlite3.Connection) -> Iterator[str]:
    """Adjusted parts that are not as they were sealed, or whose seal is not the one made then."""
    made, adjusted = _told_by_history(connection)
    seals = _seals(connection)
    parts = {row["id"]: row for row in connection.execute(_ADJUSTED)}
    for part_id in sorted({*made, *seals} - set(parts)):
        yield f"Ett justerat protokoll (del {part_id}) finns inte längre som justerat."
    for part_id, part in parts.items():
        seal, original = seals.get(part_id), made.get(part_id)
        if seal is None and original is None and part_id not in adjusted:
            yield f"{_name(part)} är justerat, men historiken vet inte om det."
        elif seal is None and original is not None:
            yield f"{_name(part)} har mist sin försegling."
        elif seal != original:
            yield f"{_name(part)} har en försegling som inte är den som gjordes vid justeringen."
        if original or seal:
            sealed = (original or seal or {})["sections"]
            yield from _differences(connection, part, json.loads(sealed))


def unsealed_notes(connection: sqlite3.Connection) -> Iterator[str]:
    """Parts adjusted before there were seals: nothing can be said of what they were then."""
    made, adjusted = _told_by_history(connection)
    sealed = made.keys() | _seals(connection).keys()
    for part in connection.execute(_ADJUSTED).fetchall():
        if part["id"] in adjusted and part["id"] not in sealed:
            yield f"{_name(part)} saknar försegling: det justerades innan programmet förseglade."


def _differences(
    connection: sqlite3.Connection, part: sqlite3.Row, sealed: Mapping[str, str]
) -> Iterator[str]:
    now = section_sums(connection, part["id"])
    differing = {name for name in {*sealed, *now} if sealed.get(name) != now.get(name)}
    if not differing:
        return
    numbers = sorted(int(name) for name in differing if name.isdigit())
    what = [format_paragraphs(numbers)] if numbers else []
    what += [text for name, text in _SECTIONS.items() if name in differing]
    yield f"{_name(part)} har ändrats efter justeringen: {join_swedish(what)}."


def _seals(connection: sqlite3.Connection) -> dict[int, dict[str, Any]]:
    """Part → its seal; none in a database not opened since there were seals, or robbed of them."""
    if not has_table(connection, "part_seals"):
        return {}
    return {row["part_id"]: dict(row) for row in connection.execute("SELECT * FROM part_seals")}


def _told_by_history(
    connection: sqlite3.Connection,
) -> tuple[dict[int, dict[str, Any]], set[int]]:
    """What the history tells: part → its seal's row as it was made, and the parts adjusted."""
    made: dict[int, dict[str, Any]] = {}
    adjusted: set[int] = set()
    for row in connection.execute(
        "SELECT changes FROM history WHERE instr(changes, 'adjusted_on') ORDER BY id"
    ):
        for table, row_id, _, after in json.loads(row["changes"]):
            if table == "part_seals" and after:
                made[after["part_id"]] = after
            elif table == "minutes_parts" and after and after.get("adjusted_on"):
                adjusted.add(row_id)
    return made, adjusted


def _name(part: sqlite3.Row) -> str:
    kind = "Det omedelbart justerade protokollet" if part["immediate"] else "Protokollet"
    return f"{kind} {part['date']}"
