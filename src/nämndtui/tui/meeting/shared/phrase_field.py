"""A text field that saves itself, and where short words become stock phrases."""

from __future__ import annotations

from nämndtui.tui.kit.fields.autosave import TextField
from nämndtui.tui.kit.fields.phrase_box import PhraseBox


class PhraseField(TextField, PhraseBox):
    """What the §'s texts are written in."""
