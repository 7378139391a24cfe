"""How a register's row names the agenda item it stands on: the meeting, and a place if needed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from nämndtui.exchange.package.values import OMIT, Raw, whole
from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.model.record.dossier import MeetingDossier


class ItemPlaces:
    """The agenda items of one committee's meetings, by meeting and place."""

    def __init__(
        self, dossiers: Iterable[MeetingDossier], waiting: Iterable[AgendaItem] = ()
    ) -> None:
        taken = tuple(dossiers)
        self._waiting = [item.id for item in waiting]
        days = Counter(dossier.meeting.date for dossier in taken)
        self._dossiers: dict[str, MeetingDossier] = {}
        self._of_item: dict[int, tuple[str, MeetingDossier]] = {}
        for dossier in taken:
            meeting = dossier.meeting
            day = meeting.date.isoformat()
            name = day if days[meeting.date] == 1 else f"{day} {meeting.start:%H:%M}"
            self._dossiers[f"{day} {meeting.start:%H:%M}"] = dossier
            self._dossiers[name] = dossier
            for item in dossier.items:
                self._of_item[item.id] = (name, dossier)

    def read(self, raw: Raw, kind: str = "") -> int | None:
        """The item's id; None when the row names no meeting.

        Without a place it is the meeting's first item of ``kind``. Raises KeyError for a meeting
        and IndexError for a place that the package does not have.
        """
        if "sammanträde" not in raw:
            return None
        items = self._dossiers[raw["sammanträde"]].items
        place = whole(raw, "dagordningsplats")
        if place is not None:
            return items[place - 1].id
        return next(item.id for item in items if item.kind == kind)

    def fields(self, item_id: int | None, kind: str = "") -> Raw:
        """The inverse of ``read``: the two keys, OMIT where they are not needed."""
        if item_id is None or item_id not in self._of_item:
            return {"sammanträde": OMIT, "dagordningsplats": OMIT}
        name, dossier = self._of_item[item_id]
        ids = [item.id for item in dossier.items]
        own_kind = [item.id for item in dossier.items if item.kind == kind]
        obvious = own_kind[:1] == [item_id]
        place = OMIT if obvious else ids.index(item_id) + 1
        return {"sammanträde": name, "dagordningsplats": place}

    def name(self, item_id: int) -> str:
        """The item wherever it stands: ``2026-12-08 plats 3`` or ``väntande 2``."""
        if item_id in self._waiting:
            return f"väntande {self._waiting.index(item_id) + 1}"
        name, dossier = self._of_item[item_id]
        return f"{name} plats {[item.id for item in dossier.items].index(item_id) + 1}"

    def find(self, name: str) -> int:
        """The inverse of ``name``. Raises KeyError and IndexError."""
        where, _, place = name.rpartition(" ")
        if where == "väntande":
            return self._waiting[int(place) - 1]
        return self._dossiers[where.removesuffix(" plats")].items[int(place) - 1].id
