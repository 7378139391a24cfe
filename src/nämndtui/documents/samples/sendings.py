"""The sample meeting as it stood when its kallelse went out, for trying the supplement."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from nämndtui.model.agenda.agenda_item import AgendaItem, StoredFile
from nämndtui.model.agenda.attachment_number import AttachmentNumber
from nämndtui.model.agenda.sending import Sending
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.summons.supplement import summons_documents

_FILE = StoredFile("0" * 64, "bilaga.pdf", "application/pdf", 1)


def with_sample_sendings(dossier: MeetingDossier, sent_on: date) -> MeetingDossier:
    """``dossier`` before the meeting, with a kallelse since which everything that can be is new.

    An item has been added and one withdrawn, a memo and a proposal have changed, an attachment
    has come and another is gone.
    """
    items = tuple(_with_files(item) for item in dossier.items)
    meeting = replace(dossier.meeting, state="summoned")
    now = replace(dossier, items=items, meeting=meeting, paragraphs=())
    earlier = tuple(_earlier(item) for item in items if item.late == "no")
    documents = summons_documents(replace(now, items=earlier), ())
    return replace(now, sendings=(Sending(1, "summons", sent_on, documents),))


def _with_files(item: AgendaItem) -> AgendaItem:
    return replace(item, attachments=tuple(replace(one, file=_FILE) for one in item.attachments))


def _earlier(item: AgendaItem) -> AgendaItem:
    """The item as the kallelse had it."""
    if item.withdrawn:
        return replace(item, state="listed")
    if item.memo is None:
        return item
    memo = replace(item.memo, body="## Ärendet\n\nFörvaltningen har följt upp verksamheten.")
    first, *others = item.attachments
    gone = replace(first, number=AttachmentNumber(9))
    return replace(item, memo=memo, chair_proposal=None, attachments=(*others, gone))
