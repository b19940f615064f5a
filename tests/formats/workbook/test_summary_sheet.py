"""The sheet for the directors shows the summary, and its formulas are alive."""

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from socplanner.domain.catalogue import PLACED, Sourcing
from socplanner.domain.cost_inputs import NO_COST
from socplanner.domain.duty_edits import ChangeSourcing
from socplanner.domain.local_text import LANGUAGES, Language
from socplanner.domain.matrix import matrix_of
from socplanner.domain.phases import duties
from socplanner.domain.staffing_inputs import NO_STAFFING
from socplanner.domain.summary import summary_of
from socplanner.domain.workbook_copy import WorkbookCopy
from socplanner.formats.matrix_xlsx import render
from socplanner.formats.workbook.summary_boards import SIGNS, WIDE
from socplanner.services.i18n import words_for
from socplanner.wording.summary_words import approval_text, risk_texts, summary_numbers
from socplanner.wording.terms import role_name
from tests.support import office
from tests.support.edited_workbook import EditedWorkbook
from tests.support.plans import hybrid_plan, sample
from tests.support.workbooks import FACTS, written

SAMPLES = ("manufacturer", "bank")
NUMBERS, COST = 5, 3
needs_office = pytest.mark.skipif(office.SOFFICE is None, reason="LibreOffice is not there")


def summary_sheet(book: EditedWorkbook, language: Language = "en") -> Worksheet:
    """Return the sheet with the values of its cells."""
    sheet = book.values[words_for(language).tr("Directors")]
    assert isinstance(sheet, Worksheet)
    return sheet


def texts(sheet: Worksheet) -> list[str]:
    """Return every text of the sheet."""
    return [str(each) for row in sheet.values for each in row if isinstance(each, str)]


def large_numbers(sheet: Worksheet) -> list[tuple[object, object]]:
    """Return the numbers at the top: of the first phase, and of the target."""
    cells = [(5 * place + 1, 5 * place + 3) for place in range(NUMBERS)]
    return [(sheet.cell(5, now).value, sheet.cell(5, then).value) for now, then in cells]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SAMPLES)
def test_the_numbers_are_those_of_the_page(name: str, language: Language) -> None:
    plan, words = sample(name), words_for(language)
    sheet = summary_sheet(written(plan, language), language)
    summary = summary_of(plan, plan.phases[0].id, FACTS.date.isoformat())
    numbers = summary_numbers(summary, plan.cost, words)
    for place, ((now, then), number) in enumerate(zip(large_numbers(sheet), numbers, strict=True)):
        by = 1_000 if place == COST else 1
        first, last = number.course[0], number.course[-1]
        assert first is not None
        assert last is not None
        assert (now, then) == pytest.approx((first / by, last / by))
        assert number.title in texts(sheet)
        assert number.about in (*texts(sheet), "")
    for gap in summary.gaps[:6]:
        assert role_name(gap.role.role, words) in texts(sheet)
    for risk in summary.risks:
        assert ": ".join(risk_texts(risk, plan, words)) in texts(sheet)
    assert approval_text(plan.phases[-1]) in texts(sheet)


@pytest.mark.parametrize("name", SAMPLES)
def test_the_boards_have_every_role_with_the_sign_of_its_sourcing(name: str) -> None:
    plan = sample(name)
    sheet = summary_sheet(written(plan))
    for phase, first in ((plan.phases[0], 1), (plan.phases[-1], WIDE + 2)):
        by_role = duties(plan, phase.id)
        columns = sheet.iter_cols(first, first + WIDE - 1, min_row=11, values_only=True)
        shown = [str(each) for column in columns for each in column if each]
        for role in plan.roles():
            duty = by_role[role.id]
            if duty.area in PLACED:
                assert shown.count(f"{role.code} {SIGNS[duty.sourcing]}") == 1, role.code


def test_every_sourcing_has_a_sign_of_its_own() -> None:
    assert set(SIGNS) == set(Sourcing)
    assert len(set(SIGNS.values())) == len(SIGNS)


def test_there_is_no_sheet_without_figures_or_in_a_copy_for_one_party() -> None:
    title, plan = words_for("en").tr("Directors"), sample("bank")
    bare = replace(plan, staffing=NO_STAFFING, cost=NO_COST, assessments=())
    assert title not in written(bare).values.sheetnames
    assert title in written(replace(bare, staffing=plan.staffing)).values.sheetnames
    facts = replace(FACTS, workbook_copy=WorkbookCopy(party=plan.parties[0].id))
    content = render(matrix_of(plan, plan.phases[0].id), words_for("en"), facts)
    assert title not in EditedWorkbook(content).values.sheetnames


def test_a_number_names_its_sheet_only_where_there_is_one() -> None:
    assert "From: Staffing" in texts(summary_sheet(written(sample("bank"))))
    plan = replace(hybrid_plan(), cost=NO_COST._replace(currency="JPY"))
    book = written(plan)
    named = [each.removeprefix("From: ") for each in texts(summary_sheet(book)) if "From:" in each]
    assert named
    assert set(named) <= set(book.values.sheetnames)


def test_five_sourcings_have_space_beside_the_functions() -> None:
    plan = sample("bank")
    role = next(iter(plan.roles())).id
    open_ = ChangeSourcing(plan.phases[0].id, frozenset({role}), Sourcing.UNDECIDED).apply(plan)
    sheet = summary_sheet(written(open_))
    (column,) = [
        column
        for row in sheet.iter_rows(values_only=True)
        for column, value in enumerate(row, start=1)
        if str(value).startswith(f"{SIGNS[Sourcing.UNDECIDED]} Undecided")
    ]
    assert column + 2 <= 18  # the functions begin in the next one


def test_a_plan_of_one_phase_with_cost_alone_has_dashes_for_the_rest() -> None:
    plan = replace(hybrid_plan(), cost=NO_COST._replace(currency="JPY"))
    sheet = summary_sheet(written(replace(plan, phases=plan.phases[:1])))
    decided, maturity, people, _, unmanned = large_numbers(sheet)
    assert decided[0] == decided[1] != 0
    assert maturity == people == unmanned == ("–", "–")


@pytest.mark.office
@needs_office
@pytest.mark.parametrize("name", SAMPLES)
def test_another_program_works_out_the_same_figures(name: str, tmp_path: Path) -> None:
    book = written(sample(name))
    source = tmp_path / "summary.xlsx"
    source.write_bytes(book.content)
    again = EditedWorkbook(office.converted(source, "xlsx", tmp_path).read_bytes())
    before, after = large_numbers(summary_sheet(book)), large_numbers(summary_sheet(again))
    for ours, theirs in zip(before, after, strict=True):
        assert theirs == pytest.approx(ours)
