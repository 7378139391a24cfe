"""The secretary's own choice of who serves or presides, always with a reason (F 15, F 17)."""

from __future__ import annotations

from nämndtui.model.attendance.presence import Override
from nämndtui.model.attendance.serving import serving_table
from nämndtui.model.record.minutes_record import MinutesRecord, room_of
from nämndtui.model.text.errors import RefusedError
from nämndtui.store.attendance.presences import insert_override
from nämndtui.store.core.change import Change
from nämndtui.store.database import Store
from nämndtui.workflow.attendance.open_meeting import person_by_id, sitting_meeting
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.core.checked_text import checked, required
from nämndtui.workflow.record.attendance_facts import ensure_facts
from nämndtui.workflow.record.derived_minutes import refresh


def choose_serving(store: Store, actor: Actor, meeting_id: int, choice: Override) -> int:
    """Override who serves or presides for a span of §§; returns the override's id.

    ``choice.kind`` is one of ``OVERRIDE_KINDS``; None for ``from_paragraph`` means the next §.
    Raises InvalidInputError without a reason, RefusedError when it cannot be: the person is not
    a substitute of the committee, not in the room, the seat does not exist, or the chair serves
    and so leads (KL 6:22).
    """
    reason = required(checked(choice.reason, "reason"), "reason", "Ange skälet till valet.")
    with store.change("choose_service", actor.user, actor.now) as change:
        sitting_meeting(change, meeting_id, also_held=True)
        record = ensure_facts(change, meeting_id)
        room = room_of(record)
        first = record.next_number if choice.from_paragraph is None else choice.from_paragraph
        if choice.kind in ("serve", "empty") and choice.seat not in {s.key for s in room.seats}:
            raise RefusedError("Den platsen finns inte i nämnden.")
        person = person_by_id(change, choice.person.id) if choice.person else None
        if choice.kind == "serve":
            if person is None or person.id not in {m.person.id for m in room.substitutes}:
                raise RefusedError("Bara nämndens ersättare kan tjänstgöra på en annans plats.")
            if person.id not in {one.person.id for one in room.inside(first)}:
                raise RefusedError(f"{person.name} är inte inne vid § {first}.")
        if choice.kind == "preside":
            _check_chair_out(record, first)
        new = Override(0, choice.kind, reason, person, choice.seat, first, choice.to_paragraph)
        override_id = insert_override(change, meeting_id, new)
        refresh(change, meeting_id)
        change.summary = f"Eget val av tjänstgöring från och med § {first}: {reason}"
    return override_id


def remove_choice(store: Store, actor: Actor, meeting_id: int, override_id: int) -> None:
    """Take back an override; the rules decide again."""
    with store.change("remove_choice", actor.user, actor.now) as change:
        sitting_meeting(change, meeting_id, also_held=True)
        _delete(change, override_id)
        refresh(change, meeting_id)
        change.summary = "Tog bort ett eget val av tjänstgöring"


def _check_chair_out(record: MinutesRecord, number: int) -> None:
    """Raise RefusedError when the chair serves at the §, jäv noted for the next one aside."""
    mandates = record.dossier.mandates
    chair = next((one.person for one in mandates if one.office == "chair"), None)
    if chair is None:
        return
    decided = {one.item_id for one in record.dossier.paragraphs}
    out = [d for d in record.disqualifications if d.person.id == chair.id]
    if number == record.next_number and any(one.item_id not in decided for one in out):
        return
    at = serving_table(room_of(record), [*record.numbers, number])
    if chair.id in next(one for one in at if one.number == number).serving_ids:
        raise RefusedError(
            f"KL 6:22: {chair.name} tjänstgör vid § {number} och leder sammanträdet. Ange först "
            "att ordföranden är ute eller jävig."
        )


def _delete(change: Change, override_id: int) -> None:
    change.delete("service_overrides", override_id)
