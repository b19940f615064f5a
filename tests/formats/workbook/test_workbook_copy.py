"""A copy for one party: its column is marked and in sight, and the cover states how it returns."""

import io
from dataclasses import replace

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from socplanner.domain.local_text import LANGUAGES, Language
from socplanner.domain.matrix import matrix_of
from socplanner.domain.plan import Plan
from socplanner.domain.reimport.review import review
from socplanner.domain.workbook_copy import EVERYBODY, WorkbookCopy
from socplanner.formats.matrix_xlsx import render
from socplanner.formats.record.cell_references import column_name
from socplanner.formats.reimport.reimport_reading import reimport_of
from socplanner.formats.sheets.reading import sheets_of
from socplanner.formats.workbook.colours import ENTRY, GREY, KINDS
from socplanner.services.i18n import words_for
from tests.support.edited_workbook import EditedWorkbook
from tests.support.plans import big_plan
from tests.support.small_plan import CERT, CISO, NOW, small_plan
from tests.support.workbooks import FACTS

STATED = WorkbookCopy(CERT, "2026-02-15", "Tanaka, ext. 1234", "soc@example.org", "For review")


def _copy(plan: Plan, workbook_copy: WorkbookCopy, language: Language = "en") -> bytes:
    facts = replace(FACTS, workbook_copy=workbook_copy)
    return render(matrix_of(plan, plan.phases[0].id), words_for(language), facts)


def _sheets(content: bytes) -> tuple[Worksheet, Worksheet]:
    cover, matrix, *_ = load_workbook(io.BytesIO(content)).worksheets
    return cover, matrix


def test_its_column_is_marked_and_the_others_are_grey() -> None:
    book = EditedWorkbook(_copy(small_plan(), STATED))
    _, matrix = _sheets(book.content)
    for key, column in book.columns.items():
        if key.startswith("party:"):
            is_custom = key == f"party:{CERT}"
            ground = {str(matrix.cell(row, column).fill.fgColor.rgb) for row in book.rows.values()}
            assert ground == {f"FF{(ENTRY if is_custom else GREY)[1:]}"}
    custom = matrix.cell(6, book.columns[f"party:{CERT}"])
    assert custom.fill.fgColor.rgb == f"FF{KINDS['authority'][0][1:]}"


def test_it_opens_with_its_column_in_sight_right_of_the_frozen_ones() -> None:
    plan = big_plan(60, 30)
    last = plan.parties[-1].id
    book = EditedWorkbook(_copy(plan, WorkbookCopy(last)))
    pane = _sheets(book.content)[1].sheet_view.pane
    letter = column_name(book.columns[f"party:{last}"] - 1)
    assert pane is not None
    assert pane.topLeftCell == f"{letter}7"
    near = _sheets(_copy(plan, WorkbookCopy(CISO)))[1].sheet_view.pane
    assert near is not None
    assert near.topLeftCell == "F7"


def test_only_its_column_has_the_colours_of_letters() -> None:
    book = EditedWorkbook(_copy(small_plan(), STATED))
    matrix = book.formulas.worksheets[1]
    letter = column_name(book.columns[f"party:{CERT}"] - 1)
    coloured = {
        str(area.sqref)
        for area in matrix.conditional_formatting
        for rule in area.rules
        if "LEFT(TRIM(UPPER(ASC(" in rule.formula[0]
    }
    assert coloured == {f"{letter}7:{letter}12"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_cover_states_what_the_planner_gave(language: Language) -> None:
    cover, _ = _sheets(_copy(small_plan(), STATED, language))
    texts = {str(cell.value) for row in cover.iter_rows() for cell in row if cell.value}
    assert {STATED.deadline, STATED.contact, STATED.return_to, STATED.status} <= texts
    assert words_for(language).local(small_plan().parties[-1].name) in texts


@pytest.mark.parametrize(
    ("language", "headings"),
    [("en", ("Prepared", "Reviewed", "Approved")), ("ja", ("作成", "確認", "承認"))],
)
def test_the_cover_has_blank_lines_and_a_block_for_approval(
    language: Language, headings: tuple[str, ...]
) -> None:
    cover, _ = _sheets(_copy(small_plan(), EVERYBODY, language))
    rows = [[cell.value for cell in row] for row in cover.iter_rows()]
    assert any(tuple(filter(None, row))[-len(headings) :] == headings for row in rows)
    deadline = words_for(language).tr("Return by")
    (row,) = (row for row in cover.iter_rows() for cell in row if cell.value == deadline)
    assert row[2].value is None
    assert row[2].fill.fgColor.rgb == f"FF{ENTRY[1:]}"


def test_a_text_of_the_cover_is_no_formula() -> None:
    cover, _ = _sheets(_copy(small_plan(), replace(STATED, contact='=HYPERLINK("http://x")')))
    (cell,) = (each for row in cover.iter_rows() for each in row if "HYPER" in str(each.value))
    assert cell.data_type == "s"
    assert cell.quotePrefix


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_returned_copy_has_no_difference(language: Language) -> None:
    plan, both = small_plan(), [words_for(each) for each in LANGUAGES]
    sheets = sheets_of(_copy(plan, STATED, language), "copy.xlsx")
    reimport = reimport_of(sheets, "copy.xlsx", plan, both)
    assert (reimport.values, reimport.questions, reimport.ignored, reimport.notices) == ((),) * 4
    assert not review(plan, NOW, [reimport]).differences
