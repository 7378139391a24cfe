"""What a sent document said, between the package's keys and the model."""

from __future__ import annotations

from nämndtui.exchange.package.content.item_values import read_value, write_value
from nämndtui.exchange.package.names import (
    read_recipient,
    read_signature,
    write_recipient,
    write_signature,
)
from nämndtui.exchange.package.values import (
    OMIT,
    Raw,
    day,
    iso_day,
    kept,
    line,
    lines,
    listed,
    many,
    unless,
    unless_line,
)
from nämndtui.model.agenda.attachment_number import parse_attachment_number
from nämndtui.model.agenda.item_fields import SENT_AS_IS
from nämndtui.model.agenda.sending import (
    ListedAttachment,
    SentContent,
    SentFile,
    SentKind,
    SentMemo,
    SentPage,
)
from nämndtui.model.text.clean_text import clean_line

_KEYS = (
    *("slag", "sen", "diarienummer", "datum", "referens", "mottagare", "förslag"),
    *("förvaltningens_förslag", "sammanfattning", "text", "föredragande", "bilagor"),
    *("underskrifter", "expedieras_till", "anmärkning"),
)
_KEYS_AT_THE_END = ("filnamn", "kontrollsumma")
_ALL_KEYS = tuple(
    dict.fromkeys((*_KEYS, *(field.swedish for field in SENT_AS_IS), *_KEYS_AT_THE_END))
)
"""The keys of all kinds in the order of the schema; a field that is sent is never left out."""


def write_content(content: SentContent) -> Raw:
    """The keys that hold the text, in the schema's order; OMIT where there is none."""
    if isinstance(content, SentPage):
        written = _page(content)
    else:
        written = _memo(content) if isinstance(content, SentMemo) else _file(content)
    return {key: written.get(key, OMIT) for key in _ALL_KEYS}


def read_content(kind: SentKind, raw: Raw) -> SentContent:
    """The inverse of ``write_content``."""
    if kind == "item_page":
        return _read_page(raw)
    return _read_memo(raw) if kind == "memo" else _read_file(raw)


def _page(page: SentPage) -> Raw:
    return {
        **{field.swedish: write_value(getattr(page, field.name), field) for field in SENT_AS_IS},
        "diarienummer": listed(map(clean_line, page.dnrs)),
        "förslag": listed(page.proposal),
        "förvaltningens_förslag": listed(page.other_proposal),
        "sammanfattning": unless(page.summary, ""),
        "bilagor": listed(map(_write_row, page.attachments)),
    }


def _memo(memo: SentMemo) -> Raw:
    return {
        "diarienummer": listed(map(clean_line, memo.dnrs)),
        "datum": iso_day(memo.date),
        "referens": listed(map(clean_line, memo.references)),
        "mottagare": unless_line(memo.addressee),
        "förslag": listed(memo.proposal),
        "sammanfattning": unless(memo.summary, ""),
        "text": unless(memo.body, ""),
        "underskrifter": listed(map(write_signature, memo.signatures)),
        "expedieras_till": listed(map(write_recipient, memo.recipients)),
    }


def _file(file: SentFile) -> Raw:
    return {
        "diarienummer": listed(filter(None, [clean_line(file.dnr)])),
        "datum": iso_day(file.date),
        "filnamn": unless_line(file.name),
        "kontrollsumma": file.sha256,
    }


def _write_row(row: ListedAttachment) -> Raw:
    return kept(
        {
            "nummer": row.number,
            "rubrik": clean_line(row.title),
            "datum": iso_day(row.date),
            "diarienummer": unless_line(row.dnr),
        }
    )


def _read_page(raw: Raw) -> SentPage:
    return SentPage(
        dnrs=lines(raw.get("diarienummer")),
        proposal=tuple(many(raw.get("förslag"))),
        other_proposal=tuple(many(raw.get("förvaltningens_förslag"))),
        summary=raw.get("sammanfattning", ""),
        **{field.name: read_value(raw, field) for field in SENT_AS_IS},
        attachments=tuple(map(_read_row, raw.get("bilagor", ()))),
    )


def _read_memo(raw: Raw) -> SentMemo:
    return SentMemo(
        dnrs=lines(raw.get("diarienummer")),
        date=day(raw, "datum"),
        references=lines(raw.get("referens")),
        addressee=line(raw, "mottagare"),
        proposal=tuple(many(raw.get("förslag"))),
        summary=raw.get("sammanfattning", ""),
        body=raw.get("text", ""),
        signatures=tuple(map(read_signature, many(raw.get("underskrifter")))),
        recipients=tuple(map(read_recipient, many(raw.get("expedieras_till")))),
    )


def _read_file(raw: Raw) -> SentFile:
    dnr = next(iter(lines(raw.get("diarienummer"))), "")
    return SentFile(raw["kontrollsumma"], line(raw, "filnamn"), day(raw, "datum"), dnr)


def _read_row(raw: Raw) -> ListedAttachment:
    number = str(parse_attachment_number(str(raw["nummer"])))
    dnr = line(raw, "diarienummer")
    return ListedAttachment(number, line(raw, "rubrik"), day(raw, "datum"), dnr)
