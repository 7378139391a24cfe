"""A delegated decision typed on one line, and what may come next while it is typed.

``[datum] punkt roll [(beslutsfattare)] diarienummer beskrivning [!varför det var brådskande]``

``B 36 verksamhetschef on/2026:88 Yttrande till IVO``,
``3/11 A 4 ordförande (Karin Ek) on/2026:90 Beslut om extra bemanning !Pandemiutbrott``
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from nämndtui.model.calendar.swedish_dates import parse_date
from nämndtui.model.delegation.delegated_decision import DelegatedDecision
from nämndtui.model.delegation.order import DelegationOrder, canonical_point, point_key, same_role
from nämndtui.model.text.clean_text import clean_line
from nämndtui.model.text.diary_number import looks_like_diary_number
from nämndtui.model.text.errors import InvalidInputError

_LEADING_DATE = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}/[0-9]{1,2}(?:[/-][0-9]{2,4})?)\s"
)
_LEADING_POINT = re.compile(r"((?:[A-Za-zÅÄÖåäö]{1,2} ?)?[0-9]{1,6}(?:[.:][0-9]{1,6})*)(?=\s|$)")
_DECIDER = re.compile(r"\(([^()]*)\)\s*")
SYNTAX = "Skriv punkt, roll, diarienummer och vad beslutet gäller."


@dataclass(frozen=True)
class Completion:
    """One way to go on: ``line`` is the whole line with it, ``label`` explains it in Swedish."""

    line: str
    label: str


@dataclass(frozen=True)
class _Parts:
    """A line as far as it could be read; ``rest`` is what is left to read."""

    day: date | None = None
    point: str = ""
    role: str = ""
    decider: str = ""
    dnr: str = ""
    rest: str = ""


def parse_entry(
    line: str, committee_id: int, roles: Sequence[str], today: date
) -> DelegatedDecision:
    """The decision on the line, dated today when it gives no date.

    ``roles`` are those of the delegation order; an unambiguous beginning is enough, and a single
    unknown word is taken as a role of its own. ``decider`` is empty when none is given. Raises
    InvalidInputError with the field that is missing.
    """
    text, _, why = clean_line(line).partition("!")
    parts = _read(text, roles, today)
    if not parts.point:
        raise InvalidInputError(f"Börja med punkten, till exempel B 36. {SYNTAX}", "point")
    if not parts.role:
        raise InvalidInputError(f"Rollen saknas efter {parts.point}. {SYNTAX}", "role")
    if not parts.dnr:
        raise InvalidInputError(f"Diarienumret saknas efter {parts.role}. {SYNTAX}", "dnr")
    if not parts.rest:
        raise InvalidInputError(f"Skriv sist vad beslutet gäller. {SYNTAX}", "description")
    return DelegatedDecision(
        id=0,
        committee_id=committee_id,
        decided_on=parts.day or today,
        point=parts.point,
        role=parts.role,
        decider=parts.decider,
        dnr=parts.dnr,
        description=parts.rest,
        urgent="!" in line,
        urgent_reason=why.strip(),
    )


def entry_day(line: str, today: date) -> date:
    """The day of the decision being typed: the date first on the line, else today.

    Without a year the latest such day is meant. Raises InvalidInputError for no real day.
    """
    found = _LEADING_DATE.match(f"{line.strip()} ")
    return parse_date(found[1], today, past=True) if found else today


def complete_entry(
    line: str,
    order: DelegationOrder | None,
    dnrs: Iterable[tuple[str, str]],
    today: date,
    limit: int = 8,
) -> tuple[Completion, ...]:
    """How the line can go on: points, then the point's roles, then diary numbers.

    ``dnrs`` are (dnr, title), newest first. Nothing when the description is being written.
    """
    roles = order.roles if order else ()
    text = clean_line(line) + (" " if line.endswith(" ") else "")
    parts = _read(text, roles, today)
    if parts.dnr:
        return ()
    if parts.role:
        return _dnr_completions(text, parts.rest, dnrs, limit)
    rule = order.rule(parts.point) if order and parts.point else None
    if parts.point and (text.endswith(" ") or parts.rest):
        return _role_completions(text, parts.rest, rule.roles if rule else roles, limit)
    return _point_completions(text, order, limit)


def _read(text: str, roles: Sequence[str], today: date) -> _Parts:
    rest = text.strip()
    day = None
    if found := _LEADING_DATE.match(rest + " "):
        day = parse_date(found[1], today, past=True)
        rest = rest[found.end() :].strip()
    found = _LEADING_POINT.match(rest)
    if not found:
        return _Parts(day, rest=rest)
    point = canonical_point(found[1])
    rest = rest[found.end() :].strip()
    role, rest = _take_role(rest, roles)
    decider = ""
    if role and (found := _DECIDER.match(rest)):
        decider, rest = found[1].strip(), rest[found.end() :].strip()
    dnr, rest = _take_dnr(rest) if role else ("", rest)
    return _Parts(day, point, role, decider, dnr, rest)


def _take_role(text: str, roles: Sequence[str]) -> tuple[str, str]:
    """The role the text begins with and what follows: longest known name, else a beginning."""
    lowered = text.casefold()
    for role in sorted(roles, key=len, reverse=True):
        name = same_role(role)
        if lowered.startswith(name) and not lowered[len(name) : len(name) + 1].isalnum():
            return role, text[len(name) :].lstrip(" :,")
    word, _, after = text.partition(" ")
    if not after.strip():
        return "", text
    near = [role for role in roles if same_role(role).startswith(same_role(word))]
    if len(near) == 1 and len(word) >= 2:
        return near[0], after.strip()
    if word.isalpha() and not near:
        return word[:1].upper() + word[1:], after.strip()
    return "", text


def _take_dnr(text: str) -> tuple[str, str]:
    """A diary number of up to three words at the beginning, and what follows."""
    words = text.split(" ")
    for count in (3, 2, 1):
        candidate = " ".join(words[:count]).rstrip(",;:")
        ends_in_digit = candidate[-1:].isdigit()
        if len(words) >= count and ends_in_digit and looks_like_diary_number(candidate):
            return candidate, " ".join(words[count:]).strip()
    return "", text


def _point_completions(
    text: str, order: DelegationOrder | None, limit: int
) -> tuple[Completion, ...]:
    if order is None:
        return ()
    before, typed = "", text.strip()
    if found := _LEADING_DATE.match(text + " "):
        before, typed = f"{found[1]} ", text[found.end() :].strip()
    wanted = typed.replace(" ", "").casefold()
    rules = sorted(order.rules, key=lambda rule: point_key(rule.point))
    near = [r for r in rules if r.point.replace(" ", "").casefold().startswith(wanted)]
    near += [r for r in rules if r not in near and wanted and wanted in r.text.casefold()]
    return tuple(Completion(f"{before}{rule.point} ", rule.text) for rule in near[:limit])


def _role_completions(
    text: str, typed: str, roles: Sequence[str], limit: int
) -> tuple[Completion, ...]:
    head = text.rstrip()[: len(text.rstrip()) - len(typed)].rstrip() if typed else text.rstrip()
    near = [role for role in roles if same_role(role).startswith(same_role(typed))]
    return tuple(Completion(f"{head} {role} ", "roll") for role in near[:limit])


def _dnr_completions(
    text: str, typed: str, dnrs: Iterable[tuple[str, str]], limit: int
) -> tuple[Completion, ...]:
    head = text.rstrip()[: len(text.rstrip()) - len(typed)].rstrip() if typed else text.rstrip()
    wanted = typed.casefold()
    near = [pair for pair in dnrs if wanted in pair[0].casefold() or wanted in pair[1].casefold()]
    return tuple(Completion(f"{head} {dnr} ", title) for dnr, title in near[:limit])
