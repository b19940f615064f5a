"""Workbooks come out as grids, whoever wrote them."""

import io

import openpyxl
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from socplanner.formats.sheets.grid import Place
from socplanner.formats.sheets.reading import sheets_of

TEXTS = st.text(
    alphabet=st.characters(
        codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"], exclude_characters="\ufffe\uffff"
    ),
    min_size=1,
    max_size=12,
) | st.sampled_from(["R", "A/R", "_x0041_", " R ", "=1+1", "'", "責任", "a\nb", "_x005F_", "&lt;"])
CELLS = st.dictionaries(
    st.tuples(st.integers(1, 40), st.integers(1, 30)).map(lambda at: Place(*at)),
    TEXTS,
    max_size=30,
)


def written_by_xlsxwriter(cells: dict[Place, str]) -> bytes:
    """Return a workbook of `cells` by the library that also writes our exports."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        sheet = book.add_worksheet("One")
        for place, text in cells.items():
            sheet.write_string(place.row - 1, place.column - 1, text)
    return target.getvalue()


def written_by_openpyxl(cells: dict[Place, str]) -> bytes:
    """Return a workbook of `cells` by openpyxl."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for place, text in cells.items():
        cell = sheet.cell(place.row, place.column)
        cell.value = text
        cell.data_type = "s"
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


@given(CELLS)
def test_what_xlsxwriter_writes_is_read_back(cells: dict[Place, str]) -> None:
    assert dict(sheets_of(written_by_xlsxwriter(cells), "x.xlsx").grids[0].texts) == cells


@given(CELLS)
def test_what_openpyxl_writes_is_read_back(cells: dict[Place, str]) -> None:
    cells = {place: text for place, text in cells.items() if "_x" not in text}  # it escapes none
    assert dict(sheets_of(written_by_openpyxl(cells), "x.xlsx").grids[0].texts) == cells
