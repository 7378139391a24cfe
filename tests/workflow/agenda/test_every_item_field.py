"""Every field of an item is kept, and shown wherever its description says."""

from __future__ import annotations

import json
import re
from dataclasses import fields as attributes
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from nämndtui.cli.light.shown_json import case_json, meeting_json, paragraph_json
from nämndtui.cli.light.shown_text import case_text, meeting_text, paragraph_text
from nämndtui.documents.kinds.facts import MeetingFacts
from nämndtui.documents.kinds.finished_document import finished_document
from nämndtui.exchange.package.content.sent_text import read_content, write_content
from nämndtui.exchange.package.values import kept
from nämndtui.exchange.package.write import write_package
from nämndtui.model.agenda.agenda_item import (
    AgendaItem,
    Attachment,
    Presenter,
    Recipient,
    StaffMemo,
)
from nämndtui.model.agenda.attachment_number import AttachmentNumber
from nämndtui.model.agenda.case import Case, CaseReference
from nämndtui.model.agenda.item_documents import item_as_sent, item_documents
from nämndtui.model.agenda.item_fields import (
    CASE,
    ITEM_FIELDS,
    MEETING,
    OWN_COLUMNS,
    PACKAGE,
    PARAGRAPH,
    PREVIEW,
    SEARCH,
    SENT_AS_IS,
    SUMMONS,
    TEXT,
    ItemField,
    fields_in,
)
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.store.agenda.item_writing import insert_item
from nämndtui.store.agenda.items import item as load_item
from nämndtui.store.database import Store
from nämndtui.store.light.lookup import case_by_dnr, meeting_on, paragraph_by_number
from nämndtui.store.light.search import search
from nämndtui.store.locks import seal_content
from nämndtui.store.minutes.dossiers import load_dossier
from nämndtui.store.summons.sent_content import content_json, content_of
from nämndtui.tui.meeting.item.item_preview import item_preview, memo_preview
from nämndtui.tui.meeting.item.item_specs import as_typed, specs_on
from nämndtui.tui.meeting.item.memo_specs import MEMO_FIELDS
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.package.export import export_package

DAY = "2026-12-08"
WHERE_IT_STANDS = {"id", "committee_id", "meeting_id", "position", "version", "earlier", "starts"}
"""Attributes of an item that are nothing it says: its row, its place and what came before."""

VALUES: dict[str, Any] = {
    "number": 47,
    "title": "Trygghetslarm",
    "kind": "information",
    "state": "ready",
    "staff_proposal": ("Förvaltningsförslaget.",),
    "chair_proposal": ("Ordförandeförslaget.",),
    "summary": "Förvaltningssammandrag",
    "chair_summary": "Ordförandesammandrag",
    "presenters": (Presenter("Nora Vik", "ekonom", "utfallet"),),
    "memo": StaffMemo(body="Skrivelsetexten"),
    "attachments": (Attachment(0, AttachmentNumber(1), "Bilagerubriken"),),
    "recipients": (Recipient("Revisorskontoret"),),
    "late": "supplement",
    "remark": "Anmärkningstexten",
    "publish": "masked",
    "exercise_of_authority": True,
    "election": True,
    "duration": 285,
}
"""A value for every field, unlike its default and found nowhere else. Cases are added."""

SEEN = {
    "number": "47",
    "title": "Trygghetslarm",
    "kind": "information",
    "state": "klar",
    "cases": "on/2026:1",
    "staff_proposal": "Förvaltningsförslaget.",
    "chair_proposal": "Ordförandeförslaget.",
    "summary": "Förvaltningssammandrag",
    "chair_summary": "Ordförandesammandrag",
    "presenters": "Nora Vik, ekonom – utfallet",
    "memo": "Skrivelsetexten",
    "attachments": "Bilagerubriken",
    "recipients": "Revisorskontoret",
    "late": "tillägg",
    "remark": "Anmärkningstexten",
    "publish": "maskad",
    "exercise_of_authority": "myndighetsutövning",
    "election": "val eller anställning",
    "duration": "285 minuter",
}
# How people see those values. In the kallelse a duration is a span of time.
AS_PRINTED = {**SEEN, "duration": "18.30–23.15"}
INSTEAD = {"staff_proposal": "chair_proposal", "summary": "chair_summary"}


