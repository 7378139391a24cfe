"""What a file changed in Word says otherwise, § by §: ticked rows are taken in."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static

from nämndtui.model.text.errors import NamndError, RefusedError
from nämndtui.model.text.number_words import plural
from nämndtui.model.text.paragraph_range import format_paragraphs
from nämndtui.model.text.system_reason import system_reason
from nämndtui.model.text.text_changes import changed_lines
from nämndtui.store.drafts.draft_key import READING
from nämndtui.tui.kit.commands.command import Command, Commands
from nämndtui.tui.kit.dialogs.dialog import button
from nämndtui.tui.kit.dialogs.form_draft import FormDraft
from nämndtui.tui.kit.dialogs.keeping_dialog import KeepingDialog
from nämndtui.tui.kit.safe_text import one_line, plain
from nämndtui.tui.meeting.shared.row_list import RowList

if TYPE_CHECKING:
    from nämndtui.store.database import Store
    from nämndtui.workflow.core.actor import Actor
    from nämndtui.workflow.minutes.word_reading import WordDifference, WordReading


def compare(
    meeting_id: int, path: Path, connection: sqlite3.Connection
) -> WordReading | NamndError:
    """What the file says otherwise, or the error to tell beside its name. For a reading thread."""
    from nämndtui.workflow.minutes.word_reading import read_word

    try:
        return read_word(connection, meeting_id, path.read_bytes())
    except OSError as error:
        return RefusedError(f"{path} kunde inte läsas: {system_reason(error)}.")
    except NamndError as error:
        return error


class TickDifference(Command["ReadBackDialog"]):
    """Ta in skillnaden, eller låt bli."""

    key = "space"
    label = "Ta in eller inte"
    footer = True
    act = "toggle"


class TakeIn(Command["ReadBackDialog"]):
    """Ta in det som är förkryssat; resten lämnas som det är."""

    key = "ctrl+s"
    label = "Ta in"
    footer = True
    act = "take_in"

    @classmethod
    def available(cls, host: ReadBackDialog) -> bool | None:
        """Grey when nothing is ticked."""
        return True if host.ticked else None


class ReadBackDialog(KeepingDialog[bool]):
    """Rows to tick above, the row's old and new lines below. Returns True when taken in.

    Everything that can be taken in is ticked from the start; adjusted §§ cannot.
    """

    OFFERED: ClassVar[Commands] = (TickDifference, TakeIn)

    def __init__(self, meeting_id: int, path: Path) -> None:
        super().__init__(f"Läs in från Word: {path.name}")
        self.add_class("read-back")
        self._meeting_id = meeting_id
        self._path = path
        self._differences: tuple[WordDifference, ...] = ()
        self.ticked: set[int] = set()
        self._rows: RowList[int] = RowList(id="read-back-rows")
        self._lines = Static(markup=False)
        self._changes = VerticalScroll(self._lines, classes="read-back-lines")
        self._remarks = Static(markup=False)
        self._apart = VerticalScroll(self._remarks, classes="read-back-lines read-back-remarks")
        self._told = Static(markup=False, classes="paper-told")

    def content(self) -> ComposeResult:
        """What differs, how, and what cannot be taken in."""
        yield self._rows
        yield self._changes
        yield self._apart
        yield self._told

    def buttons(self) -> ComposeResult:
        """Leave or take in."""
        yield button("Avbryt", "cancel")
        yield button("Ta in det förkryssade", "take", main=True)

    def on_mount(self) -> None:
        self._offer(())
        self._tell("Läser filen …")
        self.query_one("#cancel").focus()
        self.read("Wordfil", partial(compare, self._meeting_id, self._path), self._compared)

    def _compared(self, found: WordReading | NamndError) -> None:
        if isinstance(found, NamndError):
            self._tell(f"▲ {found}")
            return
        self._differences = found.differences
        self.ticked = {n for n, one in enumerate(found.differences) if not one.locked}
        same = not (found.differences or found.remarks)
        self._tell("Filens paragrafer säger detsamma som protokollet här." if same else "")
        self._offer(found.remarks)
        self._show()
        if found.differences:
            self._rows.focus()
            self.keep_drafts(FormDraft(self._path.name, self._meeting_id, 0, READING))

    @property
    def entered(self) -> dict[str, Any]:
        """What is not to be taken in, though it could be."""
        left = [
            _name(one)
            for place, one in enumerate(self._differences)
            if not one.locked and place not in self.ticked
        ]
        return {"left": left} if left else {}

    def take_up(self, entered: dict[str, Any]) -> None:
        """Leave what was to be left when the program was killed."""
        left = set(entered["left"])
        self.ticked -= {n for n, one in enumerate(self._differences) if _name(one) in left}
        self._show()
        self._tell("Dina val från förra gången är återställda.")

    def _offer(self, remarks: Sequence[str]) -> None:
        """Show the parts that have something in them."""
        self._rows.display = self._changes.display = bool(self._differences)
        self._apart.display = bool(remarks)
        told = ["Läses inte in:", *(f"? {text}" for text in remarks)]
        self._remarks.update(plain("\n".join(told)))
        self.query_one("#take").display = bool(self.ticked)

    def toggle(self) -> None:
        """Tick the row, or not."""
        place = self._rows.current
        if place is None:
            return
        if self._differences[place].locked:
            self._tell("Paragrafen är justerad och ändras inte. Gör en rättelse med F4 i stället.")
            return
        self.ticked ^= {place}
        self.note_entry()
        self._show()

    def take_in(self) -> None:
        """Accept the ticked differences, in the writing thread."""
        chosen = [self._differences[place] for place in sorted(self.ticked)]
        if not chosen:
            return
        numbers = format_paragraphs(sorted({one.number for one in chosen}))
        count = plural(len(chosen), "ändring", "ändringar")

        def verb(store: Store, actor: Actor) -> None:
            from nämndtui.workflow.minutes.word_reading import accept_differences

            accept_differences(store, actor, chosen)

        self.write_once(
            verb,
            then=self._taken_in,
            failed=self._refused,
            notice=f"Tog in {count} i {numbers}. Ctrl+Z ångrar.",
        )

    def _taken_in(self, _: None) -> None:
        self.forget_draft()
        self.dismiss(True)

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        """Show the row's lines."""
        event.stop()
        self._lines.update(self._changed())

    def on_row_list_opened(self, event: RowList.Opened) -> None:
        """Enter ticks, as Space does."""
        event.stop()
        self.toggle()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Answer."""
        event.stop()
        if event.button.id == "take":
            self.take_in()
        else:
            self.close()

    def _show(self) -> None:
        rows = enumerate(self._differences)
        self._rows.show_rows([(n, _row(one, n in self.ticked)) for n, one in rows])
        self._lines.update(self._changed())
        self.refresh_bindings()

    def _changed(self) -> Content:
        place = self._rows.current
        if place is None:
            return Content("")
        one = self._differences[place]
        return Content("\n").join(
            plain(f"{sign} {text}", "bold" if sign == "+" else "dim")
            for sign, text in changed_lines(one.before, one.after)
        )

    def _refused(self, error: NamndError) -> bool:
        self._tell(f"▲ {error}")
        return True

    def _tell(self, text: str) -> None:
        self._told.display = bool(text)
        self._told.update(plain(text))


def _name(one: WordDifference) -> str:
    return f"{one.number} {one.name}"


def _row(one: WordDifference, ticked: bool) -> Content:
    sign = " – " if one.locked else "[X]" if ticked else "[ ]"
    locked = " · justerat, ändras inte" if one.locked else ""
    return Content("").join(
        (
            plain(f"{sign} {format_paragraphs([one.number])} {one.name}", "bold"),
            plain("  " + one_line(one.title) + locked, "dim"),
        )
    )
