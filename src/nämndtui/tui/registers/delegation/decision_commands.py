"""What can be done in the register of delegated decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nämndtui.tui.kit.commands.command import Command
from nämndtui.tui.registers.delegation import decision_acts

if TYPE_CHECKING:
    from nämndtui.tui.registers.delegation.decision_pane import DecisionPane

_GROUP = "delegationsbeslut"


class _DecisionCommand(Command["DecisionPane"]):
    """Kräver att ett beslut är markerat."""

    group = _GROUP
    writes = True
    states: tuple[str, ...] = ()

    @classmethod
    def available(cls, host: DecisionPane) -> bool:
        """Only with a decision in one of the states."""
        return host.one is not None and (not cls.states or host.one.decision.state in cls.states)


class EnterDecision(Command["DecisionPane"]):
    """Skriv in ett beslut på en rad: punkt, roll, diarienummer och vad det gäller."""

    key = "f2,n"
    label = "Nytt"
    group = _GROUP
    footer = True
    writes = True
    act = staticmethod(decision_acts.enter)


class NewDecision(Command["DecisionPane"]):
    """Skriv in ett beslut i ett formulär med ett fält för varje uppgift."""

    key = "f"
    label = "Nytt i formulär"
    group = _GROUP
    writes = True
    act = staticmethod(decision_acts.new)


class EditDecision(_DecisionCommand):
    """Ändra det markerade beslutet. Beslut i justerade protokoll ligger fast."""

    key = "f4,e,enter"
    label = "Redigera"
    footer = True
    states = ("registered", "listed", "exempt", "posted")
    act = staticmethod(decision_acts.edit)


class ReportAll(Command["DecisionPane"]):
    """Lägg alla beslut som ska anmälas på nästa sammanträdes dagordning. Har du valt en period
    tas bara dess beslut; brådskande beslut följer alltid med."""

    key = "f9"
    label = "Anmäl"
    group = _GROUP
    footer = True
    writes = True
    act = staticmethod(decision_acts.report_on_next)


class ReportElsewhere(Command["DecisionPane"]):
    """Lägg besluten på ett annat sammanträde än det närmaste."""

    key = "m"
    label = "Anmäl vid annat sammanträde"
    group = _GROUP
    writes = True
    act = staticmethod(decision_acts.report_on_chosen)


class ChooseState(Command["DecisionPane"]):
    """Visa bara beslut i ett visst läge, till exempel de som ska anmälas."""

    key = "f3"
    label = "Urval"
    group = _GROUP
    footer = True
    act = "choose_state"


class ChoosePeriod(Command["DecisionPane"]):
    """Visa bara beslut från en viss tid. F9 anmäler då bara dem."""

    key = "p"
    label = "Period"
    group = _GROUP
    act = staticmethod(decision_acts.choose_period)


class AcceptDoubt(_DecisionCommand):
    """Godkänn att beslutet anmäls trots tveksam behörighet, eller ta tillbaka godkännandet."""

    key = "g"
    label = "Godkänn"
    states = ("registered",)
    act = staticmethod(decision_acts.toggle_accepted)

    @classmethod
    def available(cls, host: DecisionPane) -> bool:
        """Only a doubtful one, or one accepted before."""
        found = host.one
        return super().available(host) and bool(
            found and (found.doubtful or found.decision.accepted)
        )


class Exempt(_DecisionCommand):
    """Beslutet ska inte anmälas utan anslås (KL 6:40, 8:10), eller ska anmälas ändå."""

    key = "u"
    label = "Undanta från anmälan"
    states = ("registered", "exempt")
    act = staticmethod(decision_acts.toggle_exempt)


class Posted(_DecisionCommand):
    """Anteckna dagen då ett beslut som inte anmäls anslogs (KL 8:10)."""

    key = "s"
    label = "Anslaget"
    states = ("registered", "exempt")
    act = staticmethod(decision_acts.posted)

    @classmethod
    def available(cls, host: DecisionPane) -> bool:
        """Only one that is exempt itself, or by its point."""
        found = host.one
        return super().available(host) and bool(
            found and (found.decision.state == "exempt" or found.row["to_post"])
        )


class TakeOff(_DecisionCommand):
    """Ta beslutet av dagordningen; det väntar på ett senare sammanträde."""

    key = "t"
    label = "Ta av dagordningen"
    states = ("listed",)
    act = staticmethod(decision_acts.take_off)


class OpenItem(Command["DecisionPane"]):
    """Öppna sammanträdet vid den punkt där beslutet redovisas."""

    key = "o"
    label = "Öppna punkten"
    group = _GROUP

    @classmethod
    def available(cls, host: DecisionPane) -> bool:
        """Only one on an agenda."""
        return host.one is not None and host.one.decision.item_id is not None

    @classmethod
    def run(cls, host: DecisionPane) -> None:
        """Open it."""
        if host.one and host.one.decision.item_id:
            host.namnd.open_item(host.one.decision.item_id)


class WriteList(Command["DecisionPane"]):
    """Skriv delegationslistan som Word för det sammanträde där beslutet redovisas."""

    key = "w"
    label = "Skriv listan"
    group = _GROUP
    act = staticmethod(decision_acts.write_list)

    @classmethod
    def available(cls, host: DecisionPane) -> bool:
        """Only with a decision on a meeting's agenda."""
        return host.one is not None and bool(host.one.row["meeting_id"])


class RemoveDecision(_DecisionCommand):
    """Ta bort beslutet ur registret. Ctrl+Z hämtar tillbaka det."""

    key = "delete"
    label = "Ta bort beslutet"
    states = ("registered", "exempt", "posted")
    act = staticmethod(decision_acts.remove)


class ImportDecisions(Command["DecisionPane"]):
    """Importera beslut från en csv- eller xlsx-fil, till exempel ur ärendesystemet."""

    key = "i"
    label = "Importera"
    group = _GROUP
    writes = True
    act = staticmethod(decision_acts.import_file)


DECISION_COMMANDS = (
    EnterDecision,
    NewDecision,
    EditDecision,
    ReportAll,
    ChooseState,
    ChoosePeriod,
    ReportElsewhere,
    AcceptDoubt,
    Exempt,
    Posted,
    TakeOff,
    OpenItem,
    WriteList,
    RemoveDecision,
    ImportDecisions,
)
