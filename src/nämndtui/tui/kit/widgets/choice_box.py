"""A list to choose from that folds out, with its key told in Swedish."""

from __future__ import annotations

from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Select

from nämndtui.tui.kit.textual_private import SelectCurrent, SelectOverlay, type_to_search
from nämndtui.tui.kit.widgets.sure_pages import PageKeys


class ChoiceMenu(PageKeys, SelectOverlay):
    """The list folded out."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "Fäll ihop", key_display="Esc")
    ]


class ChoiceBox(Select[Any]):
    """Textual's Select, whose Esc is called by its Swedish name while the list is open."""

    def compose(self) -> ComposeResult:
        """The value that stands, and the list."""
        yield SelectCurrent(self.prompt)
        yield ChoiceMenu(type_to_search=type_to_search(self)).data_bind(compact=Select.compact)
