"""The command palette: every command possible now, in Swedish, with its key."""

from __future__ import annotations

from collections.abc import Sequence

from nämndtui.model.text.swedish_order import fold
from nämndtui.tui.kit.commands.offered import Offer
from nämndtui.tui.kit.dialogs.picker import Choice, PickerDialog


class PaletteDialog(PickerDialog[int]):
    """Returns the index of the chosen offer."""

    def __init__(self, offered: Sequence[Offer]) -> None:
        super().__init__(
            "Kommandon",
            lambda _, text: self.matching(text),
            placeholder="Vad vill du göra?",
            empty="Inget kommando heter så. Pröva ett annat ord.",
        )
        self._offered = offered

    def look_up(self, text: str) -> None:
        """Everything is at hand: no thread needed."""
        self.show_choices(self.matching(text))

    def matching(self, text: str) -> Sequence[Choice[int]]:
        """The offers whose name or explanation holds every word typed; names first."""
        words = fold(text).split()
        named, explained = [], []
        for index, offer in enumerate(self._offered):
            title = fold(offer.command.title())
            if all(word in title for word in words):
                named.append(_choice(index, offer))
            elif all(word in f"{title} {fold(offer.command.explanation())}" for word in words):
                explained.append(_choice(index, offer))
        return [*named, *explained]


def _choice(index: int, offer: Offer) -> Choice[int]:
    key = next(iter(offer.command.keys_shown()), "")
    return Choice(index, offer.command.title(), offer.command.explanation(), key)
