"""The preview of an import: columns, rows, faults; then all of it, the good rows, or nothing."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import Button, Static

from nämndtui.model.text.errors import NamndError
from nämndtui.model.text.number_words import number_text
from nämndtui.model.text.progress import CancelledError, Progress
from nämndtui.tui.kit.dialogs.dialog import Dialog, button
from nämndtui.tui.kit.dialogs.form_dialog import FormDialog
from nämndtui.tui.kit.forms.form_field import Answers
from nämndtui.tui.kit.safe_text import plain
from nämndtui.tui.registers.shared.import_text import column_fields, preview_text

if TYPE_CHECKING:
    from nämndtui.model.delegation.order import DelegationOrder
    from nämndtui.store.database import Store
    from nämndtui.workflow.core.actor import Actor
    from nämndtui.workflow.registers.import_kind import ImportRequest
    from nämndtui.workflow.registers.table_imports import TableReport


@dataclass(frozen=True)
class ImportPlan:
    """What is imported: the request's facts and the title of the boxes."""

    kind: str
    title: str
    path: Path
    committee_id: int
    law: str = ""
    order: DelegationOrder | None = None


class ImportProgress(Message, bubble=False):
    """``done`` of ``total`` rows, told from the working thread."""

    def __init__(self, done: int, total: int) -> None:
        super().__init__()
        self.done = done
        self.total = total


class ImportDialog(Dialog[int]):
    """Returns how many rows were imported, or None. Esc stops the work without a trace."""

    report: TableReport | None = None
    importing = False

    def __init__(self, plan: ImportPlan) -> None:
        super().__init__(f"{plan.title}: {plan.path.name}")
        self.add_class("import")
        self._plan = plan
        self._columns: dict[str, str] = {}
        self._stopped = threading.Event()
        self._told = Static(markup=False, classes="import-told")
        self._text = Static(markup=False)

    def content(self) -> ComposeResult:
        """Summary or progress; then columns, faults and the first rows."""
        yield self._told
        with VerticalScroll(classes="dialog-text import-preview"):
            yield self._text

    def buttons(self) -> ComposeResult:
        """Leave, correct the columns, import."""
        yield button("Avbryt", "cancel")
        yield button("Kolumner …", "columns")
        yield button("Bara de felfria", "good")
        yield button("Importera", "all", main=True)

    def on_mount(self) -> None:
        self.preview()

    # -- looking ------------------------------------------------------------------------------

    def preview(self) -> None:
        """Read the file in a thread and say what importing it would do."""
        self.report = None
        self._working("Läser filen …")
        today, progress = self.namnd.session.today, self._progress()

        def query(connection: sqlite3.Connection) -> TableReport | NamndError:
            from nämndtui.workflow.registers.table_imports import preview_table

            return _told_inside(lambda: preview_table(connection, self._request(), today, progress))

        self.read("förhandsvisning", query, self._show)

    def _request(self) -> ImportRequest:
        from nämndtui.workflow.registers.import_kind import ImportRequest as Request

        plan = self._plan
        columns = self._columns or None
        return Request(plan.kind, plan.path, plan.committee_id, columns, plan.law, plan.order)

    def _show(self, found: TableReport | NamndError) -> None:
        if isinstance(found, NamndError):
            self._told.update(plain(f"▲ {found}"))
            self.query_one("#cancel", Button).focus()
            return
        self.report = found
        self._told.update(plain(found.summary if not found.missing else "▲ Kolumner saknas."))
        self._text.update(preview_text(self._plan.kind, found))
        whole = bool(found.new) and not found.problems
        self._offer("columns", bool(found.headers))
        self._offer("good", bool(found.new) and bool(found.problems))
        self._offer("all", whole)
        focus = "all" if whole else "columns" if found.missing else "cancel"
        self.query_one(f"#{focus}", Button).focus()

    def _offer(self, name: str, offered: bool) -> None:
        self.query_one(f"#{name}", Button).display = offered

    def _working(self, words: str) -> None:
        self._told.update(plain(words))
        for name in ("columns", "good", "all"):
            self._offer(name, False)
        self.query_one("#cancel", Button).focus()

    # -- progress -----------------------------------------------------------------------------

    def _progress(self) -> Progress:
        stopped = self._stopped

        def progress(done: int, total: int) -> None:
            if stopped.is_set():
                raise CancelledError
            self.post_message(ImportProgress(done, total))

        return progress

    def on_import_progress(self, message: ImportProgress) -> None:
        """Show how far the work has come, while it goes on."""
        if self.report is None or self.importing:
            doing = "Importerar" if self.importing else "Läser filen"
            self._told.update(plain(f"{doing}: {_rows(message)}. Esc avbryter."))

    # -- importing ----------------------------------------------------------------------------

    def import_rows(self, only_good: bool) -> None:
        """Import in the writing thread, in one change."""
        self.importing = True
        self._working("Importerar …")
        request, progress = self._request(), self._progress()

        def verb(store: Store, actor: Actor) -> TableReport:
            from nämndtui.workflow.registers.table_imports import import_table

            return import_table(store, actor, request, only_good, progress)

        self.write_once(verb, then=self._imported, failed=self._refused)

    def _imported(self, done: TableReport) -> None:
        self.namnd.say(f"{done.summary}. Ctrl+Z ångrar.")
        if self.is_attached:
            self.dismiss(done.new)

    def _refused(self, error: NamndError) -> bool:
        self.importing = False
        if isinstance(error, CancelledError):
            self.namnd.say(str(error))
        elif self.is_attached:
            self._told.update(plain(f"▲ {error}"))
        else:
            return False
        return True

    # -- answering ----------------------------------------------------------------------------

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Answer."""
        event.stop()
        chosen = event.button.id
        if chosen == "cancel":
            self.close()
        elif chosen == "columns":
            self.choose_columns()
        else:
            self.import_rows(only_good=chosen == "good")

    def choose_columns(self) -> None:
        """Say which column holds what."""
        if self.report is None:
            return
        fields = column_fields(self._plan.kind, self.report)
        form = FormDialog("Vilken kolumn är vad?", fields, "Läs filen så")
        self.app.push_screen(form, self._columns_chosen)

    def _columns_chosen(self, answers: Answers | None) -> None:
        if answers is not None:
            self._columns = dict(answers.values)
            self.preview()

    def close(self) -> None:
        """Stop whatever is going on, and leave."""
        self._stopped.set()
        self.dismiss(None)


def _rows(message: ImportProgress) -> str:
    """``7 000 av 100 000 rader``, or ``7 000 rader lästa`` while the total is unknown."""
    done = number_text(message.done)
    if not message.total:
        return f"{done} rader lästa"
    return f"{done} av {number_text(message.total)} rader"


def _told_inside(look: Callable[[], TableReport]) -> TableReport | NamndError:
    try:
        return look()
    except NamndError as error:
        return error  # told inside the box, beside the file's name
