"""What can be done with a person in the roll: one letter each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nämndtui.tui.kit.commands.command import Command, Commands
from nämndtui.tui.meeting.attendance import roll_acts, roll_dialogs, serving_dialogs

if TYPE_CHECKING:
    from nämndtui.tui.meeting.attendance.roll_pane import RollPane


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

    @classmethod
    def run(cls, host: RollPane) -> None:
        """Toggle."""
        host.change(roll_acts.toggle_here)


class ComeAndGo(_InRoll):
    """Ange in från och med vilken paragraf, och ut efter vilken."""

    key = "enter"
    label = "In och ut"

    @classmethod
    def run(cls, host: RollPane) -> None:
        """Open the form."""
        host.come_and_go()


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

    @classmethod
    def run(cls, host: RollPane) -> None:
        """Toggle."""
        host.change_item(roll_acts.toggle_disqualified)


class ToggleTakingPart(OnItem):
    """Deltar inte i beslutet i punkten, eller deltar. Inte vid myndighetsutövning (KL 4:26)."""

    key = "e"
    label = "Deltar inte i beslutet"

    @classmethod
    def run(cls, host: RollPane) -> None:
        """Toggle."""
        host.change_item(roll_acts.toggle_taking_part)


class ToggleRemote(_InRoll):
    """Deltar på distans, eller i rummet, från och med paragrafen som visas."""

    key = "d"
    label = "Distans"

    @classmethod
    def available(cls, host: RollPane) -> bool:
        """Those in the room."""
        row = host.current
        return host.may_change and row is not None and row.stay is not None

    @classmethod
    def run(cls, host: RollPane) -> None:
        """Toggle."""
        host.change(roll_acts.toggle_remote)


class ChooseServing(Command["RollPane"]):
    """Välj själv vem som tjänstgör på platsen, med skäl. Annars gäller inkallelseordningen."""

    key = "t"
    label = "Tjänstgör"
    group = "närvaro"
    footer = True
    writes = True

    @classmethod
    def available(cls, host: RollPane) -> bool:
        """For a seat, and for a substitute who is here."""
        row = host.current
        return (
            host.may_change and row is not None and (row.seat is not None or row.stay is not None)
        )

    @classmethod
    def run(cls, host: RollPane) -> None:
        """Open the form."""
        host.ask(serving_dialogs.choose_serving)


class ChoosePresiding(_InRoll):
    """Låt den som tjänstgör leda sammanträdet, när varken ordförande eller vice kan (KL 6:22)."""

    key = "o"
    label = "Leder"

    @classmethod
    def available(cls, host: RollPane) -> bool:
        """For those who serve."""
        row = host.current
        return host.may_change and row is not None and row.serves is not None

    @classmethod
    def run(cls, host: RollPane) -> None:
        """Open the form."""
        host.ask(serving_dialogs.choose_presiding)


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

    @classmethod
    def available(cls, host: RollPane) -> bool:
        """Those without a mandate."""
        row = host.current
        return host.may_change and row is not None and row.mandate is None and bool(row.stays)

    @classmethod
    def run(cls, host: RollPane) -> None:
        """Remove."""
        host.change(roll_acts.remove_person)


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
