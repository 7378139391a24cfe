"""Building an agenda by keys, as a secretary does."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from nämndtui.model.agenda.standing_item import StandingItem
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.store.core.connection import open_reader
from nämndtui.store.database import Store
from nämndtui.store.drafts.drafts import drafts_of
from nämndtui.store.minutes.dossiers import load_dossier, meeting_id_on
from nämndtui.workflow.agenda.item_content import set_proposal
from nämndtui.workflow.agenda.standing_items import add_standing_item
from nämndtui.workflow.core.actor import Actor

LATER = Actor("bo", datetime(2026, 11, 22, 15, 0))


def dossier(path: Path, day: str = "2026-12-08") -> MeetingDossier:
    connection = open_reader(str(path))
    try:
        return load_dossier(connection, meeting_id_on(connection, 1, day))
    finally:
        connection.close()


def titles(path: Path, day: str = "2026-12-08") -> list[tuple[int | None, str]]:
    return [(item.number, item.title) for item in dossier(path, day).items]


async def open_meeting(desk: Any, path: Path, day: str = "2026-12-08") -> None:
    desk.app.open_meeting(dossier(path, day).meeting.id)
    await desk.calm()


async def test_an_empty_agenda_is_filled_and_undone(open_program: Any, database: Path) -> None:
    async with open_program() as desk:
        await open_meeting(desk, database, "2027-02-09")
        assert "Dagordningen är tom" in desk.text
        await desk.press("f2")
        await desk.write("Verksamhetsplan 2027")
        await desk.press("ctrl+s")
        assert titles(database, "2027-02-09") == [(1, "Verksamhetsplan 2027")]
        assert "Förslag till beslut saknas" in desk.text
        await desk.press("ctrl+z")
        assert titles(database, "2027-02-09") == []
        assert "Dagordningen är tom" in desk.text


async def test_a_case_is_found_by_typing_and_lands_on_the_agenda(
    open_program: Any, database: Path
) -> None:
    async with open_program() as desk:
        await open_meeting(desk, database)
        await desk.press("f3")
        await desk.write("avgifter")
        await desk.press("enter")
        assert titles(database)[-1] == (4, "Riktlinjer för avgifter")
        assert desk.app.screen.item.title == "Riktlinjer för avgifter"


async def test_standing_items_come_by_one_key(open_program: Any, database: Path) -> None:
    with Store(str(database)) as store:
        add_standing_item(
            store, LATER, StandingItem(0, 1, 1, "delegated_decisions", "Delegationsbeslut")
        )
    async with open_program() as desk:
        await open_meeting(desk, database)
        await desk.press("s")
        assert titles(database)[-1] == (4, "Delegationsbeslut")
        await desk.press("s")
        assert "finns redan" in desk.notices[-1]
        assert len(titles(database)) == 5


async def test_items_move_and_numbers_follow(open_program: Any, database: Path) -> None:
    async with open_program() as desk:
        await open_meeting(desk, database)
        await desk.press("down", "down", "f7")
        assert titles(database)[1:3] == [(1, "Motion om nattvandring"), (2, "Information")]
        assert desk.app.screen.item.title == "Motion om nattvandring"
        await desk.press("f8")
        assert titles(database)[1:3] == [(1, "Information"), (2, "Motion om nattvandring")]


async def test_ready_withdrawn_unlisted_and_removed(open_program: Any, database: Path) -> None:
    async with open_program() as desk:
        await open_meeting(desk, database)
        await desk.press("down", "space")
        assert dossier(database).items[1].state == "ready"
        await desk.press("u")
        assert dossier(database).items[1].withdrawn
        assert "utgår" in desk.text
        await desk.press("u", "down", "t")
        assert [title for _, title in titles(database)] == [
            "Justering",
            "Information",
            "Delårsrapport 2",
        ]
        await desk.press("f3", "enter")
        assert titles(database)[-1] == (3, "Motion om nattvandring")
        await desk.press("delete")
        assert len(titles(database)) == 3
        await desk.press("ctrl+z")
        assert titles(database)[-1] == (3, "Motion om nattvandring")


async def test_a_proposal_is_written_shown_and_saved(open_program: Any, database: Path) -> None:
    async with open_program() as desk:
        await open_meeting(desk, database)
        await desk.press("down", "down", "enter")
        await desk.write("Omsorgsnämnden avslår motionen.\nOmsorgsnämnden expedierar beslutet.")
        assert "2. Omsorgsnämnden expedierar" in desk.text
        await desk.press("escape")
        item = dossier(database).items[2]
        assert item.staff_proposal == (
            "Omsorgsnämnden avslår motionen.",
            "Omsorgsnämnden expedierar beslutet.",
        )
        assert item.chair_proposal is None


async def test_the_chair_follows_until_something_else_is_written(
    open_program: Any, database: Path
) -> None:
    async with open_program() as desk:
        await open_meeting(desk, database)
        await desk.press("down", "down", "enter")
        await desk.write("Omsorgsnämnden avslår motionen.")
        assert "= förvaltningens" in desk.text
        await desk.press("tab")
        await desk.write("Omsorgsnämnden bifaller motionen.")
        assert "≠ förvaltningens" in desk.text
        await desk.press("escape")
        assert dossier(database).items[2].chair_differs
        await desk.press("enter", "tab")
        await desk.write("")
        await desk.press("escape")
        assert dossier(database).items[2].chair_proposal is None


async def test_a_killed_program_gives_the_text_back(open_program: Any, database: Path) -> None:
    async with open_program() as desk:
        await open_meeting(desk, database)
        await desk.press("down", "down", "enter")
        await desk.write("Halvskrivet förslag")
        field = desk.app.focused
        field.save_draft()
        await desk.calm()
        copy = database.with_name("efter-strömavbrottet.db")
        with Store(str(database)) as store:
            store.connection.execute("VACUUM INTO ?", [str(copy)])
    connection = open_reader(str(copy))
    assert [row["text"] for row in drafts_of(connection, "anna")] == ["Halvskrivet förslag"]
    connection.close()
    async with open_program(path=copy) as desk:
        await open_meeting(desk, copy)
        assert "osparat" in desk.text
        await desk.press("down", "down")
        assert "Halvskrivet förslag" in desk.text
        assert "återställt: ^S sparar" in desk.text
        assert dossier(copy).items[2].staff_proposal == ()


async def test_two_who_write_the_same_see_both_texts(open_program: Any, database: Path) -> None:
    async with open_program() as desk:
        await open_meeting(desk, database)
        await desk.press("down", "down", "enter")
        item = dossier(database).items[2]
        with Store(str(database)) as store:
            set_proposal(store, LATER, item.id, "staff", ["Bos text."])
        await desk.write("Annas text.")
        await desk.press("escape")
        assert "Bos text." in desk.text
        assert "Annas text." in desk.text
        assert dossier(database).items[2].staff_proposal == ("Bos text.",)
        await desk.press("tab", "tab", "enter")
        assert dossier(database).items[2].staff_proposal == ("Annas text.",)


async def test_a_readiness_row_leads_to_its_field(open_program: Any, database: Path) -> None:
    async with open_program() as desk:
        await open_meeting(desk, database)
        await desk.press("f6", "down", "enter")
        assert desk.app.screen.item.title == "Motion om nattvandring"
        assert desk.app.focused.source.label == "Förvaltningens förslag"


async def test_sending_freezes_the_numbers(open_program: Any, database: Path) -> None:
    async with open_program() as desk:
        await open_meeting(desk, database)
        await desk.press("f9")
        assert "Det här är kvar" in desk.text
        await desk.press("enter")
        assert "Kallelsen är skriven" in desk.text
        written = list((database.parent / "dokument").glob("*.docx"))
        assert len(written) == 1
        await desk.press("tab", "enter")
        await desk.press("ctrl+s")
        assert dossier(database).meeting.state == "summoned"
        assert "kallat" in desk.text
        await desk.press("down", "f8")
        assert titles(database)[1] == (1, "Information")
        await desk.press("f2")
        await desk.write("Brådskande ärende")
        await desk.press("ctrl+s")
        assert titles(database)[-1] == (4, "Brådskande ärende")
        assert "tillägg" in desk.text


async def test_the_meeting_itself_can_be_changed_and_cancelled(
    open_program: Any, database: Path
) -> None:
    async with open_program() as desk:
        await open_meeting(desk, database)
        await desk.press("m")
        await desk.write("9 dec")
        await desk.press("ctrl+s")
        assert dossier(database, "2026-12-09").meeting.start.hour == 18
        assert "ons 9 dec 2026" in desk.text.replace("\u00a0", " ")
        await desk.press("ctrl+p")
        await desk.write("ställ in")
        await desk.press("enter")
        await desk.write("Sjukdom")
        await desk.press("ctrl+s")
        found = dossier(database, "2026-12-09")
        assert (found.meeting.state, found.meeting.cancelled_reason) == ("cancelled", "Sjukdom")


async def test_attachments_are_added_numbered_and_removed(
    open_program: Any, database: Path, tmp_path: Path
) -> None:
    file = tmp_path / "Delårsrapport.pdf"
    file.write_bytes(b"%PDF-1.4")
    async with open_program() as desk:
        await open_meeting(desk, database)
        await desk.press("end", "right", "right", "right", "enter")
        await desk.press("n", "tab")
        await desk.write(str(file))
        await desk.press("ctrl+s")
        await desk.press("n")
        await desk.write("1:1")
        await desk.press("tab", "tab")
        await desk.write("Volymer")
        await desk.press("ctrl+s")
        found = dossier(database).items[-1].attachments
        assert [(str(one.number), one.title) for one in found] == [
            ("1", "Delårsrapport"),
            ("1:1", "Volymer"),
        ]
        assert found[0].file is not None and found[0].file.size == 8
        assert "▲ saknar fil" in desk.text
        await desk.press("down", "f")
        await desk.write(str(tmp_path / "finns inte.pdf"))
        await desk.press("ctrl+s")
        assert "finns inte" in desk.text
        await desk.press("escape", "tab", "enter")
        await desk.press("delete")
        assert len(dossier(database).items[-1].attachments) == 1


async def test_what_is_missing_in_the_overview_is_mended_at_its_field(
    open_program: Any, database: Path
) -> None:
    async with open_program() as desk:
        item = dossier(database).items[2]
        desk.app.screen.open_row(f"item:{item.id}:proposal:Förslag till beslut saknas")
        await desk.calm()
        assert desk.app.screen.item.title == "Motion om nattvandring"
        assert desk.app.focused.source.label == "Förvaltningens förslag"


async def test_a_half_filled_form_comes_back_only_for_its_own_meeting(
    open_program: Any, database: Path
) -> None:
    async with open_program() as desk:
        await open_meeting(desk, database)
        await desk.press("m", "tab", "tab")
        await desk.write("Stora salen")
        desk.app.screen.save_draft()
        await desk.calm()
    async with open_program() as desk:
        await open_meeting(desk, database, "2027-02-09")
        await desk.press("m")
        assert "Stora salen" not in desk.text


async def test_typed_minutes_give_the_agenda_its_times(open_program: Any, database: Path) -> None:
    async with open_program() as desk:
        await open_meeting(desk, database)
        pane = desk.app.screen.pane
        pane.tabs.current = "Mer"
        await desk.calm()
        (label,) = (one for one in pane.fields if one.spec.name == "duration")
        label.editor.focus()
        await desk.calm()
        await desk.write("601")
        await desk.press("ctrl+s")
        assert "hela minuter, 1–600" in desk.text
        assert dossier(database).items[0].duration is None
        await desk.write("0")
        await desk.press("ctrl+s")
        assert label.editor.typed == "0" and label.editor.dirty
        assert label.editor.has_class("-refused")
        await desk.write("30")
        await desk.press("ctrl+s")
        assert dossier(database).items[0].duration == 30
        assert "18.30" in desk.text and "19.00" in desk.text


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_label_of_a_line_is_whole_and_the_frame_says_that_it_is_saved(
    open_program: Any, database: Path, size: tuple[int, int]
) -> None:
    async with open_program(size=size) as desk:
        await open_meeting(desk, database)
        desk.app.screen.pane.focus_field("duration")
        await desk.calm()
        await desk.write("15")
        await desk.press("ctrl+s")
        assert "Tidsåtgång    15 " in desk.text
        assert "Tidsåtgång: sparat 14.02.00" in desk.text
