"""Texts in a meeting's §§ that somebody has typed and not saved: they are settled before closing.

What is closed or adjusted would otherwise lack them without anybody having said so.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from nämndtui.model.calendar.swedish_dates import short_date
from nämndtui.model.text.errors import RefusedError, StaleVersionError
from nämndtui.model.text.vocabulary import VALUES
from nämndtui.store.core.change import Change
from nämndtui.store.database import Store
from nämndtui.store.drafts.draft_key import PARAGRAPHS, DraftKey
from nämndtui.store.drafts.drafts import forget_drafts, unsaved_minutes
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.record.minutes_texts import write_texts


@dataclass(frozen=True)
class UnsavedText:
    """A draft: whose, where and since when. ``number`` is the §, None at an item without one."""

    user: str
    key: DraftKey
    text: str
    base_version: int
    saved_at: datetime
    item_id: int
    title: str
    number: int | None

    @property
    def savable(self) -> bool:
        """True for a text in a §; a half-filled dialog must be finished by hand."""
        return self.key.table == PARAGRAPHS

    @property
    def words(self) -> str:
        """``§ 94 Beslut (anna, tis 8 dec kl. 19.04)``."""
        where = f"§ {self.number}" if self.number else self.title
        what = VALUES["minutes_field"].get(self.key.column, self.key.column)
        when = f"{short_date(self.saved_at.date())} kl. {self.saved_at:%H.%M}"
        return f"{where} {what} ({self.user}, {when})"


class UnsavedTextsError(RefusedError):
    """The act must wait until ``texts`` are saved or thrown away."""

    def __init__(self, texts: Sequence[UnsavedText]) -> None:
        self.texts = tuple(texts)
        told = "; ".join(one.words for one in texts[:5])
        super().__init__(
            "Det finns text som inte är sparad. Spara den eller släng den först: "
            f"{told}{' …' if len(texts) > 5 else ''}"
        )


def unsaved_texts(
    connection: sqlite3.Connection, meeting_id: int, numbers: Collection[int] | None = None
) -> tuple[UnsavedText, ...]:
    """Anybody's unsaved texts in the meeting's §§ that are not adjusted (``numbers`` None: all)."""
    return tuple(
        UnsavedText(
            row["user"],
            DraftKey.of(row),
            row["text"],
            row["base_version"],
            datetime.fromisoformat(row["saved_at"]),
            row["item_id"],
            row["title"],
            row["paragraph"],
        )
        for row in unsaved_minutes(connection, meeting_id)
        if row["adjusted_on"] is None and (numbers is None or row["paragraph"] in numbers)
    )


def check_saved(change: Change, meeting_id: int, numbers: Collection[int] | None = None) -> None:
    """Raise UnsavedTextsError while something is not saved in those §§."""
    found = unsaved_texts(change.connection, meeting_id, numbers)
    if found:
        raise UnsavedTextsError(found)


def save_unsaved(
    store: Store,
    actor: Actor,
    texts: Sequence[UnsavedText],
    read_points: Callable[[str], Sequence[str]],
) -> None:
    """Save the texts, whoever typed them; ``read_points`` reads a decision's points.

    Raises RefusedError for a half-filled dialog, and for a § saved by somebody since.
    """
    with store.change("save_unsaved", actor.user, actor.now) as change:
        begun: set[int] = set()
        for one in texts:
            if not one.savable:
                raise RefusedError(f"{one.words} är en halvifylld ruta: gör klar den eller släng.")
            value = read_points(one.text) if one.key.column == "points" else one.text
            # The first text of a § is held against its version; the others follow on it.
            version = None if one.key.row_id in begun else one.base_version
            begun.add(one.key.row_id)
            try:
                write_texts(change, one.key.row_id, version, **{one.key.column: value})
            except StaleVersionError as error:
                raise RefusedError(
                    f"{one.words} har sparats av någon annan sedan dess. Gå dit och välj text."
                ) from error
        forget_drafts(change.connection, [(one.key, one.user) for one in texts])
        numbers = sorted({one.number for one in texts if one.number})
        change.summary = f"Sparade text i § {', '.join(map(str, numbers))}"


def throw_away(store: Store, texts: Sequence[UnsavedText]) -> None:
    """Forget the texts; drafts are no facts, so this leaves no history and cannot be undone."""
    with store.connection:
        forget_drafts(store.connection, [(one.key, one.user) for one in texts])
