"""Where a draft belongs: the one name for it, in forms and fields as in what settles drafts."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

PARAGRAPHS, BEGUN = ("paragraphs", "decisions")
"""Texts of a §, by its id; a decision that has no § yet, by its item's."""
FORM, ITEM_FORM, VOTE, READING = ("form", "form:item", "form:vote", "form:reading")
"""Dialogs half filled in: of a committee, an item, a vote at an item, a file read for a meeting."""
PLACE = "place"
"""No text but where the user was in a meeting."""
ITEM_TEXTS = ("agenda_items", "proposals.staff", "proposals.chair", "memos", "item_cases")
"""Fields of an item, by its id also where they stand in rows of their own."""


class DraftKey(NamedTuple):
    """What tells one draft of a user from another.

    ``table`` is one of this module's words, and not always a table of the database; what
    ``row_id`` is the id of follows from it. ``column`` is the field, or the title of a dialog.
    """

    table: str
    row_id: int
    column: str

    @classmethod
    def of(cls, row: sqlite3.Row) -> DraftKey:
        """The key of a row of ``drafts``."""
        return cls(row["table"], row["row_id"], row["field"])
