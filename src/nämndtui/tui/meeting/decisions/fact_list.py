"""What is recorded at the item: a short list where each row can be changed or taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from nämndtui.tui.kit.commands.command import Command, CommandHost, Commands
from nämndtui.tui.meeting.decisions import fact_acts
from nämndtui.tui.meeting.decisions.facts import JAV, MOVED, OUT, Fact, fact_content, facts_of
from nämndtui.tui.meeting.shared.meeting_view import MeetingView
from nämndtui.tui.meeting.shared.row_list import RowList

if TYPE_CHECKING:
    from nämndtui.model.agenda.agenda_item import AgendaItem


class _OnFact(Command["FactList"]):
    """A command on the row with the cursor."""

    group = "uppgift"
    writes = True

    @classmethod
    def available(cls, host: FactList) -> bool:
        """While facts may be put right."""
        return host.view is not None and host.view.recording and host.fact is not None


class EditFact(_OnFact):
    """Ändra det som står på raden."""

    key = "enter"
    label = "Ändra"
    footer = True

    @classmethod
    def available(cls, host: FactList) -> bool:
        """Not for jäv, which is either there or not."""
        return super().available(host) and host.kind not in (JAV, OUT)

    @classmethod
    def run(cls, host: FactList) -> None:
        """Open the form."""
        fact_acts.edit(host)


class WithdrawMotion(_OnFact):
    """Yrkandet återtas. Det sparas men står inte i protokollet (KL 5:67)."""

    key = "w"
    label = "Återtas"
    footer = True

    @classmethod
    def available(cls, host: FactList) -> bool:
        """For yrkanden."""
        return host.kind == MOVED and host.view is not None and host.view.recording

    @classmethod
    def run(cls, host: FactList) -> None:
        """Withdraw, or let it stand again."""
        fact_acts.toggle_withdrawn(host)


class RemoveFact(_OnFact):
    """Ta bort raden, om den kom till av misstag."""

    key = "delete"
    label = "Ta bort"
    footer = True

    @classmethod
    def run(cls, host: FactList) -> None:
        """Remove."""
        fact_acts.remove(host)


class FactList(CommandHost, RowList[str]):
    """Yrkanden, votes, reservations and jäv of one item."""

    OFFERED: ClassVar[Commands] = (EditFact, WithdrawMotion, RemoveFact)

    def __init__(self) -> None:
        super().__init__(id="facts")
        self.view: MeetingView | None = None
        self.item: AgendaItem | None = None
        self._facts: dict[str, Fact] = {}

    @property
    def fact(self) -> Fact | None:
        """The row with the cursor."""
        return self._facts.get(self.current or "")

    @property
    def kind(self) -> str:
        """What the row with the cursor is about."""
        return self.fact.kind if self.fact else ""

    def show(self, view: MeetingView, item: AgendaItem | None) -> None:
        """Show what is recorded at an item."""
        self.view, self.item = view, item
        facts = facts_of(view.record, item.id) if item else []
        self._facts = {one.key: one for one in facts}
        self.show_rows([(one.key, fact_content(one)) for one in facts])
        self.display = bool(facts)

    def on_row_list_opened(self, event: RowList.Opened) -> None:
        """Enter or a click edits."""
        event.stop()
        if EditFact.available(self) and not self.namnd.read_only:
            fact_acts.edit(self)

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        """Other commands may be possible on this row."""
        event.stop()
        self.refresh_bindings()
