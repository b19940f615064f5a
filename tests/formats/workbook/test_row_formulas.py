"""The formula of the problems of a row gives what its findings give, and names its first one."""

from random import Random

from socplanner.domain.checks.row_rules import checked_row
from socplanner.domain.checks.run import check_phase
from socplanner.domain.formula import evaluated
from socplanner.domain.matrix import matrix_of
from socplanner.domain.phases import with_duties
from socplanner.formats.workbook.counting import Counting
from socplanner.formats.workbook.layout import layout_of
from socplanner.formats.workbook.row_formulas import RowFormulas, problems_formula
from socplanner.formats.workbook.row_state import (
    PROBLEM_SEPARATOR,
    STATE_NUMBERS,
    UNREADABLE,
    problem_labels,
    problems_text,
    states_of,
)
from socplanner.services.i18n import words_for
from tests.support.plans import big_plan, hybrid_plan
from tests.support.workbooks import random_duty

WORDS = words_for("en")


def test_the_evaluated_formula_agrees_with_the_findings() -> None:
    plan, dice = big_plan(300, 12), Random(11)
    phase = plan.phases[0].id
    plan = with_duties(plan, phase, {role.id: random_duty(plan, dice) for role in plan.roles()})
    matrix = matrix_of(plan, phase)
    labels = problem_labels(plan, WORDS)
    named = {f"problem {number}": text for number, text in enumerate(labels, start=1)}
    seen: set[int] = set()
    for row, state in zip(matrix.rows, states_of(matrix, check_phase(plan, phase)), strict=True):
        facts = checked_row(plan, phase, row.role, row.duty).facts._asdict()
        text = evaluated(problems_formula(), {**facts, **named, "unreadable": 0})
        assert str(text).removeprefix(PROBLEM_SEPARATOR) == problems_text(state, labels)
        seen.update(state.problems)
    assert seen == set(STATE_NUMBERS.values())


def test_a_cell_without_letters_is_named_before_what_the_rules_find() -> None:
    named = {f"problem {number}": f"<{number}>" for number in range(1, UNREADABLE + 1)}
    plan = hybrid_plan()
    phase, role = plan.phases[0].id, next(iter(plan.roles()))
    matrix = matrix_of(plan, phase)
    facts = checked_row(plan, phase, role, matrix.rows[0].duty).facts._asdict()
    text = str(evaluated(problems_formula(), {**facts, **named, "unreadable": 2}))
    assert text.startswith(f"; <{UNREADABLE}>")


def test_no_name_of_a_problem_has_the_separator_in_it() -> None:
    for language in ("en", "ja"):
        for label in problem_labels(hybrid_plan(), words_for(language)):
            assert PROBLEM_SEPARATOR not in label


def test_wildcards_among_the_letters_are_looked_for_as_they_are() -> None:
    plan = hybrid_plan()
    layout = layout_of(matrix_of(plan, plan.phases[0].id))
    formulas = RowFormulas(layout, Counting(layout.letters))
    assert "SUBSTITUTE" not in formulas.state(["R01 No A"]).in_row(6)
    assert '"*","~*"' in formulas.state(["R01 No *"]).in_row(6)
