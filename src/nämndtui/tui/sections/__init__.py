"""The sections, one screen each, imported when first shown."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from textual.screen import Screen

_TUI = __name__.rpartition(".")[0]
_SCREENS = {
    "start": ("sections.first_start", "FirstStartScreen"),
    "overview": ("sections.overview", "OverviewScreen"),
    "meetings": ("sections.meetings", "MeetingsScreen"),
    "cases": ("sections.cases", "CasesScreen"),
    "delegation": ("registers.delegation_screen", "DelegationScreen"),
    "unenforced": ("registers.unenforced_screen", "UnenforcedScreen"),
    "people": ("sections.people", "PeopleScreen"),
    "settings": ("sections.settings", "SettingsScreen"),
}


def screen_of(mode: str) -> Screen[Any]:
    """A new screen for a mode."""
    module, name = _SCREENS[mode]
    screen: Screen[Any] = getattr(import_module(f"{_TUI}.{module}"), name)()
    return screen
