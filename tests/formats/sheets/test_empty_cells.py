"""Taking empty cells out before parsing changes nothing of what a sheet says."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.formats.sheets.bounds import Allowance
from socplanner.formats.sheets.empty_cells import without_empty
from socplanner.formats.sheets.grid import Place
from socplanner.formats.sheets.shared_strings import Strings
from socplanner.formats.sheets.sheet_part import Shared, Worksheet, worksheet_of
from socplanner.formats.sheets.styles_part import StyleTable
from tests.support.raw_workbook import worksheet

CELL = st.sampled_from(
    [
        '<c r="{place}" s="1"/>',
        '<c r="{place}"/>',
        '<c r="{place}" s="12" />',
        '<c r="{place}" s="1"></c>',
        '<c r="{place}" s="1" t="s"/>',
        '<c s="1"/>',
        "<c><v>2</v></c>",
        '<c r="{place}" s="1"><v>1</v></c>',
        '<c r="{place}" t="str"><f>A1&lt;B1</f><v>R</v></c>',
        '<c r="{place}"><f t="array" ref="A1:B2">SUM(A1:A9)</f><v>3</v></c>',
        '<c r="{place}"><f t="shared" si="0"/><v>4</v></c>',
        '<c r="{place}"><f>NOW()</f></c>',
        '<c r="{place}" t="inlineStr"><is><t>&lt;c r="A1"/&gt;</t></is></c>',
    ]
)
ROW = st.tuples(
    st.sampled_from([' r="{number}"', ""]),
    st.sampled_from(["", ' hidden="1"', ' spans="1:3" ht="15" x14ac:dyDescent="0.25"']),
    st.lists(CELL, max_size=4),
    st.sampled_from(["", "\n"]),
)


Row = tuple[str, str, list[str], str]


def _sheet(rows: list[Row]) -> bytes:
    written = []
    for number, (place, attributes, cells, blank) in enumerate(rows, start=1):
        places = (f"{letter}{number}" for letter in "ABCD")
        inner = "".join(
            cell.format(place=place) for cell, place in zip(cells, places, strict=False)
        )
        written.append(f'<row r="{number}"{attributes}>{inner}{blank}</row>')
    text = worksheet("".join(written)).replace("<worksheet ", '<worksheet xmlns:x14ac="urn:x" ')
    return text.encode()


def _read(pieces: list[bytes]) -> Worksheet:
    return worksheet_of(
        pieces, "sheet", Shared(Strings(), StyleTable(), is_1904=False, allowance=Allowance())
    )


@given(st.lists(ROW, max_size=6), st.lists(st.integers(0, 2000), max_size=8))
def test_sieved_pieces_are_read_as_the_whole(rows: list[Row], cuts: list[int]) -> None:
    whole = _sheet(rows)
    edges = sorted({0, *(each % len(whole) for each in cuts), len(whole)})
    pieces = [whole[begin:end] for begin, end in pairwise(edges)]
    assert _read([without_empty(each) for each in pieces]) == _read([whole])


def test_a_million_empty_rows_leave_nothing_to_parse() -> None:
    row = b'<row r="7" ht="15"><c r="A7" s="1"/><c r="B7" s="2"/></row>'
    assert without_empty(row * 1000 + b"</sheetData>") == b"</sheetData>"


def test_a_row_that_places_its_first_cell_alone_keeps_its_columns() -> None:
    rows = '<row r="3"><c r="A3" s="1"/><c s="2"/><c t="str"><v>R</v></c></row>'
    (text,) = _read([without_empty(worksheet(rows).encode())]).texts.items()
    assert text == (Place(3, 3), "R")


def test_a_row_that_counts_from_an_empty_one_keeps_its_place() -> None:
    rows = '<row r="3"/><row><c><v>1</v></c></row>'
    assert set(_read([without_empty(worksheet(rows).encode())]).texts) == {Place(4, 1)}


def test_a_formula_is_parsed_only_where_it_has_no_value_and_then_without_its_text() -> None:
    piece = b'<c r="A1"><f>SUM(B1:B9)</f><v>1</v></c><c r="A2"><x:f t="array">X</x:f></c>'
    assert without_empty(piece) == b'<c r="A1"><v>1</v></c><c r="A2"><x:f t="array"></x:f></c>'
    piece = b'<c r="A1" t="str"><f>"a"</f><v></v></c><c r="A2"><f>B1</f></c>'
    assert without_empty(piece) == b'<c r="A1" t="str"><f></f><v></v></c><c r="A2"><f></f></c>'


@pytest.mark.parametrize("piece", [b"<t><![CDATA[<f>kept</f>", b"<f>kept</f>]]></t>"])
def test_what_only_looks_like_a_formula_is_kept(piece: bytes) -> None:
    assert without_empty(piece) == piece
