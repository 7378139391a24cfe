"""Jäv, not taking part, reservations and notes in words (C3)."""

from __future__ import annotations

import re
from collections.abc import Collection

from nämndtui.model.attendance.presence import Disqualification, NonParticipation
from nämndtui.model.decisions.statement import Statement
from nämndtui.model.decisions.yrkande import Yrkande, genitive, names
from nämndtui.model.people.persons import Person
from nämndtui.model.text.number_words import join_swedish, noun_form

STAYS_OUT = "deltar inte i beslutet."


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
    lines += [f"{one.person.name_with_party} {STAYS_OUT}" for one in not_taking_part]
    return "\n\n".join(lines)


def apart_from_jäv(text: str) -> tuple[str, str]:
    """A §'s text on jäv, and what in it is only about not taking part in the decision (F 22).

    They are kept as one text but are two things: only jäv keeps a person out of the room.
    """
    parts = [part.strip() for part in re.split(r"\n\s*\n", text.strip()) if part.strip()]
    out = [part for part in parts if part.endswith(STAYS_OUT)]
    return "\n\n".join(part for part in parts if part not in out), "\n\n".join(out)


def reservations_text(
    statements: Collection[Statement], moved: tuple[Yrkande, ...], winner: str
) -> str:
    """The reservations: who, for whose proposal, and the motivation if one was handed in."""
    lost = [m for m in moved if not m.withdrawn and m.kind != "approve" and not _won(m, winner)]
    return "\n\n".join(
        _with_text(
            f"{names(one.persons)} reserverar sig mot beslutet{_favour(one, lost)}", one.text
        )
        for one in statements
        if one.kind == "reservation"
    )


def notes_text(statements: Collection[Statement]) -> str:
    """Protokollsanteckningar and särskilda yttranden, each with its author."""
    titles = {"note": "följande protokollsanteckning", "separate_opinion": "ett särskilt yttrande"}
    return "\n\n".join(
        _with_text(f"{names(one.persons)} lämnar {titles[one.kind]}", one.text)
        for one in statements
        if one.kind in titles
    )


def _won(one: Yrkande, winner: str) -> bool:
    return one.ref == winner or (one.kind == "addition" and bool(one.accepted))


def _favour(one: Statement, lost: Collection[Yrkande]) -> str:
    """For whose proposal: one's own, or that of a party colleague who moved it."""
    ids = {person.id for person in one.persons}
    own = [m for m in lost if ids <= {person.id for person in m.movers}]
    if own:
        return f" till förmån för {noun_form(len(own), 'eget yrkande', 'egna yrkanden')}"
    parties = {person.party for person in one.persons}
    theirs = [m for m in lost if parties == {p.party for p in m.movers} and parties != {""}]
    if not theirs:
        return ""
    whose = list(dict.fromkeys(genitive(m.movers) for m in theirs))
    what = noun_form(len(theirs), "yrkande", "yrkanden")
    return f" till förmån för {join_swedish(whose)} {what}"


def _with_text(sentence: str, text: str) -> str:
    return f"{sentence}:\n\n{text.strip()}" if text.strip() else f"{sentence}."
