"""What the sheet says of a row, one case for each state."""

import pytest

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.checks.run import check_phase
from socplanner.domain.ids import RoleId
from socplanner.domain.matrix import matrix_of
from socplanner.domain.plan import Plan
from socplanner.formats.workbook.row_state import GOOD, OPEN, state_names, states_of
from socplanner.services.i18n import words_for
from tests.support.small_plan import A1, A2, NOW, small_plan, with_row

IN, OUT, BOTH = Sourcing.INSOURCE, Sourcing.OUTSOURCE, Sourcing.BOTH
NONE, LATER = Sourcing.NOT_CARRIED_OUT, Sourcing.UNDECIDED


def state(plan: Plan) -> int:
    """Return the state of the first role."""
    return number_of(plan, A1)


def number_of(plan: Plan, role: RoleId) -> int:
    """Return the state of `role`."""
    matrix = matrix_of(plan, NOW)
    states = states_of(matrix, check_phase(plan, NOW))
    result = zip(matrix.rows, states, strict=True)
    return next(state.number for row, state in result if row.role.id == role)


@pytest.mark.parametrize(
    ("sourcing", "cells", "expected"),
    [
        (IN, {"ciso": "A", "soc": "R"}, GOOD),
        (OUT, {"ciso": "A", "mss": "R"}, GOOD),
        (LATER, {"ciso": "A", "soc": "R"}, OPEN),
        (NONE, {"soc": "R"}, 3),
        (NONE, {"ciso": "A"}, 4),
        (IN, {}, 5),
        (IN, {"soc": "R"}, 6),
        (IN, {"ciso": "A", "soc": "A/R"}, 7),
        (IN, {"ciso": "A", "soc": "C"}, 8),
        (OUT, {"mss": "A/R", "soc": "C"}, 9),
        (OUT, {"cert": "A", "mss": "R", "soc": "I"}, 10),
        (IN, {"ciso": "A", "mss": "R"}, 11),
        (OUT, {"ciso": "A", "soc": "R"}, 11),
        (BOTH, {"ciso": "A", "soc": "R"}, 11),
        (BOTH, {"ciso": "A", "mss": "R"}, 11),
    ],
)
def test_a_row_has_the_state_of_its_first_finding(
    sourcing: Sourcing, cells: dict[str, str], expected: int
) -> None:
    """In the order in which the rules are run."""
    assert state(with_row(small_plan(), A1, sourcing, **cells)) == expected


def test_each_state_has_a_name_of_its_own_in_both_languages() -> None:
    """The formula picks it by number."""
    for language in ("en", "ja"):
        names = state_names(small_plan(), words_for("ja" if language == "ja" else "en"))
        assert len(set(names)) == len(names) == 12


def test_another_row_is_not_touched() -> None:
    """A state belongs to its row."""
    before, after = small_plan(), with_row(small_plan(), A1, IN)
    assert number_of(before, A2) == number_of(after, A2)
