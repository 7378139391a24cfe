"""Putting a §'s generated text back in the place of one written by hand, or of none."""

from __future__ import annotations

from nämndtui.model.text.errors import InvalidInputError
from nämndtui.model.wording.generated_texts import FIELD_NAMES, GENERATED_FIELDS, generated_texts
from nämndtui.store.agenda.items import item as load_item
from nämndtui.store.database import Store
from nämndtui.store.minutes.minutes_records import load_record
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.record.derived_minutes import accept_edited


def restore_text(store: Store, actor: Actor, paragraph_id: int, version: int, field: str) -> None:
    """Make ``field`` (one of ``GENERATED_FIELDS``) say what the facts give just now.

    From then on it follows the facts again. Raises InvalidInputError for another field,
    StaleVersionError; adjusted minutes refuse.
    """
    if field not in GENERATED_FIELDS:
        raise InvalidInputError("Den texten skrivs inte av uppgifterna.", "field")
    with store.change("restore_text", actor.user, actor.now) as change:
        row = change.read("paragraphs", paragraph_id)
        meeting_id = load_item(change.connection, row["item_id"]).meeting_id or 0
        record = load_record(change.connection, meeting_id)
        paragraph = next(one for one in record.dossier.paragraphs if one.id == paragraph_id)
        text = generated_texts(record, paragraph)[field]
        change.update("paragraphs", paragraph_id, {field: text}, version)
        accept_edited(change, paragraph_id, meeting_id, {field})
        change.summary = f"Återställde texten i § {row['number']}: {FIELD_NAMES[field].lower()}"
