"""Checks what a package says was sent: that its items are there, and attachments are told apart."""

from __future__ import annotations

import binascii
from base64 import b64decode
from collections.abc import Iterator
from typing import Any

from nämndtui.exchange.package.check.facts import ItemChecker
from nämndtui.exchange.package.check.finding import Finding, doubles
from nämndtui.exchange.package.place import Path
from nämndtui.exchange.package.values import Raw

_ONLY_ATTACHMENT = ("bilaga", "kontrollsumma")


def sending_findings(data: Any) -> Iterator[Finding]:
    """Documents of items that are not there, sent twice at once, or with keys of another kind."""
    for index, committee in enumerate(data.get("nämnder", ())):
        items = ItemChecker(committee)
        for place, meeting in enumerate(committee.get("sammanträden", ())):
            for number, sending in enumerate(meeting.get("utskick", ())):
                at = ("nämnder", index, "sammanträden", place, "utskick", number, "handlingar")
                yield from _sending(sending, at, items)


def _sending(sending: Raw, path: Path, items: ItemChecker) -> Iterator[Finding]:
    rows = list(enumerate(sending.get("handlingar", ())))
    for index, row in rows:
        yield from items.place(row["punkt"], (*path, index))
        yield from _document(row, (*path, index))
    yield from doubles(
        (
            (*path, index),
            (row["punkt"], row["handling"], str(row.get("bilaga", ""))),
            f"Handlingen {row['handling']} {row.get('bilaga', '')}".rstrip(),
        )
        for index, row in rows
    )


def _document(row: Raw, path: Path) -> Iterator[Finding]:
    if row["handling"] == "bilaga":
        for key in _ONLY_ATTACHMENT:
            if key not in row:
                yield path, f'"{key}" saknas. En bilaga behöver det.'
    elif present := [key for key in (*_ONLY_ATTACHMENT, "innehåll") if key in row]:
        yield path, f'"{present[0]}" hör till en bilaga. Ta bort det eller ändra handling.'
    try:
        b64decode("".join(row.get("innehåll", "").split()), validate=True)
    except (binascii.Error, ValueError):
        yield path, '"innehåll" är inte base64. Koda om filen.'
