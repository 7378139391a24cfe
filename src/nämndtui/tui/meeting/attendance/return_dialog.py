"""When the meeting resumes: is everybody who was here back? (F 8)"""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.widgets import Button

from nämndtui.model.people.persons import Person
from nämndtui.tui.kit.dialogs.dialog import Dialog, button, text_line


class ReturnDialog(Dialog[bool]):
    """Who was here when the break began. Returns True when all are back; else the roll is next.

    Whoever left for another reason than jäv may not serve again the same day.
    """

    def __init__(self, people: Sequence[Person]) -> None:
        super().__init__("Alla som var här är tillbaka?")
        self._people = people

    def content(self) -> ComposeResult:
        """The names, as they are called out."""
        yield text_line(", ".join(one.name_with_party for one in self._people))
        yield text_line("Den som gått tas bort i närvaron med Mellanslag.")

    def buttons(self) -> ComposeResult:
        """The roll first: it is what the question is for."""
        yield button("Se över närvaron", "roll")
        yield button("Alla är tillbaka", "all", main=True)

    def on_mount(self) -> None:
        self.query_one("#roll").focus()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Answer."""
        event.stop()
        self.dismiss(event.button.id == "all")
