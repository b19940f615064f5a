"""Another program works every formula out anew, and prints what nobody may see clipped."""

import io
import re
import zipfile
from collections import Counter
from dataclasses import replace
from math import isclose
from pathlib import Path
from random import Random

import pytest

from socplanner.domain.letter_sets import LETTER_SETS
from socplanner.domain.letters import Letter, LetterSet
from socplanner.domain.local_text import LANGUAGES, Language, LocalText
from socplanner.domain.phases import with_duties
from socplanner.formats.workbook.row_state import FORMULA_RULES
from tests.support import office
from tests.support.edited_workbook import EditedWorkbook
from tests.support.plans import big_plan, hybrid_plan, sample
from tests.support.small_plan import small_plan
from tests.support.workbooks import messy, random_duty, written

needs_office = pytest.mark.skipif(office.SOFFICE is None, reason="LibreOffice is not there")


def _compared(book: EditedWorkbook, folder: Path) -> list[tuple[str, str, object, object]]:
    """Return the formulas that LibreOffice works out differently."""
    source = folder / "matrix.xlsx"
    source.write_bytes(book.content)
    again = EditedWorkbook(office.converted(source, "xlsx", folder).read_bytes())
    differing = []
    for sheet, place, ours in book.calculated():
        theirs = again.values[sheet][place].value
        same = ours == theirs
        if isinstance(ours, (int, float)) and isinstance(theirs, (int, float)):
            # A workbook keeps 15 digits of a number.
            same = isclose(ours, theirs, rel_tol=1e-12, abs_tol=1e-9)
        if not same:
            differing.append((sheet, place, ours, theirs))
    return differing


@pytest.mark.office
@needs_office
@pytest.mark.parametrize("language", LANGUAGES)
def test_another_program_works_out_the_same_values(language: Language, tmp_path: Path) -> None:
    """Every formula is right, in every state of a row, and none is an error."""
    book = written(messy(hybrid_plan(), Random(3)), language)
    assert len({book.shown(role, "status") for role in book.rows}) >= 8
    assert _compared(book, tmp_path) == []


@pytest.mark.office
@needs_office
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["bank", "manufacturer"])
def test_every_sheet_of_a_sample_is_worked_out_the_same(
    name: str, language: Language, tmp_path: Path
) -> None:
    """Staffing, cost, maturity, hours, road map and the page for the directors among them."""
    book = written(sample(name), language)
    assert len(list(book.calculated())) > 1_200
    assert _compared(book, tmp_path) == []


DECIDES = LetterSet(
    "decides",
    LocalText.same("Two who decide, a letter of two characters, and one that is a wildcard"),
    (
        Letter("D", LocalText.same("Does"), "#CFE2FF", performs=True),
        Letter("Y", LocalText.same("Signs"), "#F8D0CB", accountable=True),
        Letter("Z", LocalText.same("Answers"), "#F8D0CB", accountable=True),
        Letter("*", LocalText.same("Is asked"), "#FFE9A8", two_way=True),
    ),
)
LONGER = LetterSet(
    "longer",
    LocalText.same("Letters that are parts of others"),
    (
        Letter("S", LocalText.same("Does"), "#CFE2FF", performs=True),
        Letter("VS", LocalText.same("Signs"), "#F8D0CB", accountable=True),
        Letter("V", LocalText.same("Answers"), "#F8D0CB", accountable=True),
        Letter("I", LocalText.same("Is told"), "#FFE9A8", one_way=True),
    ),
)


@pytest.mark.office
@needs_office
@pytest.mark.parametrize("letters", [*LETTER_SETS.values(), DECIDES, LONGER])
def test_the_rules_hold_with_any_letters_where_another_program_counts(
    letters: LetterSet, tmp_path: Path
) -> None:
    """On hundreds of random rows, each rule by itself."""
    plan, dice = replace(big_plan(300, 12), letter_set=letters), Random(11)
    wanted = {role.id: random_duty(plan, dice) for role in plan.roles()}
    book = written(with_duties(plan, plan.phases[0].id, wanted))
    text = Counter(
        part.split()[0]
        for row in book.rows
        for part in str(book.shown(row, "rules")).split("; ")
        if part
    )
    assert min(text[rule] for rule in FORMULA_RULES) > 5
    assert _compared(book, tmp_path) == []


@pytest.mark.office
@needs_office
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_check_follows_what_is_filled_in(language: Language, tmp_path: Path) -> None:
    """Letters, sourcing, area and note of another plan, typed into the sheet of this one."""
    before = hybrid_plan()
    book, wanted = written(before, language), written(messy(before, Random(9)), language)
    sheet = book.formulas.worksheets[1]
    typed = [key for key in book.columns if key.startswith("party:")]
    for role, row in book.rows.items():
        for key in (*typed, "sourcing", "area", "note"):
            sheet.cell(row, book.columns[key]).value = str(wanted.shown(role, key)) or None
    source = tmp_path / "filled.xlsx"
    book.formulas.save(source)
    again = EditedWorkbook(office.converted(source, "xlsx", tmp_path).read_bytes())
    for key in ("status", "rules", *(key for key in book.columns if key.startswith("count:"))):
        text = {role: again.shown(role, key) for role in book.rows}
        assert text == {role: wanted.shown(role, key) for role in book.rows}


@pytest.mark.office
@needs_office
def test_a_wrong_value_would_be_noticed(tmp_path: Path) -> None:
    """LibreOffice trusts what is stored unless it is told not to."""
    right = written(small_plan()).content
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(right)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "xl/worksheets/sheet2.xml":
                content = re.sub(
                    rb"(SUMPRODUCT\([^<]*\$H7.*?</f><v>)\d+", rb"\g<1>77", content, count=1
                )
            new.writestr(name, content)
    differing = _compared(EditedWorkbook(target.getvalue()), tmp_path)
    assert 77 in {ours for _, _, ours, _ in differing}


@pytest.mark.office
@needs_office
def test_the_matrix_of_the_textbook_prints_on_one_page(tmp_path: Path) -> None:
    """Cover, matrix, workload, checks, sources and history take a page each, the roles three."""
    source = tmp_path / "matrix.xlsx"
    source.write_bytes(written(hybrid_plan(), "ja").content)
    pages = office.converted(source, "pdf", tmp_path).read_bytes()
    assert len(re.findall(rb"/Type\s*/Page\b", pages)) <= 13
