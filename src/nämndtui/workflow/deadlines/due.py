"""One thing to do, as Översikt and ``lista bevakning`` show it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from nämndtui.model.calendar.swedish_dates import short_date
from nämndtui.model.deadlines.deadlines import Deadline
from nämndtui.model.text.masking import without_marks


@dataclass(frozen=True)
class Due:
    """One row of *Att göra*: ``urgency`` is late, warn or info; ``days`` negative when late.

    ``text`` and ``basis`` are Swedish. The row leads to a
    ``target`` and its id: meeting, case, delegated_decision, support_decision or
    quarter_report (id 0 for the list of them). ``about`` tells rows of one kind apart where the
    target does not.
    """

    urgency: str
    days: int
    due: date
    text: str
    basis: str
    kind: str
    target: str
    target_id: int
    about: str = ""

    def __post_init__(self) -> None:
        """Whatever the text is made from, brackets around what is masked are not shown."""
        object.__setattr__(self, "text", without_marks(self.text))


def due_on(
    deadline: Deadline, today: date, text: str, target: str, target_id: int, about: str = ""
) -> Due:
    """A deadline as a row; ``urgency`` is empty when it need not be shown yet."""
    basis = deadline.basis
    if deadline.limit:
        basis += f" (senast {short_date(deadline.limit)})"
    return Due(
        deadline.urgency(today),
        deadline.days_left(today),
        deadline.due,
        text,
        basis,
        deadline.kind,
        target,
        target_id,
        about,
    )
