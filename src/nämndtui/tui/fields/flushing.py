"""Saving what stands in every open editor, before the program ends."""

from __future__ import annotations

from typing import Any

from textual.app import App

from nämndtui.tui.fields.autosave import fields_in


def save_all_fields(app: App[Any]) -> None:
    """Save every autosaving field on every screen."""
    for stack in app._screen_stacks.values():
        for screen in stack:
            for field in fields_in(screen):
                field.save()
