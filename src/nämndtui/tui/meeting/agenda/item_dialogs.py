"""Forms for an item: a new one, and what kind of item it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.model.agenda.item_fields import FACTS_FORM, ItemField, fields_on
from nämndtui.model.text.vocabulary import VALUES
from nämndtui.tui.kit.dialogs.form_dialog import EditDialog, FormDialog
from nämndtui.tui.kit.forms.form_field import Answers, FormField
from nämndtui.tui.kit.safe_text import one_line

if TYPE_CHECKING:
    from nämndtui.store.database import Store
    from nämndtui.tui.meeting.shared.meeting_screen import MeetingScreen
    from nämndtui.workflow.core.actor import Actor

_ORDER = (
    "decision",
    "information",
    "reported_matters",
    "delegated_decisions",
    "other",
    "opening",
    "heading",
)
_KINDS = tuple((kind, VALUES["item_kind"][kind]) for kind in _ORDER)


def new_item(host: MeetingScreen) -> None:
    """Ask for kind and title; put the item last on the agenda and go to it."""
    view = host.view
    if view is None:
        return
    meeting = view.dossier.meeting

    def save(store: Store, actor: Actor, answers: Answers) -> int:
        from nämndtui.workflow.agenda.agenda import add_item

        kind, title = answers["kind"], answers["title"]
        draft = AgendaItem(0, meeting.committee_id, meeting.id, 0, None, kind, title)
        return add_item(store, actor, draft)

    fields = (
        FormField("title", "Rubrik", required=True),
        FormField("kind", "Slag", "choice", default="decision", choices=_KINDS),
    )
    dialog = FormDialog(f"Ny punkt {host.day}", fields, "Lägg till", save)
    host.app.push_screen(dialog, lambda item_id: host.go_to_item(item_id) if item_id else None)


def item_facts(host: MeetingScreen) -> None:
    """Ask for kind, publication and flags of the item with the cursor.

    Of an item in adjusted minutes only the publication is asked for.
    """
    item = host.item
    if item is None or host.view is None:
        return
    item_id = item.id

    def save(store: Store, actor: Actor, answers: Answers, version: int) -> None:
        from nämndtui.workflow.agenda.item_content import edit_item

        edit_item(store, actor, item_id, version, **answers.changed)

    locked = host.view.item_locked(item_id)
    fields = tuple(
        _form_field(field, getattr(item, field.name))
        for field in fields_on(FACTS_FORM)
        if not (locked and field.sealed)
    )
    title = f"{FACTS_FORM}: {one_line(item.title, 50)}"
    host.app.push_screen(EditDialog(title, fields, item.version, save))


def _form_field(field: ItemField, value: Any) -> FormField:
    label = " ".join(filter(None, (field.label, field.hint)))
    if field.kind == "flag":
        return FormField(field.name, label, "switch", default=value)
    choices = _KINDS if field.name == "kind" else tuple(VALUES[field.domain].items())
    return FormField(field.name, label, "choice", default=value, choices=choices)
