"""What every screen needs to know: which file, who, when, which committee."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from nämndtui.model.people.committee import Committee

if TYPE_CHECKING:
    from nämndtui.workflow.core.actor import Actor


@dataclass
class Session:
    """One run of the program. ``committee`` is None until the database has one."""

    path: str
    user: str
    clock: Callable[[], datetime]
    read_only: bool = False
    committees: tuple[Committee, ...] = ()
    committee: Committee | None = None

    @property
    def today(self) -> date:
        """The day it is, by the program's clock."""
        return self.clock().date()

    @property
    def committee_id(self) -> int:
        """The chosen committee's id; 0, which no committee has, before one is chosen."""
        return self.committee.id if self.committee else 0

    def actor(self) -> Actor:
        """The user and the moment, for a workflow verb."""
        from nämndtui.workflow.core.actor import Actor

        return Actor(self.user, self.clock())

    def choose(self, committees: tuple[Committee, ...], code: str | None = None) -> None:
        """Take in the committees there are, and choose one.

        The one with ``code`` (any case), else the one already chosen, else the first.
        """
        self.committees = committees
        wanted = (code or "").casefold()
        kept = [c for c in committees if self.committee and c.id == self.committee.id]
        named = [c for c in committees if wanted and c.code.casefold() == wanted]
        self.committee = next(iter([*named, *kept, *committees]), None)
