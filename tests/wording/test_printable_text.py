"""Nothing that others wrote steers a terminal."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.wording.printable_text import printable_line, printable_text

DIRECTIONS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("SOC", "SOC"),
        ("責任者 ◎\n二行目\t欄", "責任者 ◎\n二行目\t欄"),
        ("\x1b[31mred", "\\u001b[31mred"),
        ("\x9b31m", "\\u009b31m"),
        ("a\rb\x07\x08", "a\\u000db\\u0007\\u0008"),
        ("x\u202etxt.exe", "x\\u202etxt.exe"),
        ("\U000e0041", "\\udb40\\udc41"),
    ],
)
def test_what_steers_a_terminal_is_spelt_out(text: str, shown: str) -> None:
    assert printable_text(text) == shown


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_no_control_or_direction_character_is_left(text: str) -> None:
    shown = printable_text(text)
    assert all(unicodedata.category(each) != "Cc" or each in "\n\t" for each in shown)
    assert not set(DIRECTIONS + "\u2028\u2029") & set(shown)
    assert "\n" not in printable_line(text)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_json_is_equal_after_escaping(text: str) -> None:
    assert json.loads(printable_text(json.dumps({"name": text}, ensure_ascii=False))) == {
        "name": text
    }
