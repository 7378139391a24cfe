from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from nämndtui.documents.contexts.minutes import minutes_context
from nämndtui.documents.kinds.makers import MAKERS
from nämndtui.documents.samples.documents import facts_for, ordinary_facts
from nämndtui.documents.templates.filters import FILTERS
from nämndtui.model.publication.document_kinds import DOCUMENT_KINDS
from nämndtui.model.record.dossier import MeetingDossier

Rows = dict[tuple[str, str], str]
"""(document or object, field) → what one of the field's rows is called."""


def fields_given(
    context: Mapping[str, Any], found: dict[str, set[str]], name: str, rows: Rows
) -> None:
    """Every field of every object a context holds, by the name the reference has for it."""
    found.setdefault(name, set()).update(context)
    for key, value in context.items():
        if isinstance(value, Mapping):
            fields_given(value, found, key, rows)
        elif isinstance(value, list) and value and isinstance(value[0], Mapping):
            singular = rows.get((name, key)) or rows["", key]
            for one in value:
                fields_given(one, found, singular, rows)


def rows_told(reference: str) -> Rows:
    """What the reference calls one row of each list; under ``""`` where it says so first."""
    found: Rows = {}
    for mark in ("##", "###"):
        for title, section in sections(reference, mark).items():
            own = re.split(r"^#", section, flags=re.MULTILINE)[0]
            lists = re.findall(r"^\| `(\w+)` \|.*\(`(\w+)`\)", own, flags=re.MULTILINE)
            for field, singular in lists:
                found[title, field] = singular
                found.setdefault(("", field), singular)
    return found


def contexts() -> dict[str, dict[str, Any]]:
    facts = ordinary_facts()
    return {
        name: MAKERS[name].context(facts_for(kind, facts)) for name, kind in DOCUMENT_KINDS.items()
    }


def sections(reference: str, mark: str) -> dict[str, str]:
    parts = re.split(rf"^{mark} (.+)$", reference, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def fields_told(section: str) -> set[str]:
    own = re.split(r"^#", section, flags=re.MULTILINE)[0]
    return set(re.findall(r"^\| `(\w+)` \|", own, flags=re.MULTILINE))


@pytest.fixture
def reference(templates: Path) -> str:
    return (templates / "LÄSMIG.md").read_text("utf-8")


def test_the_reference_tells_exactly_the_fields_there_are(reference: str) -> None:
    given: dict[str, set[str]] = {}
    rows = rows_told(reference)
    for name, context in contexts().items():
        fields_given(context, given, f"{name}.docx", rows)
    objects = {name: fields for name, fields in given.items() if not name.endswith(".docx")}
    objects["paragraf"] -= objects["punkt"]
    told = {name: fields_told(text) for name, text in sections(reference, "###").items()}
    assert told == objects


def test_the_reference_tells_what_stands_at_the_top_of_each_template(reference: str) -> None:
    for name, context in contexts().items():
        section = sections(reference, "##")[f"{name}.docx"]
        top = re.search(r"^Överst: (.+?)\.$", section, flags=re.MULTILINE | re.DOTALL)
        assert top, name
        assert set(re.findall(r"`(\w+)`", top[1].split(". ")[0])) == set(context), name


def test_the_reference_tells_exactly_the_filters_there_are(reference: str) -> None:
    assert fields_told(sections(reference, "##")["Filter"]) == set(FILTERS)


def test_ordinary_and_empty_meetings_give_the_same_fields(dossier: MeetingDossier) -> None:
    from dataclasses import replace

    empty = replace(dossier, minutes_parts=(), attendances=())
    full, bare = minutes_context(dossier), minutes_context(empty)
    assert full.keys() == bare.keys()
    assert full["justering"].keys() == bare["justering"].keys()
    assert full["anslag"].keys() == bare["anslag"].keys()
