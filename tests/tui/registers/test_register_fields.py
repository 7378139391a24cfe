"""The forms of the registers have a field for each column that is described with one."""

from __future__ import annotations

from datetime import date

from nämndtui.model.delegation.columns import DECISION_COLUMNS, MATTER_COLUMNS
from nämndtui.model.delegation.delegated_decision import DelegatedDecision
from nämndtui.model.delegation.reported_matter import ReportedMatter
from nämndtui.model.text.register_column import Columns
from nämndtui.model.text.vocabulary import VALUES
from nämndtui.model.unenforced.columns import UNENFORCED_COLUMNS
from nämndtui.model.unenforced.unenforced_decision import (
    CLOSED_REASONS,
    KINDS,
    REASONS,
    SEXES,
    UnenforcedDecision,
)
from nämndtui.tui.kit.forms.form_field import FormField
from nämndtui.tui.registers.delegation.decision_forms import decision_fields
from nämndtui.tui.registers.shared.register_fields import column_lines, register_fields
from nämndtui.tui.registers.unenforced.unenforced_forms import unenforced_fields

TODAY = date(2026, 11, 22)


def described(columns: Columns) -> list[str]:
    return [column.name for column in columns if column.entered]


def _round_trip(fields: tuple[FormField, ...], record: object) -> None:
    for field in fields:
        assert field.value(field.default) == getattr(record, field.name), field.name
        assert field.label


def test_a_delegated_decision_has_a_field_for_each_column_and_keeps_what_stands_there() -> None:
    texts = {
        column.name: f"märkt {column.name}"
        for column in DECISION_COLUMNS
        if column.entered and column.kind in ("line", "point")
    }
    one = DelegatedDecision(0, 1, date(2026, 3, 2), urgent=True, **texts)  # type: ignore[arg-type]
    fields = decision_fields(one, TODAY, None)
    assert [field.name for field in fields] == described(DECISION_COLUMNS)
    _round_trip(fields, one)


def test_an_unenforced_decision_has_a_field_for_each_column_and_keeps_what_stands_there() -> None:
    one = UnenforcedDecision(
        *(0, 1, "A1", "lss", "Boendestöd", date(2026, 3, 2), "interruption", "M", "postponed"),
        refused_offers=(date(2026, 4, 1), date(2026, 5, 2)),
        closed_on=date(2026, 6, 1),
        closed_reason="moved",
        decided_on=date(2026, 1, 7),
        note="ring enheten",
    )
    fields = unenforced_fields(one, TODAY)
    assert [field.name for field in fields] == described(UNENFORCED_COLUMNS)
    _round_trip(fields, one)
    assert column_lines(UNENFORCED_COLUMNS, one) == [
        f"Skäl: {VALUES['unenforced_reason']['postponed']}",
        "Tackat nej: 2026-04-01 och 2026-05-02",
    ]


def test_a_matter_is_filled_in_with_its_title_first() -> None:
    one = ReportedMatter(0, 1, "IVO", "Dom", "on/2026:3", date(2026, 3, 2))
    fields = register_fields(MATTER_COLUMNS, one, TODAY, {})
    assert [field.name for field in fields] == ["title", "origin", "dnr", "received_on"]
    _round_trip(fields, one)


def test_a_choice_offers_exactly_what_the_rules_allow() -> None:
    one = UnenforcedDecision(0, 1, "A1", "sol", "Boendestöd", TODAY)
    choices = {
        field.name: tuple(value for value, _ in field.choices)
        for field in register_fields(UNENFORCED_COLUMNS, one, TODAY, {})
        if field.kind == "choice"
    }
    assert choices == {
        "law": ("sol", "lss"),
        "kind": KINDS,
        "sex": SEXES,
        "reason": REASONS,
        "closed_reason": CLOSED_REASONS,
    }


def test_a_field_left_empty_is_refused_only_where_the_row_needs_it() -> None:
    one = ReportedMatter(0, 1, "IVO", "Dom")
    needed = {
        field.name for field in register_fields(MATTER_COLUMNS, one, TODAY, {}) if field.required
    }
    assert needed == {"title", "origin"}
