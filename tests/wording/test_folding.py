"""Texts for comparison."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.wording.folding import begins_code, code_beginning, fold, folded_with_places

JAPANESE = st.text(
    st.sampled_from("あぁいかがぱばゔアァカガパヴーｱｶﾞﾊﾟｰ゛゜ﾞﾟ・･－-C１c1ＡAａ漢字 　éÉ（）…①㍻ﬁ")
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("C-1", "c1"),
        ("Ｃ－１", "c1"),
        ("C−1", "c‐1"),
        ("Cー1", "c1"),
        ("ﾌｫﾚﾝｼﾞｯｸ", "フォレンジック"),
        ("ふぉれんじっく", "フォレンジック"),
        ("サーバー", "サーバ"),
        ("インシデント・レスポンス", "インシデントレスポンス"),
        ("か゛", "が"),
        ("ｶﾞ", "ガ"),
        ("か\u3099", "が"),
        ("ＳＯＣ", "soc"),
        ("ヴァ", "ゔぁ"),
        ("か・\u3099", "が"),
        ("Real-time", "realtime"),
    ],
)
def test_differences_of_writing_do_not_count(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("か", "が"), ("は", "ぱ"), ("A1", "A2"), ("管理", "管")]
)
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.one_of(st.text(), JAPANESE))
def test_a_folded_text_stays_the_same(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.one_of(st.text(), JAPANESE))
def test_places_are_of_the_same_letters(text: str) -> None:
    folded, places = folded_with_places(text)
    assert folded == fold(text)
    assert places == tuple(sorted(places))
    if places:
        assert len(places) == len(folded)
        assert all(0 <= begin < end <= len(text) for begin, end in places)


@given(JAPANESE)
def test_each_letter_folds_alone_as_it_does_within(text: str) -> None:
    folded, places = folded_with_places(text)
    for begin, end in set(places):
        letters = "".join(
            letter for letter, place in zip(folded, places, strict=True) if place == (begin, end)
        )
        assert fold(text[begin:end]) == letters


@pytest.mark.parametrize(
    ("text", "beginning"),
    [
        ("B-", "b"),
        (" ｂ－", "b"),
        ("Bー", "b"),
        ("SOC-", "soc"),
        ("B", ""),
        ("", ""),
        ("-", ""),
        ("ユーザー", ""),
        ("a b-", ""),
    ],
)
def test_the_beginning_of_a_code_is_recognised_by_its_hyphen(text: str, beginning: str) -> None:
    assert code_beginning(text) == beginning


def test_a_code_begins_with_what_is_before_its_hyphen() -> None:
    assert begins_code("b", "B-1")
    assert not begins_code("b", "BX-1")
    assert not begins_code("b", "B1")


def test_a_voiced_mark_belongs_to_the_kana_before_it() -> None:
    assert folded_with_places("ｶﾞC-1").places == ((0, 2), (2, 3), (4, 5))
