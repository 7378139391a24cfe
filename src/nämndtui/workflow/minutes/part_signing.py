"""Getting a part of the minutes signed: sent, returned, signed, adjusted (D3, F 25)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from nämndtui.model.agenda.meeting import MinutesPart
from nämndtui.model.minutes.adjusters import check_adjusters
from nämndtui.model.minutes.part_days import Earlier, check_day, first_day, latest_day, sent_day
from nämndtui.model.minutes.part_states import check_part_step, check_signer
from nämndtui.model.minutes.parts import part_range, presided
from nämndtui.model.record.minutes_record import MinutesRecord
from nämndtui.model.record.minutes_serving import meeting_serving
from nämndtui.model.record.part_log import PartState, StepKind, part_state
from nämndtui.model.text.errors import InvalidInputError, RefusedError
from nämndtui.store.core.change import Change
from nämndtui.store.core.columns import columns
from nämndtui.store.database import Store
from nämndtui.store.minutes.minutes import replace_adjusters
from nämndtui.store.minutes.minutes_records import load_record
from nämndtui.workflow.attendance.open_meeting import person_by_id
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.core.checked_text import checked, required
from nämndtui.workflow.minutes.certifying import adjust, part_by_id
from nämndtui.workflow.record.derived_minutes import refresh


def send_for_signing(store: Store, actor: Actor, part_id: int, day: date) -> None:
    """The part went to those who sign.

    Raises RefusedError in another state, InvalidInputError for a day before the meeting or to come.
    """
    with store.change("send_for_signing", actor.user, actor.now) as change:
        record, part = _step(change, part_id, "sent_for_signing")
        _check_day("Utskicket för underskrift", day, actor.today, record, part)
        _log(change, part_id, "sent", day)
        change.summary = f"Skickade {part_range(part)} för underskrift"


def return_part(
    store: Store, actor: Actor, part_id: int, day: date, person_id: int | None, note: str
) -> None:
    """An adjuster sent the part back, and why; it may be changed and sent again."""
    why = required(checked(note, "note"), "note", "Skriv varför delen kom tillbaka.")
    with store.change("return_part", actor.user, actor.now) as change:
        record, part = _step(change, part_id, "returned")
        sent = ("utskicket för underskrift", sent_day(record.log(part_id)))
        _check_day("Återlämnandet", day, actor.today, record, part, sent)
        _log(change, part_id, "returned", day, person_id, why)
        change.summary = f"{part_range(part)} kom tillbaka: {why}"


def refuse_signature(
    store: Store, actor: Actor, part_id: int, day: date, person_id: int, note: str
) -> None:
    """An adjuster does not agree: noted; the committee adjusts at its next meeting (F 25)."""
    why = required(checked(note, "note"), "note", "Skriv vad justeraren invänder.")
    with store.change("refuse_signature", actor.user, actor.now) as change:
        record, part = _part(change, part_id)
        _check_day("Invändningen", day, actor.today, record, part)
        person = person_by_id(change, person_id)
        check_signer(person, part, presided(part, meeting_serving(record)))
        _log(change, part_id, "refused", day, person_id, why)
        change.summary = f"{person.name} justerar inte {part_range(part)}: {why}"


def replace_adjuster(
    store: Store, actor: Actor, part_id: int, person_ids: Sequence[int], day: date, note: str
) -> None:
    """Other adjusters by the committee's decision or its rules; ``note`` says which (F 25).

    Raises InvalidInputError for someone who cannot adjust, and when nobody is named though the
    committee has adjusters.
    """
    why = required(
        checked(note, "note"),
        "note",
        "Justerare byts bara genom beslut i nämnden eller enligt reglementet. Ange vilket.",
    )
    with store.change("replace_adjuster", actor.user, actor.now) as change:
        record, part = _part(change, part_id)
        _check_day("Bytet", day, actor.today, record, part)
        people = [person_by_id(change, one) for one in person_ids]
        if not people and record.dossier.committee.settings.adjusters:
            raise InvalidInputError("Ange vem som justerar i stället.", "adjusters")
        check_adjusters(people, record, part, meeting_serving(record))
        replace_adjusters(change, part_id, list(person_ids))
        _log(change, part_id, "replaced", day, None, why)
        change.summary = f"Bytte justerare för {part_range(part)}: {why}"


def sign_part(store: Store, actor: Actor, part_id: int, person_id: int, signed_on: date) -> bool:
    """A person has signed. With the last signature the part is adjusted that day; returns True.

    Raises RefusedError for someone who is not to sign, or while the law misses something;
    InvalidInputError for a day before the meeting or the sending, or to come.
    """
    with store.change("sign_part", actor.user, actor.now) as change:
        record, part = _part(change, part_id)
        check_part_step(part_state(part, record.log(part_id), actor.today), "adjusted")
        person = person_by_id(change, person_id)
        leads = presided(part, meeting_serving(record))
        check_signer(person, part, leads)
        sent = ("utskicket för underskrift", sent_day(record.log(part_id)))
        _check_day("Underskriften", signed_on, actor.today, record, part, sent)
        values = {"part_id": part_id, "person_id": person_id, "signed_on": signed_on}
        change.insert("signatures", columns(values))
        days = {one.person.id: one.signed_on for one in record.log(part_id).signatures}
        days[person_id] = signed_on
        done = {one.id for one in (*leads, *part.adjusters)} <= set(days)
        if done:
            signed = load_record(change.connection, _meeting(record))
            adjust(change, signed, part_by_id(signed, part_id), max(days.values()))
        change.summary = f"{person.name} har justerat {part_range(part)}"
    return done


def adjust_part(store: Store, actor: Actor, part_id: int, adjusted_on: date) -> None:
    """The part is adjusted by all on one day (KL 5:69); from now on it cannot be changed.

    Raises as ``adjust``.
    """
    with store.change("adjust_part", actor.user, actor.now) as change:
        record, _ = _part(change, part_id)
        refresh(change, _meeting(record))
        record = load_record(change.connection, _meeting(record))
        part = part_by_id(record, part_id)
        adjust(change, record, part, adjusted_on)
        change.summary = f"Justerade {part_range(part)}"


def _part(change: Change, part_id: int) -> tuple[MinutesRecord, MinutesPart]:
    meeting_id = change.read("minutes_parts", part_id)["meeting_id"]
    record = load_record(change.connection, meeting_id)
    part = part_by_id(record, part_id)
    if part.adjusted_on is not None:
        raise RefusedError("Protokollsdelen är redan justerad.")
    return record, part


def _step(change: Change, part_id: int, wanted: PartState) -> tuple[MinutesRecord, MinutesPart]:
    record, part = _part(change, part_id)
    if not part.paragraph_numbers:
        raise RefusedError("Protokollsdelen har inga paragrafer.")
    check_part_step(part_state(part, record.log(part_id), change.now.date()), wanted)
    return record, part


def _check_day(
    what: str,
    day: date,
    today: date,
    record: MinutesRecord,
    part: MinutesPart,
    *earlier: Earlier,
) -> None:
    meeting = record.dossier.meeting
    held = ("sammanträdet", first_day(meeting, part))
    latest = latest_day(meeting, today)
    check_day(what, day, latest, held, *earlier, field="day")


def _log(
    change: Change,
    part_id: int,
    kind: StepKind,
    day: date,
    person_id: int | None = None,
    note: str = "",
) -> None:
    values = {"part_id": part_id, "kind": kind, "day": day, "person_id": person_id, "note": note}
    change.insert("part_steps", columns(values))


def _meeting(record: MinutesRecord) -> int:
    return record.dossier.meeting.id
