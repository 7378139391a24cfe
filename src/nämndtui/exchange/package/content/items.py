"""Agenda items and the memos behind them between the package and the model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from nämndtui.exchange.package.content.attachments import read_attachment, write_attachment
from nämndtui.exchange.package.content.cases import CaseIndex
from nämndtui.exchange.package.content.item_values import read_value, write_value
from nämndtui.exchange.package.names import read_signature, write_signature
from nämndtui.exchange.package.values import (
    OMIT,
    LocalIds,
    Raw,
    day,
    iso_day,
    kept,
    line,
    lines,
    listed,
    many,
    said,
    unless,
    unless_line,
    whole,
    word,
)
from nämndtui.model.agenda.agenda_item import AgendaItem, ItemKind, ItemState, StaffMemo
from nämndtui.model.agenda.item_fields import ITEM_FIELDS
from nämndtui.model.agenda.numbering import is_numbered
from nämndtui.model.people.committee import Committee, CommitteeSettings
from nämndtui.model.text.clean_text import clean_line


@dataclass(frozen=True)
class ItemPlace:
    """Where an item stands: the meeting (None for a waiting one), place from 1, and number.

    ``state`` is the state the reader assumes when none is written.
    """

    meeting_id: int | None
    position: int
    number: int | None
    state: ItemState


@dataclass(frozen=True)
class ItemReader:
    """What reading items needs to know beside the item itself; ``files`` collects bytes."""

    committee: Committee
    cases: CaseIndex
    ids: LocalIds
    files: dict[str, bytes]

    def read(self, raw: Raw, place: ItemPlace) -> AgendaItem:
        """The inverse of ``write_item``; attachments' bytes go into ``files``."""
        own: dict[str, Any] = {
            "number": place.number,
            "state": word(raw, "status", "item_state", place.state),
            "cases": tuple(
                self.cases.reference(dnr, self.committee) for dnr in many(raw.get("diarienummer"))
            ),
            "memo": _read_memo(raw["tjänsteskrivelse"]) if "tjänsteskrivelse" in raw else None,
            "attachments": tuple(
                read_attachment(part, self.ids, self.files) for part in raw.get("bilagor", ())
            ),
        }
        plain = (field for field in ITEM_FIELDS if field.name not in own)
        return AgendaItem(
            id=self.ids.next("item"),
            committee_id=self.committee.id,
            meeting_id=place.meeting_id,
            position=place.position,
            **own,
            **{field.name: read_value(raw, field) for field in plain},
        )


def write_item(item: AgendaItem, number: Any, state: ItemState, files: Mapping[str, bytes]) -> Raw:
    """One item. ``number`` is what to write for it; ``state`` what the reader would assume."""
    own = {
        "number": number,
        "state": said("item_state", item.state, state),
        "cases": listed(map(clean_line, item.dnrs)),
        "memo": OMIT if item.memo is None else _write_memo(item.memo),
        "attachments": listed(write_attachment(part, files) for part in item.attachments),
    }
    return kept(
        {
            field.swedish: own[field.name]
            if field.name in own
            else write_value(getattr(item, field.name), field)
            for field in ITEM_FIELDS
        }
    )


def item_numbers(rows: Sequence[Raw], settings: CommitteeSettings) -> list[int | None]:
    """The printed number of each item of an agenda.

    Numbers written are kept; the others of numbered kinds follow on from the highest before.
    """
    taken = {row["nummer"] for row in rows if row.get("nummer") is not None}
    last = 0
    numbers: list[int | None] = []
    for row in rows:
        number = whole(row, "nummer")
        if "nummer" not in row and is_numbered(_kind(row), settings.opening_items):
            number = last + 1
            while number in taken:
                number += 1
        last = max(last, number or 0)
        numbers.append(number)
    return numbers


def number_to_write(item: AgendaItem, settings: CommitteeSettings) -> Any:
    """The item's number, null where a numbered kind has none, or OMIT."""
    if item.number is not None:
        return item.number
    return None if is_numbered(item.kind, settings.opening_items) else OMIT


def _kind(raw: Raw) -> ItemKind:
    kind: ItemKind = word(raw, "slag", "item_kind", "decision")
    return kind


def _read_memo(raw: Raw) -> StaffMemo:
    return StaffMemo(
        day(raw, "datum"),
        lines(raw.get("referens")),
        line(raw, "mottagare"),
        raw.get("text", ""),
        tuple(map(read_signature, many(raw.get("underskrifter")))),
    )


def _write_memo(memo: StaffMemo) -> Raw:
    return kept(
        {
            "datum": iso_day(memo.date),
            "referens": listed(map(clean_line, memo.references)),
            "mottagare": unless_line(memo.addressee),
            "text": unless(memo.body, ""),
            "underskrifter": listed(map(write_signature, memo.signatures)),
        }
    )
