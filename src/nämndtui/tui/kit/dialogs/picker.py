"""Picking one of many by typing: cases, persons, search hits, commands."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from nämndtui.tui.kit.dialogs.dialog import Dialog
from nämndtui.tui.kit.fields.line_input import LineInput
from nämndtui.tui.kit.safe_text import one_line, plain
from nämndtui.tui.kit.widgets.sure_pages import SurePages

KeyT = TypeVar("KeyT")
MOST_CHOICES = 50
_LIST_KEYS = {
    "up": "cursor_up",
    "down": "cursor_down",
    "pageup": "page_up",
    "pagedown": "page_down",
}


@dataclass(frozen=True)
class Choice(Generic[KeyT]):
    """One row to pick: what is returned, the text, something quieter after it.

    ``lead`` stands in a column of its own before the text: a diary number, a §, a key; ``below``
    on a line of its own under it.
    """

    key: KeyT
    text: str
    detail: str = ""
    lead: str = ""
    below: str = ""

    def prompt(self, lead_width: int) -> Content:
        """Lead, text and detail on one line, and what stands ``below`` them on a second."""
        parts = [plain(one_line(self.text))]
        if lead_width:
            parts.insert(0, plain(one_line(self.lead).ljust(lead_width + 2), "bold"))
        if self.detail:
            parts += [Content("  "), plain(one_line(self.detail), "dim")]
        if self.below:
            parts += [Content("\n  "), plain(one_line(self.below))]
        return Content("").join(parts)


class PickerDialog(Dialog[KeyT]):
    """Search-as-you-type. Arrows move in the list while typing; Enter picks; Esc leaves.

    ``search`` answers what is typed; it runs in a thread on a reader's connection and returns at
    most ``MOST_CHOICES`` rows. ``empty`` says what to do when nothing is found.
    """

    def __init__(
        self,
        title: str,
        search: Callable[[sqlite3.Connection, str], Sequence[Choice[KeyT]]],
        placeholder: str = "Skriv för att söka",
        empty: str = "Inget hittades. Pröva ett annat ord.",
    ) -> None:
        super().__init__(title)
        self.add_class("picker")
        self._search = search
        self._placeholder = placeholder
        self._empty = empty
        self._choices: Sequence[Choice[KeyT]] = ()

    def content(self) -> ComposeResult:
        """The field and the list."""
        yield LineInput(placeholder=self._placeholder, id="picker-text")
        yield SurePages(id="picker-list", markup=False)
        yield Static(id="picker-empty", markup=False)

    def on_mount(self) -> None:
        """Show what there is before anything is typed."""
        self.query_one("#picker-list").can_focus = False
        self.query_one("#picker-text").focus()
        self.look_up("")

    def look_up(self, text: str) -> None:
        """Start a search."""
        self.read("val", lambda connection: self._search(connection, text), self.show_choices)

    def show_choices(self, choices: Sequence[Choice[KeyT]]) -> None:
        """Fill the list."""
        self._choices = choices[:MOST_CHOICES]
        listed = self.query_one("#picker-list", OptionList)
        listed.clear_options()
        width = max((len(choice.lead) for choice in self._choices), default=0)
        listed.add_options([Option(choice.prompt(width)) for choice in self._choices])
        listed.highlighted = 0 if self._choices else None
        listed.display = bool(self._choices)
        self.query_one("#picker-empty", Static).update(plain("" if self._choices else self._empty))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search anew."""
        event.stop()
        self.look_up(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Pick the highlighted row."""
        event.stop()
        index = self.query_one("#picker-list", OptionList).highlighted
        if index is not None and index < len(self._choices):
            self.dismiss(self._choices[index].key)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click picks."""
        event.stop()
        if event.option_index < len(self._choices):
            self.dismiss(self._choices[event.option_index].key)

    def on_key(self, event: events.Key) -> None:
        """Arrows move in the list though the field has focus."""
        action = _LIST_KEYS.get(event.key)
        if action:
            event.stop()
            event.prevent_default()
            getattr(self.query_one("#picker-list", OptionList), f"action_{action}")()
