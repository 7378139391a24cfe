"""What can be done in Förtroendevalda."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nämndtui.tui.kit.commands.command import Command

if TYPE_CHECKING:
    from nämndtui.tui.sections.people import PeopleScreen


class _MandateCommand(Command["PeopleScreen"]):
    """Kräver att ett uppdrag är markerat."""

    group = "uppdrag"

    @classmethod
    def available(cls, host: PeopleScreen) -> bool:
        """Only on a row."""
        return bool(host.mandate_id)


class NewMandate(Command["PeopleScreen"]):
    """Lägg till ett uppdrag: ledamot, ersättare eller ordförande, för ett parti och en tid."""

    key = "f2,n"
    label = "Nytt"
    group = "uppdrag"
    footer = True
    writes = True
    act = "new_mandate"


class EditMandate(_MandateCommand):
    """Ändra det markerade uppdraget: parti, dagar och ordning."""

    key = "f4,e,enter"
    label = "Redigera"
    footer = True
    writes = True
    act = "edit_mandate"


class EndMandate(_MandateCommand):
    """Avsluta det markerade uppdraget en viss dag."""

    key = "a"
    label = "Avsluta uppdraget"
    writes = True
    act = "end_mandate"


class EditPerson(_MandateCommand):
    """Ändra personens namn, parti eller titel."""

    key = "p"
    label = "Person"
    writes = True
    act = "edit_person"


class ChooseDay(Command["PeopleScreen"]):
    """Visa vilka som har uppdrag en annan dag än i dag."""

    key = "d"
    label = "Dag"
    group = "uppdrag"
    footer = True
    act = "choose_day"


class ToggleEnded(Command["PeopleScreen"]):
    """Visa också avslutade och kommande uppdrag, eller bara dem som gäller."""

    key = "v"
    label = "Visa alla"
    group = "uppdrag"
    footer = True
    act = "toggle_ended"


PEOPLE_COMMANDS = (NewMandate, EditMandate, ChooseDay, ToggleEnded, EndMandate, EditPerson)
