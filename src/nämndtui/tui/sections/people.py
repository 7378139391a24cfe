"""Förtroendevalda: who holds which office on a day, by office and party."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from nämndtui.model.calendar.swedish_dates import short_date
from nämndtui.model.people.persons import Mandate, Person
from nämndtui.model.text.vocabulary import swedish
from nämndtui.store.people.persons import all_mandates, all_persons
from nämndtui.tui.kit.forms.form_field import Answers, FormField
from nämndtui.tui.kit.frame.section_screen import SectionScreen
from nämndtui.tui.kit.safe_text import cell, plain
from nämndtui.tui.kit.widgets.row_table import Column, RowTable, TableRow
from nämndtui.tui.sections.people_commands import PEOPLE_COMMANDS

_COLUMNS = (
    Column("Uppdrag", 19),
    Column("Namn"),
    Column("Parti", 5),
    Column("Från", 10),
    Column("Till", 10),
)


class PeopleScreen(SectionScreen):
    """The mandates of the committee."""

    SECTION = "people"
    TITLE = "Förtroendevalda"
    HELP = (
        "Nämndens ledamöter och ersättare den dag som står överst. Uppdrag har en första och en "
        "sista dag, så att gamla protokoll stämmer även när någon har bytts ut."
    )
    OFFERED = PEOPLE_COMMANDS

    mandate_id = 0
    _day: date | None = None
    _everyone = False
    _mandates: tuple[Mandate, ...] = ()
    _persons: tuple[Person, ...] = ()

    def body(self) -> ComposeResult:
        """The list, and in a wide terminal the parties' shares."""
        with Horizontal():
            with Vertical(classes="pane titled", id="people-pane"):
                yield RowTable(_COLUMNS, id="people-list")
                yield Static(id="people-empty", classes="empty", markup=False)
            with Vertical(classes="pane titled", id="party-pane") as parties:
                parties.border_title = "Partier"
                yield Static(id="parties", markup=False)

    def on_mount(self) -> None:
        self.query_one("#people-list").focus()

    @property
    def day(self) -> date:
        """The day the list is about."""
        return self._day or self.session.today

    def load(self) -> None:
        """Read every mandate and person; there are never many."""
        committee_id = self.session.committee_id

        def query(
            connection: sqlite3.Connection,
        ) -> tuple[tuple[Mandate, ...], tuple[Person, ...]]:
            return all_mandates(connection, committee_id), all_persons(connection)

        self.read("uppdrag", query, self._take_in)

    def _take_in(self, answer: tuple[tuple[Mandate, ...], tuple[Person, ...]]) -> None:
        self._mandates, self._persons = answer
        self._show()

    def _show(self) -> None:
        valid = [m for m in self._mandates if m.valid_on(self.day)]
        shown = self._mandates if self._everyone else valid
        table = self.query_one("#people-list", RowTable)
        table.show_rows([self._row(mandate) for mandate in shown])
        table.display = bool(shown)
        empty = self.query_one("#people-empty", Static)
        empty.update(plain(self._nothing()))
        empty.display = not shown
        pane = self.query_one("#people-pane")
        which = "Alla uppdrag" if self._everyone else f"Uppdrag {short_date(self.day, year=True)}"
        pane.border_title = which
        pane.border_subtitle = self._summary(valid)
        self.query_one("#parties", Static).update(party_shares(valid))

    def _nothing(self) -> str:
        if self._mandates:
            return "Ingen har uppdrag den dagen. Tryck D för en annan dag eller V för alla."
        return "Inga uppdrag än. Tryck F2 för att lägga till ordföranden och ledamöterna."

    def _summary(self, valid: Sequence[Mandate]) -> str:
        members = sum(m.office != "substitute" for m in valid)
        seats = self.session.committee.settings.seats if self.session.committee else 0
        missing = f"▲ {members} av {seats} platser" if members != seats else f"{seats} platser"
        return f"{missing} · {len(valid) - members} ersättare"

    def _row(self, mandate: Mandate) -> TableRow:
        style = "" if mandate.valid_on(self.day) else "dim"
        until = mandate.valid_to.isoformat() if mandate.valid_to else ""
        cells = (
            swedish("office", mandate.office),
            mandate.person.name,
            mandate.party,
            mandate.valid_from.isoformat(),
            until,
        )
        return TableRow(str(mandate.id), tuple(cell(text, style) for text in cells))

    def on_row_table_moved(self, event: RowTable.Moved) -> None:
        """Remember the row."""
        self.mandate_id = int(event.key or 0)
        self.refresh_bindings()

    def on_row_table_opened(self) -> None:
        """A second click edits."""
        if not self.session.read_only:
            self.edit_mandate()

    # -- commands -----------------------------------------------------------------------------

    def new_mandate(self) -> None:
        """Add a mandate."""
        from nämndtui.tui.sections.people_forms import new_mandate_form

        if self.session.committee is not None:
            form = new_mandate_form(self.session.committee, self._persons, self.session.today)
            self.app.push_screen(form)

    def edit_mandate(self) -> None:
        """Edit the mandate on the row."""
        from nämndtui.tui.sections.people_forms import edit_mandate_form

        committee = self.session.committee
        if committee is not None:
            self._push(lambda m: edit_mandate_form(m, committee, self.session.today))

    def end_mandate(self) -> None:
        """End the mandate on the row."""
        from nämndtui.tui.sections.people_forms import end_mandate_form

        self._push(lambda mandate: end_mandate_form(mandate, self.session.today))

    def edit_person(self) -> None:
        """Edit the person on the row."""
        from nämndtui.tui.sections.people_forms import edit_person_form

        self._push(lambda mandate: edit_person_form(mandate.person))

    def _push(self, form: Callable[[Mandate], Screen[Any]]) -> None:
        mandate = next((m for m in self._mandates if m.id == self.mandate_id), None)
        if mandate is not None:
            self.app.push_screen(form(mandate))

    def choose_day(self) -> None:
        """Ask which day the list is to be about."""
        from nämndtui.tui.kit.dialogs.form_dialog import FormDialog
        from nämndtui.tui.kit.forms.parsing import day_reader

        field = FormField(
            "day",
            "Dag",
            default=self.day.isoformat(),
            required=True,
            parse=day_reader(self.session.today),
        )
        form = FormDialog("Uppdrag vilken dag?", (field,), "Visa")
        self.app.push_screen(form, self._day_chosen)

    def _day_chosen(self, answers: Answers | None) -> None:
        if answers is not None:
            self._day, self._everyone = answers["day"], False
            self._show()

    def toggle_ended(self) -> None:
        """Everyone, or those of the day."""
        self._everyone = not self._everyone
        self._show()


def party_shares(mandates: Sequence[Mandate]) -> Content:
    """How many members and substitutes each party has."""
    members = Counter(m.party or "–" for m in mandates if m.office != "substitute")
    substitutes = Counter(m.party or "–" for m in mandates if m.office == "substitute")
    lines = [plain(f"{'Parti':<8}{'Ledamöter':>10}{'Ersättare':>11}", "bold")]
    for party in sorted(members | substitutes, key=lambda name: (-members[name], name)):
        lines.append(plain(f"{party:<8}{members[party]:>10}{substitutes[party]:>11}"))
    return Content("\n").join(lines)
