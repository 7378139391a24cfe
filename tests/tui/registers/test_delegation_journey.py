"""What a secretary does in Delegationsbeslut."""

from __future__ import annotations

import sqlite3

# Fixtures come from conftest.py, which importlib mode keeps out of reach for annotations.
# mypy: disable-error-code="no-untyped-def,no-untyped-call,attr-defined,union-attr"


def rows(path, question):
    connection = sqlite3.connect(path)
    try:
        return connection.execute(question).fetchall()
    finally:
        connection.close()


NEWEST = "SELECT point, role, decider, dnr, description FROM delegated_decisions ORDER BY id DESC"


async def test_a_decision_is_typed_on_one_line_with_completion(open_program, database) -> None:
    async with open_program(size=(120, 40)) as desk:
        await desk.press("4", "f2")
        assert "G 5  " in desk.text
        await desk.write("inspektionen")
        assert "B 36" in desk.text
        await desk.press("enter", "enter")
        assert desk.app.focused.value == "B 36 verksamhetschef "
        await desk.write("B 36 verksamhetschef on/2026:2 Yttrande i tillsyn")
        assert "verksamhetschef (Eva Berg) · on/2026:2 · Yttrande i tillsyn" in desk.text
        await desk.press("enter")
        assert "● Registrerat" in desk.text
        assert desk.app.focused.value == ""
        await desk.press("escape")
        assert not desk.app.screen.is_modal
        assert "B 36 · on/2026:2" in desk.text
    assert rows(database, NEWEST)[0] == (
        *("B 36", "verksamhetschef", "Eva Berg", "on/2026:2"),
        "Yttrande i tillsyn",
    )


async def test_an_unfinished_line_says_what_is_missing(open_program, database) -> None:
    async with open_program() as desk:
        await desk.press("4", "f2")
        await desk.write("B 36 verksamhetschef on/2026:2")
        await desk.press("ctrl+s")
        assert "Skriv sist vad beslutet gäller." in desk.text
        assert desk.app.focused.value == "B 36 verksamhetschef on/2026:2"
    assert len(rows(database, NEWEST)) == 3


async def test_a_doubt_is_asked_about_before_it_is_registered(open_program, database) -> None:
    async with open_program() as desk:
        await desk.press("4", "f2")
        await desk.write("G 5 enhetschef on/2026:2 Tillförordnad chef i juli")
        await desk.press("enter")
        assert "Stämmer det här?" in desk.text
        assert "enhetschef får inte besluta enligt G 5" in desk.text
        await desk.press("enter")
        assert len(rows(database, NEWEST)) == 3
        await desk.press("ctrl+s", "tab", "enter")
    assert rows(database, NEWEST)[0][0] == "G 5"


async def test_a_personal_number_is_stopped(open_program, database) -> None:
    async with open_program() as desk:
        await desk.press("4", "f2")
        await desk.write("B 36 verksamhetschef on/2026:2 Yttrande om 19900101-2384")
        assert "▲ Texten innehåller något som ser ut som ett personnummer" in desk.text
        await desk.press("enter")
    assert len(rows(database, NEWEST)) == 3


async def test_an_urgent_one_goes_to_the_next_meeting_at_once(open_program, database) -> None:
    async with open_program(size=(120, 40)) as desk:
        await desk.press("4", "f2")
        await desk.write("G 5 ordförande (Ali Saadi) on/2026:2 Extra bemanning !Vattenskada")
        await desk.press("enter")
        assert "lagt på nästa sammanträde eftersom det är brådskande" in desk.text
        await desk.press("escape")
        assert "på dagordning 8 dec" in desk.text
        assert "▲ Brådskande, KL 6:39: Vattenskada" in desk.text
    assert rows(database, "SELECT state FROM delegated_decisions WHERE urgent = 1") == [("listed",)]


