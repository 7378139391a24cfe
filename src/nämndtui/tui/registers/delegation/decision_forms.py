"""The forms of a delegated decision."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.suggester import SuggestFromList

from nämndtui.model.delegation.checks import AUTHORITY_DOUBTS
from nämndtui.model.delegation.columns import DECISION_COLUMNS
from nämndtui.model.delegation.delegated_decision import DelegatedDecision
from nämndtui.model.delegation.order import DelegationOrder
from nämndtui.model.text.errors import NamndError
from nämndtui.tui.kit.dialogs.confirm import ConfirmDialog
from nämndtui.tui.kit.dialogs.form_dialog import EditDialog, FormDialog
from nämndtui.tui.kit.forms.form_field import Answers, FormField
from nämndtui.tui.kit.forms.parsing import past_day_reader
from nämndtui.tui.registers.shared.register_fields import register_fields

if TYPE_CHECKING:
    from nämndtui.store.database import Store
    from nämndtui.workflow.core.actor import Actor
    from nämndtui.workflow.delegation.delegated_decisions import Registered

Register = Callable[["Store", "Actor", Answers, bool], "Registered"]
"""Registers what is filled in; the last argument says yes to doubts."""


class RegisterDialog(FormDialog):
    """A form that registers a decision, and asks when there is a doubt about it."""

    def __init__(self, title: str, fields: tuple[FormField, ...], register: Register) -> None:
        save = partial(_without_yes, register)
        super().__init__(title, fields, "Registrera", save)
        self._register = register

    def refused(self, error: NamndError) -> bool:
        """Ask about a doubt; everything else as forms do."""
        from nämndtui.workflow.delegation.delegated_decisions import DoubtfulDecisionError

        if not isinstance(error, DoubtfulDecisionError):
            return super().refused(error)
        text = "\n\n".join(f"? {finding.text}" for finding in error.findings)
        question = ConfirmDialog("Stämmer det här?", text, "Registrera ändå", keep="Ändra")
        self.app.push_screen(question, self._despite)
        return True

    def _despite(self, yes: bool | None) -> None:
        answers = self.form.answers() if yes else None
        if answers is not None:
            self.write_once(
                lambda store, actor: self._register(store, actor, answers, True),
                then=self.saved,
                failed=self.refused,
            )

    def saved(self, result: Any) -> None:
        """Tell what became of it."""
        self.namnd.say(registered_words(result))
        super().saved(result)


def _without_yes(register: Register, store: Store, actor: Actor, answers: Answers) -> Registered:
    return register(store, actor, answers, False)


def registered_words(done: Registered) -> str:
    """What is said when a decision has been registered."""
    if done.item_id is not None:
        return "Registrerat, och lagt på nästa sammanträde eftersom det är brådskande (KL 6:39)."
    if any(finding.code in AUTHORITY_DOUBTS for finding in done.findings):
        return "Registrerat – Ctrl+Z ångrar. Det anmäls när någon har tagit ställning (G)."
    late = [finding.text for finding in done.findings if finding.code == "late"]
    return " ".join(["Registrerat – Ctrl+Z ångrar.", *late])


def new_decision_form(
    committee_id: int, today: date, order: DelegationOrder | None
) -> RegisterDialog:
    """A new decision, a field for each fact."""

    def register(store: Store, actor: Actor, answers: Answers, despite: bool) -> Registered:
        from nämndtui.workflow.delegation.delegated_decisions import register_delegated_decision

        draft = DelegatedDecision(0, committee_id, **answers.values)
        return register_delegated_decision(store, actor, draft, despite)

    blank = DelegatedDecision(0, committee_id, today, "", "", "", "", "")
    return RegisterDialog("Nytt delegationsbeslut", decision_fields(blank, today, order), register)


def edit_decision_form(one: DelegatedDecision, today: date) -> EditDialog:
    """Changes a decision's facts; its checks are made anew."""

    def save(store: Store, actor: Actor, answers: Answers, version: int) -> None:
        from nämndtui.workflow.delegation.delegated_decisions import edit_delegated_decision

        edit_delegated_decision(store, actor, one.id, version, **answers.changed)

    title = f"Delegationsbeslut {one.point} {one.dnr}"
    fields = decision_fields(one, today, None)
    return EditDialog(title, fields, one.version, save, notice="Sparat – Ctrl+Z ångrar.")


def decision_fields(
    one: DelegatedDecision, today: date, order: DelegationOrder | None
) -> tuple[FormField, ...]:
    """The form's fields; points and roles are completed from ``order``."""
    points = [rule.point for rule in order.rules] if order else []
    roles = list(order.roles) if order else []
    more: dict[str, dict[str, Any]] = {
        "decided_on": {"parse": past_day_reader(today)},
        "point": {"suggester": SuggestFromList(points, case_sensitive=False)},
        "role": {"suggester": SuggestFromList(roles, case_sensitive=False)},
    }
    return register_fields(DECISION_COLUMNS, one, today, more)
