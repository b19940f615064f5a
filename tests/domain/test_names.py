"""Names may be what people write; what breaks a screen, a file or trust is refused."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.domain.local_text import LocalText
from socplanner.domain.names import (
    LONGEST_NAME,
    bad_character,
    clean_line,
    clean_text,
    removed_from,
    validated_line,
    validated_name,
)
from socplanner.domain.problem import EditRejected


def _refusal(text: str) -> str:
    with pytest.raises(EditRejected) as rejected:
        validated_line(text)
    return rejected.value.problem.code


@pytest.mark.parametrize(
    "name", ["SOC", "髙橋 𠮷野", "אבטחה", "👩🏽‍💻 チーム", "-", "=1+1", "x" * LONGEST_NAME]
)
def test_every_script_and_emoji_is_a_name(name: str) -> None:
    assert validated_line(name) == name


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("", "empty-name"),
        (" \u3000 ", "empty-name"),
        ("x" * (LONGEST_NAME + 1), "name-too-long"),
        ("\u202a\n\x1b", "empty-name"),
    ],
)
def test_what_breaks_something_is_no_name(name: str, code: str) -> None:
    assert _refusal(name) == code


@pytest.mark.parametrize(
    ("pasted", "line", "text", "removed"),
    [
        ("\u202aC:\\Users\\a b\\x.txt", "C:\\Users\\a b\\x.txt", "C:\\Users\\a b\\x.txt", 1),
        ("a\r\nb\rc\x85d\u2028e\x0bf\x0cg", "a b c d e f g", "a\nb\nc\nd\ne\nf\ng", 0),
        ("a\tb\nc", "a b c", "a\tb\nc", 0),
        ("as it is", "as it is", "as it is", 0),
        ("\x1b[31mred\x07", "[31mred", "[31mred", 2),
        ("a\u2066b\u2069\udc80\x00", "ab", "ab", 4),
        (
            "אב\u200f\ufeff👩🏽\u200d💻",
            "אב\u200f\ufeff👩🏽\u200d💻",
            "אב\u200f\ufeff👩🏽\u200d💻",
            0,
        ),
    ],
)
def test_pasted_text_is_cleaned(pasted: str, line: str, text: str, removed: int) -> None:
    assert (clean_line(pasted), clean_text(pasted), removed_from(pasted)) == (line, text, removed)


@given(st.text(st.characters(exclude_categories=[])))
def test_what_is_cleaned_is_clean_and_stays_as_it_is(text: str) -> None:
    for clean, is_name in ((clean_line, True), (clean_text, False)):
        assert bad_character(clean(text), is_name=is_name) is None
        assert clean(clean(text)) == clean(text)
        if bad_character(text, is_name=is_name) is None:
            assert clean(text) == text


def test_a_text_may_have_lines_and_tabs_which_a_name_may_not() -> None:
    assert bad_character("a\n\tb", is_name=False) is None
    assert bad_character("a\n\tb", is_name=True) == "U+000A"
    assert bad_character("a\x1bb", is_name=False) == "U+001B"
    assert bad_character("plain", is_name=True) is None


@given(st.text())
def test_no_name_has_a_control_character(text: str) -> None:
    if bad_character(text, is_name=True) is None:
        assert not any(unicodedata.category(char) in {"Cc", "Cs"} for char in text)


def test_a_name_is_validated_in_both_languages() -> None:
    name = LocalText("監視", "Monitoring")
    assert validated_name(name) == name
    with pytest.raises(EditRejected, match="empty-name"):
        validated_name(LocalText("監視", " "))
    assert validated_name(LocalText("監\u202e視", "Monitoring")) == name
