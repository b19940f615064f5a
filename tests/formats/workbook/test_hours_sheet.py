"""The sheet of hours: states and strips are those of the program, and its numbers are alive."""

import io
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.coverage import WORKDAYS, CoverageState, DayKind
from socplanner.domain.duty_edits import ChangeSourcing, SetCoverage
from socplanner.domain.hour_strip import duty_hours_a_week, hour_strip
from socplanner.domain.local_text import LANGUAGES, Language
from socplanner.domain.matrix import matrix_of
from socplanner.domain.plan import Plan
from socplanner.domain.role_coverage import DECISIVE_MOMENTS, coverage_at, state_counts
from socplanner.domain.workbook_copy import WorkbookCopy
from socplanner.formats.matrix_xlsx import render
from socplanner.services import paths
from socplanner.services.i18n import words_for
from socplanner.services.plan_files import open_plan
from socplanner.wording.coverage_words import state_name, state_sign
from tests.support import office
from tests.support.edited_workbook import EditedWorkbook
from tests.support.workbooks import FACTS

SAMPLES = ("manufacturer", "bank")
FIRST_ROW, FIRST_MOMENT, WEEK, STRIP = 7, 4, 7, 8
DAYS = (WORKDAYS, *(frozenset({day}) for day in tuple(DayKind)[5:]))
needs_office = pytest.mark.skipif(office.SOFFICE is None, reason="LibreOffice is not there")


def sample(name: str) -> Plan:
    """Return the sample `name`."""
    return open_plan(paths.resources() / "examples" / f"{name}.socplan").plan


def workbook(plan: Plan, phase: int = 0, language: Language = "en") -> bytes:
    """Return the workbook of a phase, by its place."""
    return render(matrix_of(plan, plan.phases[phase].id), words_for(language), FACTS)


def hours_sheet(content: bytes, language: Language = "en", *, values: bool = True) -> Worksheet:
    """Return the sheet of hours with the values of its cells, or their formulas."""
    sheet = load_workbook(io.BytesIO(content), data_only=values)[words_for(language).tr("Hours")]
    assert isinstance(sheet, Worksheet)
    return sheet


def rows_of(sheet: Worksheet) -> dict[str, list[object]]:
    """Return the cells of each role by its code."""
    rows = sheet.iter_rows(min_row=FIRST_ROW, values_only=True)
    return {str(row[0]): list(row) for row in rows if row[0]}


def numbers(sheet: Worksheet) -> dict[str, list[object]]:
    """Return the numbers at the foot by the name of their state."""
    rows = sheet.iter_rows(min_row=FIRST_ROW, values_only=True)
    return {str(row[3]): list(row[FIRST_MOMENT:WEEK]) for row in rows if row[3] and not row[0]}


