"""What can be done in the register of unenforced decisions."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from nämndtui.model.text.vocabulary import swedish
from nämndtui.model.unenforced.unenforced_decision import CLOSED_REASONS, REASONS
from nämndtui.tui.kit.commands.command import Command
from nämndtui.tui.kit.dialogs.form_dialog import FormDialog
from nämndtui.tui.kit.forms.form_field import Answers, FormField
from nämndtui.tui.kit.forms.parsing import day_reader

if TYPE_CHECKING:
    from nämndtui.store.database import Store
    from nämndtui.tui.registers.unenforced.unenforced_pane import UnenforcedPane
    from nämndtui.workflow.core.actor import Actor

_UNDO = "Ctrl+Z ångrar."
_REASONS = tuple((value, swedish("unenforced_reason", value) or "inget") for value in REASONS)
_CLOSED = tuple((value, swedish("closed_reason", value)) for value in CLOSED_REASONS if value)
Save = Callable[["Store", "Actor", int, Answers], Any]


def new(pane: UnenforcedPane) -> None:
    """Add a row."""
    from nämndtui.tui.registers.unenforced.unenforced_forms import new_unenforced_form

    form = new_unenforced_form(pane.session.committee_id, pane.law, pane.session.today)
    pane.app.push_screen(form, lambda row_id: pane.select(row_id) if row_id else None)


def edit(pane: UnenforcedPane) -> None:
    """Edit the row with the cursor."""
    from nämndtui.tui.registers.unenforced.unenforced_forms import edit_unenforced_form

    if pane.one is not None and not pane.one.corrected:
        form = edit_unenforced_form(pane.one.row, pane.one.reported, pane.session.today)
        pane.app.push_screen(form)


def executed(pane: UnenforcedPane) -> None:
    """Ask which day the support started."""

    def save(store: Store, actor: Actor, row_id: int, answers: Answers) -> None:
        from nämndtui.workflow.unenforced.unenforced_decisions import execute_decision

        execute_decision(store, actor, row_id, answers["executed_on"])

    help_text = "Dagen då den enskilde faktiskt fick sin insats."
    _ask(pane, "Verkställt", (_day(pane, "executed_on", "Verkställt", help_text),), save)


def closed(pane: UnenforcedPane) -> None:
    """Ask which day and why the row ends."""

    def save(store: Store, actor: Actor, row_id: int, answers: Answers) -> None:
        from nämndtui.workflow.unenforced.unenforced_decisions import close_decision

        close_decision(store, actor, row_id, answers["closed_on"], answers["closed_reason"])

    why = FormField("closed_reason", "Varför", "choice", _CLOSED[0][0], choices=_CLOSED)
    _ask(pane, "Avsluta", (_day(pane, "closed_on", "Avslutat"), why), save)


def refused(pane: UnenforcedPane) -> None:
    """Ask which day the refused offer was made."""

    def save(store: Store, actor: Actor, row_id: int, answers: Answers) -> None:
        from nämndtui.workflow.unenforced.unenforced_decisions import refuse_offer

        refuse_offer(store, actor, row_id, answers["refused_offers"])

    help_text = "Beslutet räknas fortfarande som ej verkställt."
    _ask(pane, "Tackat nej", (_day(pane, "refused_offers", "Erbjudandet", help_text),), save)


def interrupted(pane: UnenforcedPane) -> None:
    """Ask which day and why the support stopped."""

    def save(store: Store, actor: Actor, row_id: int, answers: Answers) -> None:
        from nämndtui.workflow.unenforced.unenforced_decisions import interrupt_unenforced

        interrupt_unenforced(store, actor, row_id, answers["start"], answers["reason"])

    why = FormField("reason", "Skäl", "choice", "", choices=_REASONS)
    _ask(pane, "Avbrott", (_day(pane, "start", "Avbröts"), why), save)


def final_notice(pane: UnenforcedPane) -> None:
    """Ask which day IVO was told that the row has ended."""

    def save(store: Store, actor: Actor, row_id: int, answers: Answers) -> None:
        from nämndtui.workflow.unenforced.unenforced_decisions import mark_final_notice

        mark_final_notice(store, actor, row_id, answers["final_notice_on"])

    _ask(pane, "Slutanmält till IVO", (_day(pane, "final_notice_on", "Anmält"),), save)


def remove(pane: UnenforcedPane) -> None:
    """Delete the row."""
    from nämndtui.workflow.unenforced.unenforced_decisions import remove_unenforced_decision

    if pane.one is not None:
        row = pane.one.row
        pane.namnd.write(
            partial(remove_unenforced_decision, row_id=row.id, version=row.version),
            notice=f"{row.local_key} är borttagen. {_UNDO}",
        )


def import_file(pane: UnenforcedPane) -> None:
    """Import a file of rows."""
    from nämndtui.tui.registers.shared.import_flow import import_unenforced

    import_unenforced(pane)


def _day(pane: UnenforcedPane, name: str, label: str, help_text: str = "") -> FormField:
    today = pane.session.today
    return FormField(
        name,
        label,
        default=today.isoformat(),
        required=True,
        help=help_text,
        parse=day_reader(today),
    )


def _ask(pane: UnenforcedPane, what: str, fields: tuple[FormField, ...], save: Save) -> None:
    """A small form about the row that has the cursor when it is asked."""
    if pane.one is None:
        return
    row = pane.one.row

    def save_row(store: Store, actor: Actor, answers: Answers) -> None:
        save(store, actor, row.id, answers)

    title = f"{what}: {row.local_key}, {row.measure}"
    pane.app.push_screen(FormDialog(title, fields, "Spara", save_row, f"Sparat. {_UNDO}"))


_GROUP = "ej verkställt"


class _RowCommand(Command["UnenforcedPane"]):
    """Kräver att en rad som inte är rättad är markerad."""

    group = _GROUP
    writes = True

    @classmethod
    def available(cls, host: UnenforcedPane) -> bool:
        """Only with a row that holds."""
        return host.one is not None and not host.one.corrected


class _OpenRowCommand(_RowCommand):
    """Kräver att raden varken är verkställd eller avslutad."""

    @classmethod
    def available(cls, host: UnenforcedPane) -> bool:
        """Only with a row that has not ended."""
        return super().available(host) and host.one is not None and not host.one.ended


class AddRow(Command["UnenforcedPane"]):
    """Lägg in ett beslut som inte är verkställt, eller ett avbrott i verkställigheten."""

    key = "f2,n"
    label = "Nytt"
    group = _GROUP
    footer = True
    writes = True
    act = staticmethod(new)


class EditRow(_RowCommand):
    """Ändra raden. Står den i en sammanställd rapport sparas den gamla raden bredvid."""

    key = "f4,e,enter"
    label = "Redigera"
    footer = True
    act = staticmethod(edit)


class ChooseRows(Command["UnenforcedPane"]):
    """Visa bara rader enligt SoL eller LSS, eller bara pågående."""

    key = "f3"
    label = "Urval"
    group = _GROUP
    footer = True
    act = "choose_rows"


class Executed(_OpenRowCommand):
    """Anteckna dagen då insatsen faktiskt började, eller kom i gång igen."""

    key = "v"
    label = "Verkställt"
    footer = True
    act = staticmethod(executed)


class Closed(_OpenRowCommand):
    """Avsluta raden utan verkställighet, till exempel när ansökan är återtagen."""

    key = "a"
    label = "Avsluta"
    act = staticmethod(closed)


class Refused(_OpenRowCommand):
    """Anteckna att den enskilde har tackat nej till ett erbjudande. Raden står kvar."""

    key = "t"
    label = "Tackat nej"
    act = staticmethod(refused)


class Interrupted(_RowCommand):
    """Insatsen har avbrutits: lägg till en rad om avbrottet."""

    key = "b"
    label = "Avbrott"
    act = staticmethod(interrupted)

    @classmethod
    def available(cls, host: UnenforcedPane) -> bool:
        """Only where support has started."""
        one = host.one
        return super().available(host) and one is not None and one.row.executed_on is not None


class FinalNotice(_RowCommand):
    """Anteckna dagen då IVO fick veta att beslutet är verkställt eller avslutat."""

    key = "s"
    label = "Slutanmält"
    act = staticmethod(final_notice)

    @classmethod
    def available(cls, host: UnenforcedPane) -> bool:
        """Only a row that has ended."""
        return super().available(host) and host.one is not None and host.one.ended


class RemoveRow(_RowCommand):
    """Ta bort en rad som ingen rapport har. Ctrl+Z hämtar tillbaka den."""

    key = "delete"
    label = "Ta bort raden"
    act = staticmethod(remove)


class ImportRows(Command["UnenforcedPane"]):
    """Importera en lista över ej verkställda beslut från en csv- eller xlsx-fil."""

    key = "i"
    label = "Importera"
    group = _GROUP
    writes = True
    act = staticmethod(import_file)


SUPPORT_COMMANDS = (
    AddRow,
    EditRow,
    Executed,
    ChooseRows,
    Closed,
    Refused,
    Interrupted,
    FinalNotice,
    RemoveRow,
    ImportRows,
)
