"""Checks persons, mandates, attendance and adjusters of a package."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from nämndtui.exchange.package.check.finding import Finding, Suggestions, doubles
from nämndtui.exchange.package.place import Path, shorten
from nämndtui.exchange.package.values import Raw, many
from nämndtui.model.text.clean_text import clean_line

_ELECTED = ("ledamot", "tjänstgörande ersättare", "ersättare")


def people_findings(data: Raw, known_persons: Collection[str]) -> Iterator[Finding]:
    """Names twice, mandates ending before they start, and people nobody has introduced."""
    persons = data.get("personer", [])
    committees, suggestions = data.get("nämnder", []), Suggestions()
    yield from doubles(
        (("personer", index), clean_line(person["namn"]), f"Namnet {shorten(person['namn'])}")
        for index, person in enumerate(persons)
    )
    yield from doubles(
        (("nämnder", index), committee["kod"].casefold(), f"Koden {committee['kod']}")
        for index, committee in enumerate(committees)
    )
    known = {clean_line(name) for name in known_persons}
    known |= {clean_line(person["namn"]) for person in persons}
    known |= {clean_line(m["namn"]) for c in committees for m in c.get("mandat", ())}
    for index, committee in enumerate(committees):
        yield from _mandates(committee, ("nämnder", index))
        for place, meeting in enumerate(committee.get("sammanträden", ())):
            yield from _meeting(
                meeting, ("nämnder", index, "sammanträden", place), known, suggestions
            )


def _mandates(committee: Raw, path: Path) -> Iterator[Finding]:
    for index, mandate in enumerate(committee.get("mandat", ())):
        if mandate.get("till", "9999") < mandate["från"]:
            yield (
                (*path, "mandat", index),
                f'"till" ({mandate["till"]}) är före "från" ({mandate["från"]}). Rätta datumen.',
            )


def _meeting(
    meeting: Raw, path: Path, known: set[str], suggestions: Suggestions
) -> Iterator[Finding]:
    present = meeting.get("närvaro", [])
    yield from doubles(
        (
            (*path, "närvaro", index),
            (clean_line(row["namn"]), row["roll"]),
            f"{shorten(row['namn'])} som {row['roll']}",
        )
        for index, row in enumerate(present)
    )
    here = known | {clean_line(row["namn"]) for row in present if row["roll"] not in _ELECTED}
    for index, row in enumerate(present):
        at = (*path, "närvaro", index)
        if row.get("till_paragraf", 99999) < row.get("från_paragraf", 0):
            yield at, '"till_paragraf" är före "från_paragraf". Rätta numren.'
        for name in (row["namn"], row.get("ersätter", "")):
            yield from _known(name, here, at, suggestions)
    for index, part in enumerate(meeting.get("protokollsdelar", ())):
        at = (*path, "protokollsdelar", index)
        names = [clean_line(name) for name in many(part.get("justerare"))]
        yield from doubles(((*at, "justerare"), name, shorten(name)) for name in names)
        for name in names:
            yield from _known(name, here, (*at, "justerare"), suggestions)


def _known(name: str, known: set[str], path: Path, suggestions: Suggestions) -> Iterator[Finding]:
    wanted = clean_line(name)
    if not wanted or wanted in known:
        return
    near = suggestions.nearest(wanted, known, alike=0.6)
    hint = f"Menade du {near}?" if near else "Lägg till personen där."
    yield path, f"{shorten(wanted)} finns inte bland personer eller mandat. {hint}"
