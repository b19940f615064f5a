"""What stands in a file of others but in no table of it is told too."""

from socplanner.domain.local_text import LANGUAGES
from socplanner.formats.sheets.reading import sheets_of
from socplanner.services.external_importer import understood_in
from socplanner.services.i18n import words_for
from socplanner.wording.external_sheets import note_text
from tests.support.plans import unplaced_plan
from tests.support.raw_workbook import inline, parts_of, relations, worksheet, zipped

_UNSAVED = '<c r="D2"><f>1+1</f></c>'


def _workbook(*, of_other: bool) -> bytes:
    rows = [("Task", "SOC", "CISO"), ("Watch", "R", "A"), ("Tell", "A/R", "I"), ("Mend", "I", "A")]
    cells = [
        "".join(inline(f"{letter}{row}", text) for letter, text in zip("ABC", texts, strict=True))
        for row, texts in enumerate(rows, start=1)
    ]
    matrix = "".join(
        f'<row r="{row}">{each}{_UNSAVED if row == 2 and not of_other else ""}</row>'
        for row, each in enumerate(cells, start=1)
    )
    other = f'<row r="2">{_UNSAVED}</row>' if of_other else ""
    parts = parts_of(worksheet(matrix), worksheet(other))
    parts["xl/_rels/workbook.xml.rels"] = relations(
        ("rId1", "worksheet", "worksheets/sheet1.xml"),
        ("rId2", "worksheet", "worksheets/sheet2.xml"),
        ("rId3", "vbaProject", "vbaProject.bin"),
    )
    return zipped(parts)


def test_macros_and_formulas_without_values_are_reported_in_both_languages() -> None:
    understood = understood_in(sheets_of(_workbook(of_other=False), "x.xlsm"), unplaced_plan())
    codes = [each.code for each in understood.notes]
    assert understood.sheet == "S1"
    assert codes[:2] == ["workbook-macros", "workbook-formulas-without-values"]
    for language in LANGUAGES:
        assert all(note_text(each, words_for(language)) for each in understood.notes)


def test_notes_on_other_sheets_are_not_reported() -> None:
    understood = understood_in(sheets_of(_workbook(of_other=True), "x.xlsm"), unplaced_plan())
    codes = [each.code for each in understood.notes]
    assert "workbook-macros" in codes
    assert "workbook-formulas-without-values" not in codes
