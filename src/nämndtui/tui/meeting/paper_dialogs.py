"""Word documents: what is still missing, where the file goes, and what to do with it then."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Button, Input, Static

from nämndtui.model.errors import NamndError
from nämndtui.model.readiness import Finding
from nämndtui.tui.commands.command import Command, Commands
from nämndtui.tui.dialogs.confirm import ConfirmDialog
from nämndtui.tui.dialogs.dialog import Dialog, button, text_line
from nämndtui.tui.fields.line_input import LineInput
from nämndtui.tui.meeting.agenda_lines import finding_content
from nämndtui.tui.meeting.file_path import PathSuggester
from nämndtui.tui.meeting.open_file import open_file
from nämndtui.tui.safe_text import plain
from nämndtui.workflow.paper import (
    DocumentRequest,
    EditedDocumentError,
    issue_document,
    make_document,
    save_document,
)

if TYPE_CHECKING:
    from nämndtui.documents.document import Document
    from nämndtui.tui.meeting.meeting_screen import MeetingScreen

T = TypeVar("T")
FOLDER = "dokument"
"""Beside the database: where documents go unless the user says otherwise."""


class WriteFile(Command["WriteDialog"]):
    """Skriv Wordfilen i mappen som står här."""

    key = "ctrl+s,f9"
    label = "Skriv filen"
    footer = True

    @classmethod
    def run(cls, host: WriteDialog) -> None:
        """Write."""
        host.write_file()


class WriteDialog(Dialog[Path]):
    """Writes one document. Returns its path; Esc stops the writing.

    From a database opened for reading the file is written, but not remembered as issued.
    """

    OFFERED: ClassVar[Commands] = (WriteFile,)

    def __init__(
        self, title: str, request: DocumentRequest, findings: Sequence[Finding] = ()
    ) -> None:
        super().__init__(title)
        self.add_class("paper")
        self._request = request
        self._findings = findings
        self._told = Static(markup=False, classes="paper-told")

    def content(self) -> ComposeResult:
        """What is missing, and the folder."""
        if self._findings:
            yield text_line("Det här är kvar. Kallelsen går att skriva ändå.")
            with VerticalScroll(classes="paper-findings"):
                yield Static(Content("\n").join(map(finding_content, self._findings)), markup=False)
        elif self._request.kind == "kallelse":
            yield text_line("● Allt är klart.")
        yield text_line("Mapp", "form-label")
        yield LineInput(str(self._folder()), id="paper-folder", suggester=PathSuggester())
        yield self._told

    def _folder(self) -> Path:
        """Beside the database; where one stands when that is only to be read."""
        if self.namnd.read_only:
            return Path.cwd()
        return Path(self.namnd.session.path).resolve().parent / FOLDER

    def buttons(self) -> ComposeResult:
        """Leave or write."""
        yield button("Avbryt", "cancel")
        yield button("Skriv Wordfilen", "write", main=True)

    def on_mount(self) -> None:
        """Enter writes."""
        self._told.display = False
        self.query_one("#write").focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in the folder writes too."""
        event.stop()
        self.write_file()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Answer."""
        event.stop()
        if event.button.id == "write":
            self.write_file()
        else:
            self.close()

    def write_file(self) -> None:
        """Make the document in a reading thread; a dialog left meanwhile writes nothing."""
        main = self.query_one("#write", Button)
        if main.disabled:
            return
        main.disabled = True
        self._tell("Skriver …")
        request, target, today = self._request, self._target, self.namnd.session.today
        if self.namnd.read_only:
            self.read(
                "dokument",
                lambda connection: _or_error(
                    lambda: save_document(connection, request, target, today)
                ),
                self._saved,
            )
            return
        self.read(
            "dokument",
            lambda connection: _or_error(lambda: make_document(connection, request, today)),
            self._issue,
        )

    @property
    def _target(self) -> Path:
        return Path(self.query_one("#paper-folder", LineInput).value).expanduser()

    def _saved(self, path: Path | NamndError) -> None:
        if isinstance(path, NamndError):
            self._refused(path)
        else:
            self._written(path)

    def _issue(self, made: Document | NamndError, replace_edited: bool = False) -> None:
        if isinstance(made, NamndError):
            self._refused(made)
            return
        self.namnd.write(
            partial(
                issue_document,
                request=self._request,
                document=made,
                target=self._target,
                replace_edited=replace_edited,
            ),
            then=self._written,
            failed=partial(self._failed, made),
        )

    def _written(self, path: Path) -> None:
        if self.is_current:
            self.dismiss(path)

    def _failed(self, made: Document, error: NamndError) -> bool:
        if not isinstance(error, EditedDocumentError):
            return self._refused(error)

        def answered(write_over: bool | None) -> None:
            if write_over:
                self._issue(made, replace_edited=True)
            else:
                self._refused(error)

        question = ConfirmDialog(
            "Filen är ändrad i Word", str(error), "Skriv över", keep="Behåll filen"
        )
        self.app.push_screen(question, answered)
        return True

    def _refused(self, error: NamndError) -> bool:
        self.query_one("#write", Button).disabled = False
        self._tell(f"▲ {error}")
        return True

    def _tell(self, text: str) -> None:
        self._told.display = True
        self._told.update(plain(text))


def _or_error(make: Callable[[], T]) -> T | NamndError:
    try:
        return make()
    except NamndError as error:
        return error  # told inside the dialog, beside what was asked for


class WrittenDialog(Dialog[str]):
    """Where the file is. Enter opens it. Returns the button's id, or None."""

    def __init__(self, title: str, path: Path, also: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__(title)
        self._path = path
        self._also = also

    def content(self) -> ComposeResult:
        """The place."""
        yield text_line(str(self._path))

    def buttons(self) -> ComposeResult:
        """Open first: Enter opens."""
        yield button("Öppna", "open", main=True)
        for button_id, label in self._also:
            yield button(label, button_id)
        yield button("Stäng", "close-dialog")

    def on_mount(self) -> None:
        """Enter opens."""
        self.query_one("#open").focus()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Open the file and stay, or answer."""
        event.stop()
        chosen = event.button.id
        if chosen == "open":
            if (problem := open_file(self._path)) is not None:
                self.namnd.say(problem)
            return
        self.dismiss(None if chosen == "close-dialog" else chosen)


def summons(host: MeetingScreen) -> None:
    """Write the summons; then offer to mark it as sent."""
    from nämndtui.tui.meeting.meeting_dialogs import mark_summoned

    if host.view is None:
        return
    also = (("sent", "Markera som skickad"),) if host.view.agenda_open else ()
    if host.namnd.read_only:
        also = ()

    def answered(choice: str | None) -> None:
        if choice == "sent":
            mark_summoned(host)

    dialog = WriteDialog(
        "Kallelse", DocumentRequest("kallelse", host.meeting_id), host.view.findings
    )
    _run(host, dialog, "Kallelsen är skriven", also, answered)


def memo(host: MeetingScreen) -> None:
    """Write the item's memo."""
    if host.item is not None:
        request = DocumentRequest("tjänsteskrivelse", host.meeting_id, item_id=host.item.id)
        _run(host, WriteDialog("Tjänsteskrivelse", request), "Skrivelsen är skriven")


def minutes(host: MeetingScreen) -> None:
    """Write the minutes."""
    request = DocumentRequest("protokoll", host.meeting_id)
    _run(host, WriteDialog("Protokoll", request), "Protokollet är skrivet")


def extract(host: MeetingScreen) -> None:
    """Write the extract of the item's §."""
    paragraph = host.view.paragraph(host.item.id) if host.view and host.item else None
    if paragraph is not None:
        request = DocumentRequest("utdrag", host.meeting_id, paragraph=paragraph.number)
        title = f"Protokollsutdrag § {paragraph.number}"
        _run(host, WriteDialog(title, request), "Utdraget är skrivet")


def _run(
    host: MeetingScreen,
    dialog: WriteDialog,
    done: str,
    also: Sequence[tuple[str, str]] = (),
    answered: Callable[[str | None], None] | None = None,
) -> None:
    def written(path: Path | None) -> None:
        if path is not None:
            host.app.push_screen(WrittenDialog(done, path, also), answered)

    host.app.push_screen(dialog, written)
