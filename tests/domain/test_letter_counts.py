"""Letters are counted party by party, whatever they stand beside in a cell."""

from socplanner.domain.letter_counts import cell_counts, letter_counts
from socplanner.domain.letters import Cell
from socplanner.domain.plan import Duty, frozen
from tests.support.small_plan import CISO, IT, SOC

DUTIES = tuple(
    Duty(letters=frozen(letters))
    for letters in (
        {CISO: Cell("A"), SOC: Cell("R")},
        {CISO: Cell("A/R"), SOC: Cell("R")},
        {IT: Cell("?")},
        {},
    )
)


def test_every_cell_is_counted_by_its_party() -> None:
    assert cell_counts(DUTIES) == {
        (CISO, "A"): 1,
        (CISO, "A/R"): 1,
        (SOC, "R"): 2,
        (IT, "?"): 1,
    }


def test_every_letter_is_counted_by_its_party() -> None:
    assert letter_counts(DUTIES) == {CISO: {"A": 2, "R": 1}, SOC: {"R": 2}, IT: {"?": 1}}
    assert letter_counts(()) == {}
