"""What is missing or doubtful before a summons is sent (A14, B1).

Nothing here is law: KL has no rule on a committee's summons. So findings advise, never forbid.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.model.agenda.attachment_number import gaps
from nämndtui.model.agenda.meeting import Meeting
from nämndtui.model.agenda.meeting_states import OPEN_AGENDA
from nämndtui.model.agenda.proposal_language import proposal_faults
from nämndtui.model.agenda.sent_state import sent_state
from nämndtui.model.agenda.timed_items import past_midnight
from nämndtui.model.calendar.calendar_days import summons_deadline
from nämndtui.model.calendar.swedish_dates import WEEKDAYS, short_date
from nämndtui.model.people.committee import CommitteeSettings
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.summons.supplement import DocumentChange, changed_durations, unsent_changes
from nämndtui.model.summons.supplement_wording import unsent_words


@dataclass(frozen=True)
class Finding:
    """One thing to mend. ``severity``: ``missing`` (▲) or ``doubt``.

    ``item_id`` and ``field`` say where: None = the meeting itself; fields are title, cases,
    proposal, summary, memo, attachments, recipients, duration, supplement, place, remark,
    summons_date.
    """

    severity: str
    item_id: int | None
    field: str
    text: str


def readiness(dossier: MeetingDossier, today: date) -> tuple[Finding, ...]:
    """Everything to mend before the summons goes out, meeting first, then items in order.

    Once it is out, what a supplement is needed for stands before the items (F 2).
    """
    unsent = unsent_changes(dossier)
    meeting = (*_meeting(dossier, today), *_times(dossier))
    return (*meeting, *_unsent(unsent), *_items(dossier, unsent))


def _times(dossier: MeetingDossier) -> Iterator[Finding]:
    """What is doubtful with the expected times; it is mended where an item's duration is."""
    for item in changed_durations(dossier)[:1]:
        text = "Tiderna i kallelsen har ändrats sedan den skickades"
        yield Finding("doubt", item.id, "duration", text)
    if late := past_midnight(dossier.meeting.start, dossier.items):
        yield Finding("doubt", late.id, "duration", "Punkterna beräknas sluta efter midnatt")


def _unsent(changes: Sequence[DocumentChange]) -> Iterator[Finding]:
    """A row for each document; a new item is one row, its documents come along."""
    new = {change.item_id for change in changes if change.kind == "new_item"}
    for change in changes:
        if change.kind == "new_item" or change.item_id not in new:
            number = change.document.item_number
            text = f"{number} {unsent_words(change)}" if number else unsent_words(change)
            yield Finding("doubt", change.item_id, "supplement", text)


def _meeting(dossier: MeetingDossier, today: date) -> Iterator[Finding]:
    meeting = dossier.meeting
    if not meeting.place.strip():
        yield Finding("missing", None, "place", "Plats saknas")
    if weekday := _wrong_weekday(meeting):
        right = WEEKDAYS[meeting.date.weekday()]
        text = f"Anmärkningen säger {weekday}, men {short_date(meeting.date)} är en {right}"
        yield Finding("missing", None, "remark", text)
    if dossier.chair is None:
        yield Finding("doubt", None, "chair", "Nämnden har ingen ordförande den dagen")
    yield from _deadline(meeting, dossier.committee.settings, today)
    if not any(item.kind not in ("opening", "heading") for item in dossier.items):
        yield Finding("missing", None, "items", "Dagordningen är tom")


def _wrong_weekday(meeting: Meeting) -> str:
    """A weekday named in the remark that is not the meeting's (A1)."""
    words = meeting.remark.casefold().replace(",", " ").replace(".", " ").split()
    named = [day for day in WEEKDAYS for word in words if word in (day, day + "en")]
    right = WEEKDAYS[meeting.date.weekday()]
    return "" if not named or right in named else named[0]


