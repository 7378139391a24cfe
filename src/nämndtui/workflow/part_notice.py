"""The notice of a part, its appeal period, and the meeting's last states (KL 8:12, 13:5, F 30)."""

from __future__ import annotations

from datetime import date

from nämndtui.model.calendar_days import post_outer_limit, take_down_day
from nämndtui.model.errors import RefusedError
from nämndtui.model.meeting import MinutesPart
from nämndtui.model.meeting_guards import check_meeting_step
from nämndtui.model.minutes_parts import part_range
from nämndtui.model.minutes_record import MinutesRecord
from nämndtui.model.part_log import part_state
from nämndtui.model.part_states import check_dates, check_part_step
from nämndtui.model.swedish_dates import iso, short_date
from nämndtui.store.change import Change
from nämndtui.store.columns import columns
from nämndtui.store.database import Store
from nämndtui.store.minutes_records import load_record
from nämndtui.workflow.actor import Actor
from nämndtui.workflow.certifying import part_by_id, settle_state
from nämndtui.workflow.meetings import step_meeting


def post_part(store: Store, actor: Actor, part_id: int, posted_on: date) -> tuple[str, ...]:
    """The notice went up; the appeal period starts. Returns warnings in Swedish.

    Posted again, after a notice that came down too early, it starts anew. Raises RefusedError
    before the part is adjusted, InvalidInputError for a day before that.
    """
    with store.change("post_part", actor.user, actor.now) as change:
        record, part = _part(change, part_id)
        warnings = post(change, record, part, posted_on)
        change.summary = f"Anslog {part_range(part)} {short_date(posted_on, year=True)}"
    return warnings


def post(
    change: Change, record: MinutesRecord, part: MinutesPart, posted_on: date
) -> tuple[str, ...]:
    """``post_part`` inside an open change."""
    log = record.log(part.id)
    check_part_step(part_state(part, log, change.now.date()), "posted")
    check_dates(record.dossier.meeting.date, part.adjusted_on, posted_on)
    if part.posted_on is not None and not (log.notices and log.notices[-1].too_short):
        raise RefusedError(
            f"Justeringen av {part_range(part)} är redan anslagen. Ange först när anslaget "
            "togs ned, om det togs ned för tidigt."
        )
    warnings = []
    if part.adjusted_on is not None and posted_on > post_outer_limit(part.adjusted_on):
        warnings.append(
            "Anslaget kom upp senare än andra dagen efter justeringen (KL 8:12). Överklagandetiden "
            f"räknas från {iso(posted_on)}; besluten vinner laga kraft {iso(_legal(posted_on))}."
        )
    if part.posted_on is not None:
        warnings.append(
            f"Överklagandetiden börjar om. Laga kraft flyttas till {iso(_legal(posted_on))}."
        )
    change.insert("notices", columns({"part_id": part.id, "posted_on": posted_on}))
    change.update("minutes_parts", part.id, columns({"posted_on": posted_on}))
    settle_state(change, record)
    return tuple(warnings)


def take_down(store: Store, actor: Actor, part_id: int, day: date) -> tuple[str, ...]:
    """The notice came down. Too early, the appeal period has not run: the warning says so."""
    with store.change("take_down", actor.user, actor.now) as change:
        record, part = _part(change, part_id)
        if part.posted_on is None:
            raise RefusedError("Protokollsdelen är inte anslagen.")
        up = next((one for one in record.log(part_id).notices if not one.taken_down_on), None)
        if up is None:
            values = {"part_id": part_id, "posted_on": part.posted_on, "taken_down_on": day}
            change.insert("notices", columns(values))
        else:
            change.update("notices", up.id, columns({"taken_down_on": day}))
        change.summary = f"Anslaget för {part_range(part)} togs ned {iso(day)}"
        if day >= take_down_day(part.posted_on):
            return ()
    return (
        f"Anslaget skulle sitta uppe till {iso(take_down_day(part.posted_on))} (KL 8:12). "
        "Överklagandetiden har inte löpt; anslå på nytt. Laga kraft flyttas.",
    )


def mark_final(store: Store, actor: Actor, meeting_id: int) -> None:
    """The appeal period is over for all parts. Raises RefusedError with the day it is (KL 13:5)."""
    with store.change("mark_final", actor.user, actor.now) as change:
        record = load_record(change.connection, meeting_id)
        check_meeting_step(record, "final", actor.today)
        step_meeting(change, record.dossier.meeting, "final")
        change.summary = f"Laga kraft {short_date(record.dossier.meeting.date, year=True)}"


def archive_meeting(store: Store, actor: Actor, meeting_id: int) -> None:
    """The minutes are archived (preserved for good, B11)."""
    with store.change("archive_meeting", actor.user, actor.now) as change:
        record = load_record(change.connection, meeting_id)
        check_meeting_step(record, "archived", actor.today)
        for part in record.dossier.minutes_parts:
            values = {"part_id": part.id, "kind": "archived", "day": actor.today}
            change.insert("part_steps", columns(values))
        step_meeting(change, record.dossier.meeting, "archived")
        change.summary = f"Arkiverade {short_date(record.dossier.meeting.date, year=True)}"


def _part(change: Change, part_id: int) -> tuple[MinutesRecord, MinutesPart]:
    meeting_id = change.read("minutes_parts", part_id)["meeting_id"]
    record = load_record(change.connection, meeting_id)
    return record, part_by_id(record, part_id)


def _legal(posted_on: date) -> date:
    return take_down_day(posted_on)
