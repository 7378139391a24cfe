"""What can be done with the items of an agenda."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from nämndtui.model.agenda.meeting_states import HELD
from nämndtui.tui.kit.commands.command import Command, Commands
from nämndtui.tui.meeting.agenda import item_dialogs
from nämndtui.tui.meeting.agenda.case_picker import pull_in

if TYPE_CHECKING:
    from nämndtui.tui.meeting.agenda.workspace import MeetingWorkspace
    from nämndtui.tui.meeting.shared.meeting_screen import MeetingScreen

_UNDO = "Ctrl+Z ångrar."


def move(host: MeetingScreen, steps: int) -> None:
    """Move the item."""
    from nämndtui.workflow.agenda.agenda import move_item

    if host.item is not None:
        host.namnd.write(partial(move_item, item_id=host.item.id, steps=steps))


def add_standing(host: MeetingScreen) -> None:
    """Put in the standing items and say how many came."""
    from nämndtui.workflow.agenda.standing_items import add_standing_items

    def tell(added: list[int]) -> None:
        if added:
            host.namnd.say(f"{len(added)} återkommande punkter är inlagda. {_UNDO}")
        else:
            host.namnd.say(
                "Alla återkommande punkter finns redan. Listan ändras under Inställningar."
            )

    host.namnd.write(partial(add_standing_items, meeting_id=host.meeting_id), then=tell)


def toggle_ready(host: MeetingScreen) -> None:
    """Ready or draft."""
    from nämndtui.workflow.agenda.agenda import set_ready

    if host.item is not None:
        ready = host.item.state == "draft"
        host.namnd.write(partial(set_ready, item_id=host.item.id, ready=ready))


def toggle_withdrawn(host: MeetingScreen) -> None:
    """Withdrawn or not."""
    from nämndtui.workflow.agenda.agenda import restore_item, withdraw_item

    if host.item is not None:
        verb = restore_item if host.item.withdrawn else withdraw_item
        host.namnd.write(partial(verb, item_id=host.item.id))


def unlist(host: MeetingScreen) -> None:
    """Take the item off the agenda."""
    from nämndtui.workflow.agenda.agenda import unlist_item

    if host.item is not None:
        notice = f"Punkten väntar på ett sammanträde. F3 hämtar tillbaka den, {_UNDO.lower()}"
        host.namnd.write(partial(unlist_item, item_id=host.item.id), notice=notice)


def remove(host: MeetingScreen) -> None:
    """Remove the item."""
    from nämndtui.workflow.agenda.agenda import remove_item

    if host.item is not None:
        host.namnd.write(
            partial(remove_item, item_id=host.item.id), notice=f"Punkten är borttagen. {_UNDO}"
        )


def follow_staff(host: MeetingScreen) -> None:
    """Remove the chair's own proposal."""
    from nämndtui.workflow.agenda.item_content import set_proposal

    if host.item is not None and host.view is not None:
        version = host.view.versions.proposal(host.item.id, "chair")
        host.namnd.write(
            partial(
                set_proposal, item_id=host.item.id, source="chair", points=None, version=version
            ),
            notice=f"Ordföranden följer förvaltningens förslag. {_UNDO}",
        )


def remove_memo(host: MeetingScreen) -> None:
    """Remove the memo."""
    from nämndtui.workflow.agenda.item_content import remove_memo as verb

    if host.item is not None:
        host.namnd.write(
            partial(verb, item_id=host.item.id), notice=f"Skrivelsen är borttagen. {_UNDO}"
        )


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
    act = staticmethod(item_dialogs.new_item)

    @classmethod
    def available(cls, host: MeetingWorkspace) -> bool:
        """Until the meeting is over."""
        return adding_possible(host)


class PullInCase(Command["MeetingWorkspace"]):
    """Sök fram ett ärende och lägg det på dagordningen med skrivelse, förslag, bilagor och
    mottagare som det redan har."""

    key = "f3"
    label = "Hämta ärende"
    group = "punkt"
    footer = True
    writes = True
    act = staticmethod(pull_in)

    @classmethod
    def available(cls, host: MeetingWorkspace) -> bool:
        """Until the meeting is over."""
        return adding_possible(host)


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
    act = staticmethod(partial(move, steps=-1))


class MoveDown(OnOpenAgenda):
    """Flytta punkten ett steg ned. Numren följer med."""

    key = "f8"
    label = "Flytta ned"
    act = staticmethod(partial(move, steps=1))


class StandingItems(Command["MeetingWorkspace"]):
    """Lägg in de återkommande punkterna som inte redan finns på dagordningen."""

    key = "s"
    label = "Återkommande punkter"
    group = "dagordning"
    writes = True
    act = staticmethod(add_standing)

    @classmethod
    def available(cls, host: MeetingWorkspace) -> bool:
        """Before the summons is sent."""
        return host.view is not None and host.view.agenda_open


class ToggleReady(OnLivingItem):
    """Markera punkten som klar, eller som utkast igen."""

    key = "space"
    label = "Klar eller utkast"
    act = staticmethod(toggle_ready)

    @classmethod
    def available(cls, host: MeetingWorkspace) -> bool | None:
        """Drafts and ready items."""
        if host.item is None or host.item.state not in ("draft", "ready"):
            return False
        return super().available(host)


class Withdraw(OnLivingItem):
    """Låt punkten utgå, eller ta tillbaka att den utgår. Nummer och rubrik står kvar."""

    key = "u"
    label = "Utgår"
    act = staticmethod(toggle_withdrawn)

    @classmethod
    def available(cls, host: MeetingWorkspace) -> bool | None:
        """Not once it is handled; when the meeting is over only to withdraw what was left."""
        if host.item is None or host.view is None or host.item.state in _HANDLED:
            return False
        if host.view.agenda_open or host.view.may_sit:
            return super().available(host)
        return host.view.recording and not host.item.withdrawn and super().available(host)


class UnlistItem(OnOpenAgenda):
    """Ta punkten av dagordningen. Den väntar med alla sina texter; F3 hämtar tillbaka den."""

    key = "t"
    label = "Ta av dagordningen"
    act = staticmethod(unlist)


class RemoveItem(OnOpenAgenda):
    """Ta bort punkten och dess texter. Ctrl+Z hämtar tillbaka den."""

    key = "delete"
    label = "Ta bort punkten"
    act = staticmethod(remove)


class ItemFacts(OnItem):
    """Ändra punktens slag, om den får publiceras och om den är myndighetsutövning eller val."""

    key = "e"
    label = "Egenskaper"
    act = staticmethod(item_dialogs.item_facts)


class FollowStaff(OnLivingItem):
    """Ta bort ordförandens eget förslag: ordföranden följer förvaltningens."""

    label = "Följ förvaltningens förslag"
    act = staticmethod(follow_staff)

    @classmethod
    def available(cls, host: MeetingWorkspace) -> bool | None:
        """Only when the chair has one."""
        if host.item is None or host.item.chair_proposal is None:
            return False
        return super().available(host)


class RemoveMemo(OnLivingItem):
    """Ta bort punktens tjänsteskrivelse. Ctrl+Z hämtar tillbaka den."""

    label = "Ta bort skrivelsen"
    act = staticmethod(remove_memo)

    @classmethod
    def available(cls, host: MeetingWorkspace) -> bool | None:
        """Only with a memo."""
        if host.item is None or host.item.memo is None:
            return False
        return super().available(host)


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
