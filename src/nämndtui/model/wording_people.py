"""Jäv, not taking part, reservations and notes in words (C3)."""

from __future__ import annotations

from collections.abc import Collection

from nämndtui.model.moved_proposal import MovedProposal, names
from nämndtui.model.number_words import noun_form
from nämndtui.model.people import Person
from nämndtui.model.presence import Disqualification, NonParticipation
from nämndtui.model.statement import Statement


def disqualification_text(
    disqualified: Collection[Disqualification],
    not_taking_part: Collection[NonParticipation] = (),
    stand_ins: Collection[tuple[Person, Person]] = (),
) -> str:
    """Who is out for jäv, who serves instead, and who does not take part in the decision.

    ``stand_ins`` are (substitute, member) pairs.
    """
    lines = []
    for one in disqualified:
        verb = "anmäler jäv" if one.self_declared else "är jävig"
        if one.decided:
            verb = "är enligt nämndens beslut jävig"
        lines.append(
            f"{one.person.name_with_party} {verb} och deltar inte i handläggningen av ärendet."
        )
    lines += [
        f"{substitute.name_with_party} tjänstgör i stället för {member.name_with_party}."
        for substitute, member in stand_ins
    ]
    lines += [f"{one.person.name_with_party} deltar inte i beslutet." for one in not_taking_part]
    return "\n\n".join(lines)


def reservations_text(
    statements: Collection[Statement], moved: tuple[MovedProposal, ...], winner: str
) -> str:
    """The reservations: who, for whose proposal, and the motivation if one was handed in."""
    lines = []
    for one in statements:
        if one.kind != "reservation":
            continue
        ids = {person.id for person in one.persons}
        own = [
            m
            for m in moved
            if not m.withdrawn
            and m.ref != winner
            and m.kind != "approve"
            and ids <= {person.id for person in m.movers}
        ]
        whose = noun_form(len(own), "eget yrkande", "egna yrkanden")
        favour = f" till förmån för {whose}" if own else ""
        text = f"{names(one.persons)} reserverar sig mot beslutet{favour}"
        lines.append(_with_text(text, one.text))
    return "\n\n".join(lines)


def notes_text(statements: Collection[Statement]) -> str:
    """Protokollsanteckningar and särskilda yttranden, each with its author."""
    titles = {"note": "följande protokollsanteckning", "separate_opinion": "ett särskilt yttrande"}
    return "\n\n".join(
        _with_text(f"{names(one.persons)} lämnar {titles[one.kind]}", one.text)
        for one in statements
        if one.kind in titles
    )


def _with_text(sentence: str, text: str) -> str:
    return f"{sentence}:\n\n{text.strip()}" if text.strip() else f"{sentence}."
