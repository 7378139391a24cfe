"""The committee's settings as form fields, in groups a secretary recognises."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from nämndtui.model.calendar.swedish_dates import TIME_STYLES
from nämndtui.model.people.committee import Committee
from nämndtui.model.text.diary_number import DiaryNumber, DiaryNumberError, format_diary_number
from nämndtui.model.text.errors import InvalidInputError
from nämndtui.model.text.vocabulary import SETTING_LABELS, SETTINGS, VALUES, english, swedish
from nämndtui.tui.kit.forms.form_field import FormField
from nämndtui.tui.kit.forms.parsing import read_count, read_list

GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Nämnden", ("name", "municipality", "administration", "seats", "party_order")),
    ("Diarium", ("dnr_prefix", "dnr_pattern")),
    ("Sammanträden", ("start_time", "place", "time_format", "absence_contact")),
    (
        "Kallelse",
        ("summons_lead", "summons_lead_kind", "memo_stop_days", "opening_items"),
    ),
    (
        "Protokoll",
        (
            "adjusters",
            "secretary",
            "secretary_title",
            "storage_place",
            "appeal_court",
            "dispatch_days",
            "stock_phrases",
            "paragraph_for_empty_items",
            "paragraph_for_withdrawn",
        ),
    ),
    ("Närvaro", ("leavers_may_return", "substitutes_may_note")),
    ("Ej verkställda beslut", ("ivo_windows", "public_cell_limit", "support_key_patterns")),
    ("Tjänsteskrivelser", ("memo_signer", "memo_signer_title", "memo_section_order")),
    ("Papper", ("elapsed_rule", "template_folder")),
)
"""Group title → settings, in the order they are shown."""

_OWN = {
    "name": ("Nämndens namn", "Som det skrivs i kallelser och protokoll."),
    "municipality": ("Kommun", "Till exempel Norrviks kommun."),
}


def setting_label(name: str) -> str:
    """What a setting is called on screen: words to read, not a key."""
    if name in _OWN:
        return _OWN[name][0]
    return SETTING_LABELS.get(name) or SETTINGS[name][0].replace("_", " ").capitalize()


def setting_help(name: str) -> str:
    """One sentence about a setting."""
    return _OWN[name][1] if name in _OWN else SETTINGS[name][1]


def setting_value(committee: Committee, name: str) -> Any:
    """The value as it is stored."""
    return getattr(committee if name in _OWN else committee.settings, name)


def setting_text(name: str, value: Any) -> str:
    """A value in Swedish."""
    if name in VALUES:
        return swedish(name, value)
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if name == "memo_section_order":
        return ", ".join(swedish("memo_section", part) for part in value)
    return ", ".join(value) if isinstance(value, (tuple, list)) else str(value)


def setting_field(committee: Committee, name: str, today: date) -> FormField:
    """The form field of a setting."""
    value = setting_value(committee, name)
    label, help_text = setting_label(name), setting_help(name)
    if name in VALUES:
        choices = tuple(VALUES[name].items())
        return FormField(name, label, "choice", value, help_text, choices=choices)
    if isinstance(value, bool):
        return FormField(name, label, "switch", value, help_text)
    if name == "time_format":
        styles = tuple((style, style) for style in TIME_STYLES)
        return FormField(name, label, "choice", value, help_text, choices=styles)
    return FormField(
        name,
        label,
        default=setting_text(name, value),
        help=help_text,
        required=name == "name",
        parse=_parser(name, value),
        stored=lambda stored: setting_text(name, stored),
        preview=_pattern_preview(committee, today) if name == "dnr_pattern" else None,
    )


def _parser(name: str, value: Any) -> Callable[[str], Any]:
    if isinstance(value, int):
        return read_count
    if name == "memo_section_order":
        return _read_sections
    return read_list if isinstance(value, tuple) else str.strip


def _read_sections(text: str) -> tuple[str, ...]:
    try:
        return tuple(english("memo_section", word) for word in read_list(text))
    except KeyError as error:
        allowed = ", ".join(VALUES["memo_section"].values())
        raise InvalidInputError(f"{error.args[0]} finns inte. Välj bland {allowed}.") from error


def _pattern_preview(committee: Committee, today: date) -> Callable[[str], str]:
    prefix = committee.settings.dnr_prefix
    return lambda pattern: pattern_example(pattern, prefix, today)


def pattern_example(pattern: str, prefix: str, today: date) -> str:
    """What a diary number would look like, or what is wrong with the pattern."""
    try:
        number = format_diary_number(DiaryNumber(prefix, today.year, 88), pattern)
    except DiaryNumberError as error:
        return str(error)
    return f"Ser ut så här: {number}"
