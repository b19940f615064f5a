"""What a planner answers to something unclear makes the sheet clear when it is read again."""

import pytest

from socplanner.cli.external_remedies import answer_options
from socplanner.domain.external.answering import CALLED, KINDS, answered
from socplanner.domain.external.understood import NO_ANSWERS
from socplanner.domain.letter_sets import RACI
from socplanner.domain.plan import Plan
from socplanner.domain.problem import Problem
from socplanner.formats.external.understanding import understand
from socplanner.formats.sheets.grid import Grid
from socplanner.services.i18n import words_for
from socplanner.ui.review.unclear_answers import answers_to
from socplanner.wording.external_sheets import UNCLEAR
from tests.support.grids import grid
from tests.support.unclear_sheets import (
    BESIDE,
    DOUBLE,
    NAMELESS,
    PAIRED,
    SHIFTED,
    SIGNS,
    TEMPLATE,
    TWICE,
    UNNAMED,
    WHICH,
)

ODD = grid("Task|Anna|Ben|Status", "Plan it|A|R|C", "Build it|R|A|I")
SILENT = grid("Task|Anna|Ben|Cleo", "Plan it|A|R|", "Build it|R|A|")
ACROSS = grid(
    "Role|Plan the journey|Build the house|Ship the goods",
    "Anna|A|R|A",
    "SOC manager|R|A|R",
    "Risk|A|C|A",
)
"""What is answered in the fields beside the tables."""


@pytest.mark.parametrize(
    ("sheet", "code"),
    [(ODD, "odd-column"), (SILENT, "column-without-letters"), (ACROSS, "odd-column")],
)
@pytest.mark.parametrize(("key", "parties"), [("party", 3), ("leave", 2)])
def test_a_column_may_be_a_party_or_none(
    plan: Plan, sheet: Grid, code: str, key: str, parties: int
) -> None:
    (unclear,) = understand([sheet], [RACI]).unclear
    assert unclear.code == code
    options = answers_to(unclear, plan, words_for("en"))
    assert [each.key for each in options] == ["party", "leave"]
    result = understand([sheet], [RACI], answered(NO_ANSWERS, unclear, key, [unclear]))
    assert result.is_clear, result.unclear
    assert len(result.parties) == parties


@pytest.mark.parametrize(
    "sheet",
    [BESIDE, DOUBLE, NAMELESS, PAIRED, SHIFTED, TEMPLATE, TWICE, UNNAMED, WHICH],
)
def test_each_suggested_answer_settles_its_question(plan: Plan, sheet: Grid) -> None:
    questions = understand([sheet], [RACI]).unclear[0]
    options = answers_to(questions, plan, words_for("en"))
    assert options
    left = []
    for option in options:
        again = understand([sheet], [RACI], answered(NO_ANSWERS, questions, option.key))
        left += [option.key for each in again.unclear if each == questions]
    assert left == []


def test_a_name_can_be_written(plan: Plan) -> None:
    questions = understand([UNNAMED], [RACI]).unclear[0]
    result = understand([UNNAMED], [RACI], answered(NO_ANSWERS, questions, CALLED + "Cid"))
    assert result.is_clear
    assert [party.name for party in result.parties] == ["Anna", "Cid", "Ben"]


def test_the_usual_reading_of_a_sign_is_suggested_first(plan: Plan) -> None:
    answers = NO_ANSWERS
    for questions in understand([SIGNS], [plan.letter_set]).unclear:
        first = answers_to(questions, plan, words_for("en"))[0]
        answers = answered(answers, questions, first.key)
    result = understand([SIGNS], [plan.letter_set], answers)
    assert result.is_clear
    assert [cell.letters for cell in result.tasks[0].cells] == [("A", "R"), ("R",), ("C",)]


VALUES = {
    "letter": "Q",
    "times": 2,
    "sets": "raci, rasci",
    "says": "does it",
    "usual": "A/R",
    "cell": "B2",
    "text": "see below",
    "name": "Anna",
    "heading": "Risk",
    "column": "D",
    "place": "D:D",
    "row": 4,
    "sheet": "RACI",
    "first": "A",
    "second": "B",
    "upper": "PM",
    "lower": "Anna",
    "columns": ("D", "E"),
    "rows": ("3", "4"),
    "texts": ("Anna", "Ben"),
    "letters": ("主", "責"),
    "readings": ("R", "A"),
    "main_sheet": "RACI old",
    "main_row": 9,
}


@pytest.mark.parametrize("code", sorted(UNCLEAR))
def test_what_is_asked_can_be_answered_in_the_window_and_in_the_terminal(
    plan: Plan, code: str
) -> None:
    questions = Problem(code, VALUES)
    options = answers_to(questions, plan, words_for("ja"))
    if code not in KINDS:
        assert not options
        assert answer_options(questions) == []
        return
    assert options
    assert answer_options(questions)
    for option in options:
        assert answered(NO_ANSWERS, questions, option.key, [questions]) != NO_ANSWERS
