"""The to-do list a decision leaves: extracts to send and assignments to follow."""

from __future__ import annotations

from nämndtui.model.agenda.meeting import MinutesPart, Paragraph
from nämndtui.model.decisions.assignment_text import assignments_in
from nämndtui.model.publication.secret_paragraph import is_secret
from nämndtui.model.record.minutes_record import MinutesRecord
from nämndtui.model.wording.recipients import decision_recipients
from nämndtui.store.core.change import Change
from nämndtui.store.core.columns import columns


def list_follow_up(change: Change, record: MinutesRecord, part: MinutesPart) -> None:
    """List recipients and assignments of a part's §§ that are not listed yet."""
    for paragraph in record.dossier.paragraphs:
        if paragraph.number in part.paragraph_numbers:
            _dispatches(change, record, paragraph)
            _assignments(change, record, paragraph)


def _dispatches(change: Change, record: MinutesRecord, paragraph: Paragraph) -> None:
    listed = {one.recipient for one in record.dispatches if one.paragraph_id == paragraph.id}
    item, settings = record.dossier.item(paragraph.item_id), record.dossier.committee.settings
    chosen = decision_recipients(paragraph.outcome, item.recipients, settings.administration)
    for recipient in chosen:
        if recipient.name and recipient.name not in listed:
            listed.add(recipient.name)
            values = {
                "paragraph_id": paragraph.id,
                "recipient": recipient.name,
                "foreign_dnr": recipient.foreign_dnr,
                "what": "sekretessbilaga" if is_secret(item) else "protokollsutdrag",
            }
            change.insert("dispatches", values)


def _assignments(change: Change, record: MinutesRecord, paragraph: Paragraph) -> None:
    if any(one.paragraph_id == paragraph.id for one in record.assignments):
        return
    meeting = record.dossier.meeting
    for found in assignments_in(paragraph.points, meeting.date):
        values = {
            "committee_id": meeting.committee_id,
            "paragraph_id": paragraph.id,
            "assignee": found.assignee,
            "task": found.task,
            "due": found.due,
        }
        change.insert("assignments", columns(values))
