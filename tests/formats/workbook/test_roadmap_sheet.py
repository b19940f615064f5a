"""The road map sheet: every move with its days, a sum for each phase, and bars that are alive."""

import io
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from socplanner.domain.local_text import LANGUAGES, Language
from socplanner.domain.matrix import matrix_of
from socplanner.domain.plan import Plan
from socplanner.domain.road_map.moves import all_moves
from socplanner.domain.road_map_edits import SetMove
from socplanner.domain.road_map_inputs import NO_MOVES, NO_TERMS, StatedMove
from socplanner.domain.workbook_copy import WorkbookCopy
from socplanner.formats.matrix_xlsx import render
from socplanner.services import paths
from socplanner.services.i18n import words_for
from socplanner.services.plan_files import open_plan
from tests.support import office
from tests.support.workbooks import FACTS

PLAN = open_plan(paths.resources() / "examples" / "manufacturer.socplan").plan
needs_office = pytest.mark.skipif(office.SOFFICE is None, reason="LibreOffice is not there")


def workbook(plan: Plan, language: Language = "en") -> bytes:
    """Return the workbook of the last phase."""
    return render(matrix_of(plan, plan.phases[-1].id), words_for(language), FACTS)


def roadmap_sheet(content: bytes, language: Language = "en", *, values: bool = True) -> Worksheet:
    """Return the road map sheet, with the values of its cells or with its formulas."""
    book = load_workbook(io.BytesIO(content), data_only=values)
    sheet = book[words_for(language).tr("Road map")]
    assert isinstance(sheet, Worksheet)
    return sheet


def day(text: str) -> datetime:
    """Return a day as openpyxl reads it."""
    return datetime.fromisoformat(text)


def names(plan: Plan) -> list[str]:
    """Return the names of the sheets."""
    return load_workbook(io.BytesIO(workbook(plan))).sheetnames


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_move_is_a_row_with_its_days(language: Language) -> None:
    sheet = roadmap_sheet(workbook(PLAN, language), language)
    rows = {row[0]: row for row in sheet.iter_rows(min_row=6, values_only=True) if row[0]}
    moves = [move for move in all_moves(PLAN) if not move.is_minor]
    assert len(moves) == 15
    for move in moves:
        row = rows[move.role.code]
        assert row[5] == move.stated.effort
        assert row[6:8] == (day(move.stated.begins), day(move.stated.ends))


def test_a_phase_has_the_sum_of_its_effort() -> None:
    content = workbook(PLAN)
    values = roadmap_sheet(content)
    row = next(row for row in values.iter_rows() if row[0].value == "Target (FY2028)")
    assert row[5].value == 295
    assert "Budget: " in str(row[2].value)
    formula = roadmap_sheet(content, values=False).cell(row[5].row, 6).value
    assert formula == f"=SUM(F{row[5].row + 1}:F{row[5].row + 15})"


def test_months_are_those_of_phases_and_moves() -> None:
    sheet = roadmap_sheet(workbook(PLAN))
    months = [cell.value for cell in sheet[5][10:] if cell.value is not None]
    assert (months[0], months[-1], len(months)) == (
        day("2026-04-01"),
        day("2028-12-01"),
        33,
    )
    formulas = [
        str(rule.formula[0]) for area in sheet.conditional_formatting for rule in area.rules
    ]
    assert len(formulas) == 5
    assert sum("TODAY()" in each for each in formulas) == 1
    assert any('="Done"' in each for each in formulas)


def test_days_of_the_phase_stand_for_those_that_are_not_stated() -> None:
    place = next(iter(PLAN.moves))
    plan = SetMove(*place, StatedMove(effort=2)).apply(PLAN)
    sheet = roadmap_sheet(workbook(plan))
    code = place[1].partition(":")[2]
    row = next(row for row in sheet.iter_rows() if row[0].value == code)
    assert row[6].value == day("2027-04-01")
    assert row[6].font.color.rgb != row[2].font.color.rgb


def test_there_is_no_sheet_without_anything_stated_or_for_one_party() -> None:
    assert "Road map" in names(PLAN)
    phases = tuple(replace(phase, terms=NO_TERMS) for phase in PLAN.phases)
    blank = replace(PLAN, moves=NO_MOVES, phases=phases)
    assert "Road map" not in names(blank)
    without_days = replace(blank, moves={next(iter(PLAN.moves)): StatedMove(effort=2)})
    assert "Road map" in names(without_days)
    facts = replace(FACTS, workbook_copy=WorkbookCopy(party=PLAN.parties[0].id))
    content = render(matrix_of(PLAN, PLAN.phases[0].id), words_for("en"), facts)
    assert "Road map" not in load_workbook(io.BytesIO(content)).sheetnames


@pytest.mark.office
@needs_office
def test_a_changed_effort_changes_the_sum(tmp_path: Path) -> None:
    book = load_workbook(io.BytesIO(workbook(PLAN)))
    sheet = book["Road map"]
    row = next(row for row in sheet.iter_rows() if row[0].value == "D-3")
    row[5].value = 100
    source = tmp_path / "edited.xlsx"
    book.save(source)
    again = office.converted(source, "xlsx", tmp_path).read_bytes()
    values = roadmap_sheet(again)
    line = next(row for row in values.iter_rows() if row[0].value == "Target (FY2028)")
    assert line[5].value == 335
