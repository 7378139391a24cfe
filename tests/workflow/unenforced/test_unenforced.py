"""The register of unenforced decisions, its quarter reports, and matters for information."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from nämndtui.model.calendar.quarter import Quarter
from nämndtui.model.delegation.reported_matter import ReportedMatter
from nämndtui.model.publication.public_version import own_dossier, public_dossier
from nämndtui.model.text.errors import InvalidInputError, RefusedError
from nämndtui.model.unenforced.unenforced_decision import UnenforcedDecision
from nämndtui.store.agenda.items import item as load_item
from nämndtui.store.core.connection import open_reader
from nämndtui.store.database import Store
from nämndtui.store.delegation.reported_matters import collected_matters, matters_of_item
from nämndtui.store.light.register_lists import unenforced_decision_page
from nämndtui.store.minutes.dossiers import load_dossier
from nämndtui.store.unenforced.quarter_reports import quarter_report, reports_of
from nämndtui.store.unenforced.unenforced_decisions import unenforced_decision
from nämndtui.workflow.agenda.agenda import remove_item, unlist_item
from nämndtui.workflow.agenda.attachments import NewAttachment, add_attachment, edit_attachment
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.core.undo import undo_last
from nämndtui.workflow.delegation.reported_matters import (
    MatterFile,
    collect_matter,
    edit_matter,
    put_matters_on_agenda,
    take_matter_off_agenda,
)
from nämndtui.workflow.unenforced.on_agenda import put_quarter_on_agenda
from nämndtui.workflow.unenforced.quarter_reports import (
    compile_quarter,
    preview_quarter,
    trend_of,
)
from nämndtui.workflow.unenforced.unenforced_decisions import (
    RepeatedRowError,
    add_unenforced_decision,
    close_decision,
    edit_unenforced_decision,
    execute_decision,
    interrupt_unenforced,
    mark_final_notice,
    refuse_offer,
    remove_unenforced_decision,
)

K3 = Quarter(2026, 3)


@pytest.fixture
def row_id(store: Store, actor: Actor, committee_id: int) -> int:
    draft = UnenforcedDecision(
        *(0, committee_id, "A12", "lss", "9", date(2026, 2, 19)), sex="K", reason="resources"
    )
    return add_unenforced_decision(store, actor, draft)


def test_a_row_is_followed_from_refusal_to_execution_and_interruption(
    store: Store, actor: Actor, row_id: int
) -> None:
    refuse_offer(store, actor, row_id, date(2026, 9, 8))
    refuse_offer(store, actor, row_id, date(2026, 6, 4))
    with pytest.raises(RefusedError, match="redan antecknat"):
        refuse_offer(store, actor, row_id, date(2026, 6, 4))
    with pytest.raises(RefusedError, match="verkställd insats"):
        interrupt_unenforced(store, actor, row_id, date(2026, 11, 1))
    execute_decision(store, actor, row_id, date(2026, 10, 1))
    with pytest.raises(RefusedError, match="redan avslutad"):
        close_decision(store, actor, row_id, date(2026, 10, 2), "moved")
    mark_final_notice(store, actor, row_id, date(2026, 10, 5))
    row = unenforced_decision(store.connection, row_id)
    assert row.measure == "Bostad med särskild service för vuxna"
    assert row.refused_offers == (date(2026, 6, 4), date(2026, 9, 8))
    other = interrupt_unenforced(store, actor, row_id, date(2026, 11, 1), "other")
    found = unenforced_decision(store.connection, other)
    assert (found.kind, found.decided_on, found.local_key) == (
        "interruption",
        date(2026, 2, 19),
        "A12",
    )


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"local_key": "Anna Ek"}, "local_key"),
        ({"local_key": "19460105-0000"}, "local_key"),
        ({"note": "Mor till 460105-0000"}, "note"),
        ({"executed_on": date(2026, 1, 1)}, "executed_on"),
    ],
)
def test_what_may_not_be_stored_is_refused(
    store: Store, actor: Actor, row_id: int, changes: dict[str, object], field: str
) -> None:
    with pytest.raises(InvalidInputError) as caught:
        edit_unenforced_decision(store, actor, row_id, 1, **changes)
    assert caught.value.field == field


def test_a_row_no_report_has_is_edited_in_place_and_can_be_removed(
    store: Store, actor: Actor, row_id: int
) -> None:
    assert edit_unenforced_decision(store, actor, row_id, 1, sex="M") == row_id
    remove_unenforced_decision(store, actor, row_id, 2)
    undo_last(store, actor)
    assert unenforced_decision(store.connection, row_id).sex == "M"


def test_the_same_row_twice_by_hand_is_asked_about(
    store: Store, actor: Actor, committee_id: int, row_id: int
) -> None:
    again = unenforced_decision(store.connection, row_id)
    with pytest.raises(RepeatedRowError, match="Är det ett annat beslut"):
        add_unenforced_decision(store, actor, replace(again, local_key="a12"))
    assert add_unenforced_decision(store, actor, again, despite=True) != row_id
    add_unenforced_decision(store, actor, replace(again, measure="Kontaktperson"))


def test_a_reported_row_is_corrected_beside_the_old_one(
    store: Store, actor: Actor, committee_id: int, row_id: int
) -> None:
    before = compile_quarter(store, actor, committee_id, "lss", K3)
    with pytest.raises(InvalidInputError, match="Skriv varför"):
        edit_unenforced_decision(store, actor, row_id, 1, start=date(2026, 3, 19))
    new_id = edit_unenforced_decision(
        store, actor, row_id, 1, start=date(2026, 3, 19), correction_reason="Fel månad"
    )
    old = unenforced_decision(store.connection, row_id)
    assert (old.superseded_by, old.correction_reason, old.start) == (
        new_id,
        "Fel månad",
        date(2026, 2, 19),
    )
    assert quarter_report(store.connection, before.id).rows == before.rows
    again = compile_quarter(store, actor, committee_id, "lss", K3)
    assert (again.revision, [row.support_id for row in again.rows]) == (2, [new_id])
    assert [one.id for one in reports_of(store.connection, committee_id)] == [again.id]
    with pytest.raises(RefusedError, match="rättad"):
        refuse_offer(store, actor, row_id, date(2026, 6, 4))
    page = unenforced_decision_page(open_reader(store.path), committee_id)
    assert [row["id"] for row in page.rows] == [new_id, row_id]
    with pytest.raises(RefusedError, match="sammanställd rapport"):
        remove_unenforced_decision(store, actor, row_id, old.version)


def test_a_corrected_row_is_neither_new_nor_missing_next_quarter(
    store: Store, actor: Actor, committee_id: int, row_id: int
) -> None:
    compile_quarter(store, actor, committee_id, "lss", K3.previous, date(2026, 8, 3))
    new_id = edit_unenforced_decision(
        store, actor, row_id, 1, start=date(2026, 3, 19), correction_reason="Fel månad"
    )
    found = preview_quarter(store.connection, committee_id, "lss", K3, date(2026, 10, 19))
    assert found.comparison.carried == (new_id,)
    assert found.comparison.new == () and found.comparison.missing == ()
    assert found.report.rows[0].first_reported == "2026K2"


@pytest.mark.parametrize(
    ("changes", "corrects"),
    [
        ({"executed_on": date(2026, 10, 2)}, True),
        ({"executed_on": None}, True),
        ({"reason": "other"}, True),
        ({"refused_offers": ()}, True),
        ({"refused_offers": (date(2026, 6, 4), date(2026, 9, 8))}, False),
        ({"note": "Ringde"}, False),
    ],
)
def test_what_a_report_has_told_is_changed_only_as_a_correction(
    store: Store,
    actor: Actor,
    committee_id: int,
    row_id: int,
    changes: dict[str, object],
    corrects: bool,
) -> None:
    refuse_offer(store, actor, row_id, date(2026, 6, 4))
    compile_quarter(store, actor, committee_id, "lss", K3.previous, date(2026, 8, 3))
    execute_decision(store, actor, row_id, date(2026, 10, 1))
    row = unenforced_decision(store.connection, row_id)
    same = edit_unenforced_decision(
        store, actor, row_id, row.version, executed_on=date(2026, 9, 30)
    )  # no report has told the end yet
    assert same == row_id
    edit_unenforced_decision(store, actor, row_id, row.version + 1, executed_on=date(2026, 10, 1))
    compile_quarter(store, actor, committee_id, "lss", K3)
    version = row.version + 2
    if not corrects:
        assert edit_unenforced_decision(store, actor, row_id, version, **changes) == row_id
        return
    with pytest.raises(InvalidInputError, match="Skriv varför"):
        edit_unenforced_decision(store, actor, row_id, version, **changes)
    changes = {**changes, "correction_reason": "Fel i journalen"}
    new_id = edit_unenforced_decision(store, actor, row_id, version, **changes)
    kept = unenforced_decision(store.connection, row_id)
    assert (kept.superseded_by, kept.executed_on) == (new_id, date(2026, 10, 1))


def test_compiling_freezes_and_undo_takes_it_back(
    store: Store, actor: Actor, committee_id: int, row_id: int
) -> None:
    report = compile_quarter(store, actor, committee_id, "lss", K3, date(2026, 10, 19))
    execute_decision(store, actor, row_id, date(2026, 10, 1))
    assert quarter_report(store.connection, report.id) == report
    assert report.rows[0].months == 8 and report.rows[0].first_reported == "2026K3"
    undo_last(store, actor)
    undo_last(store, actor)
    assert reports_of(store.connection, committee_id) == ()


def test_a_quarter_that_has_not_ended_is_not_compiled(
    store: Store, actor: Actor, committee_id: int
) -> None:
    with pytest.raises(InvalidInputError, match="tar slut 2026-12-31"):
        compile_quarter(store, actor, committee_id, "lss", K3.next)
    with pytest.raises(InvalidInputError, match="inte inträffat"):
        compile_quarter(store, actor, committee_id, "lss", K3, date(2026, 12, 1))


def test_the_preview_shows_what_differs_and_stores_nothing(
    store: Store, actor: Actor, committee_id: int, row_id: int
) -> None:
    compile_quarter(store, actor, committee_id, "lss", K3.previous, date(2026, 8, 3))
    execute_decision(store, actor, row_id, date(2026, 10, 1))
    found = preview_quarter(open_reader(store.path), committee_id, "lss", K3, date(2026, 10, 19))
    assert found.report.id == 0 and found.compiled is None
    assert found.comparison.executed == (row_id,) and found.comparison.new == ()
    assert found.report.rows[0].first_reported == "2026K2"
    later = preview_quarter(store.connection, committee_id, "lss", K3.next, date(2027, 1, 20))
    assert [row.support_id for row in later.report.rows] == [row_id]
    assert [p.open for p in trend_of(store.connection, committee_id, "lss")] == [1]
    compile_quarter(store, actor, committee_id, "lss", K3, date(2026, 10, 19))
    later = preview_quarter(store.connection, committee_id, "lss", K3.next, date(2027, 1, 20))
    assert later.report.rows == ()  # its end has been told


def test_the_report_goes_among_the_reported_matters_with_one_key(
    store: Store, actor: Actor, committee_id: int, meeting_id: int, row_id: int
) -> None:
    report = compile_quarter(store, actor, committee_id, "lss", K3)
    item_id = put_quarter_on_agenda(store, actor, report.id, meeting_id)
    item = load_dossier(store.connection, meeting_id).items[0]
    assert (item.id, item.kind) == (item_id, "reported_matters")
    assert item.summary == (
        "**Omsorgsförvaltningen**\n\n"
        "- Redovisning av ej verkställda beslut enligt LSS, tredje kvartalet 2026"
    )
    with pytest.raises(RefusedError, match="redan på en dagordning"):
        put_quarter_on_agenda(store, actor, report.id, meeting_id)
    unlist_item(store, actor, item_id)
    assert quarter_report(store.connection, report.id).item_id is None
    assert put_quarter_on_agenda(store, actor, report.id, meeting_id) == item_id


def test_the_report_can_be_an_item_of_its_own_with_memo_and_sentences(
    store: Store, actor: Actor, committee_id: int, meeting_id: int, row_id: int
) -> None:
    report = compile_quarter(store, actor, committee_id, "lss", K3)
    item_id = put_quarter_on_agenda(store, actor, report.id, meeting_id, own_item=True)
    item = own_dossier(load_dossier(store.connection, meeting_id)).items[0]
    assert item.title == "Ej verkställda beslut enligt LSS, tredje kvartalet 2026"
    assert item.summary.startswith("Ett beslut gällande bostad med särskild service för vuxna")
    assert item.memo is not None and "28 f § lagen (1993:387)" in item.memo.body
    assert "| Bostad med särskild service för vuxna, 9 § 9 LSS | 2026-02-19 |" in item.memo.body
    remove_item(store, actor, item_id)
    assert quarter_report(store.connection, report.id).item_id is None
    undo_last(store, actor)
    assert quarter_report(store.connection, report.id).item_id == item_id
    with pytest.raises(RefusedError, match="redan på en dagordning"):
        compile_quarter(store, actor, committee_id, "lss", K3)


def test_the_written_report_goes_along_as_an_attachment_that_is_not_published(
    store: Store, actor: Actor, committee_id: int, meeting_id: int, row_id: int
) -> None:
    report = compile_quarter(store, actor, committee_id, "lss", K3)
    put_quarter_on_agenda(store, actor, report.id, meeting_id)
    (one,) = load_dossier(store.connection, meeting_id).items[0].attachments
    title = "Redovisning av ej verkställda beslut enligt LSS, tredje kvartalet 2026"
    assert (str(one.number), one.title, one.publish) == ("1", title, "no")
    assert one.file is not None
    assert one.file.name == "2026-11-22 ON ej verkställda LSS 2026K3.docx"
    assert store.files.read(one.file.sha256)[:2] == b"PK"
    public, left_out = public_dossier(load_dossier(store.connection, meeting_id))
    assert public.items[0].attachments == ()
    assert [masked.what for masked in left_out] == ["bilaga 1"]
    (matter,) = matters_of_item(store.connection, public.items[0].id)
    take_matter_off_agenda(store, actor, matter.id)
    assert load_dossier(store.connection, meeting_id).items[0].attachments == ()
    put_quarter_on_agenda(store, actor, report.id, meeting_id)
    again = compile_again(store, actor, committee_id, matter.id)
    put_quarter_on_agenda(store, actor, again, meeting_id)
    assert len(load_dossier(store.connection, meeting_id).items[0].attachments) == 1


def compile_again(store: Store, actor: Actor, committee_id: int, matter_id: int) -> int:
    """Take the report off the agenda and compile it once more; returns the new one's id."""
    take_matter_off_agenda(store, actor, matter_id)
    return compile_quarter(store, actor, committee_id, "lss", K3).id


