"""One key, one verb: what the commands of the register of delegated decisions do."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from nämndtui.model.text.number_words import plural
from nämndtui.tui.kit.dialogs.form_dialog import FormDialog
from nämndtui.tui.kit.forms.form_field import Answers, FormField
from nämndtui.tui.kit.forms.parsing import optional_day_reader, past_day_reader
from nämndtui.tui.registers.shared.coming_meetings import with_chosen_meeting, with_next_meeting

if TYPE_CHECKING:
    from nämndtui.model.delegation.order import DelegationOrder
    from nämndtui.store.database import Store
    from nämndtui.tui.registers.delegation.decision_pane import DecisionPane
    from nämndtui.workflow.core.actor import Actor
    from nämndtui.workflow.delegation.reporting import ReportedOnMeeting

_UNDO = "Ctrl+Z ångrar."


def enter(pane: DecisionPane) -> None:
    """Type decisions, one line each."""
    from nämndtui.tui.registers.delegation.entry_dialog import EntryDialog

    dialog = EntryDialog(pane.session.committee_id)
    pane.app.push_screen(dialog, lambda _: pane.select(dialog.last_id) if dialog.last_id else None)


def new(pane: DecisionPane) -> None:
    """Fill in a decision, a field for each fact."""
    from nämndtui.store.delegation.orders import order_on
    from nämndtui.tui.registers.delegation.decision_forms import new_decision_form

    committee_id, today = pane.session.committee_id, pane.session.today

    def show(order: DelegationOrder | None) -> None:
        form = new_decision_form(committee_id, today, order)
        pane.app.push_screen(form, partial(_registered, pane))

    pane.read(
        "delegationsordning",
        lambda connection: order_on(connection, committee_id, today),
        show,
    )


def _registered(pane: DecisionPane, done: Any) -> None:
    if done is not None and hasattr(done, "decision_id"):
        pane.select(done.decision_id)


def edit(pane: DecisionPane) -> None:
    """Edit the decision with the cursor."""
    from nämndtui.tui.registers.delegation.decision_forms import edit_decision_form

    if pane.one is not None:
        pane.app.push_screen(edit_decision_form(pane.one.decision, pane.session.today))


def report_on_next(pane: DecisionPane) -> None:
    """All, or the period shown, to the next meeting."""
    with_next_meeting(pane, partial(_report, pane))


def report_on_chosen(pane: DecisionPane) -> None:
    """All, or the period shown, to a meeting picked."""
    with_chosen_meeting(pane, partial(_report, pane))


def _report(pane: DecisionPane, meeting_id: int, day: str) -> None:
    from nämndtui.workflow.delegation.reporting import report_on_meeting

    def told(done: ReportedOnMeeting) -> None:
        held = f" {done.held_back} väntar på ställningstagande." if done.held_back else ""
        counted = plural(done.listed, "beslut", "beslut")
        pane.namnd.say(f"{counted} anmäls {day}.{held} {_UNDO}")

    verb = partial(report_on_meeting, meeting_id=meeting_id, first=pane.first, last=pane.last)
    pane.namnd.write(verb, then=told)


def choose_period(pane: DecisionPane) -> None:
    """Ask for the first and the last day."""
    read = optional_day_reader(pane.session.today)
    first = pane.first.isoformat() if pane.first else ""
    last = pane.last.isoformat() if pane.last else ""
    fields = (
        FormField("first", "Från och med", default=first, parse=read),
        FormField(
            "last",
            "Till och med",
            default=last,
            parse=read,
            help="Lämna tomt för ingen gräns. F9 anmäler bara besluten i perioden.",
        ),
    )

    def chosen(answers: Answers | None) -> None:
        if answers is not None:
            pane.show_period(answers["first"], answers["last"])

    pane.app.push_screen(FormDialog("Beslut från vilken tid?", fields, "Visa"), chosen)


def toggle_accepted(pane: DecisionPane) -> None:
    """Let a doubtful decision be reported, or not."""
    from nämndtui.workflow.delegation.delegated_decisions import accept_decision

    if pane.one is not None:
        one = pane.one.decision
        words = "anmäls inte förrän någon tar ställning" if one.accepted else "anmäls ändå"
        pane.namnd.write(
            partial(accept_decision, decision_id=one.id, accepted=not one.accepted),
            notice=f"{one.point} {one.dnr} {words}. {_UNDO}",
        )


def toggle_exempt(pane: DecisionPane) -> None:
    """Exempt a decision from reporting, or not."""
    from nämndtui.workflow.delegation.delegated_decisions import exempt_decision

    if pane.one is not None:
        one = pane.one.decision
        exempt = one.state == "registered"
        words = "ska anslås i stället för att anmälas" if exempt else "ska anmälas"
        pane.namnd.write(
            partial(exempt_decision, decision_id=one.id, exempt=exempt),
            notice=f"{one.point} {one.dnr} {words}. {_UNDO}",
        )


def posted(pane: DecisionPane) -> None:
    """Ask which day the notice was posted."""
    if pane.one is None:
        return
    one, today = pane.one.decision, pane.session.today

    def save(store: Store, actor: Actor, answers: Answers) -> None:
        from nämndtui.workflow.delegation.delegated_decisions import mark_decision_posted

        mark_decision_posted(store, actor, one.id, answers["posted_on"])

    field = FormField(
        "posted_on",
        "Anslaget",
        default=today.isoformat(),
        required=True,
        parse=past_day_reader(today),
    )
    title = f"{one.point} {one.dnr} är anslaget"
    pane.app.push_screen(FormDialog(title, (field,), "Anteckna", save, f"Antecknat. {_UNDO}"))


def take_off(pane: DecisionPane) -> None:
    """Let a listed decision wait again."""
    from nämndtui.workflow.delegation.reporting import take_off_agenda

    if pane.one is not None:
        one = pane.one.decision
        pane.namnd.write(
            partial(take_off_agenda, decision_id=one.id),
            notice=f"{one.point} {one.dnr} väntar på ett senare sammanträde. {_UNDO}",
        )


def remove(pane: DecisionPane) -> None:
    """Delete a decision."""
    from nämndtui.workflow.delegation.delegated_decisions import remove_delegated_decision

    if pane.one is not None:
        one = pane.one.decision
        pane.namnd.write(
            partial(remove_delegated_decision, decision_id=one.id, version=one.version),
            notice=f"{one.point} {one.dnr} är borttaget. {_UNDO}",
        )


def import_file(pane: DecisionPane) -> None:
    """Import a file of decisions."""
    from nämndtui.tui.registers.shared.import_flow import import_decisions

    import_decisions(pane)


def write_list(pane: DecisionPane) -> None:
    """Write the list of decisions of the meeting where the decision with the cursor stands."""
    from nämndtui.model.publication.document_kinds import document_kind
    from nämndtui.tui.kit.files.write_dialog import WriteDialog
    from nämndtui.tui.registers.shared.word_files import write
    from nämndtui.workflow.documents.making import DocumentRequest

    if pane.one is not None and pane.one.row["meeting_id"]:
        kind = document_kind("delegationslista")
        request = DocumentRequest(kind.name, pane.one.row["meeting_id"])
        write(pane, WriteDialog(kind.title, request), kind.written)
