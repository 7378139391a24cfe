"""What can be done with a person in the roll: one letter each."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from nämndtui.tui.kit.commands.command import Command, Commands
from nämndtui.tui.meeting.attendance import roll_dialogs, serving_dialogs
from nämndtui.tui.meeting.attendance.roll import RollRow

if TYPE_CHECKING:
    from nämndtui.store.database import Store
    from nämndtui.tui.meeting.attendance.roll_pane import Asks, OnRow, RollPane
    from nämndtui.workflow.core.actor import Actor


def toggle_here(store: Store, actor: Actor, meeting_id: int, row: RollRow) -> None:
    """In from the § shown, or out before it. A stay that began or ended just there is mended."""
    from nämndtui.workflow.attendance.roll import change_stay, come_in, leave, remove_stay

    if row.person is None:
        return
    begun = [one for one in row.stays if one.from_paragraph == row.number]
    ended = [one for one in row.stays if one.to_paragraph == row.number - 1]
    if row.here and begun:
        remove_stay(store, actor, meeting_id, begun[0].id)
    elif row.here:
        leave(store, actor, meeting_id, row.person.id, row.number - 1)
    elif ended and ended[-1] is row.stays[-1]:
        change_stay(store, actor, meeting_id, ended[-1].id, ended[-1].from_paragraph, None)
    else:
        come_in(store, actor, meeting_id, row.person.id, row.number)


def toggle_remote(store: Store, actor: Actor, meeting_id: int, row: RollRow) -> None:
    """At a distance, or in the room, from the § shown (KL 6:24)."""
    from nämndtui.workflow.attendance.roll import set_remote

    if row.person is not None and row.stay is not None:
        set_remote(store, actor, meeting_id, row.person.id, not row.stay.remote, row.number)


def toggle_disqualified(store: Store, actor: Actor, item_id: int, row: RollRow) -> None:
    """Jäv in the item, or not after all (KL 6:30)."""
    from nämndtui.workflow.attendance.disqualifications import (
        declare_disqualified,
        take_back_disqualification,
    )

    if row.jäv is not None:
        take_back_disqualification(store, actor, item_id, row.jäv.id)
    elif row.person is not None:
        declare_disqualified(store, actor, item_id, row.person.id)


def toggle_taking_part(store: Store, actor: Actor, item_id: int, row: RollRow) -> None:
    """Does not take part in the decision, or does after all (F 22)."""
    from nämndtui.workflow.attendance.disqualifications import stay_out_of_decision, take_part_again

    if row.out is not None:
        take_part_again(store, actor, item_id, row.out.id)
    elif row.person is not None:
        stay_out_of_decision(store, actor, item_id, row.person.id)


def remove_person(store: Store, actor: Actor, meeting_id: int, row: RollRow) -> None:
    """Take away every stay of someone noted by mistake."""
    from nämndtui.workflow.attendance.roll import remove_stay

    for stay in row.stays:
        remove_stay(store, actor, meeting_id, stay.id)


def _at_meeting(verb: OnRow) -> Callable[[RollPane], None]:
    return lambda host: host.change(verb)


def _in_item(verb: OnRow) -> Callable[[RollPane], None]:
    return lambda host: host.change_item(verb)


def _asks(question: Asks) -> Callable[[RollPane], None]:
    return lambda host: host.ask(question)


class _InRoll(Command["RollPane"]):
    """A command on the person with the cursor."""

    group = "närvaro"
    writes = True

    @classmethod
    def available(cls, host: RollPane) -> bool | None:
        """While the minutes may be changed."""
        return host.may_change and host.current is not None and host.current.person is not None


class ToggleHere(_InRoll):
    """Här eller inte, från och med paragrafen som visas. Före första paragrafen: frånvarande vid
    uppropet."""

    key = "space"
    label = "Här eller inte"
    footer = True
    act = staticmethod(_at_meeting(toggle_here))


class ComeAndGo(_InRoll):
    """Ange in från och med vilken paragraf, och ut efter vilken."""

    key = "enter"
    label = "In och ut"
    act = "come_and_go"


class OnItem(_InRoll):
    """A command about the person and the item at the right."""

    @classmethod
    def available(cls, host: RollPane) -> bool:
        """With an item, for those here."""
        row = host.current
        return host.may_change and host.item_id > 0 and row is not None and row.here


class ToggleDisqualified(OnItem):
    """Jävig i punkten, eller inte. Ute bara den paragrafen; en ersättare kallas in."""

    key = "j"
    label = "Jäv"
    footer = True
    act = staticmethod(_in_item(toggle_disqualified))


class ToggleTakingPart(OnItem):
    """Deltar inte i beslutet i punkten, eller deltar. Inte vid myndighetsutövning (KL 4:26)."""

    key = "e"
    label = "Deltar inte i beslutet"
    act = staticmethod(_in_item(toggle_taking_part))


class ToggleRemote(_InRoll):
    """Deltar på distans, eller i rummet, från och med paragrafen som visas."""

    key = "d"
    label = "Distans"
    act = staticmethod(_at_meeting(toggle_remote))

    @classmethod
    def available(cls, host: RollPane) -> bool:
        """Those in the room."""
        row = host.current
        return host.may_change and row is not None and row.stay is not None


class ChooseServing(Command["RollPane"]):
    """Välj själv vem som tjänstgör på platsen, med skäl. Annars gäller inkallelseordningen."""

    key = "t"
    label = "Tjänstgör"
    group = "närvaro"
    footer = True
    writes = True
    act = staticmethod(_asks(serving_dialogs.choose_serving))

    @classmethod
    def available(cls, host: RollPane) -> bool:
        """For a seat, and for a substitute who is here."""
        row = host.current
        return (
            host.may_change and row is not None and (row.seat is not None or row.stay is not None)
        )


class ChoosePresiding(_InRoll):
    """Låt den som tjänstgör leda sammanträdet, när varken ordförande eller vice kan (KL 6:22)."""

    key = "o"
    label = "Leder"
    act = staticmethod(_asks(serving_dialogs.choose_presiding))

    @classmethod
    def available(cls, host: RollPane) -> bool:
        """For those who serve."""
        row = host.current
        return host.may_change and row is not None and row.serves is not None


class AddPerson(Command["RollPane"]):
    """Lägg till en tjänsteperson, facklig företrädare eller gäst."""

    key = "l,insert"
    label = "Lägg till"
    group = "närvaro"
    footer = True
    writes = True

    @classmethod
    def available(cls, host: RollPane) -> bool:
        """While the minutes may be changed."""
        return host.may_change

    @classmethod
    def run(cls, host: RollPane) -> None:
        """Open the form."""
        if host.view is not None:
            host.app.push_screen(roll_dialogs.add_person(host.view.dossier, host.from_here))


class RemovePerson(_InRoll):
    """Ta bort en tjänsteperson eller gäst som kom med av misstag."""

    key = "delete"
    label = "Ta bort"
    act = staticmethod(_at_meeting(remove_person))

    @classmethod
    def available(cls, host: RollPane) -> bool:
        """Those without a mandate."""
        row = host.current
        return host.may_change and row is not None and row.mandate is None and bool(row.stays)


ROLL_COMMANDS: Commands = (
    ToggleHere,
    ToggleDisqualified,
    ChooseServing,
    AddPerson,
    ComeAndGo,
    ToggleTakingPart,
    ToggleRemote,
    ChoosePresiding,
    RemovePerson,
)
