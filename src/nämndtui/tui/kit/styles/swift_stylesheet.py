"""Style sheets parsed once: Textual parses all of them again for each screen that brings one."""

from __future__ import annotations

from textual.css.stylesheet import Stylesheet

from nämndtui.tui.kit.textual_private import keep_parsed, variables_of

_MOST_SHEETS = 256
"""More than there are: each widget class has one of its own."""


class SwiftStylesheet(Stylesheet):
    """Textual's stylesheet, which forgets what it has parsed only when a colour has changed."""

    def __init__(self, *, variables: dict[str, str] | None = None) -> None:
        super().__init__(variables=variables)
        keep_parsed(self, _MOST_SHEETS)

    def set_variables(self, variables: dict[str, str]) -> None:
        """Take in the theme's colours."""
        if variables != variables_of(self):
            super().set_variables(variables)

    def reparse(self) -> None:
        """Read what is new. Raises StylesheetParseError."""
        self.parse()