@pytest.fixture
def item_id(store: Store, actor: Actor, committee_id: int, meeting_id: int, case: Case) -> int:
    """An item that says something in every field, and its §."""
    with store.change("x", actor.user, actor.now) as change:
        cases = (CaseReference(case.id, case.dnr),)
        new = AgendaItem(0, committee_id, meeting_id, 1, cases=cases, **VALUES)
        found = insert_item(change, new)
        part_id = change.insert("minutes_parts", {"meeting_id": meeting_id})
        paragraph = {"committee_id": committee_id, "year": 2026, "number": 12, "part_id": part_id}
        change.insert("paragraphs", {**paragraph, "item_id": found, "outcome": "noted"})
    return found


@pytest.fixture
def item(store: Store, item_id: int) -> AgendaItem:
    return load_item(store.connection, item_id)


def summons(dossier: MeetingDossier) -> bytes:
    return finished_document("kallelse", MeetingFacts(dossier, date(2026, 12, 1))).content


def described(place: str, *, told: bool = False) -> list[Any]:
    """A test's parameters: the fields of a place; ``told`` those ``visa`` tells people."""
    found = [field for field in fields_in(place) if not told or TEXT in field.places]
    return [pytest.param(field, id=field.name) for field in found]


def seen(field: ItemField) -> str:
    return SEEN[INSTEAD.get(field.name, field.name)]


def stands_in(value: object, field: ItemField) -> bool:
    """True when a JSON value is the sample's."""
    if field.kind in ("flag", "minutes"):
        return bool(value == VALUES[field.name])
    if field.kind == "presenters" and isinstance(value, list) and isinstance(value[0], dict):
        return value[0] == {"namn": "Nora Vik", "titel": "ekonom", "ämne": "utfallet"}
    return seen(field) in json.dumps(value, ensure_ascii=False)


def of_meeting(store: Store) -> dict[str, Any]:
    shown: Any = meeting_json(meeting_on(store.connection, DAY))
    return dict(shown["punkter"][0])


def of_case(store: Store) -> dict[str, Any]:
    shown: Any = case_json(case_by_dnr(store.connection, "on/2026:1"))
    return dict(shown["sammanträden"][0])


def of_paragraph(store: Store) -> dict[str, Any]:
    return dict(paragraph_json(paragraph_by_number(store.connection, 12, 2026)))


def test_every_attribute_and_column_of_an_item_is_described(store: Store) -> None:
    names = {field.name for field in ITEM_FIELDS}
    assert names == {one.name for one in attributes(AgendaItem)} - WHERE_IT_STANDS
    assert names == {*VALUES, "cases"} == set(SEEN)
    columns = {row["name"] for row in store.connection.execute("PRAGMA table_info(agenda_items)")}
    places = {"id", "committee_id", "meeting_id", "position", "version", "continues_item_id"}
    assert {field.name for field in OWN_COLUMNS} == columns - places


def test_what_is_stored_is_read_again(item: AgendaItem) -> None:
    for name, value in VALUES.items():
        if name != "attachments":
            assert getattr(item, name) == value
    assert [one.title for one in item.attachments] == ["Bilagerubriken"]
    for field in ITEM_FIELDS:
        assert getattr(item, field.name) != field.default, field.name


def test_defaults_are_those_of_the_item() -> None:
    of_item = {one.name: one.default for one in attributes(AgendaItem)}
    for field in ITEM_FIELDS:
        if field.name not in ("number", "title", "kind"):
            assert of_item[field.name] == field.default, field.name


@pytest.mark.parametrize("field", described(MEETING))
def test_it_stands_in_the_json_of_its_meeting(store: Store, item_id: int, field: ItemField) -> None:
    shown = of_meeting(store)
    assert stands_in(shown[field.swedish], field)


@pytest.mark.parametrize("field", described(CASE))
def test_it_stands_in_the_json_of_its_case(store: Store, item_id: int, field: ItemField) -> None:
    shown = of_case(store)
    key = "punkt" if field.name == "number" else field.swedish
    assert stands_in(shown[key], field)


@pytest.mark.parametrize("field", described(PARAGRAPH))
def test_it_stands_in_the_json_of_its_paragraph(
    store: Store, item_id: int, field: ItemField
) -> None:
    shown = of_paragraph(store)
    key = "punkt" if field.name == "number" else field.swedish
    assert stands_in(shown[key], field)


@pytest.mark.parametrize("field", described(MEETING, told=True))
def test_people_are_told_with_its_meeting(store: Store, item_id: int, field: ItemField) -> None:
    if field.name == "staff_proposal":
        remove_paragraph(store)
    assert seen(field) in meeting_text(meeting_on(store.connection, DAY), None)


