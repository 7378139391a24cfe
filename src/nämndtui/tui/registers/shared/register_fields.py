"""The fields of a register's form, and the lines beside its list, as the columns are described."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from nämndtui.model.calendar.swedish_dates import parse_date
from nämndtui.model.text.number_words import join_swedish
from nämndtui.model.text.register_column import Columns, Entered, RegisterColumn
from nämndtui.model.text.vocabulary import VALUES, swedish
from nämndtui.tui.kit.forms.form_field import FormField
from nämndtui.tui.kit.forms.parsing import day_reader, optional_day_reader
from nämndtui.tui.kit.work.edit import shown_value

_DAYS_APART = re.compile(r"[,;\s]+(?=\d)|\s+och\s+")


def register_fields(
    columns: Columns, record: object, today: date, more: Mapping[str, Mapping[str, Any]]
) -> tuple[FormField, ...]:
    """The form of a register's row as ``record`` stands.

    ``more`` is what the description cannot know, by column: suggesters, previews, ways of reading.
    """
    entered = [(one, one.entered) for one in columns if one.entered]
    return tuple(
        replace(_field(column, words, record, today), **more.get(column.name, {}))
        for column, words in sorted(entered, key=lambda pair: pair[1].place)
    )


def column_lines(columns: Columns, record: object) -> list[str]:
    """``Skäl: Resursbrist``: each column with such a line that the row says something in."""
    lines = []
    for column in columns:
        value = getattr(record, column.name) if column.detail else None
        if value:
            lines.append(f"{column.detail}{_said(column, value)}")
    return lines


def _said(column: RegisterColumn, value: Any) -> str:
    if column.kind == "day":
        return f" {value.isoformat()}"
    if column.kind == "word":
        return f": {swedish(column.domain, value)}"
    if column.kind == "days":
        return f": {join_swedish([day.isoformat() for day in value])}"
    return f": {value}"


def _field(column: RegisterColumn, words: Entered, record: object, today: date) -> FormField:
    value = getattr(record, column.name)
    field = FormField(column.name, words.label, default=value, help=words.help)
    if column.kind == "flag":
        return replace(field, kind="switch")
    if column.kind in ("word", "code"):
        choices = VALUES[column.domain] if column.domain else {one: one for one in column.options}
        shown = tuple((one, word or words.blank) for one, word in choices.items())
        return replace(field, kind="choice", choices=shown)
    field = replace(field, required=bool(column.missing))
    if column.kind == "day":
        reader = day_reader(today) if column.missing else optional_day_reader(today)
        return replace(field, default=value.isoformat() if value else "", parse=reader)
    if column.kind == "days":
        return replace(
            field,
            default=", ".join(day.isoformat() for day in value),
            parse=lambda text: _read_days(text, today),
            stored=lambda stored: ", ".join(shown_value(stored).splitlines()),
        )
    return field


def _read_days(text: str, today: date) -> tuple[date, ...]:
    parts = [part for part in _DAYS_APART.split(text.strip()) if part]
    return tuple(parse_date(part.strip(" ,;"), today) for part in parts)
