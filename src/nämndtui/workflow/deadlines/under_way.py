"""What the user was in the middle of: a meeting that is not closed, texts that are not saved."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from nämndtui.model.agenda.meeting_states import SITTING
from nämndtui.model.calendar.swedish_dates import short_date
from nämndtui.store.deadlines.overview import meetings_under_way
from nämndtui.store.drafts.drafts import unsaved_of
from nämndtui.store.drafts.places import place_in

ITEM, MEETING = ("item", "meeting")


@dataclass(frozen=True)
class UnderWay:
    """``text`` says what; ``target`` (item or meeting) and its id say where to go on."""

    state: str
    text: str
    target: str
    target_id: int


def under_way(
    connection: sqlite3.Connection, committee_id: int, user: str, today: date
) -> tuple[UnderWay, ...]:
    """What the user should go on with, meetings first. A row leads to one place only once."""
    unsaved = unsaved_of(connection, committee_id, user)
    found = [
        *_meetings(connection, committee_id, user, today, unsaved),
        *(_text(row) for row in unsaved if row["meeting_state"] not in SITTING),
    ]
    return tuple({(one.target, one.target_id, one.text): one for one in found}.values())


def _meetings(
    connection: sqlite3.Connection,
    committee_id: int,
    user: str,
    today: date,
    unsaved: list[sqlite3.Row],
) -> Iterator[UnderWay]:
    for row in meetings_under_way(connection, committee_id, today):
        day = short_date(date.fromisoformat(row["date"]))
        if row["state"] not in SITTING:
            yield UnderWay("i dag", f"Sammanträde {day}: upprop", MEETING, row["id"])
            continue
        inside = [one for one in unsaved if one["meeting_id"] == row["id"]]
        begun = f"Pågående sammanträde {day}"
        for one in inside:
            yield UnderWay("pågår", f"{begun}: {_unsaved_words(one)}", ITEM, one["item_id"])
        place = place_in(connection, user, row["id"])
        if not inside:
            words = f"{begun}: fortsätt där du var" if place is not None else begun
            yield UnderWay("pågår", words, MEETING, row["id"])


def _text(row: sqlite3.Row) -> UnderWay:
    return UnderWay("osparat", _unsaved_words(row), ITEM, row["item_id"])


def _unsaved_words(row: sqlite3.Row) -> str:
    """``§ 94 har text som inte är sparad``, or which form is half filled in."""
    where = f"§ {row['paragraph']}" if row["paragraph"] else row["title"]
    if row["table"].startswith("form:"):
        return f"{where} har en halvifylld ruta ({row['field']})"
    return f"{where} har text som inte är sparad"