@pytest.mark.parametrize("field", described(CASE, told=True))
def test_people_are_told_with_its_case(store: Store, item_id: int, field: ItemField) -> None:
    if field.name == "staff_proposal":
        remove_paragraph(store)
    assert seen(field) in case_text(case_by_dnr(store.connection, "on/2026:1"), None)


@pytest.mark.parametrize("field", described(PARAGRAPH, told=True))
def test_people_are_told_with_its_paragraph(store: Store, item_id: int, field: ItemField) -> None:
    if field.name == "staff_proposal":
        return  # of a § people are told the decision
    shown = paragraph_text(paragraph_by_number(store.connection, 12, 2026), None)
    assert seen(field) in shown


def remove_paragraph(store: Store) -> None:
    """Of an item that has been decided people are told the decision, not the proposal."""
    store.connection.execute("DELETE FROM paragraphs")


@pytest.mark.parametrize("field", described(PACKAGE))
def test_it_stands_in_the_package(store: Store, item_id: int, field: ItemField) -> None:
    package = json.loads(write_package(export_package(store.connection, store.files)))
    (written,) = package["nämnder"][0]["sammanträden"][0]["punkter"]
    value = written[field.swedish]
    if field.kind in ("flag", "minutes", "presenters"):
        assert stands_in(value, field)
    else:
        assert SEEN[field.name] in json.dumps(value, ensure_ascii=False)


@pytest.mark.parametrize("field", described(SEARCH))
def test_it_is_found_by_search(store: Store, item_id: int, field: ItemField) -> None:
    found = search(store.connection, SEEN[field.name])
    assert ("item", "Trygghetslarm") in [(row["kind"], row["title"]) for row in found.rows]


@pytest.mark.parametrize("field", described(SUMMONS))
def test_it_is_printed_in_the_kallelse(
    store: Store, meeting_id: int, item_id: int, field: ItemField
) -> None:
    made = summons(load_dossier(store.connection, meeting_id))
    assert AS_PRINTED[field.name].casefold() in printed(made).casefold()


@pytest.mark.parametrize("field", described(PREVIEW))
def test_it_is_seen_in_the_preview_while_it_is_typed(
    store: Store, meeting_id: int, item: AgendaItem, field: ItemField
) -> None:
    committee = load_dossier(store.connection, meeting_id).committee
    make = memo_preview if field.name in ("memo", "summary") else item_preview
    assert SEEN[field.name] in make(typed_again(item), committee, 70).plain


@pytest.mark.parametrize(
    "field", [pytest.param(field, id=field.name) for field in ITEM_FIELDS if field.sent]
)
def test_it_is_part_of_what_was_sent(item: AgendaItem, field: ItemField) -> None:
    page, memo, *_ = item_documents(item)
    stored = content_of("item_page", content_json(page.content), "")
    assert stored == page.content
    package = read_content("item_page", kept(write_content(page.content)))
    again = item_as_sent(page, memo, item.position, item.committee_id)
    for name in (one.name for one in SENT_AS_IS):
        assert getattr(package, name) == getattr(stored, name) == VALUES[name]
    if field.kind == "attachments":
        assert [one.title for one in again.attachments] == ["Bilagerubriken"]
    elif field.kind == "cases":
        assert again.dnrs == item.dnrs
    else:
        assert getattr(again, field.name) == VALUES[field.name]


def test_visa_tells_what_was_forgotten_before(store: Store, item_id: int) -> None:
    meeting = meeting_text(meeting_on(store.connection, DAY), None)
    case = case_text(case_by_dnr(store.connection, "on/2026:1"), None)
    paragraph = paragraph_text(paragraph_by_number(store.connection, 12, 2026), None)
    for text in (meeting, case, paragraph):
        assert "publiceras: maskad · myndighetsutövning · val eller anställning" in text
        assert "Anmärkning: Anmärkningstexten" in text


def test_as_json_visa_has_what_was_forgotten_before(store: Store, item_id: int) -> None:
    for shown in (of_meeting(store), of_case(store), of_paragraph(store)):
        assert shown["anmärkning"] == "Anmärkningstexten"
        assert shown["publicera"] == "maskad"
        assert (shown["myndighetsutövning"], shown["val"]) == (True, True)


