"""Every setting has its place on screen, its words, and a field that reads back what it shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from nämndtui.model.people.committee import Committee, CommitteeSettings
from nämndtui.model.text.vocabulary import SETTINGS
from nämndtui.tui.sections.setting_fields import (
    GROUPS,
    pattern_example,
    setting_field,
    setting_help,
    setting_label,
    setting_value,
)

TODAY = date(2026, 11, 22)
COMMITTEE = Committee(
    1,
    "ON",
    "Omsorgsnämnden",
    "Norrviks kommun",
    replace(CommitteeSettings(), dnr_prefix="on", party_order=("S", "M")),
)
SHOWN = [name for _, names in GROUPS for name in names]


def test_every_setting_is_in_exactly_one_group() -> None:
    assert sorted(SHOWN) == sorted([*SETTINGS, "name", "municipality"])


@pytest.mark.parametrize("name", SHOWN)
def test_a_setting_reads_back_as_it_is_shown(name: str) -> None:
    field = setting_field(COMMITTEE, name, TODAY)
    assert field.value(field.default) == setting_value(COMMITTEE, name)
    assert setting_label(name)[0].isupper()
    assert setting_help(name).endswith((".", "?"))


def test_the_pattern_is_shown_as_a_number_or_explained() -> None:
    assert pattern_example("{prefix} {year}/{serial:05d}", "ON", TODAY).endswith("ON 2026/00088")
    assert "går inte att använda" in pattern_example("{serial}", "ON", TODAY)


@pytest.mark.parametrize("name", SHOWN)
def test_a_label_reads_as_words_and_fits_its_column(name: str) -> None:
    label = setting_label(name)
    assert "_" not in label
    assert len(label) <= 28
    assert not label.endswith((" dagar", " dagslag"))
