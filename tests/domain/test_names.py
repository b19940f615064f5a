"""Names may be what people write; what breaks a screen, a file or trust is refused."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.domain.local_text import LocalText
from socplanner.domain.names import LONGEST_NAME, bad_character, proved_line, proved_name
from socplanner.domain.problem import EditRejected


def _refusal(text: str) -> str:
    with pytest.raises(EditRejected) as rejected:
        proved_line(text)
    return rejected.value.problem.code


@pytest.mark.parametrize(
    "name", ["SOC", "髙橋 𠮷野", "אבטחה", "👩🏽‍💻 チーム", "-", "=1+1", "x" * LONGEST_NAME]
)
def test_every_script_and_emoji_is_a_name(name: str) -> None:
    assert proved_line(name) == name


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("", "empty-name"),
        (" \u3000 ", "empty-name"),
        ("x" * (LONGEST_NAME + 1), "name-too-long"),
        ("a\u202eb", "bad-character"),
        ("a\u2066b", "bad-character"),
        ("a\nb", "bad-character"),
        ("a\tb", "bad-character"),
        ("a\x00b", "bad-character"),
        ("a\x85b", "bad-character"),
        ("a\u2028b", "bad-character"),
        ("a\udc80b", "bad-character"),
    ],
)
def test_what_breaks_something_is_no_name(name: str, code: str) -> None:
    assert _refusal(name) == code


def test_a_text_may_have_lines_and_tabs_which_a_name_may_not() -> None:
    assert bad_character("a\n\tb", is_name=False) is None
    assert bad_character("a\n\tb", is_name=True) == "U+000A"
    assert bad_character("a\x1bb", is_name=False) == "U+001B"
    assert bad_character("plain", is_name=True) is None


@given(st.text())
def test_no_name_holds_a_control_character(text: str) -> None:
    if bad_character(text, is_name=True) is None:
        assert not any(unicodedata.category(char) in {"Cc", "Cs"} for char in text)


def test_a_name_is_proved_in_both_languages() -> None:
    name = LocalText("監視", "Monitoring")
    assert proved_name(name) is name
    with pytest.raises(EditRejected, match="empty-name"):
        proved_name(LocalText("監視", " "))
    with pytest.raises(EditRejected, match="bad-character"):
        proved_name(LocalText("監\u202e視", "Monitoring"))
