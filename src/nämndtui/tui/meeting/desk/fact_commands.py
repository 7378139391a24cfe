"""What is said at an item, recorded by one letter: yrkande, proposition, votering and the rest."""

from __future__ import annotations

from functools import partial
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
    act = staticmethod(sitting_acts.move)


class PutQuestion(_Fact):
    """Proposition: vilka förslag som ställs mot varandra, och vilket nämnden beslutar enligt."""

    key = "p"
    label = "Proposition"
    act = staticmethod(sitting_acts.put_question)


class HoldVote(_Fact):
    """Votering: hur var och en röstade. Beslutet och texten följer av rösterna."""

    key = "v"
    label = "Votering"
    footer = True
    act = staticmethod(sitting_acts.hold_vote)

    @classmethod
    def available(cls, host: MinutesDesk) -> bool | None:
        """When the committee can decide the item."""
        return bool(super().available(host)) and quorate(host)


class Disqualify(_Fact):
    """Jäv, eller någon som inte deltar i beslutet. Ersättaren kallas in av sig själv."""

    key = "j"
    label = "Jäv"
    act = staticmethod(sitting_acts.disqualify)


class Reserve(_Fact):
    """Reservation. Den ska anmälas innan sammanträdet avslutas (KL 4:27); texten får vänta."""

    key = "r"
    label = "Reservation"
    act = staticmethod(partial(sitting_acts.state, kind="reservation"))


class Note(_Fact):
    """Protokollsanteckning eller särskilt yttrande."""

    key = "k"
    label = "Anteckning"
    act = staticmethod(partial(sitting_acts.state, kind="note"))


class Postpone(_Fact):
    """Bordläggning eller återremiss med skäl. Punkten återkommer på nästa sammanträde."""

    key = "d"
    label = "Skjut upp"
    group = "beslut"
    act = staticmethod(sitting_acts.postpone)

    @classmethod
    def available(cls, host: MinutesDesk) -> bool | None:
        """While the committee sits and can decide it."""
        may = host.view is not None and host.view.may_sit and quorate(host)
        return bool(super().available(host)) and may


class PostponeWithoutQuorum(_Fact):
    """Nämnden är inte beslutsför (KL 6:27): punkten tas upp på nästa sammanträde, utan paragraf."""

    key = "d"
    label = "Skjut upp utan beslut"
    group = "beslut"
    footer = True
    act = staticmethod(minutes_acts.postpone_without_quorum)

    @classmethod
    def available(cls, host: MinutesDesk) -> bool | None:
        """On an item that is not handled, while the committee sits without a quorum."""
        view, item = host.view, host.item
        if not super().available(host) or view is None or item is None or not view.may_sit:
            return False
        left = view.paragraph(item.id) is None and item.state != "tabled"
        return left and not quorate(host)


class ToggleImmediate(_Fact):
    """Omedelbar justering av paragrafen, eller inte. Den får en egen protokollsdel."""

    key = "i"
    label = "Omedelbar justering"
    group = "paragraf"
    act = staticmethod(sitting_acts.toggle_immediate)

    @classmethod
    def available(cls, host: MinutesDesk) -> bool | None:
        """With a §."""
        view, item = host.view, host.item
        if not super().available(host) or view is None or item is None:
            return False
        return view.paragraph(item.id) is not None


class Adjourn(Command["MinutesDesk"]):
    """Ajournera sammanträdet, eller återuppta det."""

    key = "m"
    label = "Ajournera"
    group = "sammanträde"
    writes = True
    act = staticmethod(sitting_acts.adjourn)

    @classmethod
    def available(cls, host: MinutesDesk) -> bool:
        """While it goes on."""
        return host.view is not None and host.view.state in SITTING and not host.in_roll


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