async def test_one_key_puts_all_on_the_next_meeting(open_program, database) -> None:
    listed = "SELECT count(*) FROM delegated_decisions WHERE state = 'listed'"
    async with open_program() as desk:
        await desk.press("4")
        assert "2 att anmäla · ? 1 där någon måste ta ställning" in desk.text
        await desk.press("f9")
        assert "2 beslut anmäls tis 8 dec 2026. 1 väntar på ställningstagande." in " ".join(
            desk.notices
        ).replace("\u00a0", " ")
        assert desk.text.replace("\u00a0", " ").count("på dagordning 8 dec") == 2
        assert rows(database, listed) == [(2,)]
        await desk.press("ctrl+z")
    assert rows(database, listed) == [(0,)]


async def test_a_period_is_shown_and_reported_alone(open_program, database) -> None:
    async with open_program() as desk:
        await desk.press("4", "p")
        await desk.write("2026-11-01")
        await desk.press("ctrl+s")
        assert "on/2026:70" not in desk.text
        await desk.press("f9", "escape")
        assert "on/2026:70" in desk.text
    assert rows(database, "SELECT dnr FROM delegated_decisions WHERE state = 'listed'") == [
        ("on/2026:88",)
    ]


async def test_a_doubtful_one_is_accepted_and_then_reported(open_program, database) -> None:
    async with open_program(size=(120, 40)) as desk:
        await desk.press("4")
        assert "? fel roll" in desk.text
        assert "sekreterare får inte besluta enligt G 6" in desk.text
        await desk.press("g")
        assert "(godkänt att anmäla)" in " ".join(desk.text.split())
        await desk.press("f9")
    assert rows(database, "SELECT count(*) FROM delegated_decisions WHERE item_id > 0") == [(3,)]


async def test_another_meeting_is_picked(open_program, database) -> None:
    async with open_program() as desk:
        await desk.press("4", "m", "down", "enter")
    question = (
        "SELECT DISTINCT m.date FROM delegated_decisions b JOIN agenda_items i ON i.id = b.item_id"
        " JOIN meetings m ON m.id = i.meeting_id"
    )
    assert rows(database, question) == [("2027-02-09",)]


async def test_exempt_and_posted(open_program, database) -> None:
    async with open_program() as desk:
        await desk.press("4", "down", "u")
        assert "anmäls inte" in desk.text
        await desk.press("s", "ctrl+s")
        assert "anslaget 22" in desk.text
    assert rows(database, "SELECT state, posted_on FROM delegated_decisions WHERE id = 2") == [
        ("posted", "2026-11-22")
    ]


async def test_taken_off_the_agenda_it_waits_again(open_program, database) -> None:
    async with open_program() as desk:
        await desk.press("4", "down", "f9", "t")
        assert "väntar på ett senare sammanträde" in " ".join(desk.notices)
    assert rows(database, "SELECT state FROM delegated_decisions WHERE id = 2") == [("registered",)]


async def test_the_item_is_opened_from_the_row(open_program) -> None:
    async with open_program() as desk:
        await desk.press("4", "down", "f9", "o")
        assert "Sammanträden › tis" in desk.text or "8" in desk.text
        assert "Delegationsbeslut" in desk.text
        await desk.press("escape")


async def test_a_row_is_edited_and_removed_and_brought_back(open_program, database) -> None:
    async with open_program(size=(120, 40)) as desk:
        await desk.press("4", "down", "f4", "tab", "tab", "tab", "tab", "tab")
        await desk.write("Yttrande till IVO om tillsyn")
        await desk.press("ctrl+s")
        assert "Yttrande till IVO om tillsyn" in desk.text
        await desk.press("delete")
        assert len(rows(database, NEWEST)) == 2
        await desk.press("ctrl+z")
    assert len(rows(database, NEWEST)) == 3


async def test_the_list_is_searched_and_chosen_from(open_program) -> None:
    async with open_program() as desk:
        await desk.press("4", "slash")
        await desk.write("rut å")
        assert "on/2026:91" in desk.text and "on/2026:88" not in desk.text
        await desk.write("finns inte")
        assert "Inga delegationsbeslut passar." in desk.text
        await desk.press("escape", "f3")
        await desk.write("anmält")
        await desk.press("enter")
        assert "0 · anmält" in desk.text


