"""F3: a case, or an item that waits, found as one types and put on the agenda."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from nämndtui.model.text.vocabulary import swedish
from nämndtui.store.agenda.items import waiting_items
from nämndtui.store.light.lists import case_page
from nämndtui.tui.kit.dialogs.picker import MOST_CHOICES, Choice, PickerDialog

if TYPE_CHECKING:
    from nämndtui.tui.meeting.shared.meeting_screen import MeetingScreen

Picked = tuple[str, int]
"""``case`` or ``item``, and its id."""


def pull_in(host: MeetingScreen) -> None:
    """Ask for a case and put it on the agenda."""
    view = host.view
    if view is None:
        return
    committee_id = view.dossier.committee.id
    there = {case.case_id for item in view.dossier.items for case in item.cases}
    picker: PickerDialog[Picked] = PickerDialog(
        "Hämta ärende till dagordningen",
        partial(choices, committee_id, there),
        placeholder="Ord ur rubriken eller diarienummer",
        empty="Inget ärende passar. Pröva ett annat ord, eller registrera det under Ärenden.",
    )
    host.app.push_screen(picker, lambda picked: place(host, picked))


def choices(
    committee_id: int, there: set[int], connection: sqlite3.Connection, text: str
) -> Sequence[Choice[Picked]]:
    """Items that wait for a meeting first, then open cases, newest first."""
    waiting = waiting_items(connection, committee_id)
    waits = {case.case_id for item in waiting for case in item.cases}
    wanted = text.casefold()
    found: list[Choice[Picked]] = [
        Choice(("item", item.id), item.title_with_dnr, "väntar på sammanträde")
        for item in waiting
        if wanted in item.title_with_dnr.casefold()
    ]
    page = case_page(connection, committee_id, text, limit=MOST_CHOICES)
    for row in page.rows:
        if row["id"] in waits or (not text.strip() and row["state"] == "closed"):
            continue
        state = swedish("case_state", row["state"])
        detail = "finns redan på dagordningen" if row["id"] in there else state
        found.append(Choice(("case", row["id"]), f"{row['dnr']}  {row['title']}", detail))
    return found


def place(host: MeetingScreen, picked: Picked | None) -> None:
    """Put what was picked on the agenda and go to it."""
    from nämndtui.workflow.agenda.agenda import place_item, pull_in_case

    if picked is None:
        return
    kind, picked_id = picked
    if kind == "case":
        host.namnd.write(
            partial(pull_in_case, meeting_id=host.meeting_id, case_id=picked_id),
            then=host.go_to_item,
        )
    else:
        host.namnd.write(
            partial(place_item, item_id=picked_id, meeting_id=host.meeting_id),
            then=lambda _: host.go_to_item(picked_id),
        )
