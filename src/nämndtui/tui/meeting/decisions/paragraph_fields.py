"""The fields of a § in the minutes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from nämndtui.model.agenda.meeting import Paragraph
from nämndtui.model.text.point_text import points_to_text, text_to_points
from nämndtui.store.drafts.draft_key import PARAGRAPHS
from nämndtui.tui.meeting.shared.field_spec import FieldSpec, stored_parts

if TYPE_CHECKING:
    from nämndtui.store.database import Store
    from nämndtui.workflow.core.actor import Actor

ParagraphSpec = FieldSpec[Paragraph]


def _save(field: str, parse: Callable[[str], Any]) -> Callable[[Store, Actor, int, int, str], Any]:
    def save(store: Store, actor: Actor, paragraph_id: int, version: int, text: str) -> None:
        from nämndtui.workflow.minutes.minutes import edit_paragraph

        edit_paragraph(store, actor, paragraph_id, version, **{field: parse(text)})

    return save


def _text(name: str, label: str, placeholder: str) -> ParagraphSpec:
    return FieldSpec(
        name,
        label,
        PARAGRAPHS,
        name,
        lambda paragraph: str(getattr(paragraph, name)),
        _save(name, str),
        lambda _, paragraph: paragraph.version,
        placeholder=placeholder,
    )


PARAGRAPH_FIELDS: tuple[ParagraphSpec, ...] = (
    FieldSpec(
        "points",
        "Beslut",
        PARAGRAPHS,
        "points",
        lambda paragraph: points_to_text(paragraph.points),
        _save("points", text_to_points),
        lambda _, paragraph: paragraph.version,
        kind="points",
        shown=lambda stored: points_to_text(stored_parts(stored)),
    ),
    _text("motions", "Yrkanden", "Vem yrkade vad?"),
    _text("procedure", "Beslutsgång", "Hur ställde ordföranden proposition?"),
    _text("vote", "Omröstning", "Vad var ja och nej, vad blev resultatet, hur röstade var och en?"),
    _text("disqualification", "Jäv", "Vem anmälde jäv?"),
    _text("reservations", "Reservationer", "Vem reserverade sig?"),
    _text("notes", "Anteckningar", "Protokollsanteckning eller särskilt yttrande?"),
)
"""``vote`` and the others are free text; the law's wants are told under them (KL 5:67)."""