async def test_matters_are_collected_and_reported(open_program, database) -> None:
    async with open_program() as desk:
        await desk.press("4", "right")
        assert "2 ärenden att anmäla" in desk.text
        await desk.press("f2")
        await desk.write("Beslut om tillsyn")
        await desk.press("tab")
        await desk.write("Arbetsmiljöverket")
        await desk.press("ctrl+s")
        assert "Arbetsmiljöverket" in desk.text
        await desk.press("f9")
        assert "på dagordning" in desk.text
        await desk.press("t")
    states = "SELECT state, count(*) FROM reported_matters GROUP BY state ORDER BY state"
    assert rows(database, states) == [("collected", 1), ("listed", 2)]


async def test_points_are_added_and_versions_compared(open_program, database) -> None:
    async with open_program() as desk:
        await desk.press("4", "right", "right")
        assert "Delegationsordning 2025 · gäller från 2025-01-01 till 2026-12-31" in desk.text
        await desk.press("c", "enter")
        assert "1 ny punkt" in desk.text and "Ny punkt: G 7 Lön" in desk.text
        await desk.press("escape", "v", "enter")
        assert "ska gälla från 2027-01-01" in desk.text and "G 7" in desk.text
        await desk.press("f2")
        await desk.write("H 1")
        await desk.press("tab")
        await desk.write("Avtal om städning")
        await desk.press("tab")
        await desk.write("enhetschef, förvaltningschef")
        await desk.press("ctrl+s")
        assert "Avtal om städning" in desk.text
    assert rows(database, "SELECT roles FROM delegation_rules WHERE point = 'H 1'") == [
        ('["enhetschef","förvaltningschef"]',)
    ]


async def test_a_new_version_is_made_and_removed(open_program, database) -> None:
    async with open_program() as desk:
        await desk.press("4", "left", "y")
        await desk.write("Delegationsordning 2028")
        await desk.press("tab")
        await desk.write("2028-01-01")
        await desk.press("ctrl+s")
        assert "Delegationsordning 2028 · ska gälla från 2028-01-01" in desk.text
        await desk.press("ctrl+p")
        await desk.write("ta bort versionen")
        await desk.press("enter", "tab", "enter")
    assert rows(database, "SELECT count(*) FROM delegation_orders") == [(2,)]


async def test_a_matters_document_is_given_in_its_form_and_becomes_an_attachment(
    open_program, database, tmp_path
) -> None:
    path = tmp_path / "dom.pdf"
    path.write_bytes(b"Dom")
    async with open_program(size=(120, 40)) as desk:
        await desk.press("4", "right", "f4")
        for _ in range(4):
            await desk.press("tab")
        await desk.write(str(path))
        await desk.press("ctrl+s")
        assert "Handling: dom.pdf" in desk.text
        await desk.press("f9")
    assert rows(database, "SELECT main_no, file_name FROM attachments") == [(1, "dom.pdf")]


async def test_what_its_point_exempts_is_announced_and_not_reported(open_program, database) -> None:
    connection = sqlite3.connect(database)
    connection.execute("UPDATE delegation_rules SET report = 0 WHERE point = 'B 36'")
    connection.commit()
    connection.close()
    async with open_program(size=(120, 40)) as desk:
        assert "1 delegationsbeslut som inte anmäls" in desk.text
        await desk.press("4")
        assert "1 att anslå" in desk.text
        await desk.press("slash")
        await desk.write("B 36")
        await desk.press("enter")
        assert "Läge: anslås i stället" in desk.text
        await desk.press("S")
        await desk.press("ctrl+s")
        assert "anslaget" in desk.text
    assert rows(database, "SELECT state FROM delegated_decisions WHERE point = 'B 36'") == [
        ("posted",)
    ]
