"""The sheet of the review has every prompt, and counts the verdicts alive."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from socplanner.domain.lesson_edits import AnswerPrompt, CommentPrompt, WaivePrompt
from socplanner.domain.lesson_inputs import LessonVerdict
from socplanner.domain.lessons.reviewing import reviewed_prompts, verdict_counts
from socplanner.domain.local_text import LANGUAGES, Language
from socplanner.domain.matrix import matrix_of
from socplanner.domain.plan import Plan
from socplanner.domain.workbook_copy import EVERYBODY, WorkbookCopy
from socplanner.formats.matrix_xlsx import render
from socplanner.services import catalogues
from socplanner.services.exporter import workbook_of
from socplanner.services.i18n import words_for
from socplanner.wording.lesson_words import signed_verdict, signed_verdict_words
from tests.support import office
from tests.support.plans import hybrid_plan, sample
from tests.support.workbooks import FACTS

FIRST_ROW = 9
REVIEWED = replace(
    FACTS, prompts=catalogues.prompts(), flows=catalogues.default_flows()
)  # fmt: skip
needs_office = pytest.mark.skipif(office.SOFFICE is None, reason="LibreOffice is not there")


def commented() -> Plan:
    """Return the sample of a manufacturer with a comment, a waiver and an answer."""
    plan = replace(sample("manufacturer"), lessons={})
    for edit in (
        CommentPrompt("K10a", "=1+1 is a text"),
        WaivePrompt("FI2", "Small team", "2999-01-01"),
        AnswerPrompt("FI4", LessonVerdict.MET, "2026-05-10"),
    ):
        plan = edit.apply(plan)
    return plan


def sheet_of(plan: Plan, language: Language = "en", *, values: bool = True) -> Worksheet:
    """Return the sheet of the review."""
    content = render(matrix_of(plan, plan.phases[0].id), words_for(language), REVIEWED)
    book = load_workbook(io.BytesIO(content), data_only=values)
    sheet = book[words_for(language).tr("Review")]
    assert isinstance(sheet, Worksheet)
    return sheet


def rows_of(sheet: Worksheet) -> dict[str, tuple[object, ...]]:
    """Return the cells of each prompt by its id."""
    rows = sheet.iter_rows(min_row=FIRST_ROW, values_only=True)
    return {str(row[0]): row for row in rows if row[0]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_prompt_has_question_verdict_evidence_and_remedy(language: Language) -> None:
    rows = rows_of(sheet_of(commented(), language))
    assert list(rows) == [each.id for each in catalogues.prompts().prompts]
    for row in rows.values():
        assert all(row[:7])
    assert signed_verdict(LessonVerdict.NOT_MET, words_for(language)) == rows["FI3"][4]


def test_what_the_planner_states_is_there_as_text() -> None:
    rows = rows_of(sheet_of(commented()))
    assert rows["K10a"][7] == "=1+1 is a text"
    assert rows["FI2"][7] == "Waived until 2999-01-01: Small team"
    assert rows["FI4"][7] == "Own verdict: Met (2026-05-10)"
    assert rows["FI4"][4] == "○ Met"
    assert "C-5 is outsourced only" in str(rows["FI2"][5])


def test_the_numbers_are_formulas_with_their_values() -> None:
    plan = commented()
    values, formulas = sheet_of(plan), sheet_of(plan, values=False)
    numbers = [cell.value for cell in values[6] if cell.value is not None]
    verdicts = [row[4] for row in rows_of(values).values()]
    names = [cell.value for cell in values[5] if cell.value is not None]
    assert numbers[:-1] == [verdicts.count(name) for name in names[:-1]]
    assert sum(map(int, numbers)) == len(verdicts)  # type: ignore[arg-type]
    texts = [str(cell.value) for cell in formulas[6] if cell.value is not None]
    assert all(text.startswith("=COUNTIF(E9:E50") for text in texts[:-1])
    assert texts[-1] == "=COUNTA(E9:E50)-SUM(B6:E6)"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_numbers_are_those_of_the_window(language: Language) -> None:
    plan, words = commented(), words_for(language)
    flows = catalogues.default_flows()
    today = FACTS.date.isoformat()
    reviews = reviewed_prompts(plan, plan.phases[0].id, catalogues.prompts(), today, flows)
    counts = verdict_counts(reviews)
    sheet = sheet_of(plan, language)
    numbers = [cell.value for cell in sheet[6] if cell.value is not None]
    names = [cell.value for cell in sheet[5] if cell.value is not None]
    assert numbers == [*(counts[each] for each in LessonVerdict), 1]
    assert names[-1] == words.tr("Waived")
    waived = next(each for each in reviews if each.prompt.id == "FI2")
    assert rows_of(sheet)["FI2"][4] == signed_verdict_words(waived, words)


@pytest.mark.parametrize(
    ("plan", "workbook_copy", "is_there"),
    [
        (hybrid_plan(), EVERYBODY, False),
        (hybrid_plan(), WorkbookCopy(with_review=True), True),
        (commented(), EVERYBODY, True),
        (commented(), WorkbookCopy(sample("manufacturer").parties[0].id), False),
    ],
)
def test_the_sheet_is_there_where_something_is_stated_or_it_is_wanted(
    plan: Plan, workbook_copy: WorkbookCopy, is_there: bool
) -> None:
    content = workbook_of(plan, plan.phases[0].id, words_for("en"), FACTS.date, workbook_copy)
    names = load_workbook(io.BytesIO(content), read_only=True).sheetnames
    assert ("Review" in names) is is_there


@needs_office
def test_another_program_calculates_the_same(tmp_path: Path) -> None:
    plan = commented()
    content = render(matrix_of(plan, plan.phases[0].id), words_for("en"), REVIEWED)
    source = tmp_path / "review.xlsx"
    source.write_bytes(content)
    book = load_workbook(office.converted(source, "xlsx", tmp_path / "again"), data_only=True)
    ours = [cell.value for cell in sheet_of(plan)[6]]
    assert [cell.value for cell in book["Review"][6]][: len(ours)] == ours
