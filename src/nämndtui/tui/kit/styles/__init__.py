"""The look of the program. A style sheet is read when a screen that needs it is first shown."""

from __future__ import annotations

from pathlib import Path, PurePath

_FOLDER = Path(__file__).parent


def style_sheets(*names: str) -> list[str | PurePath]:
    """Paths of style sheets, for a screen's ``CSS_PATH``."""
    return [_FOLDER / f"{name}.tcss" for name in names]
