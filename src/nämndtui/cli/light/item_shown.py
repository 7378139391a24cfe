"""The fields of an item as ``visa`` shows them, read from their description.

The fast look-ups load this module.
"""

from __future__ import annotations

from nämndtui.cli.light.text_layout import one_line
from nämndtui.model.agenda.item_fields import (
    MEETING,
    TEXT,
    ItemField,
    fields_in,
    minutes_text,
    presenter_text,
)
from nämndtui.model.text.vocabulary import swedish
from nämndtui.store.light.lookup_items import Found

Shown = dict[str, object]
Labelled = list[tuple[str, str]]

_READ_AS = {
    "state": "item_state",
    "cases": "dnrs",
    "staff_proposal": "proposal",
}
"""Field → where the look-up has it, when not under its name. The proposal is the chair's, else the
administration's."""

_BETWEEN = {"presenters": "; "}
"""Kind of field → what stands between its texts where that is no comma: a presenter has one."""


def item_values(item: Found, place: str) -> Shown:
    """An item's fields in a place, by Swedish key: for ``--json``.

    To a case and a § the item is a *punkt*, and its number is called that.
    """
    return {_key(field, place): _value(item, field) for field in fields_in(place)}


def item_facts(item: Found, place: str) -> list[str]:
    """What is not as usual with an item, a few words each: ``bordlagd``, ``publiceras: maskad``."""
    told = (_fact(item, field) for field in _told(place) if field.kind in ("word", "flag"))
    return [text for text in told if text]


def item_rows(item: Found, place: str) -> Labelled:
    """What stands under an item with its label, one line each: presenters, recipients, remark."""
    rows = ((field, _texts(item, field)) for field in _told(place))
    return [
        (field.label, _BETWEEN.get(field.kind, ", ").join(map(one_line, texts)))
        for field, texts in rows
        if texts
    ]


def attachment_json(attachment: Found) -> Shown:
    """An attachment; what is known of its file is null when only the row is there."""
    has_file = attachment["sha256"] is not None
    return {
        "nummer": attachment["number"],
        "rubrik": attachment["title"],
        "datum": attachment["date"],
        "diarienummer": attachment["dnr"] or None,
        "publicera": swedish("publish", attachment["publish"]),
        "filnamn": attachment["file_name"] if has_file else None,
        "mediatyp": attachment["media_type"] if has_file else None,
        "storlek": attachment["size"] if has_file else None,
    }


def _told(place: str) -> tuple[ItemField, ...]:
    """The fields of a place that are also told to people."""
    return tuple(field for field in fields_in(place) if TEXT in field.places)


def _key(field: ItemField, place: str) -> str:
    return "punkt" if field.name == "number" and place != MEETING else field.swedish


def _value(item: Found, field: ItemField) -> object:
    found = item[_READ_AS.get(field.name, field.name)]
    if field.kind == "word":
        return swedish(field.domain, found)
    if field.kind == "flag":
        return bool(found)
    part = {
        "attachments": attachment_json,
        "presenters": _presenter,
        "recipients": _recipient,
    }.get(field.kind)
    return [part(row) for row in found] if part else found


def _presenter(presenter: Found) -> Shown:
    return {
        "namn": presenter["name"],
        "titel": presenter["title"] or None,
        "ämne": presenter["topic"] or None,
    }


def _recipient(recipient: Found) -> Shown:
    return {"namn": recipient["name"], "diarienummer": recipient["foreign_dnr"] or None}


def _fact(item: Found, field: ItemField) -> str:
    found = item[_READ_AS.get(field.name, field.name)]
    if field.name == "state":
        return "" if found == "listed" else swedish(field.domain, found)
    if field.name == "late":
        return {"no": "", "supplement": "tillägg"}.get(found, "extra ärende")
    if field.kind == "flag":
        return field.label.lower() if found else ""
    if found == field.default:
        return ""
    return f"{field.label.lower()}: {swedish(field.domain, found)}"


def _texts(item: Found, field: ItemField) -> list[str]:
    """The field as texts to stand in a row; nothing for what is shown in its own way."""
    if field.kind == "presenters":
        found = item["presenters"]
        return [presenter_text(row["name"], row["title"], row["topic"]) for row in found]
    if field.kind == "recipients":
        return [_recipient_text(row) for row in item["recipients"]]
    if field.kind == "minutes":
        return [minutes_text(item[field.name])] if item[field.name] else []
    if field.kind == "text":
        return [item[field.name]] if item[field.name] else []
    return []


def _recipient_text(recipient: Found) -> str:
    """``Kommunledningsförvaltningen (KS/2017:175)``."""
    foreign = recipient["foreign_dnr"]
    return f"{recipient['name']} ({foreign})" if foreign else str(recipient["name"])
