"""The item's attachments: a list with its own keys."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from nämndtui.model.agenda.agenda_item import AgendaItem, Attachment
from nämndtui.tui.kit.commands.command import Command, CommandHost
from nämndtui.tui.kit.safe_text import one_line, plain
from nämndtui.tui.meeting.item import attachment_dialogs
from nämndtui.tui.meeting.shared.meeting_view import MeetingView
from nämndtui.tui.meeting.shared.row_list import RowList

_EMPTY = "Punkten har inga bilagor.\n\nN lägger till en: en fil på disken, eller bara namnet."


class AddAttachment(Command["AttachmentPane"]):
    """Lägg till en bilaga: en fil på disken, eller bara numret och namnet så länge."""

    key = "n,insert"
    label = "Ny bilaga"
    group = "bilaga"
    footer = True
    writes = True
    act = "add"

    @classmethod
    def available(cls, host: AttachmentPane) -> bool | None:
        """Only with an item; grey once its § is adjusted."""
        if host.item is None:
            return False
        return None if host.locked else True


class _OnAttachment(Command["AttachmentPane"]):
    """A command on the attachment with the cursor."""

    group = "bilaga"
    writes = True

    @classmethod
    def available(cls, host: AttachmentPane) -> bool | None:
        """Only with an attachment."""
        return host.current is not None


class EditAttachment(_OnAttachment):
    """Ändra bilagans nummer, rubrik, datum, diarienummer och om den får publiceras."""

    key = "enter"
    label = "Ändra bilagan"
    act = "edit"


class _OnLivingAttachment(_OnAttachment):
    """Not once the item's § is adjusted: the attachment belongs to the minutes then."""

    @classmethod
    def available(cls, host: AttachmentPane) -> bool | None:
        """Grey once adjusted."""
        if host.current is None:
            return False
        return None if host.locked else True


class AttachFile(_OnLivingAttachment):
    """Ge bilagan dess fil, eller byt ut den. Den gamla filen finns kvar i historiken."""

    key = "f"
    label = "Fil"
    footer = True
    act = "attach"


class RemoveAttachment(_OnLivingAttachment):
    """Ta bort bilagan från punkten. Ctrl+Z hämtar tillbaka den."""

    key = "delete"
    label = "Ta bort bilagan"
    act = "remove_current"


class AttachmentPane(CommandHost, Vertical):
    """Rows ``2:1  Rubrik   fil.pdf, 12 kB``; an attachment without file says so."""

    OFFERED = (AddAttachment, EditAttachment, AttachFile, RemoveAttachment)

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self.item: AgendaItem | None = None
        self._view: MeetingView | None = None
        self._list: RowList[int] = RowList(id="attachment-list")
        self._empty = Static(plain(_EMPTY), markup=False, classes="empty")

    def compose(self) -> ComposeResult:
        """The list, or what to do when it is empty."""
        yield self._list
        yield self._empty

    @property
    def current(self) -> Attachment | None:
        """The attachment with the cursor."""
        if self.item is None:
            return None
        return next((a for a in self.item.attachments if a.id == self._list.current), None)

    @property
    def locked(self) -> bool:
        """True when the item stands in adjusted minutes."""
        return (
            self._view is not None
            and self.item is not None
            and self._view.item_locked(self.item.id)
        )

    def show(self, view: MeetingView, item: AgendaItem) -> None:
        """Show an item's attachments."""
        self.item, self._view = item, view
        rows = [
            (
                one.id,
                attachment_row(one, view.marks.get((item.id, "attachment", str(one.number)), "")),
            )
            for one in item.attachments
        ]
        self._list.show_rows(rows)
        self._empty.display = not rows

    def focus_list(self) -> None:
        """Put the cursor in the list."""
        self._list.focus()

    def _version(self, attachment: Attachment) -> int:
        return self._view.versions.attachments.get(attachment.id, 0) if self._view else 0

    def on_row_list_opened(self, event: RowList.Opened) -> None:
        """Enter or a click edits."""
        event.stop()
        self.edit()

    def add(self) -> None:
        if self.item is not None and not self.locked:
            self.app.push_screen(attachment_dialogs.add_dialog(self.item, self.namnd.session.today))

    def edit(self) -> None:
        """Edit the attachment with the cursor."""
        one = self.current
        if one is not None and not self.namnd.read_only:
            today = self.namnd.session.today
            self.app.push_screen(
                attachment_dialogs.edit_dialog(one, self._version(one), today, self.locked)
            )

    def attach(self) -> None:
        """Attach a file to the attachment with the cursor."""
        if (one := self.current) is not None:
            self.app.push_screen(attachment_dialogs.file_dialog(one, self._version(one)))

    def remove_current(self) -> None:
        """Remove the attachment with the cursor."""
        from nämndtui.workflow.agenda.attachments import remove_attachment

        if (one := self.current) is not None:
            self.namnd.write(
                lambda store, actor: remove_attachment(store, actor, one.id),
                notice=f"Bilaga {one.number} är borttagen. Ctrl+Z ångrar.",
            )


def attachment_row(attachment: Attachment, mark: str = "") -> Content:
    """One attachment on two lines: number and title, then what is known of it.

    ``mark`` tells what is new since the kallelse, or which version was sent.
    """
    stored = attachment.file
    where = f"{stored.name}, {file_size(stored.size)}" if stored else "▲ saknar fil"
    details = [mark, where, attachment.date.isoformat() if attachment.date else "", attachment.dnr]
    return Content("").join(
        (
            plain(f"{attachment.number!s:<5}{one_line(attachment.title)}\n"),
            plain("     " + one_line(" · ".join(filter(None, details))), "dim"),
        )
    )


def file_size(size: int) -> str:
    """``12 kB``; ``size`` in bytes."""
    for limit, unit in ((1_000_000, "MB"), (1000, "kB")):
        if size >= limit:
            return f"{size / limit:.1f} {unit}".replace(".", ",")
    return f"{size} byte"
