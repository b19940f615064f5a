"""Every figure has a name in both languages, and a formula in words and in values."""

import pytest

from socplanner.domain.local_text import LANGUAGES, Language, LocalText
from socplanner.domain.staffing.assumed import assumed_figures
from socplanner.domain.staffing.calculation import Figure
from socplanner.domain.staffing.crews import CrewCheck, crew_check
from socplanner.domain.staffing.phase_staffing import staffing_of
from socplanner.domain.staffing_edits import AddPost
from socplanner.domain.staffing_inputs import ASSUMPTIONS, Assumptions, Post
from socplanner.services import paths
from socplanner.services.i18n import words_for
from socplanner.services.plan_files import open_plan
from socplanner.wording.staffing_words import (
    assumption_text,
    crew_sentences,
    fixed_number,
    formula_in_words,
    formula_with_values,
    short_number,
    symbol_name,
)
from tests.domain.staffing.test_phase_staffing import figures_of
from tests.support.plans import hybrid_plan

NAME = LocalText.same("N")


def all_figures() -> list[Figure]:
    """Return the figures of both samples."""
    plans = (
        open_plan(paths.resources() / "examples" / f"{name}.socplan").plan
        for name in ("manufacturer", "bank")
    )
    return [
        figure
        for plan in plans
        for phase in plan.phases
        for figure in figures_of(staffing_of(plan, phase.id))
    ]


PLAN = hybrid_plan()
FIGURES = all_figures()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_has_a_name_and_a_formula(language: Language) -> None:
    words = words_for(language)
    for figure in FIGURES:
        assert symbol_name(figure.symbol, words)
        assert (formula_in_words(figure, PLAN, words) != "") == (figure.text != "")
        assert "_" not in formula_with_values(figure)


def test_names_differ_between_the_languages() -> None:
    english, japanese = words_for("en"), words_for("ja")
    for symbol in {figure.symbol for figure in FIGURES}:
        assert symbol_name(symbol, english) != symbol_name(symbol, japanese)


def test_a_formula_is_shown_in_words_and_in_values() -> None:
    net = assumed_figures({"leave": 15})["net_hours"]
    assert formula_with_values(net) == "max(0, 365 - 120 - 15 - 5 - 5) × 8"
    assert formula_in_words(net, PLAN, words_for("ja")) == (
        "max(0, 1年の日数 - 年間休日 - 休暇の日数 - 研修の日数 - 病欠の日数) × 1日の時間"
    )


def test_a_sum_names_what_its_parts_are_about() -> None:
    post = Post("desk", LocalText("監視席", "Watch"), PLAN.parties[0].id, "24x365")
    plan = AddPost(post).apply(PLAN)
    parts = (Figure("post_fte", 1.5, subject="desk"), Figure("work_fte", 2, subject="log"))
    total = Figure("present_fte", 3.5, "post_fte_desk + work_fte_log", None, parts)
    assert formula_in_words(total, plan, words_for("en")) == (
        "FTE of the post (Watch) + FTE of the work (log)"
    )
    assert formula_with_values(total) == "1.5 + 2"


@pytest.mark.parametrize(
    ("value", "text", "fixed"),
    [
        (None, "–", "–"),
        (0, "0", "0.00"),
        (-0.001, "0", "0.00"),
        (1720, "1,720", "1,720.00"),
        (5.4113, "5.41", "5.41"),
        (-2.5, "-2.5", "-2.50"),
    ],
)
def test_numbers_are_short_and_in_columns_even(value: float | None, text: str, fixed: str) -> None:
    assert short_number(value) == text
    assert fixed_number(value, 2) == fixed


def test_every_assumption_has_a_unit() -> None:
    figures = assumed_figures({})
    texts = [assumption_text(figures[each.symbol], words_for("en")) for each in ASSUMPTIONS]
    assert texts[0] == "Hours a week: 40 h"
    assert "Shifts a day: 3" in texts
    assert "Productive share in percent: 70 %" in texts


def _crews(seats: int, assumptions: Assumptions, need: float = 0) -> CrewCheck:
    check = crew_check(
        Figure("seats", seats), Figure("post_fte", need), assumed_figures(assumptions)
    )
    assert check is not None
    return check


@pytest.mark.parametrize(
    ("crews", "expected"),
    [
        (_crews(2, {}), "Crews: 39.38 h a week on average, within the law."),
        (_crews(1, {}), "Crews: 44.63 h a week on average, 241 h of overtime a year"),
        (_crews(2, {"crews": 2}), "which no agreement allows"),
        (_crews(2, {"crews": 3}), "Weekly rest is missing"),
        (_crews(1, {}), "One person is alone on duty"),
        (_crews(2, {"break-minutes": 10}), "The break is shorter"),
        (_crews(2, {}, 8.5), "1 more person is needed"),
        (_crews(2, {}, 9.5), "2 more people are needed"),
        (_crews(2, {"shifts": 2, "handover-minutes": 15}), "needs averaging by the month"),
        (_crews(2, {}), "health check every six months"),
    ],
)
def test_crews_are_compared_with_the_law(crews: CrewCheck, expected: str) -> None:
    assert expected in " ".join(crew_sentences(crews, words_for("en")))
    assert "{" not in " ".join(crew_sentences(crews, words_for("ja")))


def test_crews_that_fit_throughout_have_one_sentence() -> None:
    sentences = list(crew_sentences(_crews(2, {"crews": 8}), words_for("en")))
    assert len(sentences) == 1
