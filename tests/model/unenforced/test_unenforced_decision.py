"""The register of unenforced decisions refuses what tells who somebody is, and impossible dates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from nämndtui.model.text.errors import InvalidInputError
from nämndtui.model.unenforced.local_key import check_key_patterns
from nämndtui.model.unenforced.unenforced_decision import (
    UnenforcedDecision,
    checked_unenforced,
    note_warning,
    unenforced_state,
)

TODAY = date(2026, 11, 22)
ROW = UnenforcedDecision(0, 1, "A12", "sol", "särskilt boende", date(2026, 3, 1))


@pytest.mark.parametrize(
    "key",
    [
        *("", "Anna Ek", "Ek, Anna", "Åsa Öberg", "19450312", "1945-03-12", "450312", "x1" * 7),
        *("Andersson", "ANNA EK", "anna ek", "Anna Ek 2", "A12 Anna Ek", "Storgatan 5"),
        *("Storgatan5", "Anna2", "Rad 3", "A", "850412"),
    ],
)
def test_a_key_that_is_empty_or_tells_who_it_is_is_refused(key: str) -> None:
    with pytest.raises(InvalidInputError) as caught:
        checked_unenforced(replace(ROW, local_key=key), TODAY)
    assert caught.value.field == "local_key"


@pytest.mark.parametrize("key", ["A12", "12", "2026-17", "SoL4711", "L01", "b-0099", "Kö7"])
def test_an_ordinary_code_is_accepted(key: str) -> None:
    assert checked_unenforced(replace(ROW, local_key=key), TODAY).local_key == key


@pytest.mark.parametrize(
    ("patterns", "key", "accepted"),
    [
        ("Rad #", "Rad 3", True),
        ("Rad #", "A12", False),
        ("Rad #, @@-#", "BO-4711", True),
        ("Rad #", "Rad Ek", False),
        ("@@@@ #", "Anna Ek", False),
        ("#", "450312", False),  # a birth date, whatever the pattern
    ],
)
def test_a_committee_may_have_its_own_kind_of_key(patterns: str, key: str, accepted: bool) -> None:
    row = replace(ROW, local_key=key)
    if accepted:
        assert checked_unenforced(row, TODAY, patterns).local_key == key
        return
    with pytest.raises(InvalidInputError) as caught:
        checked_unenforced(row, TODAY, patterns)
    assert caught.value.field == "local_key"


def test_a_pattern_without_a_number_is_refused() -> None:
    with pytest.raises(InvalidInputError, match="saknar #"):
        check_key_patterns("Rad #, @@@@")


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("measure", "Hemtjänst åt Anna Andersson"),
        ("measure", "Familjehem Anna Andersson"),
        ("measure", "Hemtjänst, Storgatan 5"),
        ("measure", "Hemtjänst 850412"),
        ("note", "850412"),
        ("note", "Född 19850412, ring"),
        ("correction_reason", "Fel person, 450312"),
    ],
)
def test_texts_that_tell_who_it_is_are_refused(field: str, text: str) -> None:
    with pytest.raises(InvalidInputError) as caught:
        checked_unenforced(replace(ROW, **{field: text}), TODAY)  # type: ignore[arg-type]
    assert caught.value.field == field


@pytest.mark.parametrize(
    "measure",
    [
        "Särskilt boende Solgläntan",
        "Boendestöd Norr",
        "HVB Ekbacken",
        "Nattpatrull Norr",
        "ANHÖRIG",
    ],
)
def test_an_ordinary_measure_is_no_person(measure: str) -> None:
    assert checked_unenforced(replace(ROW, measure=measure), TODAY).measure == measure


@pytest.mark.parametrize(
    ("note", "found"),
    [
        ("Anna Andersson, Storgatan 5", "Storgatan 5"),
        ("Anna Andersson ringer", "Anna Andersson"),
        ("samtal med karin ek den 5 mars", "med karin ek"),
        ("Samtal med Karin Ek", "med Karin Ek"),
        ("Ek, Anna", "Ek, Anna"),
        ("ANNA EK", "ANNA EK"),
        ("åt Karin", "åt Karin"),
        ("Brev från Zlatka Petrovic", "Zlatka Petrovic"),
        ("Resursbrist i Norra Hamnen", ""),
        ("Erbjuden Solgården 5 juni", ""),
        ("Tackat nej till Kvarnbacken. Vill ha Ängsbacken", ""),
        ("Väntar på plats i Villa Solhem", ""),
        ("Per telefon med enheten, se on/2026:120130", ""),
        ("Kontakt med Region Skåne och IVO 2026-06-04", ""),
        ("Ersätts av beslut 2025-05-14", ""),
    ],
)
def test_a_note_that_looks_like_a_person_is_pointed_out_and_kept(note: str, found: str) -> None:
    row = checked_unenforced(replace(ROW, note=note), TODAY)
    assert row.note == note
    assert (f"”{found}” ser ut som" in note_warning(note)) if found else note_warning(note) == ""


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("executed_on", {"executed_on": date(2026, 2, 28)}),
        ("closed_on", {"closed_on": date(2026, 2, 28)}),
        ("closed_on", {"executed_on": date(2026, 5, 1), "closed_on": date(2026, 5, 1)}),
        ("executed_on", {"executed_on": date(2026, 12, 1)}),
        ("start", {"start": date(2026, 12, 1)}),
        ("refused_offers", {"refused_offers": (date(2026, 2, 1),)}),
        (
            "refused_offers",
            {"refused_offers": (date(2026, 6, 1),), "executed_on": date(2026, 5, 1)},
        ),
        ("decided_on", {"kind": "interruption"}),
        ("decided_on", {"kind": "interruption", "decided_on": date(2026, 4, 1)}),
        ("law", {"law": "hsl"}),
        ("sex", {"sex": "X"}),
        ("measure", {"law": "lss"}),
    ],
)
def test_what_cannot_be_is_refused_with_its_field(field: str, changes: dict[str, object]) -> None:
    with pytest.raises(InvalidInputError) as caught:
        checked_unenforced(replace(ROW, **changes), TODAY)  # type: ignore[arg-type]
    assert caught.value.field == field


def test_offers_are_put_in_order_and_the_measure_spelled_as_in_the_catalogue() -> None:
    offers = (date(2026, 9, 8), date(2026, 6, 4), date(2026, 9, 8))
    found = checked_unenforced(replace(ROW, refused_offers=offers), TODAY)
    assert found.refused_offers == (date(2026, 6, 4), date(2026, 9, 8))
    assert found.measure == "Särskilt boende"


@pytest.mark.parametrize(
    ("changes", "reported", "state"),
    [
        ({"start": date(2026, 9, 1)}, False, "open"),
        ({}, False, "reportable"),
        ({}, True, "reported"),
        ({"executed_on": date(2026, 7, 1)}, True, "executed"),
        ({"closed_on": date(2026, 7, 1)}, True, "closed"),
        (
            {"closed_on": date(2026, 7, 1), "final_notice_on": date(2026, 7, 9)},
            True,
            "final_notice_sent",
        ),
        ({"superseded_by": 9}, True, "superseded"),
    ],
)
def test_the_state_of_a_row(changes: dict[str, object], reported: bool, state: str) -> None:
    assert unenforced_state(replace(ROW, **changes), TODAY, reported) == state  # type: ignore[arg-type]
