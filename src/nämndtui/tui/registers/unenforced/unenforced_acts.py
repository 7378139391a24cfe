"""One key, one verb: what the commands of the register of unenforced decisions do."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from nämndtui.model.text.vocabulary import swedish
from nämndtui.model.unenforced.unenforced_decision import CLOSED_REASONS, REASONS
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