def test_a_presenter_is_written_in_one_way_everywhere(
    store: Store, meeting_id: int, item: AgendaItem
) -> None:
    written = "Nora Vik, ekonom – utfallet"
    dossier = load_dossier(store.connection, meeting_id)
    assert f"Föredragande: {written}" in meeting_text(meeting_on(store.connection, DAY), None)
    assert written in printed(summons(dossier))
    assert written in item_preview(item, dossier.committee, 70).plain
    (spec,) = (one for one in specs_on("Mer") if one.name == "presenters")
    assert spec.value(item) == written


def test_typed_presenters_and_recipients_are_seen_before_they_are_saved(
    store: Store, meeting_id: int, item: AgendaItem
) -> None:
    typed = as_typed(item, {"presenters": "Per Ahl – läget", "recipients": "Arkivet (KS/2026:1)"})
    committee = load_dossier(store.connection, meeting_id).committee
    shown = item_preview(typed, committee, 70).plain
    assert "Föredragande\nPer Ahl – läget" in shown
    assert "Expedieras till\nArkivet (KS/2026:1)" in shown


def test_the_page_that_was_sent_keeps_its_presenters(item: AgendaItem) -> None:
    (page, *_) = item_documents(item)
    other = item_documents(replace(item, presenters=()))[0]
    assert not page.says_the_same(other)
    assert json.loads(content_json(page.content))["presenters"][0]["name"] == "Nora Vik"


def test_the_remark_is_searched_for(store: Store, item_id: int) -> None:
    found = search(store.connection, "anmärkningstexten").rows
    assert [(row["kind"], row["title"]) for row in found] == [("item", "Trygghetslarm")]


def test_a_field_emptied_on_screen_is_its_default(item: AgendaItem) -> None:
    empty = as_typed(item, {})
    for tab in ("Förslag", "Sammanfattning", "Mer"):
        for spec in specs_on(tab):
            (field,) = (one for one in ITEM_FIELDS if one.name == spec.name)
            if field.kind != "cases":
                assert getattr(empty, field.name) == field.default, field.name


def test_the_first_seal_counts_the_columns_it_always_has() -> None:
    first = {field.name for field in OWN_COLUMNS if field.sealed == 1}
    others = {"id", "committee_id", "meeting_id", "continues_item_id"}
    assert set(seal_content._ITEM_COLUMNS.split()) == first | others
    living = {field.name for field in OWN_COLUMNS if not field.sealed}
    assert not living & seal_content.CERTIFIED["agenda_items"]


def test_a_seal_made_before_a_field_was_added_holds_until_the_field_is_written(
    store: Store, item_id: int
) -> None:
    def sums() -> list[str]:
        key = {"part": 1, "meeting": 1, "item": item_id, "paragraph": 1}
        connection, added = store.connection, seal_content._ADDED_TO_ITEM
        plain = seal_content._sum(connection, seal_content._AGENDA, [key])
        return [plain, seal_content._sum(connection, seal_content._AGENDA, [key], added)]

    assert len(set(sums())) == 2
    for field in OWN_COLUMNS:
        if field.sealed > 1:
            store.connection.execute(f"UPDATE agenda_items SET {field.name} = NULL")
    assert len(set(sums())) == 1


def typed_again(item: AgendaItem) -> AgendaItem:
    """The item as it is when all its fields are typed anew in an empty pane."""
    specs = [*MEMO_FIELDS, *(one for tab in ("Förslag", "Sammanfattning", "Mer")
                             for one in specs_on(tab))]  # fmt: skip
    typed = {spec.name: spec.value(item) for spec in specs}
    bare = {name: field.default for name, field in BY_NAME.items() if field.tab and name in typed}
    own = {name: getattr(item, name) for name in ("id", "committee_id", "meeting_id", "position")}
    saved = {name: getattr(item, name) for name in BY_NAME if name not in bare}
    return as_typed(AgendaItem(**own, **{**saved, **bare, "cases": item.cases}), typed)


BY_NAME = {field.name: field for field in ITEM_FIELDS}


def printed(document: bytes) -> str:
    """The text of a Word document, paragraph by paragraph."""
    with ZipFile(BytesIO(document)) as package:
        xml = package.read("word/document.xml").decode()
    lines = re.split(r"</w:p>", xml)
    text = "\n".join(re.sub(r"<[^>]+>", "", line) for line in lines)
    return text.replace("\u00a0", " ").replace("\u2060", "")
