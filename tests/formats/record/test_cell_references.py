"""References as Excel writes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter

from socplanner.formats.record.cell_references import cell, column_name, fixed, fixed_span, on_sheet


@given(st.integers(0, 16383))
def test_columns_are_named_as_other_programs_name_them(column: int) -> None:
    """A, Z, AA, XFD."""
    assert column_name(column) == get_column_letter(column + 1)


def test_a_reference_moves_or_stays() -> None:
    """The dollar holds it."""
    assert (cell(5, 6), fixed(5, 6), fixed_span(0, 0, 1, 27)) == ("G6", "$G$6", "$A$1:$AB$2")


@pytest.mark.parametrize(
    ("sheet", "written"), [("責任分担表", "'責任分担表'!A1"), ("It's", "'It''s'!A1")]
)
def test_a_sheet_is_quoted(sheet: str, written: str) -> None:
    """Whatever its language."""
    assert on_sheet(sheet, "A1") == written
