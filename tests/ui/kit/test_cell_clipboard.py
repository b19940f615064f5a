"""Cells travel to spreadsheets and back as text and as a table, and never as formulas."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.ui.kit.cell_clipboard import as_html, as_text, from_html, from_text, neutral

TEXT = st.text(
    st.one_of(
        st.sampled_from("RACI?/=\"\t\n'+-@ <>&;"),
        st.characters(codec="utf-8", exclude_characters="\r\x00", exclude_categories=["Cs"]),
        st.sampled_from("役割自組織。、「」"),
    ),
    max_size=12,
)


def grids(cells: st.SearchStrategy[str]) -> st.SearchStrategy[list[list[str]]]:
    """Return rectangles of `cells`."""
    return st.integers(1, 4).flatmap(
        lambda width: st.lists(
            st.lists(cells, min_size=width, max_size=width), min_size=1, max_size=4
        )
    )


@given(grids(TEXT))
def test_what_is_copied_as_text_reads_back_as_it_was(rows: list[list[str]]) -> None:
    assert from_text(as_text(rows)) == rows


@given(grids(TEXT.map(lambda text: " ".join(text.split()))))
def test_what_is_copied_as_a_table_reads_back_as_it_was(rows: list[list[str]]) -> None:
    assert from_html(as_html(rows)) == rows


@given(grids(TEXT))
def test_no_field_begins_like_a_formula(rows: list[list[str]]) -> None:
    for row in rows:
        for cell in row:
            assert not neutral(cell).startswith(("=", "+", "-", "@", "\t"))


@given(st.text(max_size=60))
def test_any_text_and_any_markup_is_read(text: str) -> None:
    assert from_text(text)
    assert isinstance(from_html(text), list)


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("R\tA/R\n\tI\n", [["R", "A/R"], ["", "I"]]),
        ("R\r\nA\r\n", [["R"], ["A"]]),
        ('"A, R"\t"say ""no"""', [["A, R", 'say "no"']]),
        ('"two\nlines"\tI\r\n', [["two\nlines", "I"]]),
        ('say "no"\t"open', [['say "no"', '"open']]),
        ("\n\nR", [[""], [""], ["R"]]),
        ("'=1\t'R", [["=1", "'R"]]),
    ],
)
def test_text_of_a_spreadsheet_is_read(text: str, fields: list[list[str]]) -> None:
    assert from_text(text) == fields


def test_the_table_of_an_office_program_is_read() -> None:
    markup = (
        "<html><head><style>td {color: red}</style></head><body><!--StartFragment-->"
        "<table border=0><col width=64><tr height=20><td class=xl65>R</td><td colspan=2>A<br>R</td>"
        "</tr><tr><td>&nbsp;</td><th>&#73;</th><td>x<table><tr><td>inner</td></tr></table></td></tr>"
        "</table><table><tr><td>another</td></tr></table></body></html>"
    )
    assert from_html(markup) == [["R", "A\nR", ""], ["", "I", "x"]]


def test_markup_without_a_table_has_no_cells() -> None:
    assert from_html("<p>R</p>") == []
