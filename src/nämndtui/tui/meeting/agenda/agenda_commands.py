"""What can be done with the items of an agenda."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nämndtui.model.agenda.meeting_states import HELD
from nämndtui.tui.kit.commands.command import Command, Commands
from nämndtui.tui.meeting.agenda import agenda_acts as acts
from nämndtui.tui.meeting.agenda import item_dialogs
from nämndtui.tui.meeting.agenda.case_picker import pull_in

if TYPE_CHECKING:
    from nämndtui.tui.meeting.agenda.workspace import MeetingWorkspace

_HANDLED = ("decided", "noted", "tabled", "referred_back")


def adding_possible(host: MeetingWorkspace) -> bool:
    """True while items may still be added."""
    return host.view is not None and host.view.state not in (*HELD, "cancelled")


class NewItem(Command["MeetingWorkspace"]):
    """Lägg till en punkt: välj slag och skriv rubriken."""

    key = "f2"
    label = "Ny punkt"
    group = "punkt"
    footer = True
    writes = True

    @classmethod
    def available(cls, host: MeetingWorkspace) -> bool:
        """Until the meeting is over."""
        return adding_possible(host)

    @classmethod
    def run(cls, host: MeetingWorkspace) -> None:
        """Open the form."""
        item_dialogs.new_item(host)


class PullInCase(Command["MeetingWorkspace"]):
    """Sök fram ett ärende och lägg det på dagordningen med skrivelse, förslag, bilagor och
    mottagare som det redan har."""

    key = "f3"
    label = "Hämta ärende"
    group = "punkt"
    footer = True
    writes = True

    @classmethod
    def available(cls, host: MeetingWorkspace) -> bool:
        """Until the meeting is over."""
        return adding_possible(host)

    @classmethod
    def run(cls, host: MeetingWorkspace) -> None:
        """Open the picker."""
        pull_in(host)


class OnItem(Command["MeetingWorkspace"]):
    """A command on the item with the cursor."""

    group = "punkt"
    writes = True

    @classmethod
    def available(cls, host: MeetingWorkspace) -> bool | None:
        """Only with an item."""
        return host.item is not None


class OnLivingItem(OnItem):
    """A command on what the item says: not once the minutes that tell of it are adjusted."""

    @classmethod
    def available(cls, host: MeetingWorkspace) -> bool | None:
        """Grey once its § is adjusted."""
        if host.item is None or host.view is None:
            return False
        return None if host.view.item_locked(host.item.id) else True


class OnOpenAgenda(OnItem):
    """A command that renumbers: only before the summons is sent."""

    @classmethod
    def available(cls, host: MeetingWorkspace) -> bool | None:
        """Grey once the summons is out."""
        if host.item is None or host.view is None:
            return False
        return True if host.view.agenda_open else None


class EditItem(OnItem):
    """Skriv i punkten. Esc leder tillbaka till dagordningen; allt sparas av sig självt."""

    key = "f4"
    label = "Redigera"
    writes = False

    @classmethod
    def run(cls, host: MeetingWorkspace) -> None:
        """Put the cursor in the item."""
        host.pane.focus_first()


class MoveUp(OnOpenAgenda):
    """Flytta punkten ett steg upp. Numren följer med."""

    key = "f7"
    label = "Flytta upp"

    @classmethod
    def run(cls, host: MeetingWorkspace) -> None:
        """One step up."""
        acts.move(host, -1)


class MoveDown(OnOpenAgenda):
    """Flytta punkten ett steg ned. Numren följer med."""

    key = "f8"
    label = "Flytta ned"

    @classmethod
    def run(cls, host: MeetingWorkspace) -> None:
        """One step down."""
        acts.move(host, 1)


class StandingItems(Command["MeetingWorkspace"]):
    """Lägg in de återkommande punkterna som inte redan finns på dagordningen."""

    key = "s"
    label = "Återkommande punkter"
    group = "dagordning"
    writes = True

    @classmethod
    def available(cls, host: MeetingWorkspace) -> bool:
        """Before the summons is sent."""
        return host.view is not None and host.view.agenda_open

    @classmethod
    def run(cls, host: MeetingWorkspace) -> None:
        """Put them in."""
        acts.add_standing(host)


class ToggleReady(OnLivingItem):
    """Markera punkten som klar, eller som utkast igen."""

    key = "space"
    label = "Klar eller utkast"

    @classmethod
    def available(cls, host: MeetingWorkspace) -> bool | None:
        """Drafts and ready items."""
        if host.item is None or host.item.state not in ("draft", "ready"):
            return False
        return super().available(host)

    @classmethod
    def run(cls, host: MeetingWorkspace) -> None:
        """Toggle."""
        acts.toggle_ready(host)


class Withdraw(OnLivingItem):
    """Låt punkten utgå, eller ta tillbaka att den utgår. Nummer och rubrik står kvar."""

    key = "u"
    label = "Utgår"

    @classmethod
    def available(cls, host: MeetingWorkspace) -> bool | None:
        """Not once it is handled; when the meeting is over only to withdraw what was left."""
        if host.item is None or host.view is None or host.item.state in _HANDLED:
            return False
        if host.view.agenda_open or host.view.may_sit:
            return super().available(host)
        return host.view.recording and not host.item.withdrawn and super().available(host)

    @classmethod
    def run(cls, host: MeetingWorkspace) -> None:
        """Toggle."""
        acts.toggle_withdrawn(host)


class UnlistItem(OnOpenAgenda):
    """Ta punkten av dagordningen. Den väntar med alla sina texter; F3 hämtar tillbaka den."""

    key = "t"
    label = "Ta av dagordningen"

    @classmethod
    def run(cls, host: MeetingWorkspace) -> None:
        """Take it off."""
        acts.unlist(host)


class RemoveItem(OnOpenAgenda):
    """Ta bort punkten och dess texter. Ctrl+Z hämtar tillbaka den."""

    key = "delete"
    label = "Ta bort punkten"

    @classmethod
    def run(cls, host: MeetingWorkspace) -> None:
        """Remove it."""
        acts.remove(host)


class ItemFacts(OnItem):
    """Ändra punktens slag, om den får publiceras och om den är myndighetsutövning eller val."""

    key = "e"
    label = "Egenskaper"

    @classmethod
    def run(cls, host: MeetingWorkspace) -> None:
        """Open the form."""
        item_dialogs.item_facts(host)


class FollowStaff(OnLivingItem):
    """Ta bort ordförandens eget förslag: ordföranden följer förvaltningens."""

    label = "Följ förvaltningens förslag"

    @classmethod
    def available(cls, host: MeetingWorkspace) -> bool | None:
        """Only when the chair has one."""
        if host.item is None or host.item.chair_proposal is None:
            return False
        return super().available(host)

    @classmethod
    def run(cls, host: MeetingWorkspace) -> None:
        """Remove it."""
        acts.follow_staff(host)


class RemoveMemo(OnLivingItem):
    """Ta bort punktens tjänsteskrivelse. Ctrl+Z hämtar tillbaka den."""

    label = "Ta bort skrivelsen"

    @classmethod
    def available(cls, host: MeetingWorkspace) -> bool | None:
        """Only with a memo."""
        if host.item is None or host.item.memo is None:
            return False
        return super().available(host)

    @classmethod
    def run(cls, host: MeetingWorkspace) -> None:
        """Remove it."""
        acts.remove_memo(host)


class NewAttachment(OnLivingItem):
    """Lägg till en bilaga till punkten."""

    label = "Ny bilaga till punkten"
    group = "bilaga"

    @classmethod
    def run(cls, host: MeetingWorkspace) -> None:
        """Open the form, over the attachments."""
        host.pane.add_attachment()


class OpenCase(Command["MeetingWorkspace"]):
    """Gå till punktens ärende i diariet."""

    label = "Visa ärendet"
    group = "punkt"

    @classmethod
    def available(cls, host: MeetingWorkspace) -> bool:
        """Only with a case."""
        return host.item is not None and bool(host.item.cases)

    @classmethod
    def run(cls, host: MeetingWorkspace) -> None:
        """Go there."""
        if host.item is not None:
            host.namnd.open_case(host.item.cases[0].case_id)


class NextSection(Command["MeetingWorkspace"]):
    """Gå till punktens nästa flik. I dagordningen gör ← och → samma sak."""

    key = "ctrl+t"
    label = "Nästa flik"
    group = "punkt"

    @classmethod
    def run(cls, host: MeetingWorkspace) -> None:
        """The next one."""
        host.pane.tabs.step(1)


AGENDA_COMMANDS: Commands = (
    NewItem,
    PullInCase,
    EditItem,
    MoveUp,
    MoveDown,
    StandingItems,
    ToggleReady,
    Withdraw,
    UnlistItem,
    RemoveItem,
    ItemFacts,
    NextSection,
    FollowStaff,
    RemoveMemo,
    NewAttachment,
    OpenCase,
)
