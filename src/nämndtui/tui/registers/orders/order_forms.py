"""The forms of the delegation order: its versions and their points."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from textual.suggester import SuggestFromList

from nämndtui.model.delegation.order import DelegationOrder, DelegationRule
from nämndtui.tui.kit.dialogs.form_dialog import EditDialog, FormDialog
from nämndtui.tui.kit.forms.form_field import Answers, FormField
from nämndtui.tui.kit.forms.parsing import day_reader, optional_day_reader, read_list
from nämndtui.tui.kit.work.edit import shown_value

if TYPE_CHECKING:
    from nämndtui.store.database import Store
    from nämndtui.workflow.core.actor import Actor

_SAVED = "Sparat – Ctrl+Z ångrar."


def new_rule_form(order: DelegationOrder) -> FormDialog:
    """Adds a point to a version."""

    def save(store: Store, actor: Actor, answers: Answers) -> int:
        from nämndtui.workflow.delegation.orders import add_rule

        return add_rule(store, actor, order.id, DelegationRule(0, order.id, 0, **answers.values))

    blank = DelegationRule(0, order.id, 0, "", "", ())
    fields = _rule_fields(blank, order.roles)
    return FormDialog(f"Ny punkt i {order.name}", fields, "Lägg till", save, _SAVED)


def edit_rule_form(rule: DelegationRule) -> EditDialog:
    """Changes a point."""

    def save(store: Store, actor: Actor, answers: Answers, version: int) -> None:
        from nämndtui.workflow.delegation.orders import edit_rule

        edit_rule(store, actor, rule.id, version, **answers.changed)

    fields = _rule_fields(rule, rule.roles)
    return EditDialog(f"Punkt {rule.point}", fields, rule.version, save, notice=_SAVED)


def _rule_fields(rule: DelegationRule, roles: tuple[str, ...]) -> tuple[FormField, ...]:
    return (
        FormField(
            "point", "Punkt", default=rule.point, required=True, help="Till exempel B 36 eller 1.7."
        ),
        FormField("text", "Beslut om", "text", rule.text, required=True),
        FormField(
            "roles",
            "Får besluta",
            default=", ".join(rule.roles),
            required=True,
            help="Roller med komma emellan.",
            parse=read_list,
            stored=_listed,
            suggester=SuggestFromList(list(roles), case_sensitive=False),
        ),
        FormField("legal_source", "Lagrum", default=rule.legal_source),
        FormField("report", "Besluten anmäls till nämnden", "switch", rule.report),
    )


def new_version_form(committee_id: int, old: DelegationOrder | None, today: date) -> FormDialog:
    """Begins a version: a copy of another, or an empty first one."""

    def save(store: Store, actor: Actor, answers: Answers) -> int:
        from nämndtui.workflow.delegation.orders import add_order, new_version

        if old is None:
            return add_order(store, actor, DelegationOrder(0, committee_id, **answers.values))
        return new_version(store, actor, old.id, **answers.values)

    first = date(today.year + 1, 1, 1) if old else today
    fields = (
        FormField("name", "Namn", default=f"Delegationsordning {first.year}", required=True),
        FormField(
            "valid_from",
            "Gäller från",
            default=first.isoformat(),
            required=True,
            help="Den version som gäller nu slutar gälla dagen före.",
            parse=day_reader(today),
        ),
        FormField("adopted", "Antagen", help="Till exempel § 88/2026."),
    )
    title = f"Ny version efter {old.name}" if old else "Första delegationsordningen"
    return FormDialog(title, fields, "Skapa", save, _SAVED)


def edit_version_form(order: DelegationOrder, today: date) -> EditDialog:
    """Changes a version's own facts."""

    def save(store: Store, actor: Actor, answers: Answers, version: int) -> None:
        from nämndtui.workflow.delegation.orders import edit_order

        edit_order(store, actor, order.id, version, **answers.changed)

    fields = (
        FormField("name", "Namn", default=order.name, required=True),
        FormField(
            "valid_from",
            "Gäller från",
            default=order.valid_from.isoformat(),
            required=True,
            parse=day_reader(today),
        ),
        FormField(
            "valid_to",
            "Gäller till",
            default=order.valid_to.isoformat() if order.valid_to else "",
            help="Sista dagen; tomt tills vidare.",
            parse=optional_day_reader(today),
        ),
        FormField("adopted", "Antagen", default=order.adopted, help="Till exempel § 88/2026."),
        FormField(
            "role_order",
            "Rollernas ordning",
            default=", ".join(order.role_order),
            help="I listor till nämnden, med komma emellan. Tomt: den vanliga ordningen.",
            parse=read_list,
            stored=_listed,
        ),
    )
    return EditDialog(order.name, fields, order.version, save, notice=_SAVED)


def _listed(value: object) -> str:
    return ", ".join(shown_value(value).splitlines())
