"""Names written short: "ka, bo" or initials, among the people who can be meant."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.suggester import Suggester

from nämndtui.model.people.persons import Person
from nämndtui.model.text.errors import InvalidInputError
from nämndtui.tui.kit.forms.parsing import read_list


def read_people(people: Sequence[Person]) -> Callable[[str], tuple[Person, ...]]:
    """Reads names, parts of names or initials with commas between.

    What it returns raises InvalidInputError for nobody, or when several can be meant.
    """

    def read(text: str) -> tuple[Person, ...]:
        found = {one.id: one for one in (_meant(part, people) for part in read_list(text))}
        return tuple(found.values())

    return read


def people_preview(people: Sequence[Person]) -> Callable[[str], str]:
    """Shows whom the short names mean, while they are written."""
    read = read_people(people)

    def shown(text: str) -> str:
        try:
            found = read(text)
        except InvalidInputError as error:
            return str(error)
        if not found:
            return "Namn, början av namn eller initialer, med komma emellan."
        return ", ".join(one.name_with_party for one in found)

    return shown


class NameSuggester(Suggester):
    """Completes the last name in a list of names."""

    def __init__(self, people: Sequence[Person]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._names = [one.name for one in people]

    async def get_suggestion(self, value: str) -> str | None:
        """The value with its last part completed; None when nothing fits."""
        part = value.rpartition(",")[2]
        wanted = part.lstrip().casefold()
        for name in self._names:
            if wanted and name.casefold().startswith(wanted):
                # What is typed stands as it is, blanks and all: the rest is offered after it.
                return value + name[len(wanted) :]
        return None


def _meant(part: str, people: Sequence[Person]) -> Person:
    wanted = part.casefold()
    tests: tuple[Callable[[Person], bool], ...] = (
        lambda one: one.name.casefold() == wanted,
        lambda one: wanted in _initials(one.name),
        lambda one: any(word.startswith(wanted) for word in one.name.casefold().split()),
        lambda one: one.name.casefold().startswith(wanted),
    )
    for test in tests:
        found = [one for one in people if test(one)]
        if len(found) == 1:
            return found[0]
        if found:
            names = ", ".join(one.name for one in found)
            raise InvalidInputError(f"”{part}” kan vara {names}. Skriv mer av namnet.")
    raise InvalidInputError(f"Ingen som kan menas heter ”{part}”.")


def _initials(name: str) -> tuple[str, str]:
    """``ab`` and ``acb`` for Ann-Charlotte Brodén: a double name counts as one or two."""
    words = name.casefold().split()
    parts = [part for word in words for part in word.split("-") if part]
    return "".join(word[0] for word in words), "".join(part[0] for part in parts)
