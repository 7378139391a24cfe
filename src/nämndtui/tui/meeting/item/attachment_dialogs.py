"""Forms for attachments: new, edit, file."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from nämndtui.model.agenda.agenda_item import AgendaItem, Attachment
from nämndtui.model.agenda.attachment_number import AttachmentNumber
from nämndtui.model.text.vocabulary import VALUES
from nämndtui.tui.kit.dialogs.form_dialog import EditDialog, FormDialog
from nämndtui.tui.kit.files.file_path import PathSuggester, existing_file, file_bytes, optional_file
from nämndtui.tui.kit.forms.form_field import Answers, FormField
from nämndtui.tui.kit.forms.parsing import optional_day_reader
from nämndtui.tui.kit.safe_text import one_line

if TYPE_CHECKING:
    from nämndtui.store.database import Store
    from nämndtui.workflow.core.actor import Actor

_PUBLISH = tuple(VALUES["publish"].items())


def add_dialog(item: AgendaItem, today: date) -> FormDialog:
    """A new attachment, with or without its file."""

    def save(store: Store, actor: Actor, answers: Answers) -> int:
        from nämndtui.workflow.agenda.attachments import NewAttachment, add_attachment

        path: Path | None = answers["file"]
        draft = NewAttachment(
            title=answers["title"] or (path.stem if path else ""),
            number=answers["number"],
            date=answers["date"],
            dnr=answers["dnr"],
            file_name=path.name if path else "",
            content=file_bytes(path),
        )
        return add_attachment(store, actor, item.id, draft)

    return FormDialog(_title("Ny bilaga", item.title), _new_fields(item, today), "Lägg till", save)


def edit_dialog(
    attachment: Attachment, version: int, today: date, locked: bool = False
) -> EditDialog:
    """Everything about an attachment but its file; ``locked``: only whether it is published."""

    def save(store: Store, actor: Actor, answers: Answers, on_version: int) -> None:
        from nämndtui.workflow.agenda.attachments import edit_attachment

        edit_attachment(store, actor, attachment.id, on_version, **answers.changed)

    fields: tuple[FormField, ...] = (
        FormField("number", "Nummer", default=str(attachment.number), required=True),
        FormField("title", "Rubrik", default=attachment.title, required=True),
        FormField(
            "date",
            "Datum",
            default=attachment.date.isoformat() if attachment.date else "",
            parse=optional_day_reader(today),
        ),
        FormField("dnr", "Diarienummer", default=attachment.dnr),
        FormField("publish", "Publiceras", "choice", default=attachment.publish, choices=_PUBLISH),
    )
    if locked:
        fields = fields[-1:]
    return EditDialog(
        _title(f"Bilaga {attachment.number}", attachment.title), fields, version, save
    )


def file_dialog(attachment: Attachment, version: int) -> FormDialog:
    """The attachment's file; replaces the one there is."""

    def save(store: Store, actor: Actor, answers: Answers) -> None:
        from nämndtui.workflow.agenda.attachments import attach_file

        path: Path = answers["file"]
        attach_file(store, actor, attachment.id, version, file_bytes(path) or b"", path.name)

    now = f"Nu: {attachment.file.name}. " if attachment.file else ""
    field = FormField(
        "file",
        "Fil",
        required=True,
        help=f"{now}Sökväg; → fyller i.",
        parse=existing_file,
        suggester=PathSuggester(),
    )
    return FormDialog(
        _title(f"Fil till bilaga {attachment.number}", attachment.title), (field,), "Lägg in", save
    )


def _new_fields(item: AgendaItem, today: date) -> tuple[FormField, ...]:
    mains = [one.number.main for one in item.attachments]
    following = str(AttachmentNumber(1 + max(mains, default=0)))
    return (
        FormField(
            "number", "Nummer", default=following, help="2 eller 2:1 för en bilaga till bilaga 2."
        ),
        FormField(
            "file",
            "Fil",
            help="Sökväg; → fyller i. Tomt om filen kommer senare.",
            parse=optional_file,
            suggester=PathSuggester(),
        ),
        FormField("title", "Rubrik", help="Tomt = filens namn."),
        FormField("date", "Datum", parse=optional_day_reader(today)),
        FormField("dnr", "Diarienummer"),
    )


def _title(what: str, whose: str) -> str:
    """A dialog's title; drafts are told apart by it."""
    return f"{what}: {one_line(whose, 50)}"
