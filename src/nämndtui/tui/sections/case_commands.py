"""What can be done in Ärenden."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nämndtui.tui.kit.commands.command import Command

if TYPE_CHECKING:
    from nämndtui.tui.sections.cases import CasesScreen


class _CaseCommand(Command["CasesScreen"]):
    """Kräver att ett ärende är markerat."""

    group = "ärende"

    @classmethod
    def available(cls, host: CasesScreen) -> bool:
        """Only with a case."""
        return host.case is not None


class NewCase(Command["CasesScreen"]):
    """Registrera ett nytt ärende. Det får nästa lediga diarienummer när det sparas."""

    key = "f2"
    label = "Nytt"
    group = "ärende"
    footer = True
    writes = True
    act = "new_case"


class EditCase(_CaseCommand):
    """Ändra rubrik, typ, status, datum och anteckning i det markerade ärendet."""

    key = "f4"
    label = "Redigera"
    footer = True
    writes = True
    act = "edit_case"


class OpenMeetingOfCase(_CaseCommand):
    """Läs ärendet, eller öppna sammanträdet på den markerade raden till höger."""

    key = "enter"
    label = "Öppna"
    footer = True
    act = "open_current"


class CloseCase(_CaseCommand):
    """Avsluta det markerade ärendet i dag."""

    key = "f8"
    label = "Avsluta ärendet"
    writes = True
    act = "close_case"

    @classmethod
    def available(cls, host: CasesScreen) -> bool:
        """Only one that is not closed."""
        return host.case is not None and host.case["state"] != "closed"


class SearchCases(Command["CasesScreen"]):
    """Sök bland ärendena. I listan räcker det att börja skriva: ord eller diarienummer."""

    key = "slash"
    label = "Sök"
    group = "ärende"
    footer = True

    @classmethod
    def run(cls, host: CasesScreen) -> None:
        """Go to the search field."""
        host.query_one("#case-search").focus()


class ChooseState(Command["CasesScreen"]):
    """Visa bara ärenden med en viss status, eller alla."""

    key = "f3"
    label = "Urval"
    group = "ärende"
    footer = True
    act = "choose_state"


class StepBack(Command["CasesScreen"]):
    """Från ärendet till listan; från sökfältet till listan och alla ärenden."""

    key = "escape"
    label = "Tillbaka"
    act = "step_back"


CASE_COMMANDS = (
    NewCase,
    EditCase,
    OpenMeetingOfCase,
    SearchCases,
    ChooseState,
    CloseCase,
    StepBack,
)
