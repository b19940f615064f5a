"""Delimited text comes out as one grid, in each encoding that spreadsheet programs save."""

import csv
import io
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.formats.format_error import FormatError
from socplanner.formats.sheets.grid import Grid, Place
from socplanner.formats.sheets.reading import sheets_of
from tests.support.raw_workbook import inline, parts_of, worksheet, zipped

TABLE = '役割,監視 SOC,CISO\nB-1,R,A\nB-2,"A/R",=1+1\n'
FIELDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=6)
ROWS = st.lists(
    st.lists(FIELDS | st.sampled_from([",", '"', "\t", ";", "\u2028", "a\nb"]), max_size=5),
    max_size=6,
)


def grid_of(content: bytes, name: str = "matrix.csv") -> Grid:
    """Return the only grid of the text."""
    (grid,) = sheets_of(content, name).grids
    return grid


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16", "utf-16-le"])
def test_the_encodings_of_spreadsheet_programs_are_read(encoding: str) -> None:
    mark = b"\xff\xfe" if encoding == "utf-16-le" else b""
    grid = grid_of(mark + TABLE.encode(encoding))
    assert (grid.name, grid.text(1, 1), grid.text(3, 2)) == ("matrix", "役割", "A/R")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_detected_from_the_text(delimiter: str) -> None:
    assert grid_of(TABLE.replace(",", delimiter).encode()).text(2, 3) == "A"


def test_a_name_with_tsv_means_tabs_whatever_the_cells_contain() -> None:
    assert grid_of(b"a, b, c\tR\n", "x.TSV").text(1, 1) == "a, b, c"


def test_a_formula_stays_text() -> None:
    assert grid_of(TABLE.encode()).text(3, 3) == "=1+1"


@given(ROWS)
def test_what_csv_writes_is_read_back(rows: list[list[str]]) -> None:
    target = io.StringIO(newline="")
    csv.writer(target, delimiter="\t").writerows(rows)
    expected = {
        Place(row, column): text
        for row, fields in enumerate(rows, start=1)
        for column, text in enumerate(fields, start=1)
        if text
    }
    assert dict(grid_of(target.getvalue().encode(), "x.tsv").texts) == expected


def test_a_workbook_by_the_name_of_text_is_a_workbook() -> None:
    content = zipped(parts_of(worksheet(f"<row>{inline('A1', 'R')}</row>")))
    assert grid_of(content).text(1, 1) == "R"


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b"a,\0b", "x.csv", "text-neither-utf-8-nor-932"),
        (b"\xff\xfea", "x.csv", "text-neither-utf-8-nor-932"),
        (b"\xef\xbb\xbf\xff", "x.csv", "text-neither-utf-8-nor-932"),
        (b"\x81\xff,", "x.csv", "text-neither-utf-8-nor-932"),
        (b"x" * 140_000, "x.csv", "text-not-delimited"),
        (b"," * 16_384, "x.csv", "text-not-delimited"),
        (b"\n" * 1_048_577, "x.csv", "text-not-delimited"),
        (b" " * (8 * 1024 * 1024 + 1), "x.csv", "text-too-big"),
        (b"x,\n" * 450_001, "x.csv", "workbook-too-many-cells"),
        (TABLE.encode(), "x.xlsx", "workbook-is-text"),
        (TABLE.encode("cp932"), "x.xlsx", "workbook-is-text"),
    ],
)
def test_what_is_no_table_is_refused(content: bytes, name: str, code: str) -> None:
    with pytest.raises(FormatError) as caught:
        sheets_of(content, name)
    assert caught.value.problem.code == code


def test_noise_is_read_or_refused_and_nothing_else() -> None:
    random = Random(3)
    refused = 0
    for _ in range(300):
        try:
            sheets_of(random.randbytes(random.randint(1, 200)), "x.csv")
        except FormatError:
            refused += 1
    assert refused > 100
