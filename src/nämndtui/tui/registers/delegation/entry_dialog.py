"""Delegated decisions typed on one line each, completed and checked while they are typed."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from nämndtui.model.calendar.swedish_dates import short_date
from nämndtui.model.delegation.checks import DecisionFinding
from nämndtui.model.delegation.entry import Completion
from nämndtui.model.text.errors import InvalidInputError
from nämndtui.tui.kit.commands.command import Command, Commands
from nämndtui.tui.kit.forms.form_field import Answers, FormField
from nämndtui.tui.kit.forms.form_view import FormView
from nämndtui.tui.kit.safe_text import joined, one_line, plain
from nämndtui.tui.kit.widgets.sure_pages import SurePages
from nämndtui.tui.registers.delegation.decision_forms import RegisterDialog, registered_words

if TYPE_CHECKING:
    from nämndtui.store.database import Store
    from nämndtui.workflow.core.actor import Actor
    from nämndtui.workflow.delegation.delegated_decisions import Registered

_MOVES = {"up": "cursor_up", "down": "cursor_down"}
_HELP = (
    "Till exempel B 36 verksamhetschef on/2026:88 Yttrande till IVO. Datum först om det inte är "
    "i dag, namn i parentes efter rollen, ! och skälet sist om det är brådskande."
)


@dataclass(frozen=True)
class Reading:
    """How a line goes on, or how it is understood."""

    completions: tuple[Completion, ...] = ()
    words: str = ""
    findings: tuple[DecisionFinding, ...] = ()


class TakeCompletion(Command["EntryDialog"]):
    """Ta det markerade förslaget. Enter gör samma sak så länge det finns förslag."""

    key = "tab"
    label = "Ta förslaget"
    footer = True
    act = "take"

    @classmethod
    def available(cls, host: EntryDialog) -> bool:
        """Only when there is one."""
        return bool(host.reading.completions)


class EntryForm(FormView):
    """One line; what Enter does there is for the dialog to say."""

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Not on to the next field: the dialog completes or registers."""
        event.prevent_default()


class EntryDialog(RegisterDialog):
    """One line after the other; Esc leaves. Enter completes, then registers."""

    OFFERED: ClassVar[Commands] = (TakeCompletion,)
    reading = Reading()
    last_id = 0
    """The decision registered last, for the list to go to."""

    def __init__(self, committee_id: int) -> None:
        def register(store: Store, actor: Actor, answers: Answers, despite: bool) -> Registered:
            from nämndtui.workflow.delegation.delegated_decisions import enter_decision

            return enter_decision(store, actor, committee_id, answers["line"], despite)

        line = FormField("line", "Beslut", required=True, help=_HELP)
        super().__init__("Nytt delegationsbeslut", (line,), register)
        self.form = EntryForm((line,))
        self.add_class("entry")
        self._committee_id = committee_id
        self._choices = SurePages(id="entry-choices", markup=False)
        self._choices.can_focus = False
        self._understood = Static(markup=False, classes="entry-understood")

    def content(self) -> ComposeResult:
        """The line, how it can go on, how it is understood."""
        yield self.form
        yield self._choices
        yield self._understood
        yield self._error

    def on_mount(self) -> None:
        self.look_up()

    @property
    def line(self) -> Input:
        return self.form.rows[0].query_one(Input)

    def on_form_row_edited(self) -> None:
        """Complete and check what is typed."""
        if self.line.value:  # empty again, it has just been registered: let it be told
            self._error.display = False
        self.look_up()

    def look_up(self) -> None:
        """Read how the line can go on and how it is understood."""
        committee_id, line, today = self._committee_id, self.line.value, self.namnd.session.today
        self.read("rad", lambda found: _reading(found, committee_id, line, today), self._show)

    def _show(self, reading: Reading) -> None:
        self.reading = reading
        self._choices.clear_options()
        self._choices.add_options([Option(_choice(one)) for one in reading.completions])
        self._choices.display = bool(reading.completions)
        self._choices.highlighted = 0 if reading.completions else None
        self._understood.update(_understood(reading))
        self._understood.display = bool(reading.words)
        self.refresh_bindings()

    def take(self) -> None:
        """Put the highlighted completion in the line."""
        index = self._choices.highlighted
        if index is not None and index < len(self.reading.completions):
            self.line.value = self.reading.completions[index].line
            self.line.cursor_position = len(self.line.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter completes, and registers a whole line."""
        event.stop()
        if self.reading.completions:
            self.take()
        else:
            self.submit()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click takes."""
        event.stop()
        self.take()

    def on_key(self, event: events.Key) -> None:
        """Arrows move among the completions though the line has focus."""
        if event.key in _MOVES and self.line.has_focus:
            event.stop()
            event.prevent_default()
            getattr(self._choices, f"action_{_MOVES[event.key]}")()

    def saved(self, result: Any) -> None:
        """Keep the box open for the next line; once it has been left, only tell."""
        if self.answered:
            self.namnd.say(registered_words(result))
            return
        self.last_id = result.decision_id
        kept = self._draft
        self.forget_draft()
        self._draft, self._drafted = kept, None
        self.line.value = ""
        self.form.rows[0].editor.focus()
        self._tell(f"● {registered_words(result)}")


def _reading(connection: sqlite3.Connection, committee_id: int, line: str, today: date) -> Reading:
    from nämndtui.workflow.delegation.delegated_decisions import (
        completions,
        findings_of,
        read_entry,
    )

    found = completions(connection, committee_id, line, today)
    if found or not line.strip():
        return Reading(found)
    try:
        one = read_entry(connection, committee_id, line, today)
    except InvalidInputError as error:
        return Reading(words=str(error))
    who = f"{one.role} ({one.decider or 'namn saknas'})"
    day = short_date(one.decided_on, year=True)
    urgent = " · ▲ brådskande" if one.urgent else ""
    words = f"{day} · {one.point} · {who} · {one.dnr} · {one.description}{urgent}"
    return Reading((), words, findings_of(connection, one, today))


def _choice(one: Completion) -> Content:
    label = "" if one.label == "roll" else f"  {one_line(one.label, 60)}"
    return joined(plain(one_line(one.line, 60), "bold"), plain(label, "dim"))


def _understood(reading: Reading) -> Content:
    lines: Sequence[str] = [
        reading.words,
        *(f"{'▲' if finding.stop else '?'} {finding.text}" for finding in reading.findings),
    ]
    return plain("\n".join(lines))
