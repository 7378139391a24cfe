"""What is said at an item, recorded by one letter: yrkande, proposition, votering and the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nämndtui.model.agenda.meeting_states import SITTING
from nämndtui.tui.kit.commands.command import Command, Commands
from nämndtui.tui.meeting.decisions import sitting_acts
from nämndtui.tui.meeting.desk import minutes_acts

if TYPE_CHECKING:
    from nämndtui.tui.meeting.desk.minutes_desk import MinutesDesk


class _Fact(Command["MinutesDesk"]):
    """A command that records something at the item."""

    group = "uppgift"
    writes = True

    @classmethod
    def available(cls, host: MinutesDesk) -> bool | None:
        """On an item, once the roll is called, until the minutes are adjusted."""
        view, item = host.view, host.item
        if view is None or item is None or host.in_roll or item.withdrawn or item.kind == "heading":
            return False
        return view.recording and view.called


def quorate(host: MinutesDesk) -> bool:
    """True when the committee can decide the item with the cursor (KL 6:27)."""
    view, item = host.view, host.item
    return view is not None and item is not None and view.serving_at(item.id).quorate


class Move(_Fact):
    """Yrkande: vem som yrkar vad. Ja, också innan beslutet är fattat."""

    key = "y"
    label = "Yrkande"
    footer = True

    @classmethod
    def run(cls, host: MinutesDesk) -> None:
        """Open the form."""
        sitting_acts.move(host)


class PutQuestion(_Fact):
    """Proposition: vilka förslag som ställs mot varandra, och vilket nämnden beslutar enligt."""

    key = "p"
    label = "Proposition"

    @classmethod
    def run(cls, host: MinutesDesk) -> None:
        """Open the form."""
        sitting_acts.put_question(host)


class HoldVote(_Fact):
    """Votering: hur var och en röstade. Beslutet och texten följer av rösterna."""

    key = "v"
    label = "Votering"
    footer = True

    @classmethod
    def available(cls, host: MinutesDesk) -> bool | None:
        """When the committee can decide the item."""
        return bool(super().available(host)) and quorate(host)

    @classmethod
    def run(cls, host: MinutesDesk) -> None:
        """Ask what is voted on, then the votes."""
        sitting_acts.hold_vote(host)


class Disqualify(_Fact):
    """Jäv, eller någon som inte deltar i beslutet. Ersättaren kallas in av sig själv."""

    key = "j"
    label = "Jäv"

    @classmethod
    def run(cls, host: MinutesDesk) -> None:
        """Open the form."""
        sitting_acts.disqualify(host)


class Reserve(_Fact):
    """Reservation. Den ska anmälas innan sammanträdet avslutas (KL 4:27); texten får vänta."""

    key = "r"
    label = "Reservation"

    @classmethod
    def run(cls, host: MinutesDesk) -> None:
        """Open the form."""
        sitting_acts.state(host, "reservation")


class Note(_Fact):
    """Protokollsanteckning eller särskilt yttrande."""

    key = "k"
    label = "Anteckning"

    @classmethod
    def run(cls, host: MinutesDesk) -> None:
        """Open the form."""
        sitting_acts.state(host, "note")


class Postpone(_Fact):
    """Bordläggning eller återremiss med skäl. Punkten återkommer på nästa sammanträde."""

    key = "d"
    label = "Skjut upp"
    group = "beslut"

    @classmethod
    def available(cls, host: MinutesDesk) -> bool | None:
        """While the committee sits and can decide it."""
        may = host.view is not None and host.view.may_sit and quorate(host)
        return bool(super().available(host)) and may

    @classmethod
    def run(cls, host: MinutesDesk) -> None:
        """Open the form."""
        sitting_acts.postpone(host)


class PostponeWithoutQuorum(_Fact):
    """Nämnden är inte beslutsför (KL 6:27): punkten tas upp på nästa sammanträde, utan paragraf."""

    key = "d"
    label = "Skjut upp utan beslut"
    group = "beslut"
    footer = True

    @classmethod
    def available(cls, host: MinutesDesk) -> bool | None:
        """On an item that is not handled, while the committee sits without a quorum."""
        view, item = host.view, host.item
        if not super().available(host) or view is None or item is None or not view.may_sit:
            return False
        left = view.paragraph(item.id) is None and item.state != "tabled"
        return left and not quorate(host)

    @classmethod
    def run(cls, host: MinutesDesk) -> None:
        """Carry it over."""
        minutes_acts.postpone_without_quorum(host)


class ToggleImmediate(_Fact):
    """Omedelbar justering av paragrafen, eller inte. Den får en egen protokollsdel."""

    key = "i"
    label = "Omedelbar justering"
    group = "paragraf"

    @classmethod
    def available(cls, host: MinutesDesk) -> bool | None:
        """With a §."""
        view, item = host.view, host.item
        if not super().available(host) or view is None or item is None:
            return False
        return view.paragraph(item.id) is not None

    @classmethod
    def run(cls, host: MinutesDesk) -> None:
        """Toggle."""
        sitting_acts.toggle_immediate(host)


class Adjourn(Command["MinutesDesk"]):
    """Ajournera sammanträdet, eller återuppta det."""

    key = "m"
    label = "Ajournera"
    group = "sammanträde"
    writes = True

    @classmethod
    def available(cls, host: MinutesDesk) -> bool:
        """While it goes on."""
        return host.view is not None and host.view.state in SITTING and not host.in_roll

    @classmethod
    def run(cls, host: MinutesDesk) -> None:
        """Ask for the time."""
        sitting_acts.adjourn(host)


FACT_COMMANDS: Commands = (
    PostponeWithoutQuorum,
    Move,
    HoldVote,
    PutQuestion,
    Disqualify,
    Reserve,
    Note,
    Postpone,
    ToggleImmediate,
    Adjourn,
)
