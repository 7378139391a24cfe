"""What is recorded at the item: a short list where each row can be changed or taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from nämndtui.tui.kit.commands.command import Command, CommandHost, Commands
from nämndtui.tui.meeting.decisions import fact_dialogs
from nämndtui.tui.meeting.decisions.facts import (
    JAV,
    MOVED,
    OUT,
    STATEMENT,
    VOTE,
    Fact,
    fact_content,
    facts_of,
)
from nämndtui.tui.meeting.decisions.secret_vote import secret_vote
from nämndtui.tui.meeting.decisions.vote_dialog import VoteDialog
from nämndtui.tui.meeting.shared.meeting_view import MeetingView
from nämndtui.tui.meeting.shared.row_list import RowList

if TYPE_CHECKING:
    from nämndtui.model.agenda.agenda_item import AgendaItem
    from nämndtui.store.database import Store
    from nämndtui.workflow.core.actor import Actor


def edit(host: FactList) -> None:
    """Open the form of what the row stands for."""
    fact, item, view = host.fact, host.item, host.view
    if fact is None or item is None or view is None:
        return
    record, at = view.record, view.serving_at(item.id)
    if fact.kind == MOVED:
        moved = next(one for one in record.moved if one.id == fact.row_id)
        host.app.push_screen(fact_dialogs.yrkande(record, at, item, moved))
    elif fact.kind == VOTE:
        vote = next(one for one in record.votes if one.id == fact.row_id)
        host.app.push_screen(
            secret_vote(item, vote, view.may_sit)
            if vote.secret
            else VoteDialog(record, at, item, vote)
        )
    elif fact.kind == STATEMENT:
        said = next(one for one in record.statements if one.id == fact.row_id)
        host.app.push_screen(fact_dialogs.statement(at, item, said.kind, said.persons, said))


def toggle_withdrawn(host: FactList) -> None:
    """A yrkande is withdrawn, or stands again."""
    from nämndtui.workflow.decisions.yrkanden import edit_moved

    fact, item = host.fact, host.item
    if fact is not None and item is not None:
        item_id, gone = item.id, not fact.gone
        host.namnd.write(
            lambda store, actor: edit_moved(store, actor, item_id, fact.row_id, withdrawn=gone)
        )


def remove(host: FactList) -> None:
    """Take the row away."""
    fact, item = host.fact, host.item
    if fact is not None and item is not None:
        item_id = item.id
        host.namnd.write(
            lambda store, actor: _remove(store, actor, item_id, fact),
            notice=f"{fact.label} är borttaget. Ctrl+Z ångrar.",
        )


def _remove(store: Store, actor: Actor, item_id: int, fact: Fact) -> None:
    from nämndtui.workflow.attendance.disqualifications import (
        take_back_disqualification,
        take_part_again,
    )
    from nämndtui.workflow.decisions.statements import take_back_statement
    from nämndtui.workflow.decisions.votes import remove_vote
    from nämndtui.workflow.decisions.yrkanden import remove_moved

    verbs = {
        JAV: take_back_disqualification,
        OUT: take_part_again,
        MOVED: remove_moved,
        VOTE: remove_vote,
        STATEMENT: take_back_statement,
    }
    verbs[fact.kind](store, actor, item_id, fact.row_id)


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
    act = staticmethod(edit)

    @classmethod
    def available(cls, host: FactList) -> bool:
        """Not for jäv, which is either there or not."""
        return super().available(host) and host.kind not in (JAV, OUT)


class WithdrawMotion(_OnFact):
    """Yrkandet återtas. Det sparas men står inte i protokollet (KL 5:67)."""

    key = "w"
    label = "Återtas"
    footer = True
    act = staticmethod(toggle_withdrawn)

    @classmethod
    def available(cls, host: FactList) -> bool:
        """For yrkanden."""
        return host.kind == MOVED and host.view is not None and host.view.recording


class RemoveFact(_OnFact):
    """Ta bort raden, om den kom till av misstag."""

    key = "delete"
    label = "Ta bort"
    footer = True
    act = staticmethod(remove)


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
            edit(self)

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        """Other commands may be possible on this row."""
        event.stop()
        self.refresh_bindings()
