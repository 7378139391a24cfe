"""What can be done with an item at the meeting: one letter, one decision."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from nämndtui.model.agenda.meeting import Outcome
from nämndtui.model.agenda.meeting_states import HELD
from nämndtui.tui.kit.commands.command import Command, Commands
from nämndtui.tui.meeting.agenda import item_dialogs
from nämndtui.tui.meeting.agenda.case_picker import pull_in
from nämndtui.tui.meeting.desk import minutes_acts
from nämndtui.tui.meeting.desk.restore_dialog import ask_restore
from nämndtui.tui.meeting.documents import dialogs

if TYPE_CHECKING:
    from nämndtui.tui.meeting.desk.minutes_desk import MinutesDesk


def may_decide(host: MinutesDesk) -> bool:
    """True on an item while the committee sits, outside the roll."""
    item = host.item
    if host.view is None or item is None or host.in_roll:
        return False
    return host.view.may_sit and not item.withdrawn and item.kind != "heading"


def has_paragraph(host: MinutesDesk) -> bool:
    """True on an item with a §, outside the roll."""
    return (
        host.view is not None
        and host.item is not None
        and not host.in_roll
        and host.view.paragraph(host.item.id) is not None
    )


def is_adjusted(host: MinutesDesk) -> bool:
    """True when the part the item's § belongs to is adjusted."""
    paragraph = host.view.paragraph(host.item.id) if host.view and host.item else None
    return host.view is not None and paragraph is not None and host.view.adjusted(paragraph)


class CallRoll(Command["MinutesDesk"]):
    """Börja sammanträdet: alla ledamöter står som närvarande, och du ändrar för dem som inte
    är det."""

    key = "p"
    label = "Upprop"
    group = "närvaro"
    footer = True
    writes = True

    @classmethod
    def available(cls, host: MinutesDesk) -> bool:
        """Once, when the summons is out."""
        return host.view is not None and host.view.may_sit and not host.view.called

    @classmethod
    def run(cls, host: MinutesDesk) -> None:
        """Call it."""
        minutes_acts.call_roll(host)


class GoToRoll(Command["MinutesDesk"]):
    """Gå till närvaron: där är Mellanslag här eller inte, T tjänstgör och L lägg till någon."""

    label = "Närvaron"
    group = "närvaro"

    @classmethod
    def available(cls, host: MinutesDesk) -> bool:
        """Once the roll has been called."""
        return host.view is not None and host.view.called and not host.in_roll

    @classmethod
    def run(cls, host: MinutesDesk) -> None:
        """Put the cursor there."""
        host.query_one("#roll").focus()


class Decide(Command["MinutesDesk"]):
    """Ett beslut i punkten."""

    group = "beslut"
    writes = True
    outcome: ClassVar[Outcome]

    @classmethod
    def available(cls, host: MinutesDesk) -> bool | None:
        """On an item while the committee sits, outside the roll."""
        return may_decide(host)

    @classmethod
    def run(cls, host: MinutesDesk) -> None:
        """Decide."""
        minutes_acts.decide(host, cls.outcome)


class AsProposed(Decide):
    """Beslut enligt förslaget. Punkten får nästa paragraf."""

    key = "b"
    label = "Enligt förslaget"
    footer = True
    outcome = "as_proposed"

    @classmethod
    def available(cls, host: MinutesDesk) -> bool | None:
        """Grey without a proposal."""
        if not may_decide(host):
            return False
        return True if host.item is not None and host.item.proposal else None


class OwnDecision(Decide):
    """Ett annat beslut än det föreslagna. Förslaget, om det finns, är början att skriva om."""

    key = "e"
    label = "Eget beslut"

    @classmethod
    def run(cls, host: MinutesDesk) -> None:
        """Start from the proposal and put the cursor in the text."""
        minutes_acts.own_decision(host)


class Rejected(Decide):
    """Nämnden avslår."""

    key = "a"
    label = "Avslag"
    outcome = "rejected"


class ReferredBack(Decide):
    """Ärendet går tillbaka för mer beredning. Det väntar sedan på ett senare sammanträde."""

    key = "t"
    label = "Återremiss"
    outcome = "referred_back"


class Tabled(Decide):
    """Ärendet skjuts upp. Det väntar sedan på ett senare sammanträde."""

    key = "l"
    label = "Bordläggning"
    outcome = "tabled"


class Noted(Decide):
    """Nämnden noterar att den har tagit del av ärendet; utan beslutsförhet lämnas bara
    informationen."""

    key = "o"
    label = "Noterat"
    outcome = "noted"


class WithdrawAtMeeting(Command["MinutesDesk"]):
    """Punkten utgår, eller utgår inte längre."""

    key = "u"
    label = "Utgår"
    group = "beslut"
    writes = True

    @classmethod
    def available(cls, host: MinutesDesk) -> bool:
        """While it has no §."""
        view, item = host.view, host.item
        if view is None or item is None or host.in_roll:
            return False
        return view.may_sit and view.paragraph(item.id) is None

    @classmethod
    def run(cls, host: MinutesDesk) -> None:
        """Toggle."""
        minutes_acts.toggle_withdrawn(host)


class NextUndecided(Command["MinutesDesk"]):
    """Gå till nästa punkt som inte är behandlad; efter den sista till justeringen."""

    key = "n"
    label = "Nästa"
    group = "beslut"
    footer = True

    @classmethod
    def run(cls, host: MinutesDesk) -> None:
        """Go there."""
        host.next_undecided()


