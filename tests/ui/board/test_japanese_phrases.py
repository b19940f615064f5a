"""Phrases end where a reader pauses; words of two kanji and known words in katakana stay whole."""

import json
import subprocess
import sys

import pytest

from socplanner.domain.catalogue import Catalogue
from socplanner.ui.board.japanese_phrases import (
    is_japanese,
    katakana_seams,
    katakana_words,
    phrases_of,
)


def parted(text: str, places: frozenset[int]) -> str:
    """Return `text` with a stroke at each of `places`."""
    return "".join(f"|{char}" if i in places else char for i, char in enumerate(text))


@pytest.mark.parametrize(
    "expected",
    [
        "外部組織との|積極的連携",
        "社員の|セキュリティに|対する|意識啓発",
        "アラートの|切り分けと|一次対応",
        "お問い合わせの|受付",
        "手動|脆弱性診断",
        "CSIRT",
    ],
)
def test_phrases_end_where_a_reader_pauses(expected: str) -> None:
    text = expected.replace("|", "")
    assert parted(text, phrases_of(text).ends) == expected


@pytest.mark.parametrize(
    "text", ["インシデント分析", "アクション方針管理", "攻撃全容解析", "分析基盤"]
)
def test_a_phrase_that_would_part_a_word_of_two_kanji_does_not_count(text: str) -> None:
    assert not phrases_of(text).ends


def test_places_that_leave_one_kanji_alone_are_torn() -> None:
    assert (
        parted("社内研修・勉強会の", phrases_of("社内研修・勉強会の").torn)
        == "社|内研|修・勉|強|会の"
    )


def test_no_name_of_the_catalogue_is_parted_within_a_word_of_two_kanji(
    catalogue: Catalogue,
) -> None:
    words = ("分析", "方針", "解析", "脆弱性", "対応", "運用", "管理", "評価", "収集", "支援")
    for role in catalogue.roles:
        name = role.name.in_("ja")
        shown = parted(name, phrases_of(name).ends)
        assert all(shown.count(word) == name.count(word) for word in words), shown


def test_words_in_katakana_are_learnt_from_the_names() -> None:
    words = katakana_words(["ネットワーク情報の収集", "ネットワークフォレンジック", "ログ分析"])
    assert words == {"ネットワーク", "ネットワークフォレンジック", "フォレンジック"}


@pytest.mark.parametrize(
    "expected",
    ["デジタル|フォレンジック", "ネットワーク|セキュリティ製品", "エンドポイント|セキュリティ製品"],
)
def test_katakana_parts_at_words_of_the_catalogue(catalogue: Catalogue, expected: str) -> None:
    words = katakana_words(role.name.in_("ja") for role in catalogue.roles)
    text = expected.replace("|", "")
    assert parted(text, katakana_seams(text, words)) == expected


def test_a_short_run_of_katakana_parts_no_other() -> None:
    words = katakana_words(["ログ分析", "リスト作成", "ログイン管理", "アナリスト育成"])
    assert not katakana_seams("ログイン", words)
    assert not katakana_seams("アナリスト", words)


def test_only_kana_and_kanji_are_japanese() -> None:
    assert is_japanese("SOC運用")
    assert not is_japanese("Incident – “analysis” é")


def test_the_model_is_loaded_for_japanese_alone() -> None:
    program = """
import json, sys
from socplanner.ui.board.break_costs import break_costs
break_costs(("Incident ", "analysis"), frozenset())
before = "budoux" in sys.modules
break_costs(("分", "析"), frozenset())
print(json.dumps([before, "budoux" in sys.modules]))
"""
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert json.loads(run.stdout) == [False, True]
