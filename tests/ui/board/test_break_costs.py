"""A break costs least where a line may end naturally, and most within a word."""

import pytest

from socplanner.ui.board.break_costs import break_costs

NO_WORDS: frozenset[str] = frozenset()


def costs(*pieces: str, words: frozenset[str] = NO_WORDS) -> list[float]:
    """Return the costs within a text, without that of its end."""
    return list(break_costs(pieces, words)[:-1])


def test_after_a_space_or_a_comma_a_break_costs_nothing() -> None:
    assert costs("Incident ", "analysis") == [0.0]
    assert costs("調査・", "開発") == [0.0]


def test_a_break_within_a_latin_word_costs_something() -> None:
    assert costs("Attack-", "response") > [0.0]


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (("外部組織との", "連携"), ("外部組織", "との連携")),
        (("アラートの", "切り分け"), ("アラートの切り", "分け")),
        (("収集", "および分析"), ("収集お", "よび分析")),
        (("手動", "脆弱性診断"), ("手動脆", "弱性診断")),
        (("インシデント", "分析"), ("インシデント分", "析")),
        (("分析基盤", "高度運用"), ("分", "析基盤高度運用")),
        (("監視", "サービス会社"), ("監視サー", "ビス会社")),
    ],
)
def test_a_better_break_costs_less(better: tuple[str, str], worse: tuple[str, str]) -> None:
    assert costs(*better) < costs(*worse)


def test_a_known_word_in_katakana_is_a_good_place() -> None:
    unknown = costs("ネットワーク", "フォレンジック")
    choices = costs("ネットワーク", "フォレンジック", words=frozenset({"ネットワーク"}))
    assert choices < unknown


def test_there_is_a_cost_for_every_piece() -> None:
    assert len(break_costs(("",), NO_WORDS)) == 1
    assert len(break_costs(("髙", "橋", "𠮷", "野"), NO_WORDS)) == 4
