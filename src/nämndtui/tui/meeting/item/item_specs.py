"""The fields of an agenda item on screen, made from their description, and the item as typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from nämndtui.model.agenda.agenda_item import AgendaItem, Presenter, Recipient
from nämndtui.model.agenda.item_fields import ITEM_FIELDS, ItemField, fields_on, read_minutes
from nämndtui.model.text.errors import InvalidInputError
from nämndtui.model.text.point_text import points_to_text, text_to_points
from nämndtui.tui.kit.text import list_text
from nämndtui.tui.kit.work.edit import shown_value
from nämndtui.tui.meeting.item.memo_specs import ItemSpec, memo_as_typed
from nämndtui.tui.meeting.shared.field_spec import FieldSpec, stored_parts
from nämndtui.tui.meeting.shared.meeting_view import MeetingView

if TYPE_CHECKING:
    from nämndtui.store.database import Store
    from nämndtui.workflow.core.actor import Actor

Save = Callable[["Store", "Actor", int, int, str], Any]


@dataclass(frozen=True)
class _Typed:
    """How a kind of field is written on screen: the value as text, and the text as a value.

    ``shown`` is the text of what another user has stored, ``editor`` the kind of editor.
    """

    text: Callable[[Any], str] = str
    parse: Callable[[str], Any] = str
    shown: Callable[[object], str] = shown_value
    editor: str = "text"


_POINTS = _Typed(
    points_to_text, text_to_points, lambda stored: points_to_text(stored_parts(stored)), "points"
)
_OF_KIND = {
    "line": _Typed(editor="line"),
    "text": _Typed(),
    "own_text": _Typed(lambda text: text or "", lambda text: text if text.strip() else None),
    "points": _POINTS,
    # An emptied chair's proposal means that the chair follows the administration's.
    "own_points": replace(
        _POINTS,
        text=lambda points: points_to_text(points or ()),
        parse=lambda text: text_to_points(text) or None,
    ),
    "minutes": _Typed(lambda value: str(value or ""), editor="line"),
    "cases": _Typed(
        lambda cases: ", ".join(case.dnr for case in cases), list_text.parse_words, editor="line"
    ),
    "presenters": _Typed(
        list_text.presenters_text,
        list_text.parse_presenters,
        lambda stored: list_text.presenters_text(
            Presenter(**part) for part in stored_parts(stored)
        ),
    ),
    "recipients": _Typed(
        list_text.recipients_text,
        list_text.parse_recipients,
        lambda stored: list_text.recipients_text(
            Recipient(**part) for part in stored_parts(stored)
        ),
    ),
}


def specs_on(tab: str) -> tuple[ItemSpec, ...]:
    """The fields of a tab, in the description's order."""
    return tuple(map(_spec, fields_on(tab)))


def as_typed(item: AgendaItem, typed: Mapping[str, str]) -> AgendaItem:
    """``item`` with the texts in ``typed`` (field name → text) in place of the saved ones.

    What cannot be typed whole in one field – the memo's date, a diary number – is left as saved
    until it can be read.
    """
    own: dict[str, Any] = {}
    for field in ITEM_FIELDS:
        if field.tab and field.kind in _OF_KIND and field.kind != "cases":
            try:
                own[field.name] = _parser(field)(typed.get(field.name, ""))
            except InvalidInputError:
                continue  # half a number, while it is being typed
    return replace(item, memo=memo_as_typed(item.memo, typed), **own)


def _parser(field: ItemField) -> Callable[[str], Any]:
    if field.kind == "minutes":
        return lambda text: read_minutes(field, text)
    return _OF_KIND[field.kind].parse


def _spec(field: ItemField) -> ItemSpec:
    kind = _OF_KIND[field.kind]
    table, column, version = _place(field)
    return FieldSpec(
        field.name,
        field.label,
        table,
        column,
        lambda item: kind.text(getattr(item, field.name)),
        _save(field, _parser(field)),
        version,
        kind=kind.editor,
        placeholder=field.hint,
        shown=kind.shown,
    )


def _place(field: ItemField) -> tuple[str, str, Callable[[MeetingView, AgendaItem], int]]:
    """The table and column that name the field's draft, and the version it is saved on."""
    if field.table == "proposals":
        source = _source(field)
        key = f"proposals.{source}"
        return key, "points", lambda view, item: view.versions.proposal(item.id, source)
    if field.table == "item_cases":
        return field.table, field.name, lambda _, item: 0
    return field.table, field.name, lambda _, item: item.version


def _source(field: ItemField) -> str:
    return field.name.removesuffix("_proposal")


def _save(field: ItemField, parse: Callable[[str], Any]) -> Save:
    def save(store: Store, actor: Actor, item_id: int, version: int, text: str) -> None:
        from nämndtui.workflow.agenda import item_content

        value = parse(text)
        if field.table == "proposals":
            item_content.set_proposal(store, actor, item_id, _source(field), value, version)
        elif field.table == "item_cases":
            item_content.set_item_cases(store, actor, item_id, value)
        else:
            item_content.edit_item(store, actor, item_id, version, **{field.name: value})

    return save
