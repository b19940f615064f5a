"""Layouts written by another library as real workbooks are understood just as their grids are."""

from io import BytesIO
from random import Random

import pytest
from openpyxl import Workbook

from socplanner.domain.letter_sets import RACI
from socplanner.formats.external.understanding import understand
from socplanner.formats.sheets.grid import Grid
from socplanner.formats.sheets.reading import sheets_of
from tests.support.external_sheets import KINDS, draw_layout
from tests.support.external_verdict import verdict


def _workbook(grids: list[Grid]) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    for each in grids:
        sheet = book.create_sheet(each.name)
        for place, text in each.texts.items():
            value = float(text) if text.replace(".", "", 1).isdigit() and "." in text else text
            sheet.cell(place.row, place.column, int(text) if text.isdigit() else value)
        for block in each.merged:
            sheet.merge_cells(
                start_row=block.top,
                start_column=block.left,
                end_row=block.bottom,
                end_column=block.right,
            )
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize("kind", KINDS)
def test_a_workbook_is_understood_as_its_sheets_are(kind: str) -> None:
    for seed in range(8):
        layout = draw_layout(Random(f"book {kind}{seed}"), kind)
        sheets = sheets_of(_workbook(layout.grids), "theirs.xlsx")
        read, drawn = understand(sheets.grids, [RACI]), understand(layout.grids, [RACI])
        assert verdict(layout, read) == verdict(layout, drawn) != "wrong"
        assert [task.name for task in read.tasks] == [task.name for task in drawn.tasks]
