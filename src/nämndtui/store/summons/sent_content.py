"""What a sent document said, between its dataclass and the JSON it is kept as."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from nämndtui.model.agenda.agenda_item import MemoSignature
from nämndtui.model.agenda.item_fields import SENT_AS_IS, ItemField
from nämndtui.model.agenda.sending import (
    ListedAttachment,
    SentContent,
    SentFile,
    SentKind,
    SentMemo,
    SentPage,
)
from nämndtui.store.agenda.items import presenters_in, recipients_in
from nämndtui.store.core.columns import day, json_text

_Said = dict[str, Any]


def content_json(content: SentContent) -> str:
    """Compact JSON, the same for the same content; empty texts are left out.

    A file's checksum has a column of its own: its digits are no text to look through.
    """
    return json_text(replace(content, sha256="") if isinstance(content, SentFile) else content)


def content_of(kind: SentKind, text: str, sha256: str) -> SentContent:
    """The inverse of ``content_json``."""
    said: _Said = json.loads(text)
    if kind == "item_page":
        return _page(said)
    return _memo(said) if kind == "memo" else _file(said, sha256)


def _page(said: _Said) -> SentPage:
    return SentPage(
        dnrs=tuple(said.get("dnrs", ())),
        proposal=tuple(said.get("proposal", ())),
        other_proposal=tuple(said.get("other_proposal", ())),
        summary=said.get("summary", ""),
        **{field.name: _value(said, field) for field in SENT_AS_IS},
        attachments=tuple(map(_listed, said.get("attachments", ()))),
    )


def _memo(said: _Said) -> SentMemo:
    return SentMemo(
        dnrs=tuple(said.get("dnrs", ())),
        date=day(said.get("date")),
        references=tuple(said.get("references", ())),
        addressee=said.get("addressee", ""),
        proposal=tuple(said.get("proposal", ())),
        summary=said.get("summary", ""),
        body=said.get("body", ""),
        signatures=tuple(
            MemoSignature(one.get("name", ""), one.get("title", ""))
            for one in said.get("signatures", ())
        ),
        recipients=recipients_in(said.get("recipients", [])),
    )


def _value(said: _Said, field: ItemField) -> Any:
    stored = said.get(field.name, field.default)
    if field.kind == "presenters":
        return presenters_in(stored)
    return recipients_in(stored) if field.kind == "recipients" else stored


def _file(said: _Said, sha256: str) -> SentFile:
    name, dnr = said.get("name", ""), said.get("dnr", "")
    return SentFile(sha256, name, day(said.get("date")), dnr)


def _listed(one: _Said) -> ListedAttachment:
    title, dnr = one.get("title", ""), one.get("dnr", "")
    return ListedAttachment(one["number"], title, day(one.get("date")), dnr)
