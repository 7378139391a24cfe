"""What of a meeting is adjusted, and so may be read but not changed any more (D2.3)."""

from __future__ import annotations

from collections.abc import Sequence

from nämndtui.model.agenda.meeting import MinutesPart
from nämndtui.model.record.dossier import MeetingDossier


def main_part_adjusted(parts: Sequence[MinutesPart]) -> bool:
    """True when the meeting's own minutes are adjusted: nothing of the meeting changes then."""
    return any(part.adjusted_on is not None and not part.immediate for part in parts)


def anything_adjusted(parts: Sequence[MinutesPart]) -> bool:
    """True when some § is adjusted: day, time and place stand in its minutes (F 24)."""
    return any(part.adjusted_on is not None for part in parts)


def item_adjusted(dossier: MeetingDossier, item_id: int) -> bool:
    """True when the minutes that tell of the item are adjusted, with or without a § of its own."""
    parts = dossier.minutes_parts
    if main_part_adjusted(parts):
        return True
    adjusted = {
        number
        for part in parts
        if part.adjusted_on is not None
        for number in part.paragraph_numbers
    }
    return any(one.item_id == item_id and one.number in adjusted for one in dossier.paragraphs)
