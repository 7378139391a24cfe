"""Two calm themes with high contrast: dark text on white, and light text on near black.

Colours never stand alone: what they say is also said by a word, a symbol or a place.
"""

from __future__ import annotations

import os

from textual.theme import Theme

LIGHT = Theme(
    name="namnd-ljus",
    primary="#1b4b7a",
    secondary="#3f5f7f",
    accent="#1b4b7a",
    warning="#8a4b00",
    error="#a3182a",
    success="#1f6b3a",
    foreground="#1c2024",
    background="#ffffff",
    surface="#f6f7f8",
    panel="#eceff2",
    dark=False,
    variables={
        "block-cursor-background": "#1b4b7a",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": "#d9e4ee",
        "block-cursor-blurred-foreground": "#1c2024",
        "block-hover-background": "#eef3f8",
        "footer-background": "#eceff2",
        "footer-key-foreground": "#1b4b7a",
        "footer-description-foreground": "#1c2024",
        "border": "#1b4b7a",
        "border-blurred": "#c3ccd5",
        "input-selection-background": "#b9d3ea",
        "input-cursor-background": "#1c2024",
        "input-cursor-foreground": "#ffffff",
        "scrollbar": "#c3ccd5",
        "scrollbar-hover": "#9fb0c0",
        "scrollbar-active": "#1b4b7a",
        "scrollbar-background": "#f6f7f8",
        "quiet": "#57616b",
        "late": "#a3182a",
    },
)

DARK = Theme(
    name="namnd-mork",
    primary="#8ab8e6",
    secondary="#9fb4c8",
    accent="#8ab8e6",
    warning="#f0b35a",
    error="#ff8a8f",
    success="#86d19c",
    foreground="#e8ebee",
    background="#14181c",
    surface="#1a1f24",
    panel="#232a31",
    dark=True,
    variables={
        "block-cursor-background": "#8ab8e6",
        "block-cursor-foreground": "#10151a",
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": "#2c3a48",
        "block-cursor-blurred-foreground": "#e8ebee",
        "block-hover-background": "#20272e",
        "footer-background": "#232a31",
        "footer-key-foreground": "#8ab8e6",
        "footer-description-foreground": "#e8ebee",
        "border": "#8ab8e6",
        "border-blurred": "#3d4853",
        "input-selection-background": "#2f4d6b",
        "input-cursor-background": "#e8ebee",
        "input-cursor-foreground": "#14181c",
        "scrollbar": "#3d4853",
        "scrollbar-hover": "#566473",
        "scrollbar-active": "#8ab8e6",
        "scrollbar-background": "#1a1f24",
        "quiet": "#a5b0bb",
        "late": "#ff8a8f",
    },
)

_WORDS = {LIGHT.name: "ljust", DARK.name: "mörkt"}


def remembered_theme(path: str) -> str:
    """The theme last chosen, kept in the file ``path``; light when nothing is kept."""
    try:
        with open(path, encoding="utf-8") as file:
            word = file.read(20).strip()
    except (OSError, UnicodeDecodeError):
        return LIGHT.name  # never chosen, or not readable: the look is not worth stopping for
    return DARK.name if word == _WORDS[DARK.name] else LIGHT.name


def remember_theme(path: str, name: str) -> None:
    """Keep the choice for the next start. Raises OSError."""
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(_WORDS[name] + "\n")
