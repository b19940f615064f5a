"""Numbers read as they are shown, so far as that changes what they say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH, from_excel

from socplanner.formats.sheets.number_text import Digits, Shown, iso_text, number_text, style_of


def shown(raw: str, code: str, *, is_1904: bool = False) -> str:
    """Return `raw` as a cell shows it whose number format is `code`."""
    return number_text(raw, style_of(164, code), is_1904=is_1904)


@pytest.mark.parametrize(
    ("raw", "code", "expected"),
    [
        ("7", "General", "7"),
        ("7.0", "General", "7"),
        ("1E21", "General", "1e+21"),
        ("0.1", "General", "0.1"),
        ("0.30000000000000004", "General", "0.3"),
        ("1.1", "0.00", "1.10"),
        ("7", "000", "007"),
        ("-7", "000", "-007"),
        ("0.25", "0%", "25%"),
        ("0.255", "0%", "0.255"),
        ("0.07", "0%", "7%"),
        ("0.5", "0", "0.5"),
        ("12.345", "0000", "12.345"),
        ("1234.5", "#,##0.00", "1234.5"),
        ("45351", "yyyy/m/d", "2024-02-29"),
        ("45351.5", "yyyy/m/d h:mm", "2024-02-29 12:00"),
        ("45351.99999999", "yyyy/m/d", "2024-03-01"),
        ("45351", '[$-411]ggge"年"m"月"d"日"', "2024-02-29"),
        ("0.5", "h:mm AM/PM", "12:00"),
        ("1.5", "[h]:mm", "36:00"),
        ("0.125", "[HH]:mm:ss", "3:00"),
        ("-1", "[h]", "-1"),
        ("60", "yyyy/m/d", "1900-02-28"),
        ("59", "yyyy/m/d", "1900-02-28"),
        ("61", "yyyy/m/d", "1900-03-01"),
        ("-1", "yyyy/m/d", "-1"),
        ("1E9", "yyyy/m/d", "1000000000"),
        ("5", '0 "days"', "5"),
        ("5", r"0\d", "5"),
        ("5", "[Red]0;[Blue]-0", "5"),
        ("5", "0.00E+00", "5"),
        ("nan", "General", "nan"),
        ("inf", "0", "inf"),
    ],
)
def test_a_number_is_shown_by_its_format(raw: str, code: str, expected: str) -> None:
    assert shown(raw, code) == expected


def test_a_text_that_is_no_number_is_an_error() -> None:
    with pytest.raises(ValueError, match="could not convert"):
        shown("R", "General")


@given(st.integers(61, 2_900_000), st.booleans())
def test_dates_are_those_of_openpyxl(serial: int, is_1904: bool) -> None:
    moment = from_excel(serial, MAC_EPOCH if is_1904 else WINDOWS_EPOCH)
    assert shown(str(serial), "yyyy/m/d", is_1904=is_1904) == str(moment)[:10]


def test_built_in_formats_are_dates_where_they_are_for_openpyxl() -> None:
    for identity, code in BUILTIN_FORMATS.items():
        style = style_of(identity, None)
        assert (style in {Shown.DATE, Shown.ELAPSED}) == bool(is_date_format(code)), code
        assert style_of(164, code) == style, code


def test_fixed_digits_are_read_from_built_in_formats_too() -> None:
    assert style_of(2, None) == style_of(164, "0.00") == Digits(1, 2)
    assert style_of(9, None) == Digits(1, 0, times=100)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("2024-02-29", "2024-02-29"),
        ("2024-02-29T00:00:00.000", "2024-02-29"),
        ("2024-02-29T08:30:00Z", "2024-02-29 08:30"),
        ("08:30:15", "08:30:15"),
        ("soon", "soon"),
    ],
)
def test_dates_of_the_file_itself_are_shown_alike(raw: str, expected: str) -> None:
    assert iso_text(raw) == expected
