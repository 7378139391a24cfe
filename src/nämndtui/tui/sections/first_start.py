"""The first start: five short questions, or a look at the example first.

What nobody can know is asked with a grey example; the rest has an answer in place.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from textual.app import ComposeResult
from textual.containers import Center, Horizontal, Vertical
from textual.screen import Screen
from textual.widgets import Button, Static

from nämndtui.model.people.committee import Committee, CommitteeSettings, checked_code
from nämndtui.model.text.errors import InvalidInputError, NamndError
from nämndtui.model.text.system_reason import system_reason
from nämndtui.tui.kit.commands.command import Command, CommandHost
from nämndtui.tui.kit.dialogs.dialog import button
from nämndtui.tui.kit.forms.form_field import Answers, FormField
from nämndtui.tui.kit.forms.form_row import FormRow
from nämndtui.tui.kit.forms.form_view import FormView
from nämndtui.tui.kit.safe_text import plain
from nämndtui.tui.kit.styles import style_sheets
from nämndtui.tui.kit.widgets.key_bar import KeyBar
from nämndtui.tui.sections.setting_fields import pattern_example

if TYPE_CHECKING:
    from nämndtui.store.database import Store
    from nämndtui.workflow.core.actor import Actor

PATTERNS = (
    "{prefix}/{year}:{serial}",
    "{prefix} {year}/{serial:05d}",
    "{prefix}-{year}-{serial:04d}",
    "{year}/{serial}",
)
_EXAMPLE_CODE = "ON"
_WELCOME = (
    "Här finns ingen databas än. Svara på frågorna, så skapas den. Allt går att ändra sedan. "
    "Eller titta först på en påhittad nämnd med ett helt år av sammanträden."
)


class Begin(Command["FirstStartScreen"]):
    """Skapa databasen med det du har fyllt i."""

    key = "ctrl+s"
    label = "Börja"
    footer = True
    writes = True
    act = "begin"


class LookAtExample(Command["FirstStartScreen"]):
    """Öppna en påhittad nämnd att pröva i. Den ligger i en egen fil."""

    key = "f2"
    label = "Exempelnämnden"
    footer = True
    writes = True
    act = "open_example"


class FirstStartScreen(CommandHost, Screen[None]):
    """Shown when there is no database, or none with a committee."""

    CSS_PATH = style_sheets("dialogs", "forms", "sections")
    TITLE = "Första starten"
    HELP = _WELCOME
    OFFERED = (Begin, LookAtExample)

    def compose(self) -> ComposeResult:
        with Center(id="start-center"), Vertical(classes="dialog-box", id="start-box") as box:
            box.border_title = "Välkommen till NämndTUI"
            yield Static(plain(self._greeting()), markup=False, id="start-greeting")
            yield FormView(self._fields())
            yield Static(markup=False, classes="form-error", id="start-error")
            with Horizontal(classes="dialog-buttons"):
                yield button("Titta på exempelnämnden först", "example")
                yield button("Börja", "begin", main=True)
        yield KeyBar()

    def on_mount(self) -> None:
        self.query_one("#start-error").display = False
        self.query_one(FormView).focus_field()
        self._show_example_number()
        if self.namnd.read_only:
            self.query_one(FormView).disabled = True
            for each in self.query(Button):
                each.disabled = True

    def _greeting(self) -> str:
        if self.namnd.read_only:
            return f"{self.namnd.startup_error} Programmet är öppnat skrivskyddat."
        path = self.namnd.session.path
        return f"{self.namnd.startup_error} {_WELCOME}" if os.path.exists(path) else _WELCOME

    def _fields(self) -> tuple[FormField, ...]:
        patterns = tuple(
            (p, pattern_example(p, _EXAMPLE_CODE, self.namnd.session.today).rpartition(": ")[2])
            for p in PATTERNS
        )
        return (
            FormField(
                "municipality",
                "Kommun",
                placeholder="till exempel Norrviks kommun",
                required=True,
            ),
            FormField("name", "Nämnd", placeholder="till exempel Omsorgsnämnden", required=True),
            FormField(
                "code",
                "Förkortning",
                placeholder=f"till exempel {_EXAMPLE_CODE}",
                required=True,
                help="Bokstäver och siffror. Står först i diarienumren.",
                parse=checked_code,
            ),
            FormField("dnr_pattern", "Diarienummer", "choice", PATTERNS[0], choices=patterns),
            FormField(
                "path",
                "Filen läggs i",
                default=self.namnd.session.path,
                required=True,
                help="En enda fil. Lägg den där den säkerhetskopieras.",
            ),
        )

    def on_form_row_edited(self, event: FormRow.Edited) -> None:
        """Show the diary number as it will look."""
        self._show_example_number()

    def _show_example_number(self) -> None:
        rows = {row.field.name: row for row in self.query_one(FormView).rows}
        prefix = str(rows["code"].entered).strip() or _EXAMPLE_CODE
        example = pattern_example(rows["dnr_pattern"].entered, prefix, self.namnd.session.today)
        rows["dnr_pattern"].show_help(example)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """One of the two."""
        event.stop()
        if event.button.id == "begin":
            self.begin()
        else:
            self.open_example()

    def begin(self) -> None:
        """Create the database and its committee."""
        answers = self.query_one(FormView).answers()
        if answers is not None:
            self._make(os.path.expanduser(answers["path"]), _creation(answers))

    def open_example(self) -> None:
        """Create the example beside the place of the real file, and open it."""
        from nämndtui.tui.sections.example import example_path, fill_example

        path = example_path(self.namnd.session.path)
        self.namnd.say("Lägger upp exempelnämnden …")
        self._make(path, fill_example)

    def _make(self, path: str, fill: Any) -> None:
        try:
            os.makedirs(os.path.dirname(os.path.abspath(path)), exist_ok=True)
        except OSError as error:
            wrong = f"Mappen går inte att skapa ({system_reason(error)}). Välj en annan plats."
            self._refused(InvalidInputError(wrong, "path"))
            return
        self.namnd.change_file(path)
        self.namnd.write(fill, then=lambda _: self.namnd.open_file(), failed=self._refused)

    def _refused(self, error: NamndError) -> bool:
        form = self.query_one(FormView)
        if not (isinstance(error, InvalidInputError) and form.show_error(error)):
            message = self.query_one("#start-error", Static)
            message.update(plain(f"▲ {error}"))
            message.display = True
        return True


def _creation(answers: Answers) -> Any:
    def create(store: Store, actor: Actor) -> None:
        from nämndtui.workflow.people.committees import create_committee

        settings = CommitteeSettings(dnr_prefix=answers["code"], dnr_pattern=answers["dnr_pattern"])
        draft = Committee(0, answers["code"], answers["name"], answers["municipality"], settings)
        create_committee(store, actor, draft)

    return create