@pytest.mark.parametrize("measure", ["Hemtjänst", "Stöd ]] i hemmet ((kväll))"])
def test_of_an_own_item_only_numbers_not_too_small_are_public(
    store: Store, actor: Actor, committee_id: int, meeting_id: int, measure: str
) -> None:
    for number in range(6):
        draft = UnenforcedDecision(
            0, committee_id, f"S{number}", "sol", measure, date(2026, 2, 19), sex="K"
        )
        add_unenforced_decision(store, actor, draft)
    away = replace(draft, local_key="S9", measure="Boendestöd", start=date(2026, 3, 3))
    add_unenforced_decision(store, actor, replace(away, reason="resources"))
    report = compile_quarter(store, actor, committee_id, "sol", K3)
    put_quarter_on_agenda(store, actor, report.id, meeting_id, own_item=True)
    dossier = load_dossier(store.connection, meeting_id)
    public = public_dossier(dossier)[0].items[0]
    assert public.memo is not None
    name = measure[:1].lower() + measure[1:].replace("]]", "\\]\\]")
    for text in (public.summary, public.memo.body):
        assert f"har verkställts inom tre månader: {apart(name)} 6, boendestöd färre än 5." in text
        assert "Antal under 5 visas inte" in text
        for told in ("2026-02-19", "2026-03-03", "Resursbrist", "| K |", "Sju", "månader |", "[["):
            assert told not in text
    own = own_dossier(dossier).items[0]
    assert "Sex beslut gällande" in own.summary and "ett beslut gällande boendestöd" in own.summary
    assert own.memo is not None and "| 2026-03-03 | 8 månader | K | Resursbrist |" in own.memo.body


