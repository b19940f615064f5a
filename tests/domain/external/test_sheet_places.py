"""Columns are called as workbooks call them, there and back."""

from hypothesis import given
from hypothesis import strategies as st

from socplanner.domain.external.sheet_places import column_letters, column_number


def test_columns_are_called_as_in_a_workbook() -> None:
    assert [column_letters(each) for each in (1, 26, 27, 702, 703)] == ["A", "Z", "AA", "ZZ", "AAA"]


@given(st.integers(1, 16384))
def test_a_column_is_found_by_its_letters(column: int) -> None:
    assert column_number(column_letters(column)) == column
