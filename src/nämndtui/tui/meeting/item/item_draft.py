"""An item as it would be if everything typed were saved: what the live preview shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from nämndtui.model.agenda.agenda_item import AgendaItem, StaffMemo
from nämndtui.model.calendar.swedish_dates import parse_date
from nämndtui.model.text.errors import InvalidInputError
from nämndtui.model.text.point_text import text_to_points
from nämndtui.tui.kit.text import list_text
from nämndtui.tui.meeting.item.item_fields import read_list


def as_typed(item: AgendaItem, typed: Mapping[str, str]) -> AgendaItem:
    """``item`` with the texts in ``typed`` (field name → text) in place of the saved ones."""
    chair_points = text_to_points(typed.get("chair_proposal", ""))
    chair_summary = typed.get("chair_summary", "")
    own: dict[str, Any] = {
        "staff_proposal": text_to_points(typed.get("staff_proposal", "")),
        "chair_proposal": chair_points or None,
        "summary": typed.get("summary", ""),
        "chair_summary": chair_summary if chair_summary.strip() else None,
        "title": typed.get("title", ""),
        "presenters": list_text.parse_presenters(typed.get("presenters", "")),
        "recipients": list_text.parse_recipients(typed.get("recipients", "")),
        "remark": typed.get("remark", ""),
    }
    return replace(item, memo=_memo(item.memo, typed), **own)


def _memo(memo: StaffMemo | None, typed: Mapping[str, str]) -> StaffMemo | None:
    if memo is None and not any(typed.get(f"memo_{name}", "").strip() for name in _MEMO_NAMES):
        return None
    return StaffMemo(
        date=_day(typed.get("memo_date", "")) or (memo.date if memo else None),
        references=read_list(typed.get("memo_references", "")),
        addressee=typed.get("memo_addressee", ""),
        body=typed.get("memo_body", ""),
        signatures=list_text.parse_signatures(typed.get("memo_signatures", "")),
    )


_MEMO_NAMES = ("date", "references", "addressee", "body", "signatures")


def _day(text: str) -> Any:
    try:
        return parse_date(text)
    except InvalidInputError:
        return None  # half a date, while it is being typed
