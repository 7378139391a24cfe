"""The committee's order of calling in substitutes, as the council has decided it (KL 6:16)."""

from __future__ import annotations

from nämndtui.model.people.substitute_order import SubstituteOrder
from nämndtui.store.database import Store
from nämndtui.store.people.committees import committee as load_committee
from nämndtui.store.people.substitute_orders import write_substitute_order
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.core.checked_text import checked


def set_substitute_order(
    store: Store, actor: Actor, committee_id: int, order: SubstituteOrder
) -> None:
    """Make ``order`` the committee's. Raises NotFoundError for an unknown committee."""
    parties = tuple((party, tuple(after)) for party, after in checked(order.parties))
    with store.change("set_substitute_order", actor.user, actor.now) as change:
        name = load_committee(change.connection, committee_id).name
        write_substitute_order(change, committee_id, SubstituteOrder(order.personal, parties))
        change.summary = f"Inkallelseordning för {name}"
