"""The texts of a §, written inside an open change."""

from __future__ import annotations

from nämndtui.model.wording.generated_texts import GENERATED_FIELDS
from nämndtui.store.agenda.items import item as load_item
from nämndtui.store.core.change import Change
from nämndtui.store.core.columns import columns
from nämndtui.workflow.core.checked_text import checked_values
from nämndtui.workflow.record.derived_minutes import accept_edited


def write_texts(change: Change, paragraph_id: int, version: int | None, **changes: object) -> int:
    """Inside ``change``: write texts of a §; returns its number.

    A text edited by hand is left alone when the facts change, and pointed out then. ``version``
    None writes on whatever stands there.
    """
    values = columns(checked_values(dict(changes)))
    row = change.read("paragraphs", paragraph_id)
    change.update("paragraphs", paragraph_id, values, version)
    edited = set(values) & set(GENERATED_FIELDS)
    if edited:
        meeting_id = load_item(change.connection, row["item_id"]).meeting_id
        accept_edited(change, paragraph_id, meeting_id or 0, edited)
    return int(row["number"])
