"""What ``make mutants`` draws and copies; the run itself is no part of the tests."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.conftest import REPOSITORY
from tests.mutants.sample import LEAST, left, room, sampled, table
from tests.mutants.trying import MOST_SECONDS, functions_running
from tests.mutants.working_copy import make_copy, unfold

MUTANTS = [
    *(f"nämndtui.model.people.seats.x_seats__mutmut_{number}" for number in range(100)),
    *(f"nämndtui.workflow.care.check.x_check__mutmut_{number}" for number in range(300)),
    "nämndtui.model.calendar.quarter.x_quarter__mutmut_1",
]
CLASS = '''
class Vote:
    """A vote."""

    @property
    def tied(self) -> bool:
        """Whether."""
        return self.yes == self.no

    @staticmethod
    def plain() -> int:
        return 1
'''


def test_the_sample_is_the_same_for_one_seed_and_another_for_another() -> None:
    assert sampled(MUTANTS, 40, 8) == sampled(reversed(MUTANTS), 40, 8)
    assert sampled(MUTANTS, 40, 8) != sampled(MUTANTS, 40, 9)


def test_each_room_gives_its_share_and_a_small_one_all_it_has() -> None:
    rooms = [room(one) for one in sampled(MUTANTS, 40, 8)]
    shares = {name: rooms.count(name) for name in rooms}
    assert shares == {"model.calendar": 1, "model.people": 10, "workflow.care": 30}
    few = [room(one) for one in sampled(MUTANTS, 1, 8)]
    assert few.count("workflow.care") == LEAST


def test_a_property_is_unfolded_so_that_faults_can_be_made_in_it() -> None:
    made: dict[str, type] = {}
    exec(unfold(CLASS), made)
    vote = made["Vote"]()
    vote.yes, vote.no = 2, 2
    assert (vote.tied, vote.plain()) == (True, 1)
    assert "unfolded_tied" in vars(made["Vote"])


def test_a_mutant_no_test_sees_is_told_and_one_not_reached_is_not_counted() -> None:
    names = [f"nämndtui.model.text.errors.x_f__mutmut_{number}" for number in range(5)]
    said = ("killed", "timeout", "survived", "no tests", "not checked")
    results = dict(zip(names, said, strict=True))
    assert left(results) == names[2:4]
    assert "| model.text | 4 | 2 | 50 % |" in table(results)
    assert "| **all** | 4 | 2 | 50 % |" in table(results)


def test_the_copy_leaves_the_repository_as_it_is(tmp_path: Path) -> None:
    vote = Path("src", "nämndtui", "model", "decisions", "vote.py")
    before = (REPOSITORY / vote).read_bytes()
    make_copy(REPOSITORY, tmp_path / "kopia")
    assert "property(unfolded_" in (tmp_path / "kopia" / vote).read_text(encoding="utf-8")
    assert (REPOSITORY / vote).read_bytes() == before


def test_a_mutant_is_tried_by_whole_test_functions_the_quickest_first() -> None:
    stats: dict[str, Any] = {
        "tests_by_mangled_function_name": {
            "m.x_f": ["a.py::slow", "a.py::cases[1]", "a.py::cases[2]"]
        },
        "duration_by_test": {"a.py::slow": 3.0, "a.py::cases[1]": 0.1, "a.py::cases[2]": 0.2},
    }
    assert functions_running("m.x_f__mutmut_7", stats) == ["a.py::cases", "a.py::slow"]
    assert functions_running("m.x_g__mutmut_1", stats) == []
    stats["duration_by_test"]["a.py::slow"] = MOST_SECONDS
    assert functions_running("m.x_f__mutmut_7", stats) == ["a.py::cases"]
