"""Committees at rest."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

from nämndtui.model.people.committee import Committee, CommitteeSettings
from nämndtui.model.text.errors import NotFoundError
from nämndtui.store.core.columns import json_text

if TYPE_CHECKING:
    from nämndtui.store.core.change import Change

_DEFAULTS = asdict(CommitteeSettings())


def all_committees(connection: sqlite3.Connection) -> tuple[Committee, ...]:
    """Every committee, by name in Swedish order."""
    rows = connection.execute("SELECT * FROM committees ORDER BY name COLLATE svensk").fetchall()
    return tuple(_committee(row) for row in rows)


def committee(connection: sqlite3.Connection, committee_id: int) -> Committee:
    """One committee. Raises NotFoundError."""
    row = connection.execute("SELECT * FROM committees WHERE id = ?", [committee_id]).fetchone()
    if row is None:
        raise NotFoundError("Nämnden finns inte i databasen.")
    return _committee(row)


def committee_by_code(connection: sqlite3.Connection, code: str) -> Committee | None:
    """The committee with that code, in any letter case."""
    row = connection.execute(
        "SELECT * FROM committees WHERE casefold(code) = ?", [code.strip().casefold()]
    ).fetchone()
    return _committee(row) if row else None


def insert_committee(change: Change, new: Committee) -> int:
    """Store a committee; returns its id."""
    return change.insert(
        "committees",
        {
            "code": new.code,
            "name": new.name,
            "municipality": new.municipality,
            "settings": settings_column(new.settings),
        },
    )


def settings_column(settings: CommitteeSettings) -> str:
    """JSON of the settings that differ from the defaults."""
    values = asdict(settings)
    return json_text({name: values[name] for name in values if values[name] != _DEFAULTS[name]})


def _committee(row: sqlite3.Row) -> Committee:
    stored: dict[str, Any] = json.loads(row["settings"])
    known = {field.name for field in fields(CommitteeSettings)}
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in stored.items()
        if name in known
    }
    return Committee(
        id=row["id"],
        code=row["code"],
        name=row["name"],
        municipality=row["municipality"],
        settings=CommitteeSettings(**values),
        version=row["version"],
    )
