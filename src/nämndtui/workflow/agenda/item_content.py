"""What an item says: its own fields, proposals per source, memo and cases."""

from __future__ import annotations

from collections.abc import Sequence

from nämndtui.model.agenda.item_fields import OWN_COLUMNS, checked_minutes
from nämndtui.model.text.diary_number import parse_diary_number
from nämndtui.model.text.errors import InvalidInputError
from nämndtui.store.agenda.cases import find_case
from nämndtui.store.agenda.item_writing import replace_cases, write_memo, write_proposal
from nämndtui.store.agenda.items import item as load_item
from nämndtui.store.core.change import Change
from nämndtui.store.core.columns import columns
from nämndtui.store.database import Store
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.core.checked_text import checked, checked_values, required

EDITABLE = tuple(field.name for field in OWN_COLUMNS if field.tab)
"""What an item says itself; its place, number and state have verbs of their own."""
_MEMO_COLUMNS = {"references": "officials"}


def edit_item(store: Store, actor: Actor, item_id: int, version: int, **changes: object) -> None:
    """Change fields named in ``EDITABLE``. Raises StaleVersionError, InvalidInputError."""
    values = checked_values(dict(changes))
    unknown = set(values) - set(EDITABLE)
    if unknown:
        raise ValueError(f"not editable here: {unknown}")
    for field in OWN_COLUMNS:
        if field.kind == "minutes" and field.name in values:
            values[field.name] = checked_minutes(field, values[field.name])
    if "title" in values:
        values["title"] = required(values["title"], "title", "Punkten behöver en rubrik.")
    with store.change("edit_item", actor.user, actor.now) as change:
        change.update("agenda_items", item_id, columns(values), version)
        change.summary = f"Ändrade punkten {_title(change, item_id)}"


def set_proposal(
    store: Store,
    actor: Actor,
    item_id: int,
    source: str,
    points: Sequence[str] | None,
    version: int | None = None,
) -> None:
    """Set the proposal of a source (staff, chair); None removes it – the chair then follows staff.

    Empty points are dropped. ``version`` is the proposal row's, when it was read.
    """
    kept = None if points is None else tuple(p.strip() for p in checked(tuple(points)) if p.strip())
    with store.change("set_proposal", actor.user, actor.now) as change:
        write_proposal(change, item_id, source, kept, version)
        change.summary = f"Ändrade förslaget i {_title(change, item_id)}"


def edit_memo(
    store: Store, actor: Actor, item_id: int, version: int | None = None, **changes: object
) -> None:
    """Change the memo (date, references, addressee, body, signatures), making it when needed."""
    values = {
        _MEMO_COLUMNS.get(name, name): value
        for name, value in checked_values(dict(changes)).items()
    }
    with store.change("edit_memo", actor.user, actor.now) as change:
        write_memo(change, item_id, columns(values), version)
        change.summary = f"Ändrade tjänsteskrivelsen i {_title(change, item_id)}"


def remove_memo(store: Store, actor: Actor, item_id: int) -> None:
    """Take the memo away from an item; undo brings it back."""
    with store.change("remove_memo", actor.user, actor.now) as change:
        write_memo(change, item_id, None)
        change.summary = f"Tog bort tjänsteskrivelsen i {_title(change, item_id)}"


def set_item_cases(store: Store, actor: Actor, item_id: int, dnrs: Sequence[str]) -> None:
    """Make these diary numbers, in order, the item's cases.

    Raises InvalidInputError naming the first number that is unknown or cannot be read.
    """
    with store.change("set_item_cases", actor.user, actor.now) as change:
        item = load_item(change.connection, item_id)
        case_ids = [case_id_of(change, item.committee_id, dnr) for dnr in dnrs if dnr.strip()]
        replace_cases(change, item_id, case_ids)
        change.summary = f"Ändrade diarienummer för {item.title}"


def case_id_of(change: Change, committee_id: int, dnr: str) -> int:
    """The case with that number in the committee's diary. Raises InvalidInputError."""
    number = parse_diary_number(dnr)
    found = find_case(change.connection, committee_id, number)
    if found is None:
        raise InvalidInputError(f"{dnr} finns inte i diariet. Registrera ärendet först.", "dnr")
    return found


def _title(change: Change, item_id: int) -> str:
    return str(change.read("agenda_items", item_id)["title"])