def _deadline(meeting: Meeting, settings: CommitteeSettings, today: date) -> Iterator[Finding]:
    if meeting.state not in OPEN_AGENDA or meeting.summons_date is not None:
        return
    working = settings.summons_lead_kind == "working"
    due = summons_deadline(meeting.date, settings.summons_lead, working)
    if today > due:
        text = f"Kallelsen skulle ha gått ut {short_date(due)}"
        yield Finding("doubt", None, "summons_date", text)


def _items(dossier: MeetingDossier, unsent: Sequence[DocumentChange]) -> Iterator[Finding]:
    seen: set[str] = set()
    memo_days = _memo_days(dossier, unsent)
    for item in dossier.items:
        if item.withdrawn or item.kind == "heading":
            continue
        for severity, field, text in _item(item, dossier, memo_days.get(item.id)):
            yield Finding(severity, item.id, field, f"{_label(item)}{text}")
        title = item.title.casefold().strip()
        if title in seen:
            yield Finding("doubt", item.id, "title", f"{_label(item)}Samma rubrik två gånger")
        seen.add(title)


def _label(item: AgendaItem) -> str:
    return f"{item.number} " if item.number else ""


_Fault = tuple[str, str, str]


def _item(item: AgendaItem, dossier: MeetingDossier, memo_sent: date | None) -> Iterator[_Fault]:
    if not item.title.strip():
        yield "missing", "title", "Rubrik saknas"
    if item.kind == "decision":
        yield from _decision(item)
    for text in proposal_faults(item.proposal, dossier.committee):
        yield "doubt", "proposal", text
    empty = not item.proposal and not item.summary_shown.strip()
    if empty and item.kind not in ("decision", "opening"):
        yield "doubt", "summary", "Text saknas"
    yield from _attachments(item)
    yield from _memo(item, memo_sent)


def _decision(item: AgendaItem) -> Iterator[_Fault]:
    if not item.proposal:
        yield "missing", "proposal", "Förslag till beslut saknas"
    if not item.summary_shown.strip():
        yield "doubt", "summary", "Sammanfattning saknas"
    if not item.cases:
        yield "doubt", "cases", "Diarienummer saknas"
    if item.proposal and not item.recipients:
        yield "doubt", "recipients", "Expedieras till saknas"


def _attachments(item: AgendaItem) -> Iterator[_Fault]:
    for text in gaps([attachment.number for attachment in item.attachments]):
        yield "doubt", "attachments", text
    for attachment in item.attachments:
        if attachment.file is None:
            yield "missing", "attachments", f"Bilaga {attachment.number} saknar fil"


def _memo_days(dossier: MeetingDossier, unsent: Sequence[DocumentChange]) -> dict[int, date]:
    """Item id → the day its memo went out; a memo that is still to be sent has none."""
    waiting = {change.item_id for change in unsent if change.document.kind == "memo"}
    summons_day = dossier.meeting.summons_date
    days = {item.id: summons_day for item in dossier.items if summons_day is not None}
    for (item_id, kind, _), sent in sent_state(dossier.sendings).items():
        if kind == "memo" and sent.held:
            days[item_id] = sent.day
    return {item_id: day for item_id, day in days.items() if item_id not in waiting}


def _memo(item: AgendaItem, sent_on: date | None) -> Iterator[_Fault]:
    memo = item.memo
    if memo is None:
        if item.kind == "decision" and item.cases and item.state == "ready":
            yield "doubt", "memo", "Tjänsteskrivelse saknas"
        return
    if memo.date is None:
        yield "doubt", "memo", "Tjänsteskrivelsen saknar datum"
    elif sent_on is not None and memo.date > sent_on:
        yield "doubt", "memo", "Tjänsteskrivelsen är daterad efter kallelsen"
    if not memo.body.strip():
        yield "doubt", "memo", "Tjänsteskrivelsen är tom"
    if not memo.signatures:
        yield "doubt", "memo", "Tjänsteskrivelsen saknar underskrift"
