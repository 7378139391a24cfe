"""What adjusting and posting a part does, inside an open change (KL 5:69, 8:12)."""

from __future__ import annotations

from datetime import date

from nämndtui.model.agenda.case import CaseType
from nämndtui.model.agenda.meeting import MinutesPart
from nämndtui.model.agenda.meeting_states import HELD
from nämndtui.model.minutes.adjusters import check_adjusters, elected
from nämndtui.model.minutes.completeness import missing_by_law, unhandled_titles
from nämndtui.model.minutes.part_days import before_adjustment, check_day, latest_day
from nämndtui.model.minutes.part_states import check_adjustable, check_part_step
from nämndtui.model.minutes.parts import presided
from nämndtui.model.record.minutes_record import MinutesRecord
from nämndtui.model.record.minutes_serving import MeetingServing, meeting_serving
from nämndtui.model.record.part_log import part_state
from nämndtui.model.text.errors import NotFoundError
from nämndtui.model.wording.decision_texts import HANDLED_STATES
from nämndtui.store.core.change import Change
from nämndtui.store.core.columns import columns
from nämndtui.store.locks.seals import seal_part
from nämndtui.store.minutes.minutes import days_of_parts
from nämndtui.workflow.minutes.follow_up_lists import list_follow_up
from nämndtui.workflow.minutes.unsaved_texts import check_saved
from nämndtui.workflow.registers.item_links import settle_meeting

_STANDING: tuple[CaseType, ...] = ("standing", "information")


def part_by_id(record: MinutesRecord, part_id: int) -> MinutesPart:
    """The part. Raises NotFoundError."""
    for part in record.dossier.minutes_parts:
        if part.id == part_id:
            return part
    raise NotFoundError("Protokollsdelen finns inte.")


def adjust(change: Change, record: MinutesRecord, part: MinutesPart, adjusted_on: date) -> None:
    """Adjust a part: fix who served, sign for those not noted, list what is to be done, seal it.

    Raises RefusedError while the law misses something or a text in its §§ is not saved,
    InvalidInputError for a day that is too early or still to come, or somebody who cannot adjust.
    """
    today = change.now.date()
    check_part_step(part_state(part, record.log(part.id), today), "adjusted")
    meeting = record.dossier.meeting
    earlier = before_adjustment(meeting, part, record.log(part.id))
    latest = latest_day(meeting, today)
    check_day("Justeringen", adjusted_on, latest, *earlier, field="adjusted_on")
    serving = meeting_serving(record)
    people = elected(part, serving)
    count = (len(people), record.dossier.committee.settings.adjusters)
    missing = missing_by_law(record, part.paragraph_numbers)
    check_adjustable(part, meeting.state, missing, count, unhandled_titles(record))
    check_adjusters(people, record, part, serving)
    check_saved(change, meeting.id, part.paragraph_numbers)
    _certify(change, record, part, serving)
    _sign(change, record, part, serving, adjusted_on)
    list_follow_up(change, record, part)
    _decide_cases(change, record, part)
    change.update("minutes_parts", part.id, columns({"adjusted_on": adjusted_on}))
    settle_state(change, record)
    settle_meeting(change, meeting.id)
    seal_part(change, part.id)


def settle_state(change: Change, record: MinutesRecord) -> None:
    """Let the state of a meeting that is over follow from its parts."""
    meeting_id = record.dossier.meeting.id
    if change.read("meetings", meeting_id)["state"] not in HELD[:-2]:
        return
    parts = days_of_parts(change.connection, meeting_id)
    if parts and all(posted for _, posted in parts):
        state = "posted"
    elif parts and all(adjusted for adjusted, _ in parts):
        state = "adjusted"
    elif any(adjusted for adjusted, _ in parts):
        state = "partly_adjusted"
    else:
        return
    change.update("meetings", meeting_id, {"state": state})


def _certify(
    change: Change, record: MinutesRecord, part: MinutesPart, serving: MeetingServing
) -> None:
    """Fix who served in which seat at each § of the part (D2.3)."""
    ids = {one.number: one.id for one in record.dossier.paragraphs}
    for at in serving.table:
        if at.number not in part.paragraph_numbers:
            continue
        leads = at.presiding.person
        for one in at.serving:
            if one.mandate is None:
                continue
            person = one.mandate.person
            values = {
                "paragraph_id": ids[at.number],
                "seat": one.seat.key,
                "person_id": person.id,
                "presiding": leads is not None and leads.id == person.id,
                "reason": one.reason,
            }
            change.insert("certified_services", columns(values))


def _sign(
    change: Change,
    record: MinutesRecord,
    part: MinutesPart,
    serving: MeetingServing,
    adjusted_on: date,
) -> None:
    signed = {one.person.id for one in record.log(part.id).signatures}
    for person in {one.id: one for one in (*presided(part, serving), *part.adjusters)}.values():
        if person.id not in signed:
            values = {"part_id": part.id, "person_id": person.id, "signed_on": adjusted_on}
            change.insert("signatures", columns(values))


def _decide_cases(change: Change, record: MinutesRecord, part: MinutesPart) -> None:
    """A case its § decides is decided; postponed ones stay open and their clocks run (F 6)."""
    for paragraph in record.dossier.paragraphs:
        decided = HANDLED_STATES[paragraph.outcome] == "decided"
        if paragraph.number not in part.paragraph_numbers or not decided:
            continue
        for case in record.dossier.item(paragraph.item_id).cases:
            row = change.read("cases", case.case_id)
            if row["state"] in ("open", "prepared") and row["case_type"] not in _STANDING:
                change.update("cases", case.case_id, {"state": "decided"})