def expected_numbers(plan: Plan, phase: int, language: Language) -> dict[str, list[object]]:
    """Return how many roles have each state at each moment, as the program counts them."""
    words, phase_id = words_for(language), plan.phases[phase].id
    counts: list[Counter[CoverageState]] = [
        state_counts(coverage_at(plan, phase_id, moment)) for moment in DECISIVE_MOMENTS
    ]
    total = words.tr("Roles together")
    return {
        **{state_name(s, words): [each[s] for each in counts] for s in CoverageState},
        total: [sum(each.values()) for each in counts],
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("phase", [0, 1])
@pytest.mark.parametrize("name", SAMPLES)
def test_the_sheet_shows_what_the_program_computes(
    name: str, phase: int, language: Language
) -> None:
    plan, words = sample(name), words_for(language)
    sheet = hours_sheet(workbook(plan, phase, language), language)
    rows = rows_of(sheet)
    by_moment = [coverage_at(plan, plan.phases[phase].id, each) for each in DECISIVE_MOMENTS]
    assert set(rows) == {each.role.code for each in by_moment[0]}
    for moments in zip(*by_moment, strict=True):
        row, text = rows[moments[0].role.code], moments[0].duty.coverage
        assert row[3] == (text or None)
        states = [state_name(each.state, words) for each in moments]
        assert row[FIRST_MOMENT:WEEK] == states
        assert row[WEEK] == duty_hours_a_week(text)
        for place, days in enumerate(DAYS):
            cells = row[STRIP + 24 * place : STRIP + 24 * (place + 1)]
            strip, before = hour_strip(text, days), None
            for hour, (cell, state) in enumerate(zip(cells, strip, strict=True)):
                begins = hour == 0 or state is not before
                sign = state_sign(state, words) if begins else ""
                assert cell == (sign or None), (moments[0].role.code, place, hour)
                before = state
    assert numbers(sheet) == expected_numbers(plan, phase, language)


def test_numbers_are_formulas_and_headings_repeat_on_paper() -> None:
    sheet = hours_sheet(workbook(sample("bank")), values=False)
    for name, cells in numbers(sheet).items():
        assert all(str(cell).startswith(("=COUNTIF(", "=SUM(")) for cell in cells), name
    assert sheet.print_title_rows == "$5:$6"
    assert sheet.page_setup.orientation == "landscape"
    page = sheet.sheet_properties.pageSetUpPr
    assert page is not None
    assert page.fitToPage
    assert sheet.page_setup.fitToWidth in (None, 1), "1 is the default"


def test_a_state_has_a_colour_and_a_sign() -> None:
    plan = sample("bank")
    roles = [role.id for role in plan.roles()][:4]
    now = plan.phases[0].id
    plan = ChangeSourcing(now, frozenset(roles), Sourcing.INSOURCE).apply(plan)
    texts = ("24x365", "on call 24x365", "pre-approved 24x365", "mon 9:00-12:00")
    for role, text in zip(roles, texts, strict=True):
        plan = SetCoverage(now, frozenset({role}), text).apply(plan)
    sheet = hours_sheet(workbook(plan))
    cells = [sheet.cell(FIRST_ROW + place, STRIP + 1) for place in range(3)]
    assert [cell.value for cell in cells] == ["D", "C", "P"]
    assert len({cell.fill.fgColor.rgb for cell in cells}) == 3
    mixed = [sheet.cell(FIRST_ROW + 3, STRIP + 1 + hour).value for hour in (0, 9, 12)]
    assert mixed == ["–", "*", "–"]
    legend = [sheet.cell(3, column).value for column in range(STRIP + 1, STRIP + 97)]
    shown = [each for each in legend if each]
    assert shown[:4] == ["D", "on duty", "C", "on call"]
    assert shown[-2:] == ["*", "differs by day"]


def test_there_is_no_sheet_without_hours_or_for_one_party() -> None:
    title, plan = words_for("en").tr("Hours"), sample("bank")
    assert title in EditedWorkbook(workbook(plan)).values.sheetnames
    blank = plan
    for phase in plan.phases:
        roles = frozenset(role.id for role in plan.roles())
        blank = SetCoverage(phase.id, roles, "").apply(blank)
    assert title not in EditedWorkbook(workbook(blank)).values.sheetnames
    facts = replace(FACTS, workbook_copy=WorkbookCopy(party=plan.parties[0].id))
    content = render(matrix_of(plan, plan.phases[0].id), words_for("en"), facts)
    assert title not in EditedWorkbook(content).values.sheetnames


def test_a_role_that_is_not_performed_is_left_out() -> None:
    plan = sample("bank")
    role = next(role for role in plan.roles() if role.code == "B-1")
    now = plan.phases[0].id
    plan = ChangeSourcing(now, frozenset({role.id}), Sourcing.NOT_CARRIED_OUT).apply(plan)
    assert "B-1" not in rows_of(hours_sheet(workbook(plan)))


@pytest.mark.office
@needs_office
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_changed_state_changes_the_numbers(tmp_path: Path, language: Language) -> None:
    plan, words = sample("bank"), words_for(language)
    book = load_workbook(io.BytesIO(workbook(plan, 0, language)))
    sheet = book[words.tr("Hours")]
    unmanned = state_name(CoverageState.UNMANNED, words)
    on_call = state_name(CoverageState.ON_CALL, words)
    changed = 0
    for row in sheet.iter_rows(min_row=FIRST_ROW):
        if row[0].value and row[FIRST_MOMENT].value == unmanned:
            row[FIRST_MOMENT].value = on_call
            changed += 1
    assert changed == 3
    source = tmp_path / "edited.xlsx"
    book.save(source)
    again = office.converted(source, "xlsx", tmp_path).read_bytes()
    wanted = expected_numbers(plan, 0, language)
    wanted[unmanned][0] = 0
    wanted[on_call][0] += changed  # type: ignore[operator]
    assert numbers(hours_sheet(again, language)) == wanted
