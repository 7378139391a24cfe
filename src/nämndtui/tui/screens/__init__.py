"""The sections, one screen each, imported when first shown."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from textual.screen import Screen

_SCREENS = {
    "start": ("first_start", "FirstStartScreen"),
    "overview": ("overview", "OverviewScreen"),
    "meetings": ("meetings", "MeetingsScreen"),
    "cases": ("cases", "CasesScreen"),
    "people": ("people", "PeopleScreen"),
    "settings": ("settings", "SettingsScreen"),
}


def screen_of(mode: str) -> Screen[Any]:
    """A new screen for a mode."""
    module, name = _SCREENS[mode]
    screen: Screen[Any] = getattr(import_module(f"{__name__}.{module}"), name)()
    return screen
