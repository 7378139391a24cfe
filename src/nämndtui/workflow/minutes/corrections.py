"""Correcting adjusted minutes: a visible record, both texts kept (F 26, FL 36 §)."""

from __future__ import annotations

from nämndtui.model.record.correction import (
    CORRECTED_FIELDS,
    CORRECTION_BASES,
    CorrectedField,
    Correction,
    CorrectionBasis,
    latest_wording,
    suggests_new_notice,
)
from nämndtui.model.text.errors import InvalidInputError
from nämndtui.store.agenda.items import item as load_item
from nämndtui.store.core.columns import columns
from nämndtui.store.database import Store
from nämndtui.store.minutes.dossiers import load_dossier
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.core.checked_text import checked, required


def correct(
    store: Store,
    actor: Actor,
    paragraph_id: int,
    field: CorrectedField,
    after: str,
    reason: str,
    basis: CorrectionBasis = "clerical",
) -> bool:
    """Record a correction of one field; True when a new notice is suggested.

    ``field`` is one of ``CORRECTED_FIELDS``. What was decided cannot be corrected, only how it
    was written: a change in substance needs a new decision. Raises RefusedError for a § that is
    not adjusted, InvalidInputError without a reason or when nothing differs.
    """
    text = checked(after, "after")
    why = required(checked(reason, "reason"), "reason", "Skriv vad som rättas och varför.")
    if field not in CORRECTED_FIELDS or basis not in CORRECTION_BASES:
        raise InvalidInputError("Välj vad som rättas och på vilken grund.", "field")
    with store.change("correct", actor.user, actor.now) as change:
        row = change.read("paragraphs", paragraph_id)
        meeting_id = load_item(change.connection, row["item_id"]).meeting_id or 0
        dossier = load_dossier(change.connection, meeting_id)
        item = dossier.item(row["item_id"])
        paragraph = next(one for one in dossier.paragraphs if one.id == paragraph_id)
        before = latest_wording(item, paragraph, field, dossier.corrections)
        if before == text:
            raise InvalidInputError("Den rättade texten är likadan som den gamla.", "after")
        new = Correction(0, paragraph_id, actor.today, actor.user, basis, field, before, text, why)
        values = {name: value for name, value in vars(new).items() if name != "id"}
        change.insert("corrections", columns(values))
        change.summary = f"Rättelse av § {row['number']}: {why}"
    return suggests_new_notice(new)
