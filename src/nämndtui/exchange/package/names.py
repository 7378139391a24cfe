"""Presenters, signatures and recipients: each written as one line, or as an object."""

from __future__ import annotations

import re
from typing import Any

from nämndtui.exchange.package.values import Raw, kept, line, unless_line
from nämndtui.model.agenda.agenda_item import MemoSignature, Presenter, Recipient
from nämndtui.model.text.clean_text import clean_line
from nämndtui.model.text.diary_number import looks_like_diary_number

_WITH_NUMBER = re.compile(r"(.*\S) \(([^()]+)\)", re.DOTALL)


def read_presenter(raw: Raw | str) -> Presenter:
    """``Maria Lund, förvaltningschef`` or an object with namn, titel, ämne."""
    if isinstance(raw, str):
        name, _, title = clean_line(raw).partition(", ")
        return Presenter(name, title)
    return Presenter(line(raw, "namn"), line(raw, "titel"), line(raw, "ämne"))


def write_presenter(presenter: Presenter) -> Any:
    """One line where it reads back the same, else an object."""
    short = _joined(presenter.name, presenter.title)
    if read_presenter(short) == presenter:
        return short
    fields = {"namn": clean_line(presenter.name), "titel": unless_line(presenter.title)}
    return kept({**fields, "ämne": unless_line(presenter.topic)})


def read_signature(raw: Raw | str) -> MemoSignature:
    """``Maria Lund, förvaltningschef`` or an object with namn, titel."""
    if isinstance(raw, str):
        name, _, title = clean_line(raw).partition(", ")
        return MemoSignature(name, title)
    return MemoSignature(line(raw, "namn"), line(raw, "titel"))


def write_signature(signature: MemoSignature) -> Any:
    """One line where it reads back the same, else an object."""
    short = _joined(signature.name, signature.title)
    if read_signature(short) == signature:
        return short
    return kept({"namn": clean_line(signature.name), "titel": unless_line(signature.title)})


def read_recipient(raw: Raw | str) -> Recipient:
    """``Kommunledningsförvaltningen (KS/2017:175)`` or an object with namn, diarienummer.

    A parenthesis that holds something else than a diary number belongs to the name.
    """
    if not isinstance(raw, str):
        return Recipient(line(raw, "namn"), line(raw, "diarienummer"))
    text = clean_line(raw)
    found = _WITH_NUMBER.fullmatch(text)
    if found and looks_like_diary_number(found[2]):
        return Recipient(found[1], clean_line(found[2]))
    return Recipient(text)


def write_recipient(recipient: Recipient) -> Any:
    """One line where it reads back the same, else an object."""
    if read_recipient(recipient.text) == recipient:
        return recipient.text
    number = unless_line(recipient.foreign_dnr)
    return kept({"namn": clean_line(recipient.name), "diarienummer": number})


def _joined(name: str, title: str) -> str:
    return f"{name}, {title}" if title else name
