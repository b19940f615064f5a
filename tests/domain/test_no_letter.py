"""What people write into a cell that is to stay empty is told from an answer."""

import pytest

from socplanner.domain.no_letter import is_nothing, is_removal

NOTHING = [
    "-",
    "‐",
    "—",
    "ー",
    "−",
    "_",
    ".",
    "・",
    "~",
    "〜",
    "---",
    "n/a",
    "N/A",
    "n.a.",
    "NA",
    "n/a.",
    "none",
    "nil",
    "FALSE",
    "☐",
    "なし",
    "ナシ",
    "無し",
    "無",
    "該当なし",
    "該当無し",
    "対象外",
    "担当なし",
    "aucun",
    "keine",
    "(なし)",
    "[none]",
    "(-)",
]
PHRASES = ("not applicable", "Not  involved", "no involvement", "NOT ASSIGNED", " n / a ", "－")
REFUSALS = [
    "no",
    "nothing",
    "NULL",
    "not",
    "empty",
    "removed",
    "deleted",
    "削除",
    "不要",
    "無い",
    "ない",
    "x",
    "X",
    "×",
    "✕",
    "✖",
    "╳",
    "✗",
    "✘",
    "∅",
    "⊘",
    "xx",
]


@pytest.mark.parametrize("text", [*NOTHING, *PHRASES])
def test_a_sign_or_a_word_for_nothing_is_nothing(text: str) -> None:
    assert is_nothing(text)
    assert is_removal(text)


@pytest.mark.parametrize("text", REFUSALS)
def test_a_cross_or_a_plain_no_is_nothing_only_over_letters(text: str) -> None:
    assert is_removal(text)
    assert not is_nothing(text)


@pytest.mark.parametrize(
    "text", ["R", "A/R", "SOC", "no longer", "x2", "なしくずし", "n", "", "-R"]
)
def test_an_answer_is_an_answer(text: str) -> None:
    assert not is_removal(text)
    assert not is_nothing(text)
