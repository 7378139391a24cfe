"""Creating committees and changing their settings."""

from __future__ import annotations

from dataclasses import asdict, replace

from nämndtui.model.calendar.swedish_dates import parse_time
from nämndtui.model.deadlines.register_deadlines import check_windows
from nämndtui.model.people.committee import Committee, CommitteeSettings, checked_code
from nämndtui.model.text.diary_number import check_pattern
from nämndtui.model.text.errors import InvalidInputError
from nämndtui.model.text.vocabulary import SETTINGS, VALUES
from nämndtui.model.unenforced.local_key import check_key_patterns
from nämndtui.store.database import Store
from nämndtui.store.people.committees import committee as load_committee
from nämndtui.store.people.committees import committee_by_code, insert_committee, settings_column
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.core.checked_text import checked_fields, checked_values, required


def create_committee(store: Store, actor: Actor, draft: Committee) -> int:
    """Create a committee; returns its id. Raises InvalidInputError for code, name or settings."""
    new = checked_fields(draft)
    code = checked_code(required(new.code, "code", "Nämnden behöver en kort kod, till exempel ON."))
    name = required(new.name, "name", "Nämnden behöver ett namn.")
    check_settings(new.settings)
    with store.change("create_committee", actor.user, actor.now) as change:
        if committee_by_code(change.connection, code):
            raise InvalidInputError(f"Koden {code} används redan av en annan nämnd.", "code")
        change.summary = f"Ny nämnd: {name}"
        return insert_committee(change, replace(new, code=code, name=name))


def change_settings(
    store: Store, actor: Actor, committee_id: int, version: int, **changes: object
) -> None:
    """Change settings (by their English names), ``name`` or ``municipality``.

    Raises InvalidInputError for a value that cannot be used, StaleVersionError.
    """
    values = checked_values(dict(changes))
    own: dict[str, object] = {
        key: values.pop(key) for key in ("name", "municipality") if key in values
    }
    with store.change("change_settings", actor.user, actor.now) as change:
        settings = replace(load_committee(change.connection, committee_id).settings, **values)
        check_settings(settings)
        change.update(
            "committees", committee_id, {**own, "settings": settings_column(settings)}, version
        )
        change.summary = "Ändrade inställningar"


_CHOICES = ("summons_lead_kind", "opening_items", "elapsed_rule")
_COUNTS = {
    "seats": 1,
    "adjusters": 0,
    "summons_lead": 0,
    "memo_stop_days": 0,
    "public_cell_limit": 1,
}


def check_settings(settings: CommitteeSettings) -> None:
    """Raise InvalidInputError (``field`` = English setting name) for the first unusable value."""
    check_pattern(settings.dnr_pattern)
    values = asdict(settings)
    for name in _CHOICES:
        if values[name] not in VALUES[name]:
            allowed = " eller ".join(VALUES[name].values())
            raise InvalidInputError(f"{SETTINGS[name][0]} ska vara {allowed}.", name)
    for name, least in _COUNTS.items():
        if values[name] < least:
            raise InvalidInputError(f"{SETTINGS[name][0]} ska vara minst {least}.", name)
    unknown = set(settings.memo_section_order) - set(VALUES["memo_section"])
    if unknown:
        allowed = ", ".join(VALUES["memo_section"].values())
        raise InvalidInputError(
            f"{SETTINGS['memo_section_order'][0]} kan innehålla {allowed}.", "memo_section_order"
        )
    parse_time(settings.start_time)
    check_windows(settings.ivo_windows)
    check_key_patterns(settings.support_key_patterns)
