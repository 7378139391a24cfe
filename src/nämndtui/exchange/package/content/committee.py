"""A committee, its settings and its standing items between the package and the model."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from nämndtui.exchange.package.values import (
    LocalIds,
    Raw,
    iso_clock,
    kept,
    line,
    listed,
    many,
    names_by_comma,
    needed_word,
    said,
    unless,
    unless_line,
    word,
)
from nämndtui.model.agenda.standing_item import StandingItem
from nämndtui.model.calendar.swedish_dates import parse_time
from nämndtui.model.people.committee import Committee, CommitteeSettings
from nämndtui.model.text.clean_text import clean_line
from nämndtui.model.text.vocabulary import SETTINGS, VALUES, english, swedish

_DEFAULTS = CommitteeSettings()


def read_committee(raw: Raw, ids: LocalIds) -> Committee:
    """The committee itself."""
    return Committee(
        ids.next("committee"),
        clean_line(raw["kod"]),
        line(raw, "namn"),
        line(raw, "kommun"),
        read_settings(raw.get("inställningar", {})),
    )


def read_settings(raw: Raw) -> CommitteeSettings:
    """Settings by their Swedish names; absent ones keep the program's default."""
    given = {
        field.name: _setting(field.name, raw[SETTINGS[field.name][0]])
        for field in fields(CommitteeSettings)
        if SETTINGS[field.name][0] in raw
    }
    return CommitteeSettings(**given)


def write_settings(settings: CommitteeSettings) -> Raw:
    """The settings that differ from the default, by their Swedish names."""
    shown = {
        name: (_shown(field, getattr(settings, field)), _shown(field, getattr(_DEFAULTS, field)))
        for field, (name, _) in SETTINGS.items()
    }
    return {name: value for name, (value, default) in shown.items() if value != default}


def _setting(field: str, value: Any) -> Any:
    default = getattr(_DEFAULTS, field)
    if field in VALUES:
        return english(field, value)
    if field == "memo_section_order":
        return tuple(english("memo_section", name) for name in value)
    if isinstance(default, tuple):
        return names_by_comma(value)
    if isinstance(default, bool):
        return value
    return int(value) if isinstance(default, int) else clean_line(value)


def _shown(field: str, value: Any) -> Any:
    if field in VALUES:
        return swedish(field, value)
    if field == "memo_section_order":
        return [swedish("memo_section", name) for name in value]
    if field == "start_time":
        return iso_clock(parse_time(value))
    if isinstance(value, tuple):
        return [name for part in value if (name := clean_line(part))]
    return clean_line(value) if isinstance(value, str) else value


def read_standing_item(raw: Raw, committee_id: int, position: int, ids: LocalIds) -> StandingItem:
    """A standing item; ``position`` is its place in the list, from 1."""
    return StandingItem(
        ids.next("standing_item"),
        committee_id,
        position,
        needed_word(raw, "slag", "item_kind"),
        line(raw, "rubrik"),
        word(raw, "placering", "placement", "last"),
        line(raw, "ärende"),
        tuple(many(raw.get("förslag"))),
        raw.get("sammanfattning", ""),
    )


def write_standing_item(item: StandingItem) -> Raw:
    """The inverse of ``read_standing_item``."""
    return kept(
        {
            "rubrik": clean_line(item.title),
            "slag": swedish("item_kind", item.kind),
            "placering": said("placement", item.placement, "last"),
            "ärende": unless_line(item.case_title),
            "förslag": listed(item.proposal),
            "sammanfattning": unless(item.summary, ""),
        }
    )
