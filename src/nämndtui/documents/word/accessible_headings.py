"""Headings a screen reader can walk by: one of level 1, none empty, no level skipped."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from nämndtui.documents.word.xml import W


def heading_levels(styles: Any) -> dict[str, int]:
    """Style id → heading level 1–9, for paragraph styles that are headings or based on one."""
    own: dict[str, int] = {}
    based_on: dict[str, str] = {}
    for style in styles.iter(f"{W}style"):
        style_id = style.get(f"{W}styleId")
        level = style.find(f"{W}pPr/{W}outlineLvl")
        if level is not None:
            own[style_id] = int(level.get(f"{W}val")) + 1
        parent = style.find(f"{W}basedOn")
        if parent is not None:
            based_on[style_id] = parent.get(f"{W}val")
    return {
        style_id: level
        for style_id in {*own, *based_on}
        if (level := _level(style_id, own, based_on))
    }


def _level(style_id: str, own: dict[str, int], based_on: dict[str, str]) -> int:
    for _ in range(20):  # a chain of styles is short; a circle must not hang
        if style_id in own:
            return own[style_id] if own[style_id] <= 9 else 0
        if style_id not in based_on:
            return 0
        style_id = based_on[style_id]
    return 0


def heading_faults(body: Any, levels: dict[str, int]) -> Iterator[str]:
    """What is wrong with the headings in ``body``, in order."""
    found = list(_headings(body, levels))
    top = sum(1 for level, _ in found if level == 1)
    if top != 1:
        yield f"Dokumentet har {top} rubriker på nivå 1. Det ska ha en."
    previous = 0
    for level, text in found:
        if not text:
            yield f"En rubrik på nivå {level} är tom."
        if level > previous + 1:
            yield f"Rubriken ”{text[:60]}” hoppar från nivå {previous} till {level}."
        previous = level


def _headings(body: Any, levels: dict[str, int]) -> Iterator[tuple[int, str]]:
    for paragraph in body.iter(f"{W}p"):
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            continue
        direct = properties.find(f"{W}outlineLvl")
        style = properties.find(f"{W}pStyle")
        level = levels.get(style.get(f"{W}val"), 0) if style is not None else 0
        if direct is not None:
            level = int(direct.get(f"{W}val")) + 1
        if 1 <= level <= 9:
            yield level, "".join(node.text or "" for node in paragraph.iter(f"{W}t")).strip()
