"""Amounts, names of figures, and sentences about cost, in both languages."""

from dataclasses import replace
from typing import get_args

import pytest

from socplanner.domain.cost.contracts import contract_cost
from socplanner.domain.cost.party_costs import IN_A_YEAR
from socplanner.domain.cost.pattern_costs import pattern_columns
from socplanner.domain.cost.phase_cost import Omission, OmissionKind, cost_of
from socplanner.domain.cost_inputs import Contract, CostInputs, Rates
from socplanner.domain.ids import RoleId
from socplanner.domain.local_text import LANGUAGES, Language
from socplanner.domain.staffing.calculation import Figure
from socplanner.services import paths
from socplanner.services.i18n import words_for
from socplanner.services.plan_files import open_plan
from socplanner.wording.cost_symbols import COST_SYMBOLS
from socplanner.wording.cost_words import (
    amount_text,
    cell_text,
    comparison_rows,
    contract_sentence,
    omission_sentence,
    pattern_remarks,
    remarks,
    unit_sentence,
)
from socplanner.wording.staffing_words import formula_in_words, symbol_name
from tests.support.small_plan import A1, A2, MSS, NOW, SOC, small_plan, text

EN = words_for("en")
WATCH = Contract("watch", text("Watch"), MSS, (), 500_000, 9, last_day="2029-03-31", notice=3)
PLAN = replace(small_plan(), cost=CostInputs(contracts=(WATCH,)))


def sample_figures() -> list[Figure]:
    """Return the figures of both samples, those that go into them among it."""
    figures: list[Figure] = []
    for name in ("manufacturer", "bank"):
        plan = open_plan(paths.resources() / "examples" / f"{name}.socplan").plan
        for phase in plan.phases:
            for column in pattern_columns(plan, phase.id):
                for each in column.cost.parties:
                    figures += each.figures.values()
                    figures += [part for c in each.contracts for part in (c.year, c.once)]
                figures += column.cost.total.values()
    pending = figures
    while pending:
        pending = [part for each in pending for part in each.inputs]
        figures += pending
    return figures


FIGURES = sample_figures()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_has_a_name_and_a_formula(language: Language) -> None:
    words = words_for(language)
    for figure in FIGURES:
        assert symbol_name(figure.symbol, words)
        assert (formula_in_words(figure, PLAN, words) != "") == (figure.text != "")


def test_names_differ_between_the_languages() -> None:
    japanese = words_for("ja")
    for symbol in COST_SYMBOLS:
        assert symbol_name(symbol, EN) != symbol_name(symbol, japanese)
    assert set(IN_A_YEAR) <= set(COST_SYMBOLS)


@pytest.mark.parametrize(
    ("value", "rounding", "shown"),
    [
        (None, 1000, "–"),
        (0, None, "0"),
        (1234.5, None, "1,235"),
        (64_241_686, 1000, "64,242,000"),
        (64_241_686, 1_000_000, "64,000,000"),
        (-1500, 1000, "-2,000"),
        (-499, 1000, "0"),
    ],
)
def test_amounts_are_rounded_as_the_plan_states(
    value: float | None, rounding: int | None, shown: str
) -> None:
    assert amount_text(value, CostInputs(rounding=rounding)) == shown


def test_cells_are_shown_as_their_kind() -> None:
    figure = Figure("x", 1234.56)
    cost = CostInputs()
    assert [cell_text(figure, kind, cost) for kind in ("amount", "fte", "hours", "number")] == [
        *("1,235", "1,234.56", "1,234.6", "1,234.6"),
    ]


def test_the_unit_is_named() -> None:
    assert unit_sentence(CostInputs("EUR", 100), EN) == "Amounts in EUR, rounded to 100."
    assert "No currency" in unit_sentence(CostInputs(), EN)


@pytest.mark.parametrize(
    ("contract", "shown"),
    [
        (WATCH, "Watch: 500,000 a month, 2 roles, ends on 2029-03-31, notice by 2028-12-31"),
        (WATCH._replace(notice=None), "Watch: 500,000 a month, 2 roles, ends on 2029-03-31"),
        (WATCH._replace(fee=None, last_day="", roles=(A1,)), "Watch: 9 once, 1 role"),
    ],
)
def test_a_contract_has_one_sentence(contract: Contract, shown: str) -> None:
    cost = contract_cost(contract, NOW, (A1, A2))
    assert contract_sentence(cost, CostInputs(), EN) == shown


@pytest.mark.parametrize("kind", get_args(OmissionKind))
@pytest.mark.parametrize("number", [1, 2, 9])
def test_what_is_left_out_has_a_sentence(kind: OmissionKind, number: int) -> None:
    roles = tuple(RoleId(f"x:A-{n}") for n in range(1, number + 1))
    left_out = Omission(kind, SOC, roles, "watch")
    english, japanese = (omission_sentence(left_out, PLAN, words_for(each)) for each in LANGUAGES)
    assert english != japanese
    assert "{" not in english + japanese


def test_many_roles_are_shortened_and_no_party_has_a_name() -> None:
    roles = tuple(RoleId(f"x:Z-{n}") for n in range(9))
    sentence = omission_sentence(Omission("provider", roles=roles), PLAN, EN)
    assert "and 3 more" in sentence
    assert "No accountable party" in omission_sentence(Omission("loaded"), PLAN, EN)
    assert "gone" in omission_sentence(Omission("fee", MSS, contract="gone"), PLAN, EN)


def test_defaults_and_derived_pay_are_named() -> None:
    plan = open_plan(paths.resources() / "examples" / "bank.socplan").plan
    assert list(remarks(cost_of(plan, plan.phases[0].id), plan, EN)) == []
    bare = replace(plan, cost=CostInputs(rates=Rates(9_000_000)))
    shown = list(remarks(cost_of(bare, plan.phases[0].id), bare, EN))
    assert "5 % of a person is retained: this tool's default." in shown[0]
    assert "derived from the loaded cost for Mihama CSIRT" in shown[1]


def test_the_share_of_a_role_is_a_default_until_it_is_stated() -> None:
    assert "25 % of a person (this tool's default)" in next(pattern_remarks(PLAN, EN))
    stated = replace(PLAN, cost=CostInputs(role_share=40))
    assert "40 % of a person, or" in next(pattern_remarks(stated, EN))


def test_rows_have_a_figure_for_each_pattern() -> None:
    columns = pattern_columns(PLAN, NOW)
    rows = comparison_rows(columns, EN)
    assert {len(row.figures) for row in rows} == {len(columns)}
    assert "Roles not performed" not in {row.name for row in rows}