def apart(text: str) -> str:
    """The measure as it is written: marks in it cannot end what is hidden."""
    return text.replace("((", "( (").replace("))", ") )")


def test_a_zero_report_is_compiled_and_put_on_the_agenda_all_the_same(
    store: Store, actor: Actor, committee_id: int, meeting_id: int
) -> None:
    report = compile_quarter(store, actor, committee_id, "sol", K3)
    put_quarter_on_agenda(store, actor, report.id, meeting_id, own_item=True)
    item = load_dossier(store.connection, meeting_id).items[0]
    assert item.summary.startswith("Inga beslut enligt socialtjänstlagen")
    assert item.memo is not None and "34 kap. 1 §" in item.memo.body


def test_matters_are_collected_and_listed_by_origin_around_what_was_written_by_hand(
    store: Store, actor: Actor, committee_id: int, meeting_id: int
) -> None:
    for origin, title in (("KF", "Budget 2027"), ("IVO", "Beslut"), ("KF", "Ramar")):
        collect_matter(store, actor, ReportedMatter(0, committee_id, origin, title))
    item_id = put_matters_on_agenda(store, actor, meeting_id)
    item = load_dossier(store.connection, meeting_id).items[0]
    assert item.summary == "**KF**\n\n- Budget 2027\n- Ramar\n\n**IVO**\n\n- Beslut"
    with store.change("test", "x", actor.now) as change:
        change.update("agenda_items", item_id, {"summary": f"Egen text.\n\n{item.summary}"})
    edit_matter(store, actor, 2, 2, title="Beslut efter tillsyn")
    take_matter_off_agenda(store, actor, 1)
    item = load_dossier(store.connection, meeting_id).items[0]
    assert item.summary == ("Egen text.\n\n**IVO**\n\n- Beslut efter tillsyn\n\n**KF**\n\n- Ramar")
    assert [one.title for one in collected_matters(store.connection, committee_id)] == [
        "Budget 2027"
    ]


