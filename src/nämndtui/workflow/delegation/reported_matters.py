"""Matters for information: collected during the period, put on the agenda by origin (A6)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any

from nämndtui.model.agenda.agenda_item import ItemKind, StoredFile
from nämndtui.model.calendar.swedish_dates import short_date
from nämndtui.model.delegation.reported_matter import ReportedMatter, matters_markdown
from nämndtui.model.text.errors import RefusedError
from nämndtui.model.text.number_words import plural
from nämndtui.store.agenda.item_writing import file_columns
from nämndtui.store.agenda.meetings import meeting as load_meeting
from nämndtui.store.core.change import Change
from nämndtui.store.core.columns import columns
from nämndtui.store.database import Store
from nämndtui.store.delegation.reported_matters import (
    collected_matters,
    insert_matter,
    matters_of_item,
)
from nämndtui.store.delegation.reported_matters import matter as load_matter
from nämndtui.store.registers.on_items import summary_of
from nämndtui.workflow.agenda.attachments import store_file
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.core.checked_text import checked_fields, required
from nämndtui.workflow.delegation.matter_documents import keep_documents
from nämndtui.workflow.delegation.on_agenda import register_item

KIND: ItemKind = "reported_matters"
_PROPOSAL = "{name} noterar till protokollet att nämnden tagit del av ärendena."


@dataclass(frozen=True)
class MatterFile:
    """A document as the user gives it: its bytes and what the file is called."""

    content: bytes
    name: str


def collect_matter(
    store: Store, actor: Actor, draft: ReportedMatter, file: MatterFile | None = None
) -> int:
    """Collect a matter, with its document, for a coming meeting; returns its id.

    Raises InvalidInputError.
    """
    new = _checked(replace(draft, document=_stored(store, file)))
    new = replace(new, received_on=new.received_on or actor.today, state="collected", item_id=None)
    with store.change("collect_matter", actor.user, actor.now) as change:
        change.summary = f"Anmälningsärende: {new.title}"
        return insert_matter(change, new)


def edit_matter(
    store: Store,
    actor: Actor,
    matter_id: int,
    version: int,
    file: MatterFile | None = None,
    **changes: object,
) -> None:
    """Change origin, title, dnr, received_on or, with ``file``, the document.

    A list it stands on is generated anew.

    Raises StaleVersionError, InvalidInputError.
    """
    given: dict[str, Any] = dict(changes)
    document = _stored(store, file)
    with store.change("edit_matter", actor.user, actor.now) as change:
        old = load_matter(change.connection, matter_id)
        new = _checked(replace(old, **given, document=document or old.document))
        before = matters_of_item(change.connection, old.item_id) if old.item_id else []
        values = columns({name: getattr(new, name) for name in given})
        values |= file_columns(new.document)
        change.update("reported_matters", matter_id, values, version)
        if old.item_id:
            _refresh(change, old.item_id, before)
        change.summary = f"Ändrade anmälningsärende: {new.title}"


def remove_matter(store: Store, actor: Actor, matter_id: int, version: int) -> None:
    """Delete a matter on no agenda; undo brings it back. Raises RefusedError otherwise."""
    with store.change("remove_matter", actor.user, actor.now) as change:
        old = load_matter(change.connection, matter_id)
        if old.state != "collected":
            raise RefusedError("Ärendet står på en dagordning. Ta bort det därifrån först.")
        change.delete("reported_matters", matter_id, version)
        change.summary = f"Tog bort anmälningsärende: {old.title}"


def put_matters_on_agenda(
    store: Store, actor: Actor, meeting_id: int, ids: Collection[int] | None = None
) -> int:
    """Put collected matters (all, or those named) on the meeting's item; returns its id.

    Raises RefusedError when nothing is collected or the meeting is over.
    """
    with store.change("report_matters", actor.user, actor.now) as change:
        meeting = load_meeting(change.connection, meeting_id)
        chosen = [
            one
            for one in collected_matters(change.connection, meeting.committee_id)
            if ids is None or one.id in ids
        ]
        if not chosen:
            raise RefusedError("Det finns inga insamlade anmälningsärenden att lägga upp.")
        item_id = list_matters(change, meeting_id, chosen)
        counted = plural(len(chosen), "anmälningsärende", "anmälningsärenden")
        change.summary = f"{counted} till sammanträdet {short_date(meeting.date)}"
    return item_id


def take_matter_off_agenda(store: Store, actor: Actor, matter_id: int) -> None:
    """Let a listed matter wait again. Raises RefusedError when it is reported."""
    with store.change("unlist_matter", actor.user, actor.now) as change:
        old = load_matter(change.connection, matter_id)
        if old.state != "listed" or old.item_id is None:
            raise RefusedError("Ärendet står inte på någon dagordning som kan ändras.")
        before = matters_of_item(change.connection, old.item_id)
        values = {"state": "collected", "item_id": None}
        change.update("reported_matters", matter_id, values)
        _refresh(change, old.item_id, before)
        change.summary = f"Av dagordningen: {old.title}"


def list_matters(change: Change, meeting_id: int, matters: Sequence[ReportedMatter]) -> int:
    """List matters on the meeting's item, made when missing, inside an open change."""
    item_id = register_item(change, meeting_id, KIND, "Anmälningsärenden", "", _PROPOSAL)
    before = matters_of_item(change.connection, item_id)
    values = {"state": "listed", "item_id": item_id}
    change.update_many("reported_matters", [one.id for one in matters], values)
    _refresh(change, item_id, before)
    return item_id


def _refresh(change: Change, item_id: int, before: Sequence[ReportedMatter]) -> None:
    """Generate the list anew in the place of the old one; text around it is kept."""
    summary = summary_of(change.connection, item_id)
    old = matters_markdown(before) if before else ""
    now = matters_of_item(change.connection, item_id)
    new = matters_markdown(now) if now else ""
    if old and old in summary:
        text = summary.replace(old, new, 1)
    else:
        text = "\n\n".join(part for part in (summary.strip(), new) if part)
    change.update("agenda_items", item_id, {"summary": text.strip()})
    keep_documents(change, item_id, before, now)


def _stored(store: Store, file: MatterFile | None) -> StoredFile | None:
    return store_file(store, file.content, file.name) if file else None


def _checked(draft: ReportedMatter) -> ReportedMatter:
    new = checked_fields(draft)
    title = required(new.title, "title", "Anmälningsärendet behöver en rubrik.")
    origin = required(new.origin, "origin", "Ange vem ärendet kommer från.")
    return replace(new, title=" ".join(title.split()), origin=" ".join(origin.split()))
