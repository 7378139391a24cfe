from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from nämndtui.documents.contexts.announcement import announcement_context
from nämndtui.documents.contexts.attendance_list import attendance_list_context
from nämndtui.documents.contexts.delegation import delegation_context
from nämndtui.documents.contexts.memo import staff_memo_context
from nämndtui.documents.contexts.minutes import extract_context, minutes_context
from nämndtui.documents.contexts.printed_part import main_part
from nämndtui.documents.contexts.public import public_context
from nämndtui.documents.contexts.secrecy import secrecy_context
from nämndtui.documents.contexts.statistics import statistics_context
from nämndtui.documents.contexts.summons import summons_context
from nämndtui.documents.contexts.supplement import supplement_context
from nämndtui.documents.contexts.unenforced import unenforced_context
from nämndtui.documents.contexts.vote_list import vote_list_context
from nämndtui.documents.samples.documents import ordinary_facts
from nämndtui.documents.samples.sendings import with_sample_sendings
from nämndtui.documents.templates.filters import FILTERS
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.summons.supplement_document import supplement_document
from nämndtui.model.unenforced.quarter_trend import quarter_trend
from nämndtui.workflow.documents.writing import KINDS
from tests.conftest import REPOSITORY

ONE_OF = {
    "punkter": "punkt", "dagordning": "punkt", "gruppmöten": "gruppmöte",
    "paragrafer": "paragraf", "underskrifter": "underskrift", "grupper": "grupp",
    "tabeller": "närvarotabell", "personer": "närvarorad", "omröstningar": "votering",
    "röster": "röst", "alternativ": "alternativ", "nyheter": "nyhet",
    "rättelser": "rättelse",
    "insatser": "insatsjämförelse", "utveckling": "kurva", "serier": "serie",
}  # fmt: skip
ROWS = {
    "delegationslista": "delegationsbeslut", "ej-verkställda": "tabellrad",
    "ej-verkställda-offentlig": "offentlig_rad", "statistikrapport": "statistikrad",
}  # fmt: skip


def fields_given(
    context: Mapping[str, Any], found: dict[str, set[str]], name: str, row: str = ""
) -> None:
    """Every field of every object a context holds, by the object's name; ``row`` is what the
    rows of *beslut* and *avbrott* are called in this document."""
    found.setdefault(name, set()).update(context)
    for key, value in context.items():
        if isinstance(value, Mapping):
            fields_given(value, found, key, row)
        elif isinstance(value, list) and value and isinstance(value[0], Mapping):
            singular = row if key in ("beslut", "avbrott") else ONE_OF[key]
            if name in ("tjänsteskrivelse", "rapport"):
                singular = "undertecknare"
            for one in value:
                fields_given(one, found, singular, row)


def contexts(dossier: MeetingDossier) -> dict[str, dict[str, Any]]:
    facts = ordinary_facts()
    committee, report, frame = dossier.committee, facts.reports[-1], facts.frame
    trend = quarter_trend(facts.reports)
    added = with_sample_sendings(dossier, date(2017, 9, 19))
    return {
        "delegationslista": delegation_context(dossier, facts.decisions),
        "ej-verkställda": unenforced_context(committee, report, frame, facts.reports[-2], trend),
        "ej-verkställda-offentlig": public_context(committee, report, frame),
        "statistikrapport": statistics_context(committee, report, frame),
        "anslag": announcement_context(main_part(dossier)),
        "närvarolista": attendance_list_context(facts.record),
        "voteringslista": vote_list_context(facts.record),
        "sekretessbilaga": secrecy_context(dossier, 85),
        "kallelse": summons_context(dossier, date(2017, 9, 19)),
        "tilläggskallelse": supplement_context(
            added, supplement_document(added, date(2017, 9, 25))
        ),
        "protokoll": minutes_context(dossier),
        "utdrag": extract_context(dossier, 85),
        "tjänsteskrivelse": staff_memo_context(dossier.committee, dossier.items[3]),
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


def test_the_reference_tells_exactly_the_fields_there_are(
    reference: str, dossier: MeetingDossier
) -> None:
    given: dict[str, set[str]] = {}
    for name, context in contexts(dossier).items():
        fields_given(context, given, "", ROWS.get(name, ""))
    del given[""]
    given["paragraf"] -= given["punkt"]
    told = {name: fields_told(text) for name, text in sections(reference, "###").items()}
    assert told == given


def test_the_reference_tells_what_stands_at_the_top_of_each_template(
    reference: str, dossier: MeetingDossier
) -> None:
    for name, context in contexts(dossier).items():
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


def test_the_handbook_lists_exactly_the_documents_that_can_be_written() -> None:
    page = REPOSITORY / "docs" / "handbok" / "mallar.md"
    table = page.read_text("utf-8").split("## ")[0]
    assert set(re.findall(r"^\| `([\w-]+)` \|", table, flags=re.MULTILINE)) == set(KINDS)
