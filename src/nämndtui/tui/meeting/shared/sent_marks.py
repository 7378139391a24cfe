"""What the screens say of documents since the kallelse: new, changed, or which version was sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nämndtui.model.agenda.sending import DocumentKey
from nämndtui.model.agenda.sent_state import sent_state
from nämndtui.model.calendar.swedish_dates import short_date
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.summons.supplement import ChangeKind, DocumentChange

NEW, CHANGED, NEW_VERSION = "nytt tillägg", "ändrad", "ny version"
_UNSENT: dict[ChangeKind, str] = {
    "new_item": "ny, inte skickad",
    "new_document": "ny, inte skickad",
    "changed_document": "ändrad, inte skickad",
}


def item_marks(dossier: MeetingDossier, unsent: Sequence[DocumentChange]) -> Mapping[int, str]:
    """Item id → a word for the agenda: what is not yet sent first, else that it has a version 2."""
    marks = {
        item_id: NEW_VERSION
        for (item_id, _, _), sent in sent_state(dossier.sendings).items()
        if sent.held and sent.document.version > 1
    }
    marks |= {change.item_id: CHANGED for change in unsent}
    return marks | {change.item_id: NEW for change in unsent if change.kind == "new_item"}


def document_marks(
    dossier: MeetingDossier, unsent: Sequence[DocumentChange]
) -> Mapping[DocumentKey, str]:
    """Document → ``ny, inte skickad`` or ``version 2, skickad tor 3 dec``; first versions have
    no mark once they are sent."""
    marks = {
        identity: f"version {sent.document.version}, skickad {short_date(sent.day)}"
        for identity, sent in sent_state(dossier.sendings).items()
        if sent.held and sent.document.version > 1
    }
    return marks | {
        change.document.identity: _UNSENT[change.kind]
        for change in unsent
        if change.kind in _UNSENT
    }
