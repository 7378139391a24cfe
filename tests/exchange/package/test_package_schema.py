"""The schema is valid, agrees with the program's own words, and its examples can be copied."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from nämndtui.exchange.package.content.committee import read_settings
from nämndtui.exchange.package.schema import (
    SCHEMA_FILE,
    expanded_schema,
    json_types,
    package_schema,
)
from nämndtui.model.agenda.item_fields import ITEM_FIELDS, PACKAGE, SENT_AS_IS, ItemField
from nämndtui.model.calendar.swedish_dates import TIME_STYLES
from nämndtui.model.delegation.columns import DECISION_COLUMNS, MATTER_COLUMNS
from nämndtui.model.people.committee import CommitteeSettings
from nämndtui.model.text.register_column import Columns
from nämndtui.model.text.vocabulary import SETTINGS, VALUES
from nämndtui.model.unenforced.columns import UNENFORCED_COLUMNS

DEFS = package_schema()["$defs"]


def test_it_is_a_valid_schema_of_draft_2020_12() -> None:
    Draft202012Validator.check_schema(package_schema())
    assert package_schema()["$schema"].endswith("2020-12/schema")


def test_no_key_of_the_file_is_given_twice() -> None:
    def pairs(members: list[tuple[str, Any]]) -> dict[str, Any]:
        keys = [key for key, _ in members]
        assert len(keys) == len(set(keys))
        return dict(members)

    json.loads(SCHEMA_FILE.read_text(encoding="utf-8"), object_pairs_hook=pairs)


@pytest.mark.parametrize(
    ("place", "domain"),
    [
        ("person.slag", "person_kind"),
        ("mandat.uppdrag", "office"),
        ("återkommande.slag", "item_kind"),
        ("återkommande.placering", "placement"),
        ("ärende.typ", "case_type"),
        ("ärende.status", "case_state"),
        ("sammanträde.slag", "meeting_kind"),
        ("sammanträde.status", "meeting_state"),
        ("närvaro.roll", "attendance_role"),
        ("punkt.slag", "item_kind"),
        ("punkt.status", "item_state"),
        ("punkt.sen", "late"),
        ("punkt.publicera", "publish"),
        ("bilaga.publicera", "publish"),
        ("utskick.slag", "sending_kind"),
        ("utskickad_handling.handling", "sent_kind"),
        ("utskickad_handling.slag", "item_kind"),
        ("utskickad_handling.sen", "late"),
        ("paragraf.utfall", "outcome"),
        ("delegationsbeslut.status", "delegated_state"),
        ("ej_verkställt.lag", "law"),
        ("ej_verkställt.typ", "unenforced_kind"),
        ("ej_verkställt.skäl", "unenforced_reason"),
        ("ej_verkställt.avslutsskäl", "closed_reason"),
        ("kvartalsrapport.månadsregel", "elapsed_rule"),
        ("anmälningsärende.status", "matter_state"),
        ("kolumnval.slag", "import_kind"),
        ("inställningar.kallelse_dagslag", "summons_lead_kind"),
        ("inställningar.inledande_punkter", "opening_items"),
        ("inställningar.månadsregel", "elapsed_rule"),
    ],
)
def test_a_choice_offers_exactly_the_words_the_program_uses(place: str, domain: str) -> None:
    assert _rule(place)["enum"] == list(VALUES[domain].values())


def test_an_item_has_the_keys_of_its_described_fields_and_no_others() -> None:
    described = [field.swedish for field in ITEM_FIELDS if PACKAGE in field.places]
    assert [*DEFS["punkt"]["properties"]] == [*described, "paragraf"]
    assert {field.swedish for field in SENT_AS_IS} < set(DEFS["utskickad_handling"]["properties"])


@pytest.mark.parametrize("field", [pytest.param(one, id=one.swedish) for one in ITEM_FIELDS])
def test_the_schema_takes_the_values_of_each_kind_of_field(field: ItemField) -> None:
    rule = _rule(f"punkt.{field.swedish}")
    if field.kind == "word":
        assert rule["enum"] == list(VALUES[field.domain].values())
        if field.name != "state":  # it follows from the meeting when it is left out
            written = {**rule, **DEFS["punkt"]["properties"][field.swedish]}
            assert written["default"] == VALUES[field.domain][str(field.default)]
    elif field.kind == "flag":
        assert (rule["type"], rule["default"]) == ("boolean", field.default)
    elif field.kind == "minutes":
        assert rule["type"] == "integer"
        assert (rule["minimum"], rule["maximum"]) == field.limits
    else:
        assert {
            "number": "integer", "line": "string", "text": "string", "own_text": "string",
            "points": "array", "own_points": "array", "cases": "array", "presenters": "array",
            "recipients": "array", "attachments": "array", "memo": "object",
        }[field.kind] in rule["type"]  # fmt: skip


def test_the_office_at_a_meeting_may_also_be_none() -> None:
    assert _rule("närvaro.uppdrag")["enum"] == [*VALUES["office"].values(), ""]


def test_the_doubts_about_a_decision_are_those_of_the_program() -> None:
    assert DEFS["tveksamhet"]["enum"] == list(VALUES["decision_doubt"].values())


@pytest.mark.parametrize("name", [name for name, _ in SETTINGS.values()])
def test_a_setting_says_what_it_is_when_left_out(name: str) -> None:
    rule = DEFS["inställningar"]["properties"][name]
    assert read_settings({name: rule["default"]}) == CommitteeSettings()
    assert "Utelämnad: " in rule["description"]


def test_the_end_of_a_memo_and_the_time_formats_are_those_of_the_program() -> None:
    order = _rule("inställningar.skrivelse_ordning")
    assert order["items"]["enum"] == list(VALUES["memo_section"].values())
    assert _rule("inställningar.tidsformat")["enum"] == list(TIME_STYLES)


def test_every_setting_can_be_given_and_no_other() -> None:
    assert list(DEFS["inställningar"]["properties"]) == [name for name, _ in SETTINGS.values()]
    assert set(asdict(CommitteeSettings())) == set(SETTINGS)


def _objects() -> list[str]:
    return [name for name, rule in DEFS.items() if "properties" in rule]


@pytest.mark.parametrize("name", _objects())
def test_every_object_is_explained_and_refuses_unknown_keys(name: str) -> None:
    rule = DEFS[name]
    assert rule["title"] and rule["description"] and rule["examples"]
    assert rule.get("additionalProperties") is False or "$ref" in rule


def test_every_example_follows_the_rule_it_illustrates() -> None:
    seen = 0
    for rule in _rules(expanded_schema()):
        for example in rule.get("examples", ()):
            assert list(Draft202012Validator(rule).iter_errors(example)) == []
            seen += 1
    assert seen > 50


def _rules(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, list):
        for part in node:
            yield from _rules(part)
    elif isinstance(node, dict):
        yield node
        for key, part in node.items():
            if key != "examples":
                yield from _rules(part)


def _rule(place: str) -> dict[str, Any]:
    owner, _, name = place.partition(".")
    rule: dict[str, Any] = DEFS[owner]["properties"][name]
    while "$ref" in rule:
        rule = DEFS[rule["$ref"].rpartition("/")[2]]
    return rule


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("delegationsbeslut", DECISION_COLUMNS),
        ("ej_verkställt", UNENFORCED_COLUMNS),
        ("anmälningsärende", MATTER_COLUMNS),
    ],
)
def test_a_row_of_a_register_has_exactly_the_keys_its_columns_are_described_with(
    name: str, columns: Columns
) -> None:
    kept = [column for column in columns if column.package]
    assert set(DEFS[name]["properties"]) == {column.key for column in kept}
    assert set(DEFS[name]["required"]) == {column.key for column in kept if column.missing}
    kinds = {"flag": "boolean", "whole": "integer", "words": "array", "days": "array"}
    for column in kept:
        rule = _rule(f"{name}.{column.key}")
        if column.kind in kinds:
            assert kinds[column.kind] in json_types(rule), column.key
        elif column.kind == "word":
            assert rule["enum"] == list(VALUES[column.domain].values()), column.key
        elif column.kind == "code":
            assert tuple(rule["enum"]) == column.options, column.key
        elif column.kind == "day":
            assert rule["format"] == "date", column.key