def test_the_matters_documents_follow_as_attachments_in_the_lists_order(
    store: Store, actor: Actor, committee_id: int, meeting_id: int
) -> None:
    for origin, title in (("IVO", "Tillsyn"), ("Rätten", "Dom"), ("IVO", "Beslut")):
        draft = ReportedMatter(0, committee_id, origin, title)
        file = MatterFile(title.encode(), f"{title}.pdf")
        collect_matter(store, actor, draft, None if title == "Beslut" else file)
    item_id = put_matters_on_agenda(store, actor, meeting_id)

    def attached() -> list[tuple[str, str, str]]:
        found = load_item(store.connection, item_id).attachments
        return [(str(one.number), one.title, one.publish) for one in found]

    assert attached() == [("1", "Tillsyn", "no"), ("2", "Dom", "no")]
    add_attachment(store, actor, item_id, NewAttachment("Översikt"))
    dom = load_item(store.connection, item_id).attachments[1]
    edit_attachment(store, actor, dom.id, 1, publish="masked")
    late = next(one for one in matters_of_item(store.connection, item_id) if one.title == "Beslut")
    edit_matter(store, actor, late.id, late.version, MatterFile(b"Beslut", "beslut.pdf"))
    assert attached() == [
        *(("1", "Tillsyn", "no"), ("2", "Beslut", "no"), ("3", "Översikt", "yes")),
        ("4", "Dom", "masked"),
    ]
    take_matter_off_agenda(store, actor, 1)
    assert [title for _, title, _ in attached()] == ["Dom", "Beslut", "Översikt"]
    put_matters_on_agenda(store, actor, meeting_id)
    assert attached()[0] == ("1", "Tillsyn", "no")
