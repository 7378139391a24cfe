"""The fields of the memo behind an item, and the memo as it is being typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from nämndtui.model.agenda.agenda_item import AgendaItem, MemoSignature, StaffMemo
from nämndtui.model.calendar.swedish_dates import parse_date
from nämndtui.model.text.errors import InvalidInputError
from nämndtui.tui.kit.text import list_text
from nämndtui.tui.meeting.shared.field_spec import FieldSpec, stored_parts

if TYPE_CHECKING:
    from nämndtui.store.database import Store
    from nämndtui.workflow.core.actor import Actor

ItemSpec = FieldSpec[AgendaItem]


def memo_as_typed(memo: StaffMemo | None, typed: Mapping[str, str]) -> StaffMemo | None:
    """The memo with what stands in its fields (``memo_…`` → text); None while all are empty."""
    if memo is None and not any(typed.get(spec.name, "").strip() for spec in MEMO_FIELDS):
        return None
    return StaffMemo(
        date=_day(typed.get("memo_date", "")) or (memo.date if memo else None),
        references=list_text.parse_words(typed.get("memo_references", "")),
        addressee=typed.get("memo_addressee", ""),
        body=typed.get("memo_body", ""),
        signatures=list_text.parse_signatures(typed.get("memo_signatures", "")),
    )


def _day(text: str) -> date | None:
    try:
        return parse_date(text)
    except InvalidInputError:
        return None  # half a date, while it is being typed


def _save_memo(
    field: str, parse: Callable[[str], Any]
) -> Callable[[Store, Actor, int, int, str], Any]:
    def save(store: Store, actor: Actor, item_id: int, version: int, text: str) -> None:
        from nämndtui.workflow.agenda.item_content import edit_memo

        edit_memo(store, actor, item_id, version, **{field: parse(text)})

    return save


def _memo(
    name: str,
    label: str,
    value: Callable[[StaffMemo], str],
    parse: Callable[[str], Any] = str,
    **more: Any,
) -> ItemSpec:
    return FieldSpec(
        f"memo_{name}",
        label,
        "memos",
        {"references": "officials"}.get(name, name),
        lambda item: value(item.memo) if item.memo else "",
        _save_memo(name, parse),
        lambda view, item: view.versions.memo(item.id),
        **more,
    )


MEMO_FIELDS = (
    _memo(
        "date",
        "Datum",
        lambda memo: memo.date.isoformat() if memo.date else "",
        lambda text: parse_date(text) if text.strip() else None,
        kind="line",
        placeholder="till exempel 2026-11-17",
    ),
    _memo(
        "references",
        "Referens",
        lambda memo: ", ".join(memo.references),
        list_text.parse_words,
        kind="line",
        placeholder="handläggare, med komma emellan",
        shown=lambda stored: ", ".join(stored_parts(stored)),
    ),
    _memo(
        "addressee",
        "Mottagare",
        lambda memo: memo.addressee,
        kind="line",
        placeholder="tomt = nämnden",
    ),
    _memo(
        "body",
        "Skrivelsens text",
        lambda memo: memo.body,
        placeholder="## ger en rubrik …",
    ),
    _memo(
        "signatures",
        "Underskrift",
        lambda memo: list_text.signatures_text(memo.signatures),
        list_text.parse_signatures,
        placeholder="Namn, titel – en på varje rad …",
        shown=lambda stored: list_text.signatures_text(
            MemoSignature(**part) for part in stored_parts(stored)
        ),
    ),
)
