"""Registering and editing cases."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from nämndtui.model.agenda.case import Case
from nämndtui.model.text.diary_number import DiaryNumber, format_diary_number, parse_diary_number
from nämndtui.model.text.errors import InvalidInputError
from nämndtui.store.agenda.cases import case as load_case
from nämndtui.store.agenda.cases import insert_case, next_serial
from nämndtui.store.core.change import Change
from nämndtui.store.core.columns import columns
from nämndtui.store.database import Store
from nämndtui.store.people.committees import committee as load_committee
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.core.checked_text import checked_fields, checked_values, required


def register_case(store: Store, actor: Actor, draft: Case) -> Case:
    """Register a case; without a ``dnr`` the next number of the year is drawn, without gaps.

    The year drawn in is that of ``draft.opened``, else today's. Raises InvalidInputError for a
    missing title or a diary number that cannot be read, RefusedError when it is taken.
    """
    new = checked_fields(draft)
    title = required(new.title, "title", "Ärendet behöver en rubrik.")
    new = replace(new, title=title, opened=new.opened or actor.today)
    with store.change("register_case", actor.user, actor.now) as change:
        case = _with_given_number(change, new) if new.dnr.strip() else draw_case(change, new)
        change.summary = f"Nytt ärende {case.dnr}: {case.title}"
    return case


def edit_case(store: Store, actor: Actor, case_id: int, version: int, **changes: object) -> None:
    """Change fields of a case (not its number). Raises StaleVersionError, InvalidInputError."""
    values = checked_values(dict(changes))
    if "title" in values:
        values["title"] = required(values["title"], "title", "Ärendet behöver en rubrik.")
    with store.change("edit_case", actor.user, actor.now) as change:
        case = load_case(change.connection, case_id)
        change.update("cases", case_id, columns(values), version)
        change.summary = f"Ändrade ärende {case.dnr}"


def close_case(store: Store, actor: Actor, case_id: int, version: int) -> None:
    """Close a case as of today."""
    values: dict[str, Any] = {"state": "closed", "closed": actor.today}
    with store.change("close_case", actor.user, actor.now) as change:
        case = load_case(change.connection, case_id)
        change.update("cases", case_id, columns(values), version)
        change.summary = f"Avslutade ärende {case.dnr}"


def draw_case(change: Change, draft: Case) -> Case:
    """Store a case under the next free number of its year, inside an open change.

    The year is that of ``draft.year`` when given, else of ``draft.opened``.
    """
    settings = load_committee(change.connection, draft.committee_id).settings
    year = draft.year or (draft.opened.year if draft.opened else change.now.year)
    prefix = settings.dnr_prefix
    if not prefix and "{prefix}" in settings.dnr_pattern:
        raise InvalidInputError(
            "Nämnden saknar diarieprefix. Fyll i det under Inställningar.", "dnr_prefix"
        )
    serial = next_serial(change, draft.committee_id, prefix, year)
    dnr = format_diary_number(DiaryNumber(prefix, year, serial), settings.dnr_pattern)
    case = replace(draft, dnr=dnr, year=year, serial=serial)
    return replace(case, id=insert_case(change, case))


def _with_given_number(change: Change, draft: Case) -> Case:
    number = parse_diary_number(draft.dnr)
    case = replace(draft, dnr=draft.dnr.strip(), year=number.year, serial=number.serial)
    return replace(case, id=insert_case(change, case))
