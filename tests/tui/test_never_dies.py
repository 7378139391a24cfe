"""What a key, a message or an answer refers to may be gone; the program goes on."""

from __future__ import annotations

import pytest
from textual.widgets import OptionList

from nämndtui.model.text.errors import InvalidInputError
from nämndtui.tui.doors import refresh_top_bars
from nämndtui.tui.kit.dialogs.confirm import ConfirmDialog
from nämndtui.tui.kit.dialogs.form_dialog import FormDialog
from nämndtui.tui.kit.dialogs.picker import Choice, PickerDialog
from nämndtui.tui.kit.dialogs.text_dialog import TextDialog
from nämndtui.tui.kit.forms.form_field import FormField
from nämndtui.tui.kit.textual_private import is_gone
from nämndtui.tui.kit.widgets.row_table import RowTable
from nämndtui.tui.sections.cases import CasesScreen

# Fixtures come from conftest.py, which importlib mode keeps out of reach for annotations.
# mypy: disable-error-code="no-untyped-def,no-untyped-call,attr-defined,union-attr"


@pytest.mark.parametrize("key", ["down", "up", "pagedown", "pageup", "home", "end"])
async def test_cursor_keys_in_a_list_without_rows_do_nothing(open_program, key) -> None:
    async with open_program() as desk:
        await desk.press("3")
        table = desk.app.screen.query_one("#case-list", RowTable)
        table.show_rows(())
        table.focus()
        await desk.calm()
        await desk.press(key, key)
        assert table.current_key == ""
        await desk.press("f5", "3")
        assert desk.app.screen.SECTION == "cases"


@pytest.mark.parametrize("key", ["pagedown", "pageup"])
async def test_a_page_key_in_a_list_just_filled_anew_moves_to_its_end(open_program, key) -> None:
    rows = [Choice(n, f"Rad {n}") for n in range(40)]
    async with open_program() as desk:
        picker = PickerDialog("Välj", lambda _, text: [] if text == "x" else rows)
        await desk.app.push_screen(picker)
        await desk.calm()
        picker.show_choices([])
        await desk.calm()
        picker.show_choices(rows)
        # Before the list, hidden until now, has been given room.
        getattr(picker.query_one(OptionList), f"action_page_{key[4:]}")()
        await desk.calm()
        assert picker.query_one(OptionList).highlighted == (39 if key == "pagedown" else 0)


async def test_a_dialog_answers_once(open_program) -> None:
    answers: list[object] = []
    async with open_program() as desk:
        dialog = ConfirmDialog("Ta bort?", "Det går att ångra.", "Ta bort")
        desk.app.push_screen(dialog, answers.append)
        await desk.calm()
        dialog.dismiss(True)
        dialog.dismiss(None)
        await desk.calm()
        assert answers == [True]
        assert desk.app.screen.SECTION == "overview"


async def test_leaving_a_dialog_twice_leaves_only_the_dialog(open_program) -> None:
    async with open_program() as desk:
        dialog = ConfirmDialog("Ta bort?", "Det går att ångra.", "Ta bort")
        await desk.app.push_screen(dialog)
        dialog.close()
        dialog.close()
        await desk.calm()
        assert dialog.answered
        assert len(desk.app.screen_stack) == 1


async def test_a_late_answer_leaves_the_box_on_top_alone(open_program) -> None:
    answers: list[object] = []
    async with open_program() as desk:
        under = ConfirmDialog("Spara?", "Det sparas nu.", "Spara")
        desk.app.push_screen(under, answers.append)
        await desk.calm()
        over = TextDialog("Hjälp", "Så här.")
        desk.app.push_screen(over)
        await desk.calm()
        under.dismiss(True)
        await desk.calm()
        assert desk.app.screen is over
        assert answers == []
        await desk.press("escape")
        assert answers == [True]
        assert len(desk.app.screen_stack) == 1


