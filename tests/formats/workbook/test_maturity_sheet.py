"""The maturity sheet: its values are those of the program, and its formulas are alive."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from socplanner.domain.assessment import SIDES, Score
from socplanner.domain.assessment_edits import SetScore
from socplanner.domain.duty_edits import SetAim
from socplanner.domain.ids import RoleId
from socplanner.domain.local_text import LANGUAGES, Language
from socplanner.domain.matrix import matrix_of
from socplanner.domain.maturity.role_maturity import role_maturities
from socplanner.domain.maturity.roll_ups import GroupMaturity, Mean, function_groups, whole
from socplanner.domain.plan import Plan
from socplanner.domain.weight_edits import SetWeights
from socplanner.domain.workbook_copy import WorkbookCopy
from socplanner.formats.matrix_xlsx import render
from socplanner.services.i18n import words_for
from socplanner.wording.maturity_words import NOTHING
from tests.support import office
from tests.support.edited_workbook import EditedWorkbook
from tests.support.plans import sample
from tests.support.workbooks import FACTS

SAMPLES = ("manufacturer", "bank")
TODAY = "2026-06-01"
FUNCTIONS = "ABCDEFGHI"
needs_office = pytest.mark.skipif(office.SOFFICE is None, reason="LibreOffice is not there")


def workbook(plan: Plan, phase: int = 0, language: Language = "en") -> bytes:
    """Return the workbook of a phase, by its place."""
    return render(matrix_of(plan, plan.phases[phase].id), words_for(language), FACTS)


def maturity_sheet(content: bytes, language: Language = "en") -> Worksheet:
    """Return the maturity sheet with the values of its cells."""
    sheet = load_workbook(io.BytesIO(content), data_only=True)[words_for(language).tr("Maturity")]
    assert isinstance(sheet, Worksheet)
    return sheet


def shown(sheet: Worksheet) -> dict[str, list[object]]:
    """Return what the sheet shows of each function and each role, by its code, and of all."""
    rows: dict[str, list[object]] = {}
    for code, name, *cells in sheet.iter_rows(min_row=6, max_col=8, values_only=True):
        if cells[-1] is not None:
            rows[str(code or name)] = [*cells[:2], *cells[3:]]
    return rows


def expected(plan: Plan, phase: int = 0) -> dict[str, list[object]]:
    """Return score, aim and gap of each function and role as the program computes them."""
    newest = plan.assessments[-1] if plan.assessments else None
    roles = role_maturities(plan, plan.phases[phase].id, newest)
    result = {code: _numbers(group) for code, group in function_groups(plan, roles).items()}
    result["All roles together"] = _numbers(whole(roles))
    for each in roles:
        has_gap = each.score is not None and each.aim is not None
        gap = each.gap if has_gap else NOTHING
        result[each.role.code] = [_or_dash(each.score), _or_dash(each.aim), gap]
    return result


def _numbers(group: GroupMaturity) -> list[object]:
    means = (group.mean, group.mean_aim, group.gap)
    return [group.counting, group.unanswered, *map(_value, means)]


def _value(mean: Mean | None) -> object:
    return NOTHING if mean is None else pytest.approx(mean.total / mean.number)


def _or_dash(points: int | None) -> object:
    return NOTHING if points is None else points


def compared(sheet: Worksheet, wanted: dict[str, list[object]]) -> None:
    """Compare what the sheet shows with `wanted`; of roles, score, aim and gap alone."""
    rows = shown(sheet)
    for code, numbers in wanted.items():
        assert rows[code][-len(numbers) :] == numbers, code


@pytest.mark.parametrize("phase", [0, 1])
@pytest.mark.parametrize("name", SAMPLES)
def test_the_sheet_shows_what_the_program_computes(name: str, phase: int) -> None:
    plan = sample(name)
    compared(maturity_sheet(workbook(plan, phase)), expected(plan, phase))


def test_weights_are_inputs_and_the_priority_is_a_formula() -> None:
    plan = SetWeights({"B": 3, "v2:A-2": 0}).apply(sample("manufacturer"))
    content = workbook(plan, 1)
    rows = {
        str(row[0]): row[7:10]
        for row in maturity_sheet(content).iter_rows(min_row=6, values_only=True)
        if row[0] is not None and "-" in str(row[0])
    }
    assert rows["B-3"] == (3, 3, 9)
    assert rows["A-1"] == (1, 1, 1)
    assert rows["A-2"] == (2, 0, 0)
    dashes = [row for row in rows.values() if row[0] == NOTHING]
    assert dashes
    assert all(row[2] == NOTHING for row in dashes), "of no gap there is no priority"
    sheet = load_workbook(io.BytesIO(content))["Maturity"]
    formulas = [str(cell.value) for cell in sheet["J"] if str(cell.value).startswith("=IF(")]
    assert len(formulas) == len(rows)


@needs_office
def test_the_priority_follows_a_changed_weight(tmp_path: Path) -> None:
    book = load_workbook(io.BytesIO(workbook(sample("manufacturer"), 1)))
    sheet = book["Maturity"]
    row = next(cell.row for cell in sheet["A"] if cell.value == "B-3")
    sheet.cell(row, 9).value = 4
    path = tmp_path / "changed.xlsx"
    book.save(path)
    again = maturity_sheet(office.converted(path, "xlsx", tmp_path / "again").read_bytes())
    assert again.cell(row, 10).value == 12


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_radar_has_both_series_of_all_functions(language: Language) -> None:
    content = workbook(sample("bank"), 1, language)
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        charts = [parts.read(name) for name in parts.namelist() if name.startswith("xl/charts/")]
    radars = [chart for chart in charts if b"<c:radarChart>" in chart]
    # One on this sheet, and one on that for the directors.
    assert [chart.count(b"<c:ser>") for chart in radars] == [2, 2]


def test_there_is_no_sheet_without_an_assessment_or_for_one_party() -> None:
    title, plan = words_for("en").tr("Maturity"), sample("bank")
    assert title in EditedWorkbook(workbook(plan)).values.sheetnames
    blank = replace(plan, assessments=())
    assert title not in EditedWorkbook(workbook(blank)).values.sheetnames
    facts = replace(FACTS, workbook_copy=WorkbookCopy(party=plan.parties[0].id))
    content = render(matrix_of(plan, plan.phases[0].id), words_for("en"), facts)
    assert title not in EditedWorkbook(content).values.sheetnames


def test_an_answer_that_does_not_count_is_in_parentheses() -> None:
    plan = sample("manufacturer")
    role = next(role for role in plan.roles() if role.code == "B-1")
    plan = SetScore(frozenset({role.id}), ("inhouse",), "5", TODAY).apply(plan)
    sheet = maturity_sheet(workbook(plan))
    row = next(row for row in sheet.iter_rows(min_row=20, values_only=True) if row[0] == "B-1")
    assert row[3] == "(5)"
    compared(sheet, expected(plan))


@pytest.mark.office
@needs_office
def test_changed_answers_change_what_follows_from_them(tmp_path: Path) -> None:
    """As a reader tries them in Excel: every kind of answer, on both sides, and aims."""
    plan = sample("bank")
    book = load_workbook(io.BytesIO(workbook(plan, 1)))
    sheet = book["Maturity"]
    rows = {str(row[0].value): row for row in sheet.iter_rows(min_row=20) if row[0].value}
    changes: dict[str, tuple[Score, Score]] = {
        "A-1": ("2", "na"),
        "B-1": ("unknown", "5"),
        "B-2": ("3", "unknown"),
        "C-1": ("na", "2"),
        "D-1": ("unknown", "na"),
    }
    for role in plan.roles():
        answers = changes.get(role.code)
        if answers is None:
            continue
        cells = rows[role.code]
        for side, score, cell in zip(SIDES, answers, cells[3:5], strict=True):
            if str(cell.value).startswith(("–", "(")):
                continue
            cell.value = {"na": "N/A", "unknown": "?"}.get(score) or int(score)
            plan = SetScore(frozenset({role.id}), (side,), score, TODAY).apply(plan)
    aimed = RoleId("v2:D-2")
    rows["D-2"][6].value = 5
    plan = SetAim(plan.phases[1].id, frozenset({aimed}), "inhouse", "5").apply(plan)
    source = tmp_path / "edited.xlsx"
    book.save(source)
    again = office.converted(source, "xlsx", tmp_path).read_bytes()
    compared(maturity_sheet(again), expected(plan, 1))
