"""What a planner answers to something unclear makes the sheet clear when it is read again."""

import pytest

from socplanner.domain.foreign.understood import NO_ANSWERS
from socplanner.domain.letter_sets import RACI
from socplanner.formats.foreign.understanding import understand
from socplanner.formats.sheets.grid import Grid
from socplanner.services.i18n import words_for
from socplanner.ui.review.unclear_answers import answered, answers_to
from tests.support.grids import grid

ODD = grid("Task|Anna|Ben|Status", "Plan it|A|R|C", "Build it|R|A|I")
SILENT = grid("Task|Anna|Ben|Cleo", "Plan it|A|R|", "Build it|R|A|")


@pytest.mark.parametrize(
    ("sheet", "code"), [(ODD, "odd-column"), (SILENT, "column-without-letters")]
)
@pytest.mark.parametrize(("key", "parties"), [("party", 3), ("leave", 2)])
def test_a_column_may_be_a_party_or_none(sheet: Grid, code: str, key: str, parties: int) -> None:
    (unclear,) = understand([sheet], [RACI]).unclear
    assert unclear.code == code
    ways = answers_to(unclear, RACI, words_for("en"))
    assert [each.key for each in ways] == ["party", "leave"]
    found = understand([sheet], [RACI], answered(NO_ANSWERS, unclear, key, [unclear]))
    assert found.is_clear, found.unclear
    assert len(found.parties) == parties
