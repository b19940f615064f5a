"""The cost sheet: its values are those of the program, and its formulas are alive."""

import io
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from socplanner.domain.cost.phase_cost import cost_of
from socplanner.domain.cost_edits import ChangeContract, SetCostAssumptions
from socplanner.domain.cost_inputs import NO_COST, CostInputs, Rates
from socplanner.domain.local_text import LANGUAGES, Language
from socplanner.domain.matrix import matrix_of
from socplanner.domain.plan import Plan
from socplanner.domain.workbook_copy import WorkbookCopy
from socplanner.formats.matrix_xlsx import render
from socplanner.formats.workbook.cost_sheet import RESULTS
from socplanner.services.i18n import words_for
from socplanner.wording.cost_words import no_party
from socplanner.wording.staffing_words import DASH
from socplanner.wording.terms import party_name
from tests.support import office
from tests.support.edited_workbook import EditedWorkbook
from tests.support.plans import sample
from tests.support.workbooks import FACTS, written

SAMPLES = ("manufacturer", "bank")
_ROWS = re.compile(r"\bB(\d+)")
needs_office = pytest.mark.skipif(office.SOFFICE is None, reason="LibreOffice is not there")


def cost_sheet(book: Workbook, language: Language) -> Worksheet:
    """Return the cost sheet of a workbook."""
    sheet = book[words_for(language).tr("Cost")]
    assert isinstance(sheet, Worksheet)
    return sheet


def results(sheet: Worksheet, number: int) -> Mapping[str, list[object]]:
    """Return the results of so many parties, and their total, as the sheet shows them."""
    rows = sheet.iter_rows(6, 6 + number, 1, 1 + len(RESULTS), values_only=True)
    return {str(name): [each or None for each in values] for name, *values in rows}


def expected(plan: Plan, language: Language) -> Mapping[str, list[object]]:
    """Return the results of each party as the program computes them."""
    words, cost = words_for(language), cost_of(plan, plan.phases[0].id)

    def shown(value: float | None) -> object:
        if value is None:
            return DASH
        return pytest.approx(value) if value else None

    rows: dict[str, list[object]] = {}
    for each in cost.parties:
        name = no_party(words) if each.party is None else party_name(each.party, words)
        rows[name] = [
            shown(each.figures[symbol].value) if symbol in each.figures else None
            for symbol in RESULTS
        ]
    totals = [shown(cost.total[symbol].value) for symbol in RESULTS.values()]
    return {**rows, words.tr("Total"): totals}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SAMPLES)
def test_the_sheet_shows_what_the_program_computes(name: str, language: Language) -> None:
    plan = sample(name)
    sheet = cost_sheet(written(plan, language).values, language)
    wanted = expected(plan, language)
    assert results(sheet, len(wanted) - 1) == wanted


def test_there_is_no_sheet_where_nothing_is_stated_or_the_copy_is_for_one_party() -> None:
    title, plan = words_for("en").tr("Cost"), sample("manufacturer")
    assert title in written(plan).values.sheetnames
    assert title not in written(replace(plan, cost=NO_COST)).values.sheetnames
    facts = replace(FACTS, workbook_copy=WorkbookCopy(party=plan.parties[0].id))
    content = render(matrix_of(plan, plan.phases[0].id), words_for("en"), facts)
    assert title not in EditedWorkbook(content).values.sheetnames


def test_every_figure_is_listed_once_below_its_inputs() -> None:
    sheet = cost_sheet(written(sample("bank")).formulas, "en")
    first = 6 + len(expected(sample("bank"), "en"))
    for row, (formula,) in enumerate(sheet.iter_rows(first, None, 2, 2, values_only=True), first):
        if isinstance(formula, str) and formula.startswith("="):
            assert all(int(used) < row for used in _ROWS.findall(formula)), formula


def test_what_is_not_stated_is_a_dash_and_named() -> None:
    plan = replace(sample("bank"), cost=CostInputs("JPY", rates=Rates(hourly=3000)))
    sheet = cost_sheet(written(plan).values, "en")
    wanted = expected(plan, "en")
    assert results(sheet, len(wanted) - 1) == wanted
    assert DASH in wanted["Total"]
    texts = [str(text) for (text,) in sheet.iter_rows(max_col=1, values_only=True)]
    assert any(text.startswith("No loaded cost is stated for Mihama SOC") for text in texts)


def recalculated(book: Workbook, folder: Path) -> Workbook:
    """Return `book` as LibreOffice saves it, every formula worked out anew."""
    source = folder / "edited.xlsx"
    book.save(source)
    return load_workbook(office.converted(source, "xlsx", folder), data_only=True)


@pytest.mark.office
@needs_office
@pytest.mark.parametrize("name", SAMPLES)
def test_another_program_works_out_the_same_figures(name: str, tmp_path: Path) -> None:
    plan = sample(name)
    book = load_workbook(io.BytesIO(written(plan, "ja").content))
    again = cost_sheet(recalculated(book, tmp_path), "ja")
    wanted = expected(plan, "ja")
    assert results(again, len(wanted) - 1) == wanted


@pytest.mark.office
@needs_office
def test_a_changed_input_changes_what_follows_from_it(tmp_path: Path) -> None:
    """As a reader tries it in Excel: another fee, and a larger share of retained people."""
    plan = sample("manufacturer")
    watch = plan.cost.contract("monitoring")
    assert watch is not None
    changed = ChangeContract(watch._replace(fee=1_200_000)).apply(plan)
    rates = plan.cost.rates
    changed = SetCostAssumptions("JPY", 10_000, 8, None, rates).apply(changed)
    book = load_workbook(io.BytesIO(written(plan).content))
    sheet = cost_sheet(book, "en")
    for row in range(1, sheet.max_row + 1):
        name, value = sheet.cell(row, 1).value, sheet.cell(row, 2).value
        if name == "Fee a month" and value == watch.fee:
            sheet.cell(row, 2).value = 1_200_000
        if name == "Retained for each role in percent":
            sheet.cell(row, 2).value = 8
    again = cost_sheet(recalculated(book, tmp_path), "en")
    wanted = expected(changed, "en")
    assert results(again, len(wanted) - 1) == wanted
    assert wanted != expected(plan, "en")
