"""The fields of an agenda item, section by section."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from nämndtui.model.agenda.agenda_item import (
    AgendaItem,
    MemoSignature,
    Presenter,
    Recipient,
    StaffMemo,
)
from nämndtui.model.calendar.swedish_dates import parse_date
from nämndtui.model.text.clean_text import clean_line
from nämndtui.model.text.point_text import points_to_text, text_to_points
from nämndtui.tui.kit.text import list_text
from nämndtui.tui.meeting.shared.field_spec import FieldSpec, stored_parts
from nämndtui.tui.meeting.shared.meeting_view import MeetingView

if TYPE_CHECKING:
    from nämndtui.store.database import Store
    from nämndtui.workflow.core.actor import Actor

ItemSpec = FieldSpec[AgendaItem]
Parse = Callable[[str], Any]


def _shown_points(stored: object) -> str:
    return points_to_text(stored_parts(stored))


def _save_proposal(source: str) -> Callable[[Store, Actor, int, int, str], Any]:
    def save(store: Store, actor: Actor, item_id: int, version: int, text: str) -> None:
        from nämndtui.workflow.agenda.item_content import set_proposal

        points: tuple[str, ...] | None = text_to_points(text)
        if source == "chair" and not points:
            points = None  # an emptied chair's proposal means that the chair follows the staff's
        set_proposal(store, actor, item_id, source, points, version)

    return save


def _save_own(field: str, parse: Parse) -> Callable[[Store, Actor, int, int, str], Any]:
    def save(store: Store, actor: Actor, item_id: int, version: int, text: str) -> None:
        from nämndtui.workflow.agenda.item_content import edit_item

        edit_item(store, actor, item_id, version, **{field: parse(text)})

    return save


def _save_memo(field: str, parse: Parse) -> Callable[[Store, Actor, int, int, str], Any]:
    def save(store: Store, actor: Actor, item_id: int, version: int, text: str) -> None:
        from nämndtui.workflow.agenda.item_content import edit_memo

        edit_memo(store, actor, item_id, version, **{field: parse(text)})

    return save


def _save_cases(store: Store, actor: Actor, item_id: int, version: int, text: str) -> None:
    from nämndtui.workflow.agenda.item_content import set_item_cases

    set_item_cases(store, actor, item_id, read_list(text))


def read_list(text: str) -> tuple[str, ...]:
    """Words parted by comma or line break."""
    parts = (clean_line(part) for part in text.replace("\n", ",").split(","))
    return tuple(part for part in parts if part)


def _proposal(source: str, label: str, placeholder: str) -> ItemSpec:
    def value(item: AgendaItem) -> str:
        points = item.staff_proposal if source == "staff" else item.chair_proposal or ()
        return points_to_text(points)

    def version(view: MeetingView, item: AgendaItem) -> int:
        return view.versions.proposal(item.id, source)

    return FieldSpec(
        f"{source}_proposal",
        label,
        f"proposals.{source}",
        "points",
        value,
        _save_proposal(source),
        version,
        kind="points",
        placeholder=placeholder,
        shown=_shown_points,
    )


def _own(
    name: str, label: str, value: Callable[[AgendaItem], str], parse: Parse = str, **more: Any
) -> ItemSpec:
    return FieldSpec(
        name,
        label,
        "agenda_items",
        name,
        value,
        _save_own(name, parse),
        lambda _, item: item.version,
        **more,
    )


def _memo(
    name: str, label: str, value: Callable[[StaffMemo], str], parse: Parse = str, **more: Any
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


PROPOSAL_FIELDS = (
    _proposal("staff", "Förvaltningens förslag", "En punkt på varje rad …"),
    _proposal(
        "chair",
        "Ordförandens förslag",
        "Skriv bara om det är ett annat …",
    ),
)
SUMMARY_FIELDS = (
    _own(
        "summary",
        "Sammanfattning",
        lambda item: item.summary,
        placeholder="**fet**, *kursiv*, - lista, | tabell …",
    ),
    _own(
        "chair_summary",
        "Ordförandens sammanfattning",
        lambda item: item.chair_summary or "",
        lambda text: text if text.strip() else None,
        placeholder="Skriv bara om den är en annan …",
    ),
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
        read_list,
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
OTHER_FIELDS = (
    _own("title", "Rubrik", lambda item: item.title, kind="line"),
    FieldSpec[AgendaItem](
        "cases",
        "Diarienummer",
        "item_cases",
        "cases",
        lambda item: ", ".join(item.dnrs),
        _save_cases,
        lambda _, item: 0,
        kind="line",
        placeholder="flera skiljs åt med komma",
    ),
    _own(
        "presenters",
        "Föredragande",
        lambda item: list_text.presenters_text(item.presenters),
        list_text.parse_presenters,
        placeholder="Namn, titel – ämne, en på varje rad …",
        shown=lambda stored: list_text.presenters_text(
            Presenter(**part) for part in stored_parts(stored)
        ),
    ),
    _own(
        "recipients",
        "Expedieras till",
        lambda item: list_text.recipients_text(item.recipients),
        list_text.parse_recipients,
        placeholder="Namn (diarienummer), en på varje rad …",
        shown=lambda stored: list_text.recipients_text(
            Recipient(**part) for part in stored_parts(stored)
        ),
    ),
    _own("remark", "Anmärkning", lambda item: item.remark, placeholder="Skrivs ut under punkten …"),
)
