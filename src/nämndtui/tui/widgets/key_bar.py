"""The bottom line: at most seven keys, help first, leaving last."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import ActiveBinding
from textual.widgets import Footer
from textual.widgets._footer import FooterKey

MOST_KEYS = 7


class KeyBar(Footer):
    """Textual's footer with our order and our limit, so that nothing overflows unseen."""

    def __init__(self) -> None:
        super().__init__(show_command_palette=False, compact=True)

    def compose(self) -> ComposeResult:
        """One key per command shown."""
        if not self._bindings_ready:
            return
        for active in self._chosen():
            binding = active.binding
            yield FooterKey(
                binding.key,
                binding.key_display or binding.key,
                binding.description,
                binding.action,
                disabled=not active.enabled,
                tooltip=active.tooltip,
            ).data_bind(compact=Footer.compact)

    def _chosen(self) -> list[ActiveBinding]:
        """The shown bindings, each action once: help, then the nearest first, the app's last."""
        shown: dict[tuple[int, str], ActiveBinding] = {}
        for active in self.screen.active_bindings.values():
            if active.binding.show:
                shown.setdefault((id(active.node), active.binding.action), active)
        bindings = list(shown.values())
        help_key = [b for b in bindings if b.binding.key == "f1"]
        of_app = [b for b in bindings if b.node is self.app and b not in help_key]
        others = [b for b in bindings if b.node is not self.app and b not in help_key]
        of_app.sort(key=lambda active: active.binding.key == "ctrl+q")
        return help_key + others[: MOST_KEYS - len(help_key) - len(of_app)] + of_app
