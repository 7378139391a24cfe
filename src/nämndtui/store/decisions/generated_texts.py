"""What the facts gave as a §'s texts when they were last written, at rest."""

from __future__ import annotations

from nämndtui.store.core.change import Change


def set_generated(change: Change, paragraph_id: int, field: str, text: str) -> None:
    """Remember that the facts give ``text`` for a field of the §."""
    row = change.connection.execute(
        "SELECT id FROM generated_texts WHERE paragraph_id = ? AND field = ?", [paragraph_id, field]
    ).fetchone()
    if row is None:
        values = {"paragraph_id": paragraph_id, "field": field, "text": text}
        change.insert("generated_texts", values)
    else:
        change.update("generated_texts", row["id"], {"text": text})


def delete_generated(change: Change, paragraph_id: int) -> None:
    """Forget what the facts gave for a § that is taken back."""
    found = change.connection.execute(
        "SELECT id FROM generated_texts WHERE paragraph_id = ?", [paragraph_id]
    )
    for row in found.fetchall():
        change.delete("generated_texts", row["id"])
