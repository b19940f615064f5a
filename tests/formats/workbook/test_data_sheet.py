"""The letters in long form: every role, one letter a row, as a table that other programs find."""

import pytest

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.letters import symbols_in
from socplanner.domain.local_text import LANGUAGES, Language
from socplanner.domain.matrix import matrix_of
from socplanner.domain.plan import Plan
from socplanner.formats.record.data_headings import data_headings
from socplanner.formats.workbook.data_sheet import data_cells, has_data_sheet
from socplanner.services.i18n import words_for
from socplanner.wording.terms import area_short, sourcing_name
from tests.support.plans import big_plan, hybrid_plan
from tests.support.small_plan import A1, NOW, small_plan, with_row
from tests.support.workbooks import written


def _table(plan: Plan, language: Language) -> list[tuple[object, ...]]:
    sheet = written(plan, language).values[words_for(language).tr("Data")]
    return list(sheet.iter_rows(values_only=True))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("plan", [hybrid_plan(), with_row(small_plan(), A1, Sourcing.INSOURCE)])
def test_every_letter_is_a_row_and_no_role_is_missing(plan: Plan, language: Language) -> None:
    words = words_for(language)
    heads, *rows = _table(plan, language)
    assert list(heads) == data_headings(words)
    expected = []
    for row in matrix_of(plan, NOW).rows:
        duty = row.duty
        held: list[tuple[object, ...]] = [
            (party.id, words.local(party.name), symbol)
            for party, cell in zip(plan.parties, row.cells, strict=True)
            for symbol in symbols_in(cell)
        ]
        begin = (row.role.id, words.local(row.role.name))
        placed = (area_short(duty.area, words), sourcing_name(duty.sourcing, words))
        for party, name, letter in held or [(None, None, None)]:
            expected.append((*begin, *placed, party, name, letter))
    found = [(row[0], row[2], row[4], row[5], row[6], row[7], row[9]) for row in rows]
    assert sorted(map(str, found)) == sorted(map(str, expected))
    assert {row[10] for row in rows} == {words.local(plan.phases[0].name)}


def test_it_is_an_excel_table_from_the_first_cell_on() -> None:
    sheet = written(hybrid_plan()).formulas["Data"]
    (table,) = sheet.tables.values()
    assert table.ref == f"A1:K{sheet.max_row}"
    assert [each.name for each in table.tableColumns] == data_headings(words_for("en"))
    assert sheet.print_title_rows == "$1:$1"


def test_a_plan_of_too_many_letters_has_none_and_its_cover_does_not_lead_there() -> None:
    plan = big_plan(900, 50, 1.0)
    matrix = matrix_of(plan, NOW)
    assert not has_data_sheet(matrix)
    assert data_cells(matrix) == 0
    book = written(plan)
    assert "Data" not in book.values.sheetnames
    cells = [cell for row in book.formulas.worksheets[0].iter_rows() for cell in row]
    links = [cell.hyperlink.location for cell in cells if cell.hyperlink]
    visible = [sheet.title for sheet in book.values if sheet.sheet_state == "visible"]
    assert links == [f"'{title}'!A1" for title in visible[1:]]
