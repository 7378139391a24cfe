"""A colleague at another desk: writes now and then through the same verbs, until told to stop.

Usage: python -m tests.monkey.second_writer DATABASE SEED
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.model.agenda.case import Case
from nämndtui.model.text.errors import NamndError
from nämndtui.store.agenda.cases import all_cases
from nämndtui.store.agenda.items import items_of_meeting
from nämndtui.store.agenda.meetings import meetings_of
from nämndtui.store.database import Store
from nämndtui.store.people.committees import all_committees
from nämndtui.workflow.agenda.agenda import add_item, move_item, remove_item, set_ready
from nämndtui.workflow.agenda.cases import edit_case, register_case
from nämndtui.workflow.agenda.item_content import edit_item
from nämndtui.workflow.core.actor import Actor

PAUSE = (0.1, 2.0)

_BEGUN = datetime(2026, 12, 1, 12, 0)


class Colleague:
    """Draws what to do from a seed; what the rules refuse is left."""

    def __init__(self, store: Store, seed: str) -> None:
        self._store = store
        self._chance = random.Random(seed)
        self._added: list[int] = []
        self.done = 0

    def write(self) -> None:
        """One change. Raises NamndError when it is refused."""
        committees = all_committees(self._store.connection)
        if committees:
            acts: tuple[Callable[[int], None], ...] = (
                self._register,
                self._edit_case,
                self._edit_item,
                self._move_item,
                self._ready,
                self._add_item,
                self._remove_item,
            )
            self._chance.choice(acts)(self._chance.choice(committees).id)
            self.done += 1

    @property
    def _actor(self) -> Actor:
        return Actor("kollegan", _BEGUN + timedelta(seconds=self.done))

    def _register(self, committee_id: int) -> None:
        draft = Case(0, committee_id, "", 0, 0, f"Kollegans ärende {self.done}")
        register_case(self._store, self._actor, draft)

    def _edit_case(self, committee_id: int) -> None:
        cases = all_cases(self._store.connection, committee_id)
        if cases:
            case = self._chance.choice(cases)
            note = f"Kollegan {self.done}"
            edit_case(self._store, self._actor, case.id, case.version, note=note)

    def _item(self, committee_id: int) -> AgendaItem | None:
        meetings = meetings_of(self._store.connection, committee_id)
        if not meetings:
            return None
        meeting = self._chance.choice(meetings)
        items = items_of_meeting(self._store.connection, meeting.id)
        return self._chance.choice(items) if items else None

    def _edit_item(self, committee_id: int) -> None:
        item = self._item(committee_id)
        if item is not None:
            title = f"{item.title.split(' – ')[0]} – {self.done}"
            edit_item(self._store, self._actor, item.id, item.version, title=title)

    def _move_item(self, committee_id: int) -> None:
        item = self._item(committee_id)
        if item is not None:
            move_item(self._store, self._actor, item.id, self._chance.choice((-1, 1)))

    def _ready(self, committee_id: int) -> None:
        item = self._item(committee_id)
        if item is not None:
            set_ready(self._store, self._actor, item.id, self._chance.random() < 0.5)

    def _add_item(self, committee_id: int) -> None:
        meetings = meetings_of(self._store.connection, committee_id)
        if meetings:
            meeting = self._chance.choice(meetings)
            title = f"Kollegans punkt {self.done}"
            new = AgendaItem(0, committee_id, meeting.id, 0, None, "information", title)
            self._added.append(add_item(self._store, self._actor, new))

    def _remove_item(self, _: int) -> None:
        if self._added:
            remove_item(self._store, self._actor, self._added.pop())


def main(path: str, seed: str) -> None:
    """Write until standard input is closed."""
    chance = random.Random(f"{seed} pause")
    while not Path(path).exists():
        time.sleep(0.2)
    with Store(path) as store:
        colleague = Colleague(store, seed)
        while True:
            try:
                colleague.write()
            except NamndError as error:
                print(f"refused: {error}", file=sys.stderr)
            time.sleep(chance.uniform(*PAUSE))


if __name__ == "__main__":
    try:
        main(sys.argv[1], sys.argv[2])
    except KeyboardInterrupt:
        sys.exit(0)
