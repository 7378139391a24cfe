"""A §'s own texts beside what the facts give: the one with the cursor can be put back."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static

from nämndtui.model.agenda.meeting import Paragraph
from nämndtui.model.record.minutes_record import MinutesRecord
from nämndtui.model.text.text_changes import changed_lines
from nämndtui.model.wording.generated_texts import FIELD_NAMES, GENERATED_FIELDS, generated_texts
from nämndtui.tui.kit.commands.command import Command, Commands
from nämndtui.tui.kit.dialogs.dialog import Dialog, button
from nämndtui.tui.kit.safe_text import plain
from nämndtui.tui.meeting.shared.row_list import RowList

if TYPE_CHECKING:
    from nämndtui.tui.meeting.desk.minutes_desk import MinutesDesk


class PutBack(Command["RestoreDialog"]):
    """Sätt tillbaka den markerade texten så som uppgifterna ger den."""

    key = "ctrl+s"
    label = "Återställ"
    footer = True
    act = "put_back"


class RestoreDialog(Dialog[bool]):
    """One row for each text that differs; its own lines (−) and the facts' (+) below."""

    OFFERED: ClassVar[Commands] = (PutBack,)

    def __init__(self, paragraph: Paragraph, given: Mapping[str, str]) -> None:
        super().__init__(f"Återställ text i § {paragraph.number}")
        self.add_class("read-back")
        self._paragraph, self._given = paragraph, given
        self._rows: RowList[str] = RowList(id="read-back-rows")
        self._lines = Static(markup=False)

    def content(self) -> ComposeResult:
        """The texts, and how the one with the cursor differs."""
        yield self._rows
        with VerticalScroll(classes="read-back-lines"):
            yield self._lines

    def buttons(self) -> ComposeResult:
        """Leave or put back."""
        yield button("Avbryt", "cancel")
        yield button("Återställ", "restore", main=True)

    def on_mount(self) -> None:
        self._rows.show_rows([(field, plain(FIELD_NAMES[field])) for field in self._given])
        self._rows.focus()
        self._show()

    def put_back(self) -> None:
        """Restore the text with the cursor, in the writing thread."""
        from nämndtui.workflow.decisions.text_restoring import restore_text

        one, field = self._paragraph, self._rows.current
        if field is not None:
            self.write_once(
                partial(restore_text, paragraph_id=one.id, version=one.version, field=field),
                then=self._restored,
                notice=f"{FIELD_NAMES[field]} följer uppgifterna igen. Ctrl+Z ångrar.",
            )

    def _restored(self, _: None) -> None:
        self.dismiss(True)

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        """Show how the row's text differs."""
        event.stop()
        self._show()

    def on_row_list_opened(self, event: RowList.Opened) -> None:
        """Enter goes on to the buttons."""
        event.stop()
        self.query_one("#restore", Button).focus()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Answer."""
        event.stop()
        if event.button.id == "restore":
            self.put_back()
        else:
            self.close()

    def _show(self) -> None:
        field = self._rows.current
        if field is None:
            return
        lines = changed_lines(str(getattr(self._paragraph, field)), self._given[field])
        self._lines.update(
            Content("\n").join(
                plain(f"{sign} {text}", "bold" if sign == "+" else "dim") for sign, text in lines
            )
        )


def own_texts(record: MinutesRecord, paragraph: Paragraph) -> dict[str, str]:
    """Field → what the facts give, for each text that is written otherwise or emptied."""
    given = generated_texts(record, paragraph)
    return {
        field: given[field]
        for field in GENERATED_FIELDS
        if str(getattr(paragraph, field)).strip() != given[field].strip()
    }


def ask_restore(host: MinutesDesk) -> None:
    """Open the box for the item's §, or say that every text follows the facts."""
    paragraph = host.view.paragraph(host.item.id) if host.view and host.item else None
    if host.view is None or paragraph is None:
        return
    given = own_texts(host.view.record, paragraph)
    if given:
        host.app.push_screen(RestoreDialog(paragraph, given))
    else:
        host.namnd.say("Alla texter i paragrafen är redan som uppgifterna ger dem.")
