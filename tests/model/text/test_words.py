"""The words for states, outcomes and kinds: one list of each, the same wherever it stands."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from nämndtui.model.agenda import agenda_item, case, meeting, sending, standing_item
from nämndtui.model.attendance import presence
from nämndtui.model.decisions import statement, vote, yrkande
from nämndtui.model.delegation import delegated_decision, reported_matter
from nämndtui.model.record import correction, follow_up, part_log
from nämndtui.model.text.vocabulary import VALUES
from nämndtui.model.unenforced import unenforced_decision
from tests.conftest import REPOSITORY

SOURCE = REPOSITORY / "src" / "nämndtui"

WORDS: dict[str, tuple[Any, tuple[str, ...]]] = {
    "item_kind": (agenda_item.ItemKind, agenda_item.ITEM_KINDS),
    "item_state": (agenda_item.ItemState, agenda_item.ITEM_STATES),
    "late": (agenda_item.LateKind, agenda_item.LATE_KINDS),
    "publish": (agenda_item.Publish, agenda_item.PUBLISH),
    "case_type": (case.CaseType, case.CASE_TYPES),
    "case_state": (case.CaseState, case.CASE_STATES),
    "meeting_state": (meeting.MeetingState, meeting.MEETING_STATES),
    "meeting_kind": (meeting.MeetingKind, meeting.MEETING_KINDS),
    "attendance_role": (meeting.AttendanceRole, meeting.ATTENDANCE_ROLES),
    "outcome": (meeting.Outcome, meeting.OUTCOMES),
    "sending_kind": (sending.SendingKind, sending.SENDING_KINDS),
    "sent_kind": (sending.SentKind, sending.SENT_KINDS),
    "placement": (standing_item.Placement, standing_item.PLACEMENTS),
    "capacity": (presence.Capacity, presence.CAPACITIES),
    "override_kind": (presence.OverrideKind, presence.OVERRIDE_KINDS),
    "statement_kind": (statement.StatementKind, statement.STATEMENT_KINDS),
    "choice": (vote.Choice, vote.CHOICES),
    "vote_kind": (vote.VoteKind, vote.VOTE_KINDS),
    "moved_kind": (yrkande.YrkandeKind, yrkande.MOVED_KINDS),
    "delegated_state": (
        delegated_decision.DelegatedState,
        delegated_decision.DECISION_STATES,
    ),
    "matter_state": (reported_matter.MatterState, reported_matter.MATTER_STATES),
    "minutes_field": (correction.CorrectedField, correction.CORRECTED_FIELDS),
    "correction_basis": (correction.CorrectionBasis, correction.CORRECTION_BASES),
    "dispatch_way": (follow_up.DispatchWay, follow_up.DISPATCH_WAYS),
    "assignment_state": (follow_up.AssignmentState, follow_up.ASSIGNMENT_STATES),
    "part_state": (part_log.PartState, part_log.PART_STATES),
    "step_kind": (part_log.StepKind, part_log.STEP_KINDS),
    "unenforced_kind": (unenforced_decision.UnenforcedKind, unenforced_decision.KINDS),
}
"""Domain of the vocabulary → the type of its words, and the list of them."""

FIELDS = {
    "state": (
        *("item_state", "meeting_state", "part_state", "case_state"),
        *("delegated_state", "matter_state", "assignment_state", "unenforced_state"),
    ),
    "outcome": ("outcome",),
    "late": ("late",),
    "publish": ("publish",),
    "role": ("attendance_role",),
    "capacity": ("capacity",),
    "choice": ("choice",),
    "case_type": ("case_type",),
    "placement": ("placement",),
}
"""Field compared in the code → the domains it may be of."""


@pytest.mark.parametrize("domain", WORDS)
def test_each_state_and_kind_has_its_swedish_word(domain: str) -> None:
    words, listed = WORDS[domain]
    assert listed == get_args(words)
    assert set(VALUES[domain]) == set(listed)


def test_the_states_of_an_unenforced_decision_have_their_swedish_words() -> None:
    # The type stands where typing is not loaded, so it is read, not imported.
    text = (SOURCE / "model" / "unenforced" / "states.py").read_text(encoding="utf-8")
    (words,) = (
        node.slice
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Subscript)
        and isinstance(node.value, ast.Name)
        and node.value.id == "Literal"
    )
    assert set(ast.literal_eval(words)) == set(VALUES["unenforced_state"])


def _compared(path: Path) -> Iterator[tuple[str, str]]:
    """(field, word) for each ``thing.field in ("word", …)``, which the type checker lets pass."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not (isinstance(node, ast.Compare) and isinstance(node.left, ast.Attribute)):
            continue
        for operator, among in zip(node.ops, node.comparators, strict=True):
            if isinstance(operator, ast.In | ast.NotIn) and isinstance(among, ast.Tuple):
                for one in among.elts:
                    if isinstance(one, ast.Constant) and isinstance(one.value, str):
                        yield node.left.attr, one.value


def test_a_state_looked_for_among_others_is_one_there_is() -> None:
    found = [
        (path, field, word)
        for path in SOURCE.rglob("*.py")
        for field, word in _compared(path)
        if field in FIELDS
    ]
    assert len(found) > 20
    unknown = [
        f"{path.name}: {field} {word}"
        for path, field, word in found
        if not any(word in VALUES[domain] for domain in FIELDS[field])
    ]
    assert unknown == []
