"""Long texts are shortened so that what differs between them stays visible."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.wording.short_texts import LONGEST, on_one_line, shortened_apart, shortened_line

BEGINNING = "x" * 200


def test_line_breaks_have_a_sign() -> None:
    assert on_one_line("a\n\nb\tc") == "a ↵  ↵ b c"


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([], []),
        (["a", "b"], ["a", "b"]),
        ([BEGINNING + "a", BEGINNING + "b"], ["…" + "x" * 15 + "a", "…" + "x" * 15 + "b"]),
        ([BEGINNING, BEGINNING + "b"], ["…" + "x" * 15, "…" + "x" * 15 + "b"]),
        (["a" + BEGINNING, "b"], ["a" + "x" * 78 + "…", "b"]),
    ],
)
def test_what_differs_is_visible(texts: list[str], expected: list[str]) -> None:
    assert shortened_apart(texts) == expected


@given(st.text(max_size=300), st.text(max_size=300), st.text(max_size=300))
def test_different_texts_stay_different_and_none_is_long(
    beginning: str, one: str, other: str
) -> None:
    texts = [on_one_line(beginning + one), on_one_line(beginning + other)]
    short = shortened_apart(texts)
    assert (short[0] == short[1]) == (texts[0] == texts[1])
    assert max(map(len, short)) <= LONGEST
    assert len(shortened_line(beginning)) <= LONGEST
