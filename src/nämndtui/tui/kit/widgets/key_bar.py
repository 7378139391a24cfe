"""The bottom line: at most seven keys, help first, leaving last. A click is a key press."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from textual import events
from textual.binding import ActiveBinding
from textual.content import Content
from textual.reactive import reactive
from textual.screen import Screen
from textual.widget import Widget

from nämndtui.tui.kit.safe_text import plain

MOST_KEYS = 7


@dataclass(frozen=True)
class ShownKey:
    """One key in the line."""

    key: str
    name: str
    label: str
    enabled: bool
    tooltip: str

    @property
    def width(self) -> int:
        """Cells taken, with the blank on each side."""
        return len(self.name) + len(self.label) + 3


class KeyBar(Widget):
    """One line, drawn in one piece: it follows the focus without being built anew each time."""

    ALLOW_SELECT = False
    keys: reactive[tuple[ShownKey, ...]] = reactive(())

    def on_mount(self) -> None:
        """Follow what is possible."""
        self.screen.bindings_updated_signal.subscribe(self, self._bindings_changed)

    def _bindings_changed(self, screen: Screen[Any]) -> None:
        if screen is self.screen and self.is_attached:
            self.keys = self._fitting()

    def on_resize(self) -> None:
        """Other widths hold other numbers of keys."""
        self.keys = self._fitting()

    def _fitting(self) -> tuple[ShownKey, ...]:
        """Help, the nearest commands, the app's own; as many of the nearest as there is room for.

        What is left out stands in the palette and in the help.
        """
        first, nearest, last = ([_shown(b) for b in part] for part in self._parts())
        room = self.size.width - sum(key.width for key in (*first, *last))
        fitting: list[ShownKey] = []
        for key in nearest[: MOST_KEYS - len(first) - len(last)]:
            room -= key.width
            if room < 0:
                break
            fitting.append(key)
        return (*first, *fitting, *last)

    def _parts(self) -> tuple[list[ActiveBinding], list[ActiveBinding], list[ActiveBinding]]:
        """The shown bindings, each action once: help, the nearest first, the app's."""
        found: dict[tuple[int, str], ActiveBinding] = {}
        for active in self.screen.active_bindings.values():
            if active.binding.show:
                found.setdefault((id(active.node), active.binding.action), active)
        bindings = list(found.values())
        help_key = [b for b in bindings if b.binding.key == "f1"]
        of_app = [b for b in bindings if b.node is self.app and b not in help_key]
        others = [b for b in bindings if b.node is not self.app and b not in help_key]
        of_app.sort(key=lambda active: active.binding.key == "ctrl+q")
        return help_key, others, of_app

    def render(self) -> Content:
        """``F1 Hjälp  F2 Nytt …``."""
        parts: list[Content] = []
        for key in self.keys:
            dim = "" if key.enabled else " dim"
            parts.append(plain(f" {key.name}", f"$footer-key-foreground bold{dim}"))
            parts.append(plain(f" {key.label} ", dim.strip()))
        return Content("").join(parts)

    def _key_at(self, x: int) -> ShownKey | None:
        for key in self.keys:
            x -= key.width
            if x < 0:
                return key
        return None

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Explain the key under the pointer."""
        key = self._key_at(event.x)
        self.tooltip = plain(key.tooltip) if key else None

    def on_click(self, event: events.Click) -> None:
        """Press the key."""
        event.stop()
        key = self._key_at(event.x)
        if key is not None and key.enabled:
            self.app.simulate_key(key.key)


def _shown(active: ActiveBinding) -> ShownKey:
    binding = active.binding
    return ShownKey(
        binding.key,
        binding.key_display or binding.key,
        binding.description,
        active.enabled,
        active.tooltip,
    )
