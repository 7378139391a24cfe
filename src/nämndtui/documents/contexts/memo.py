"""Everything a tjänsteskrivelse on its own says."""

from __future__ import annotations

from nämndtui.documents.contexts.committee import Context, committee_context, document_context
from nämndtui.documents.contexts.item import memo_context
from nämndtui.model.agenda.agenda_item import AgendaItem, StaffMemo
from nämndtui.model.people.committee import Committee
from nämndtui.model.text.clean_text import clean_line

STAFF_MEMO = "Tjänsteskrivelse"


def staff_memo_context(committee: Committee, item: AgendaItem) -> Context:
    """The context of ``tjänsteskrivelse.docx``; an item without a memo gives an empty one."""
    memo = item.memo or StaffMemo()
    title = f"{STAFF_MEMO} {clean_line(item.title)}"
    return {
        "nämnd": committee_context(committee),
        "dokument": document_context(STAFF_MEMO, title, memo.date),
        "tjänsteskrivelse": memo_context(item, memo, committee, None),
    }
