"""Everything in one bundle: what an import brings and an export takes.

Ids inside a package are local to it: they tie its parts together and mean nothing elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.model.agenda.case import Case
from nämndtui.model.agenda.standing_item import StandingItem
from nämndtui.model.package.minutes import MinutesFacts
from nämndtui.model.package.registers import Registers
from nämndtui.model.people.committee import Committee
from nämndtui.model.people.persons import Mandate, Person
from nämndtui.model.record.dossier import MeetingDossier


@dataclass(frozen=True)
class CommitteePackage:
    """One committee with all that belongs to it."""

    committee: Committee
    mandates: tuple[Mandate, ...] = ()
    standing_items: tuple[StandingItem, ...] = ()
    cases: tuple[Case, ...] = ()
    meetings: tuple[MeetingDossier, ...] = ()
    waiting: tuple[AgendaItem, ...] = ()
    registers: Registers = field(default_factory=Registers)
    facts: MinutesFacts = field(default_factory=MinutesFacts)


@dataclass(frozen=True)
class Package:
    """Persons and committees, and the attachments' bytes by SHA-256.

    ``remarks`` are Swedish lines about what was odd where the package came from.
    """

    persons: tuple[Person, ...] = ()
    committees: tuple[CommitteePackage, ...] = ()
    files: dict[str, bytes] = field(default_factory=dict)
    remarks: tuple[str, ...] = field(default=(), compare=False)
