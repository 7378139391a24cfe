"""Persons and their mandates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from nämndtui.model.people.persons import Mandate, Person
from nämndtui.model.text.errors import InvalidInputError
from nämndtui.store.core.change import Change
from nämndtui.store.core.columns import columns
from nämndtui.store.database import Store
from nämndtui.store.locks.certified_names import keep_name
from nämndtui.store.people.persons import insert_mandate, insert_person, mandate, person_by_name
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.core.checked_text import checked_fields, checked_values, required

_NAME_NEEDED = "Personen behöver ett namn."


def add_person(store: Store, actor: Actor, draft: Person) -> int:
    """Add a person; returns the id. Raises InvalidInputError when the name is taken."""
    new = checked_fields(draft)
    name = required(new.name, "name", _NAME_NEEDED)
    with store.change("add_person", actor.user, actor.now) as change:
        _check_name_free(change, name)
        change.summary = f"Ny person: {name}"
        return insert_person(change, replace(new, name=name))


def edit_person(
    store: Store, actor: Actor, person_id: int, version: int, **changes: object
) -> None:
    """Change name, kind, party or title. Raises StaleVersionError, InvalidInputError.

    Minutes adjusted before a change of name go on printing the name they were adjusted with.
    """
    values = checked_values(dict(changes))
    if "name" in values:
        values["name"] = required(values["name"], "name", _NAME_NEEDED)
    with store.change("edit_person", actor.user, actor.now) as change:
        if values.get("name", "") not in ("", change.read("persons", person_id)["name"]):
            _check_name_free(change, values["name"])
            keep_name(change, person_id)
        change.update("persons", person_id, columns(values), version)
        change.summary = f"Ändrade uppgifter om {change.read('persons', person_id)['name']}"


def add_mandate(store: Store, actor: Actor, draft: Mandate) -> int:
    """Give a person an office; a person not yet in the register is added. Returns the id.

    ``draft.person.name`` says who. Raises InvalidInputError for a missing name or dates that
    run backwards.
    """
    new = checked_fields(draft)
    name = required(new.person.name, "name", _NAME_NEEDED)
    _check_dates(new.valid_from, new.valid_to)
    with store.change("add_mandate", actor.user, actor.now) as change:
        known = person_by_name(change.connection, name)
        person_id = (
            known.id
            if known
            else insert_person(
                change, replace(new.person, name=name, party=new.person.party or new.party)
            )
        )
        change.summary = f"Nytt uppdrag: {name}"
        return insert_mandate(change, new, person_id)


def edit_mandate(
    store: Store, actor: Actor, mandate_id: int, version: int, **changes: object
) -> None:
    """Change office, party, dates or rank. Raises StaleVersionError, InvalidInputError."""
    values = checked_values(dict(changes))
    with store.change("edit_mandate", actor.user, actor.now) as change:
        current = replace(mandate(change.connection, mandate_id), **values)
        _check_dates(current.valid_from, current.valid_to)
        change.update("mandates", mandate_id, columns(values), version)
        change.summary = f"Ändrade uppdrag för {current.person.name}"


def end_mandate(store: Store, actor: Actor, mandate_id: int, version: int, last_day: date) -> None:
    """End a mandate; ``last_day`` is the last day it is held."""
    edit_mandate(store, actor, mandate_id, version, valid_to=last_day)


def _check_name_free(change: Change, name: str) -> None:
    if person_by_name(change.connection, name):
        raise InvalidInputError(
            f"{name} finns redan. Skilj två med samma namn åt, till exempel med ort.", "name"
        )


def _check_dates(valid_from: date, valid_to: date | None) -> None:
    if valid_to is not None and valid_to < valid_from:
        raise InvalidInputError("Slutdagen kan inte ligga före första dagen.", "valid_to")
