"""Who signs minutes: the secretary, who led the §§, and the adjusters."""

from __future__ import annotations

from nämndtui.documents.contexts.attendance import name_with_party, presiding
from nämndtui.documents.contexts.committee import Context
from nämndtui.documents.contexts.printed_part import PrintedPart
from nämndtui.documents.contexts.summons import secretary_signature
from nämndtui.model.text.clean_text import clean_line
from nämndtui.model.text.paragraph_range import format_paragraphs


def adjuster_names(printed: PrintedPart) -> list[str]:
    """The elected adjusters; who led the part signs as chair and is not named twice."""
    led = {one.person.id for one, _ in presiding(printed.dossier.attendances, printed.numbers)}
    people = printed.part.adjusters if printed.part else ()
    return [clean_line(person.name_with_party) for person in people if person.id not in led]


def minutes_signatures(printed: PrintedPart, adjusters: list[str]) -> list[Context]:
    """One of ``underskrifter`` for each who signs, in the order of the form.

    Each who led signs for the §§ it was (D2.6, F 15): the §§ are named when several did. Until an
    adjuster is elected there is a line to sign without a name.
    """
    return [
        {**secretary_signature(printed.dossier.committee), "roll": "Sekreterare"},
        *_chairs(printed),
        *({"namn": name, "roll": "Justerare"} for name in adjusters or [""]),
    ]


def _chairs(printed: PrintedPart) -> list[Context]:
    led = presiding(printed.dossier.attendances, printed.numbers)
    if not led:
        chair = printed.dossier.chair
        name = chair.person.name_with_party if chair else ""
        return [{"namn": clean_line(name), "roll": "Ordförande"}]
    if len(led) == 1:
        return [{"namn": clean_line(name_with_party(led[0][0])), "roll": "Ordförande"}]
    return [
        {
            "namn": clean_line(name_with_party(one)),
            "roll": f"Ordförande {format_paragraphs(numbers)}",
        }
        for one, numbers in led
    ]