class OnParagraph(Command["MinutesDesk"]):
    """A command on the item's §."""

    group = "paragraf"

    @classmethod
    def available(cls, host: MinutesDesk) -> bool:
        """Only with a §, outside the roll."""
        return has_paragraph(host)


class TakeBack(OnParagraph):
    """Ta tillbaka beslutet: paragrafen försvinner. Går bara med den senaste paragrafen."""

    key = "delete"
    label = "Ta tillbaka beslutet"
    writes = True

    @classmethod
    def available(cls, host: MinutesDesk) -> bool:
        """While the committee sits and the § is not adjusted."""
        may = host.view is not None and host.view.may_sit and has_paragraph(host)
        return may and not is_adjusted(host)

    @classmethod
    def run(cls, host: MinutesDesk) -> None:
        """Take it back."""
        minutes_acts.take_back(host)


class ThrowLeftOver(OnParagraph):
    """Släng text som inte hann sparas innan paragrafen justerades."""

    key = "delete"
    label = "Släng osparad text"
    writes = True

    @classmethod
    def available(cls, host: MinutesDesk) -> bool:
        """When there is such a text."""
        view, item = host.view, host.item
        here = view is not None and item is not None and not host.in_roll
        return here and bool(view and item and view.left_over(item.id))

    @classmethod
    def run(cls, host: MinutesDesk) -> None:
        """Ask, then throw it away."""
        minutes_acts.throw_left_over(host)


class WriteIn(OnParagraph):
    """Put the cursor in a field of the §."""

    field: ClassVar[str] = "points"

    @classmethod
    def run(cls, host: MinutesDesk) -> None:
        """Go there."""
        host.pane.focus_field(cls.field)


class EditDecision(WriteIn):
    """Skriv i beslutet."""

    key = "f4"
    label = "Beslutets text"

    @classmethod
    def available(cls, host: MinutesDesk) -> bool:
        """Until the § is adjusted; then it can only be corrected."""
        return has_paragraph(host) and not is_adjusted(host)


class Correct(OnParagraph):
    """Rätta en justerad paragraf. Rättelsen syns bredvid texten, som står kvar (FL 36 §)."""

    key = "f4"
    label = "Rätta"
    writes = True

    @classmethod
    def available(cls, host: MinutesDesk) -> bool:
        """Once the § is adjusted."""
        return has_paragraph(host) and is_adjusted(host)

    @classmethod
    def run(cls, host: MinutesDesk) -> None:
        """Open the form."""
        minutes_acts.correct(host)


class WriteMotions(WriteIn):
    """Skriv om yrkandenas text. Uppgifterna själva ges med Y."""

    label = "Yrkandenas text"
    field = "motions"


class WriteProcedure(WriteIn):
    """Skriv om beslutsgången: hur ordföranden ställde proposition."""

    key = "g"
    label = "Beslutsgång"
    field = "procedure"


class WriteVote(WriteIn):
    """Skriv omröstningen: vad ja och nej betydde, resultatet och hur var och en röstade."""

    label = "Omröstningens text"
    field = "vote"


class WriteDisqualification(WriteIn):
    """Skriv vem som anmälde jäv och inte deltog."""

    label = "Text om jäv"
    field = "disqualification"


class WriteReservations(WriteIn):
    """Skriv vem som reserverade sig."""

    label = "Reservationernas text"
    field = "reservations"


class WriteNotes(WriteIn):
    """Skriv protokollsanteckningar och särskilda yttranden."""

    label = "Anteckningarnas text"
    field = "notes"


class RestoreText(OnParagraph):
    """Återställ texten: visa din egen bredvid den som uppgifterna ger, och sätt tillbaka den."""

    key = "c"
    label = "Återställ texten"
    writes = True

    @classmethod
    def available(cls, host: MinutesDesk) -> bool:
        """Until the § is adjusted."""
        return has_paragraph(host) and not is_adjusted(host)

    @classmethod
    def run(cls, host: MinutesDesk) -> None:
        """Open the box."""
        ask_restore(host)


class WriteExtract(OnParagraph):
    """Skriv ett protokollsutdrag för paragrafen som Word-fil."""

    key = "x"
    label = "Utdrag"

    @classmethod
    def run(cls, host: MinutesDesk) -> None:
        """Write it."""
        dialogs.extract(host)


class ExtraItem(Command["MinutesDesk"]):
    """Lägg till en punkt som väcks på sammanträdet. Den får nästa nummer."""

    key = "f2"
    label = "Extra punkt"
    group = "punkt"
    writes = True

    @classmethod
    def available(cls, host: MinutesDesk) -> bool:
        """Until the meeting is over."""
        return host.view is not None and host.view.state not in (*HELD, "cancelled")

    @classmethod
    def run(cls, host: MinutesDesk) -> None:
        """Open the form."""
        item_dialogs.new_item(host)


class ExtraCase(ExtraItem):
    """Hämta ett ärende till sammanträdet. Det får nästa nummer."""

    key = "f3"
    label = "Hämta ärende"

    @classmethod
    def run(cls, host: MinutesDesk) -> None:
        """Open the picker."""
        pull_in(host)


MINUTES_COMMANDS: Commands = (
    CallRoll,
    GoToRoll,
    AsProposed,
    NextUndecided,
    OwnDecision,
    Rejected,
    ReferredBack,
    Tabled,
    Noted,
    WithdrawAtMeeting,
    TakeBack,
    ThrowLeftOver,
    EditDecision,
    Correct,
    WriteMotions,
    WriteProcedure,
    WriteVote,
    WriteDisqualification,
    WriteReservations,
    WriteNotes,
    RestoreText,
    WriteExtract,
    ExtraItem,
    ExtraCase,
)
