"""What a sent document said, between its dataclass and the JSON it is kept as."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from nämndtui.model.agenda.agenda_item import MemoSignature, Presenter, Recipient
from nämndtui.model.agenda.sending import (
    ListedAttachment,
    SentContent,
    SentFile,
    SentKind,
    SentMemo,
    SentPage,
)
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
        presenters=tuple(map(_presenter, said.get("presenters", ()))),
        recipients=tuple(map(_recipient, said.get("recipients", ()))),
        remark=said.get("remark", ""),
        kind=said.get("kind", "decision"),
        late=said.get("late", "no"),
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
        recipients=tuple(map(_recipient, said.get("recipients", ()))),
    )


def _file(said: _Said, sha256: str) -> SentFile:
    name, dnr = said.get("name", ""), said.get("dnr", "")
    return SentFile(sha256, name, day(said.get("date")), dnr)


def _presenter(one: _Said) -> Presenter:
    return Presenter(one.get("name", ""), one.get("title", ""), one.get("topic", ""))


def _recipient(one: _Said) -> Recipient:
    return Recipient(one.get("name", ""), one.get("foreign_dnr", ""))


def _listed(one: _Said) -> ListedAttachment:
    title, dnr = one.get("title", ""), one.get("dnr", "")
    return ListedAttachment(one["number"], title, day(one.get("date")), dnr)
