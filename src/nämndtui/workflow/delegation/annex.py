"""The annexed list: when an item only counts its decisions, the rows go along as its attachment."""

from __future__ import annotations

from nämndtui.exchange.package.media_type import guess_media_type
from nämndtui.model.agenda.agenda_item import Attachment, StoredFile
from nämndtui.model.agenda.attachment_number import AttachmentNumber
from nämndtui.model.delegation.listing import LONGEST_LIST
from nämndtui.model.text.errors import NamndError
from nämndtui.store.agenda.item_writing import file_columns, insert_attachment
from nämndtui.store.agenda.items import item as load_item
from nämndtui.store.core.change import Change
from nämndtui.store.delegation.delegated_decisions import decisions_of_item

TITLE = "Förteckning över delegationsbeslut"


def keep_annex(change: Change, item_id: int) -> None:
    """Write the long list anew beside the item that refers to it; take it away from a short one.

    When the template cannot be used the attachment is there without its file, which stands among
    what is missing before the summons.
    """
    item = load_item(change.connection, item_id)
    own = next((one for one in item.attachments if one.title == TITLE), None)
    if len(decisions_of_item(change.connection, item_id)) <= LONGEST_LIST:
        if own is not None:
            change.delete("attachments", own.id)
        return
    if own is None:
        number = 1 + max((one.number.main for one in item.attachments), default=0)
        new = Attachment(0, AttachmentNumber(number), TITLE)
        own_id = insert_attachment(change, item_id, new)
    else:
        own_id = own.id
    assert item.meeting_id is not None, "only a meeting's item lists decisions"
    change.update("attachments", own_id, file_columns(_written(change, item.meeting_id)))


def _written(change: Change, meeting_id: int) -> StoredFile | None:
    # Word rendering is heavy to load, and few lists are long.
    from nämndtui.workflow.documents.registers import make_delegation_list

    try:
        document = make_delegation_list(change.connection, meeting_id)
    except NamndError:
        return None  # the committee's own template is at fault; the decisions are listed anyway
    checksum = change.files.add(document.content)
    media_type = guess_media_type(document.name)
    return StoredFile(checksum, document.name, media_type, len(document.content))
