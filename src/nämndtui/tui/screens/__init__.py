"""The sections, one screen each, imported when first shown."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from textual.screen import Screen

_TUI = __name__.rpartition(".")[0]
_SCREENS = {
    "start": ("screens.first_start", "FirstStartScreen"),
    "overview": ("screens.overview", "OverviewScreen"),
    "meetings": ("screens.meetings", "MeetingsScreen"),
    "cases": ("screens.cases", "CasesScreen"),
    "delegation": ("registers.delegation", "DelegationScreen"),
    "unenforced": ("registers.unenforced", "UnenforcedScreen"),
    "people": ("screens.people", "PeopleScreen"),
    "settings": ("screens.settings", "SettingsScreen"),
}


def screen_of(mode: str) -> Screen[Any]:
    """A new screen for a mode."""
    module, name = _SCREENS[mode]
    screen: Screen[Any] = getattr(import_module(f"{_TUI}.{module}"), name)()
    return screen