async def test_a_form_sent_twice_is_saved_once(open_program) -> None:
    async with open_program() as desk:
        await desk.press("3", "f2")
        await desk.write("Cykelvägar")
        form = desk.app.screen
        form.submit()
        form.submit()
        await desk.calm()
        assert desk.notices == ["on/2026:6 är registrerat."]


async def test_a_form_that_was_refused_can_be_sent_again(open_program) -> None:
    def save(store, actor, answers):
        if answers["a"] == "fel":
            raise InvalidInputError("Så får det inte stå.", "a")
        return answers["a"]

    answers: list[object] = []
    async with open_program() as desk:
        form = FormDialog("Prov", [FormField("a", "A")], save=save)
        desk.app.push_screen(form, answers.append)
        await desk.calm()
        await desk.write("fel")
        await desk.press("ctrl+s")
        assert "Så får det inte stå." in desk.text
        await desk.write("rätt")
        await desk.press("ctrl+s")
        assert answers == ["rätt"]


async def test_leaving_a_meeting_twice_leaves_only_the_meeting(open_program) -> None:
    async with open_program() as desk:
        desk.app.go_to("meetings")
        await desk.calm()
        desk.app.open_meeting(2)
        await desk.calm()
        meeting = desk.app.screen
        meeting.step_back()
        meeting.step_back()
        await desk.calm()
        assert desk.app.screen.SECTION == "meetings"
        assert len(desk.app.screen_stack) == 1


async def test_a_meeting_under_a_box_does_not_take_the_place_of_the_box(open_program) -> None:
    async with open_program() as desk:
        desk.app.open_meeting(2)
        await desk.calm()
        meeting = desk.app.screen
        box = TextDialog("Hjälp", "Så här.")
        desk.app.push_screen(box)
        await desk.calm()
        meeting.to_minutes(None)
        await desk.calm()
        assert desk.app.screen is box
        await desk.press("escape")
        assert desk.app.screen is meeting


async def test_what_comes_late_to_a_meeting_that_was_left_is_let_be(open_program) -> None:
    async with open_program() as desk:
        desk.app.open_meeting(2)
        await desk.calm()
        meeting = desk.app.screen
        await desk.press("escape")
        assert desk.app.screen is not meeting
        desk.app.write(lambda store, actor: 3, then=meeting.go_to_item, notice="Klart.")
        await desk.calm()
        assert desk.notices == ["Klart."]


async def test_a_form_that_was_left_is_not_sent_by_what_comes_late(open_program) -> None:
    async with open_program() as desk:
        await desk.press("3", "f2")
        form = desk.app.screen
        await desk.press("escape")
        assert desk.app.screen is not form
        form.submit()
        await desk.calm()
        assert desk.notices == []


async def test_a_change_while_a_screen_is_being_built_is_shown_when_it_is(open_program) -> None:
    async with open_program() as desk:
        screen = CasesScreen()
        desk.app.push_screen(screen)
        desk.app.data_changed()
        refresh_top_bars(desk.app)
        await desk.calm()
        assert "Motion om nattvandring" in desk.text


async def test_a_box_left_before_it_is_built_is_just_left(open_program) -> None:
    answers: list[object] = []
    async with open_program() as desk:
        picker: PickerDialog[str] = PickerDialog("Välj", lambda _, text: [])
        desk.app.push_screen(picker, answers.append)
        picker.dismiss(None)
        await desk.calm()
        assert answers == [None]
        assert len(desk.app.screen_stack) == 1


async def test_a_callback_of_a_box_that_was_left_looks_for_nothing(open_program) -> None:
    async with open_program() as desk:
        box = TextDialog("Hjälp", "Så här.")
        desk.app.push_screen(box)
        await desk.calm()
        box.dismiss(None)
        box.call_next(box.query_one, "#finns-inte")
        await desk.calm()
        assert is_gone(box)
        assert not is_gone(desk.app.screen)


async def test_quitting_while_a_screen_is_being_built_is_just_quitting(open_program) -> None:
    async with open_program() as desk:
        desk.app.push_screen(CasesScreen())
        desk.app.exit()
        assert is_gone(desk.app.screen)
    assert desk.app.return_code == 0
