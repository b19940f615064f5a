"""What people type into the sheet is counted as the program would read it, words are no letters."""

import io
from pathlib import Path

import pytest
from openpyxl import load_workbook

from socplanner.domain.letter_sets import RACI
from socplanner.domain.letters import BLANK, SEPARATORS, symbols_in
from socplanner.domain.local_text import LANGUAGES, Language
from socplanner.formats.workbook.row_state import UNREADABLE, check_labels
from socplanner.services.i18n import words_for
from tests.support import office
from tests.support.edited_workbook import EditedWorkbook
from tests.support.plans import hybrid_plan
from tests.support.small_plan import small_plan
from tests.support.workbooks import written

TYPED = {
    "Ａ": "A",
    "ａ": "A",
    "Ｒ": "R",
    "ｒ": "R",
    "a, r": "AR",
    "AR": "AR",
    "Ａ／Ｒ": "AR",
    "a r": "AR",
    "A、R": "AR",
    "A・R": "AR",
    "a;r": "AR",
    "A+R": "AR",
    "A & R": "AR",
    "A|R": "AR",
    "A\\R": "AR",
    "責任": "",
    "Manager": "",
    "N/A": "",
    "R (tbd)": "",
    "1": "",
    "": "",
}
"""Texts with the letters that count; of those that are no letters none does."""


def _recalculated(book: EditedWorkbook, folder: Path) -> EditedWorkbook:
    """Return the workbook with one of the texts alone in each row, worked out anew."""
    sheet = book.formulas.worksheets[1]
    parties = [column for key, column in book.columns.items() if key.startswith("party:")]
    for row, text in zip(book.rows.values(), TYPED, strict=False):
        for column in parties:
            sheet.cell(row, column).value = None
        sheet.cell(row, parties[0]).value = text or None
    source = folder / "typed.xlsx"
    book.formulas.save(source)
    return EditedWorkbook(office.converted(source, "xlsx", folder).read_bytes())


def test_every_sign_that_the_program_reads_between_letters_is_tried() -> None:
    tried = {sign for text in TYPED for sign in text}
    assert set(SEPARATORS.replace("\\\\", "\\")) <= tried


@pytest.mark.office
@pytest.mark.skipif(office.SOFFICE is None, reason="LibreOffice is not there")
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_typed_is_counted_as_it_is_read(language: Language, tmp_path: Path) -> None:
    plan = hybrid_plan()
    book = _recalculated(written(plan, language), tmp_path)
    alarm = check_labels(plan, words_for(language))[UNREADABLE - 1]
    assert alarm.startswith("! ")
    for role, (text, letters) in zip(book.rows, TYPED.items(), strict=False):
        counted = {letter: book.shown(role, f"count:{letter}") for letter in "RACI?"}
        assert counted == {letter: letters.count(letter) for letter in "RACI?"}, text
        is_unreadable = bool(text) and not letters
        assert book.shown(role, "unreadable") == is_unreadable, text
        assert (book.shown(role, "status") == alarm) == is_unreadable, text
        listed = str(book.shown(role, "rules"))
        assert listed.startswith(alarm.removeprefix("! ")) == is_unreadable, text


def test_the_program_reads_what_the_sheet_counts() -> None:
    for text, letters in TYPED.items():
        cell = RACI.read(text)
        assert set(symbols_in(cell or BLANK)) == set(letters), text


def _rules_of(content: bytes) -> list[tuple[str, str | None, str]]:
    """Return formula, kind of pattern and ground of each rule over the letters, the first first."""
    sheet = load_workbook(io.BytesIO(content)).worksheets[1]
    result = []
    for area in sheet.conditional_formatting:
        if str(area.sqref).startswith("H7:L"):
            for rule in area.rules:
                fill = rule.dxf.fill
                result.append((rule.priority, rule.formula[0], fill.patternType, fill.bgColor.rgb))
    return [(formula, kind, ground) for _, formula, kind, ground in sorted(result)]


def test_a_cell_of_two_letters_has_the_colours_of_both() -> None:
    rules = _rules_of(written(small_plan()).content)
    stripes = [(formula, kind) for formula, kind, _ in rules if formula.startswith("AND(")]
    assert {kind for _, kind in stripes} == {"darkUp"}
    assert any('1)="A"' in formula and 'SEARCH("R"' in formula for formula, _ in stripes)
    assert len(stripes) == 5


def test_what_is_no_letter_is_coloured_before_any_letter_it_may_begin_with() -> None:
    formula, _, ground = _rules_of(written(small_plan()).content)[0]
    assert formula.startswith("SUBSTITUTE(")
    assert formula.endswith('<>""')
    assert ground == "FFFDE7E9"
