"""Is a proposal written so that it can be moved unchanged into the minutes? (A3, A14.1, C3)"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nämndtui.model.people.committee import Committee

_VAGUE = (
    "enligt föreliggande förslag",
    "enligt förslag",
    "enligt ovan",
    "enligt bilaga",
    "i enlighet med förslaget",
)


def proposal_faults(points: Sequence[str], committee: Committee) -> Iterator[str]:
    """What to mend in the points, one Swedish sentence each."""
    for number, point in enumerate(points, 1):
        where = f"Punkt {number}: " if len(points) > 1 else ""
        text = " ".join(point.split())
        if not text:
            yield f"{where}förslaget är tomt"
            continue
        if deciding := _administration_decides(text, committee):
            yield f"{where}förslaget låter {deciding} besluta i stället för nämnden"
        for phrase in _VAGUE:
            if phrase in text.casefold():
                yield f"{where}skriv ut vad som beslutas i stället för ”{phrase}”"
                break


def _administration_decides(text: str, committee: Committee) -> str:
    """The administration's name when the sentence begins with it as the deciding body."""
    start = text.casefold()
    names = [committee.settings.administration, "Förvaltningen"]
    return next((name for name in names if name and start.startswith(name.casefold() + " ")), "")
