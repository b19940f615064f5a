"""What people type into the sheet is counted as the program would read it, words are no letters."""

import io
from pathlib import Path

import pytest
from openpyxl import load_workbook

from socplanner.domain.local_text import LANGUAGES, Language
from tests.support import office
from tests.support.returned_workbook import ReturnedWorkbook
from tests.support.small_plan import A1, A2, small_plan
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
    "責任": "",
    "Manager": "",
    "N/A": "",
    "R (tbd)": "",
    "1": "",
    "": "",
}
"""Texts with the letters that count; of those that are no letters none does."""


def _recalculated(book: ReturnedWorkbook, texts: dict[str, str], folder: Path) -> ReturnedWorkbook:
    sheet = book.formulas.worksheets[1]
    for key, text in texts.items():
        sheet.cell(book.rows[A1], book.columns[key]).value = text or None
    source = folder / "typed.xlsx"
    book.formulas.save(source)
    return ReturnedWorkbook(office.converted(source, "xlsx", folder).read_bytes())


@pytest.mark.office
@pytest.mark.skipif(office.SOFFICE is None, reason="LibreOffice is not there")
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_typed_is_counted_as_it_is_read(language: Language, tmp_path: Path) -> None:
    """Five cells at a time, each text in its turn."""
    parties = [key for key in written(small_plan()).columns if key.startswith("party:")]
    texts = list(TYPED)
    for begin in range(0, len(texts), len(parties)):
        here = texts[begin : begin + len(parties)]
        folder = tmp_path / str(begin)
        folder.mkdir()
        typed = dict(zip(parties, here, strict=True))
        book = _recalculated(written(small_plan(), language), typed, folder)
        counted = "".join(TYPED[text] for text in here)
        for letter in "RACI?":
            assert book.shown(A1, f"count:{letter}") == counted.count(letter), here
        unreadable = sum(bool(text) and not TYPED[text] for text in here)
        assert book.shown(A1, "unreadable") == unreadable
        states = {"en": "! A cell is not a letter", "ja": "! 記号でないセルあり"}
        assert (book.shown(A1, "status") == states[language]) == (unreadable > 0)
        listed = str(book.shown(A1, "rules"))
        assert listed.startswith(states[language].removeprefix("! ")) == (unreadable > 0)
        assert book.shown(A2, "unreadable") == 0


def _rules_of(content: bytes) -> list[tuple[str, str | None, str]]:
    """Return formula, kind of pattern and ground of each rule over the letters, the first first."""
    sheet = load_workbook(io.BytesIO(content)).worksheets[1]
    found = []
    for area in sheet.conditional_formatting:
        if str(area.sqref).startswith("H7:L"):
            for rule in area.rules:
                fill = rule.dxf.fill
                found.append((rule.priority, rule.formula[0], fill.patternType, fill.bgColor.rgb))
    return [(formula, kind, ground) for _, formula, kind, ground in sorted(found)]


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
