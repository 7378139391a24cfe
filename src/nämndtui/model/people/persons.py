"""Persons and their mandates: who holds which office for which party, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

OFFICES = ("chair", "first_vice_chair", "second_vice_chair", "member", "substitute")
"""Offices in the order they are listed on paper."""

PERSON_KINDS = ("elected", "official", "union_representative", "guest")


@dataclass(frozen=True)
class Person:
    """A person in public office or service. Citizens are not persons in the register."""

    id: int
    name: str
    kind: str = "elected"
    party: str = ""
    title: str = ""
    version: int = 1

    @property
    def name_with_party(self) -> str:
        """``Karin Ek (C)``; the name alone without a party."""
        return f"{self.name} ({self.party})" if self.party else self.name


@dataclass(frozen=True)
class Mandate:
    """One office held by one person in one committee during ``[valid_from, valid_to]``."""

    id: int
    committee_id: int
    person: Person
    office: str
    party: str
    valid_from: date
    valid_to: date | None = None
    rank: int = 0
    version: int = 1

    def valid_on(self, day: date) -> bool:
        """True when the mandate is held on ``day``."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)

    @property
    def is_substitute(self) -> bool:
        """True for an ersättare."""
        return self.office == "substitute"
