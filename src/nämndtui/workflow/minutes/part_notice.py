"""A part's notice and its correction, and the meeting's last states (KL 8:12, 13:5, F 30)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from nämndtui.model.agenda.meeting import MinutesPart
from nämndtui.model.calendar.calendar_days import post_outer_limit, take_down_day
from nämndtui.model.calendar.swedish_dates import iso, short_date
from nämndtui.model.minutes.meeting_guards import check_meeting_step
from nämndtui.model.minutes.part_days import check_day, latest_day
from nämndtui.model.minutes.part_states import check_part_step
from nämndtui.model.minutes.parts import part_range
from nämndtui.model.record.minutes_record import MinutesRecord
from nämndtui.model.record.part_log import PartLog, part_state
from nämndtui.model.text.errors import InvalidInputError, RefusedError
from nämndtui.store.core.change import Change
from nämndtui.store.core.columns import columns
from nämndtui.store.database import Store
from nämndtui.store.minutes.minutes_records import load_record
from nämndtui.workflow.agenda.meetings import step_meeting
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.core.checked_text import checked, required
from nämndtui.workflow.minutes.certifying import part_by_id, settle_state


def post_part(store: Store, actor: Actor, part_id: int, posted_on: date) -> tuple[str, ...]:
    """The notice went up; the appeal period starts. Returns warnings in Swedish.

    Posted again, after a notice that came down too early, it starts anew. Raises RefusedError
    before the part is adjusted, InvalidInputError for a day before that or still to come.
    """
    with store.change("post_part", actor.user, actor.now) as change:
        record, part = _part(change, part_id)
        warnings = post(change, actor, record, part, posted_on)
        change.summary = f"Anslog {part_range(part)} {short_date(posted_on, year=True)}"
    return warnings


def post(
    change: Change, actor: Actor, record: MinutesRecord, part: MinutesPart, posted_on: date
) -> tuple[str, ...]:
    """``post_part`` inside an open change."""
    log = record.log(part.id)
    check_part_step(part_state(part, log, actor.today), "posted")
    _check_posted(actor, record, part, posted_on)
    last = log.latest_notice
    if part.posted_on is not None and not (last and last.too_short):
        raise RefusedError(
            f"Justeringen av {part_range(part)} är redan anslagen {iso(part.posted_on)}. Är dagen "
            "fel rättas den (D i Protokollsdelar). Togs anslaget ned för tidigt, ange först när."
        )
    if part.posted_on is not None and posted_on <= part.posted_on:
        raise InvalidInputError(
            f"Det nya anslaget kan inte ligga före det gamla {iso(part.posted_on)}.", "day"
        )
    warnings = list(_late(part, posted_on))
    if part.posted_on is not None:
        warnings.append(
            f"Överklagandetiden börjar om. Laga kraft flyttas till {iso(_legal(posted_on))}."
        )
    _note(change, log, part, posted_on, None)
    settle_state(change, record)
    return tuple(warnings)


def take_down(store: Store, actor: Actor, part_id: int, day: date) -> tuple[str, ...]:
    """The notice came down. Too early, the appeal period has not run: the warning says so.

    Raises RefusedError when it is not up, InvalidInputError for a day before it went up or to come.
    """
    with store.change("take_down", actor.user, actor.now) as change:
        record, part = _part(change, part_id)
        if part.posted_on is None:
            raise RefusedError("Protokollsdelen är inte anslagen.")
        up = record.log(part_id).latest_notice
        if up is not None and up.taken_down_on is not None:
            raise RefusedError(
                f"Anslaget är redan antecknat som nedtaget {iso(up.taken_down_on)}. Är dagen fel "
                "rättas den (D i Protokollsdelar)."
            )
        _check_down(actor, record, part.posted_on, day)
        if up is None:
            values = {"part_id": part_id, "posted_on": part.posted_on, "taken_down_on": day}
            change.insert("notices", columns(values))
        else:
            change.update("notices", up.id, columns({"taken_down_on": day}))
        change.summary = f"Anslaget för {part_range(part)} togs ned {iso(day)}"
    return _too_early(part.posted_on, day)


def correct_notice(
    store: Store,
    actor: Actor,
    part_id: int,
    posted_on: date,
    taken_down_on: date | None,
    reason: str,
) -> tuple[str, ...]:
    """Put right the days of the latest notice. Returns warnings in Swedish.

    The wrong day of posting stays in the ledger, marked as wrongly noted, and the right one stands
    beside it; every day that is computed follows. Raises RefusedError when nothing is posted or
    laga kraft is noted, InvalidInputError for days that cannot be or are the same as before.
    """
    why = required(checked(reason, "reason"), "reason", "Skriv vad som blev fel.")
    with store.change("correct_notice", actor.user, actor.now) as change:
        record, part = _part(change, part_id)
        if part.posted_on is None:
            raise RefusedError("Protokollsdelen är inte anslagen.")
        if record.dossier.meeting.state in ("final", "archived"):
            raise RefusedError(
                "Sammanträdet är antecknat som laga kraftvunnet, räknat från anslaget. Anslagets "
                "dagar ligger fast."
            )
        log, before = record.log(part_id), part.posted_on
        now = log.latest_notice
        if posted_on == before and taken_down_on == (now.taken_down_on if now else None):
            raise InvalidInputError("Dagarna är desamma som förut.", "posted_on")
        _check_posted(actor, record, part, posted_on)
        if taken_down_on is not None:
            _check_down(actor, record, posted_on, taken_down_on)
        if posted_on != before:
            _mark_wrong(change, actor, part_id, (before, posted_on), why, in_ledger=now is not None)
        _note(change, log, part, posted_on, taken_down_on)
        change.summary = f"Rättade anslaget för {part_range(part)}: {iso(posted_on)} ({why})"
        warnings = [*_late(part, posted_on)]
        if posted_on != before:
            warnings.append(f"Laga kraft flyttas till {iso(_legal(posted_on))}.")
        return (*warnings, *(_too_early(posted_on, taken_down_on) if taken_down_on else ()))


def _mark_wrong(
    change: Change,
    actor: Actor,
    part_id: int,
    days: tuple[date, date],
    why: str,
    in_ledger: bool,
) -> None:
    """The first of ``days`` was noted wrongly and the second is right; both are in the ledger."""
    wrong, right = days
    if not in_ledger:
        change.insert("notices", columns({"part_id": part_id, "posted_on": wrong}))
    values: dict[str, object] = {"part_id": part_id, "wrong_day": wrong, "right_day": right}
    values |= {"made_on": actor.today, "made_by": actor.user, "reason": why}
    change.insert("notice_corrections", columns(values))


def _note(
    change: Change, log: PartLog, part: MinutesPart, posted_on: date, taken_down_on: date | None
) -> None:
    """Write the notice of a day in the ledger and let the part follow it."""
    there = next((one.id for one in log.notices if one.posted_on == posted_on), None)
    if there is None:
        values = {"part_id": part.id, "posted_on": posted_on, "taken_down_on": taken_down_on}
        change.insert("notices", columns(values))
    else:
        change.update("notices", there, columns({"taken_down_on": taken_down_on}))
    change.update("minutes_parts", part.id, columns({"posted_on": posted_on}))


def _check_posted(actor: Actor, record: MinutesRecord, part: MinutesPart, day: date) -> None:
    latest = latest_day(record.dossier.meeting, actor.today)
    check_day("Anslaget", day, latest, ("justeringen", part.adjusted_on), field="posted_on")


def _check_down(actor: Actor, record: MinutesRecord, posted_on: date, day: date) -> None:
    latest = latest_day(record.dossier.meeting, actor.today)
    check_day("Nedtagningen", day, latest, ("anslaget", posted_on), field="taken_down_on")


def _late(part: MinutesPart, posted_on: date) -> Iterator[str]:
    """The warning for a notice that came up too late (KL 8:12)."""
    if part.adjusted_on is not None and posted_on > post_outer_limit(part.adjusted_on):
        yield (
            "Anslaget kom upp senare än andra dagen efter justeringen (KL 8:12). Överklagandetiden "
            f"räknas från {iso(posted_on)}; besluten vinner laga kraft {iso(_legal(posted_on))}."
        )


def _too_early(posted_on: date, day: date) -> tuple[str, ...]:
    """The warning for a notice that came down before the appeal period was over (F 30)."""
    if day >= take_down_day(posted_on):
        return ()
    return (
        f"Anslaget skulle sitta uppe till {iso(take_down_day(posted_on))} (KL 8:12). "
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
