"""The letters that are emphasised."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.wording.folding import fold
from socplanner.wording.search.highlights import matched_ranges
from socplanner.wording.search.ranking import Query


def emphasised(text: str, query: str) -> list[str]:
    """Return the parts of `text` that `query` matches."""
    return [text[begin:end] for begin, end in matched_ranges(text, Query(query))]


@pytest.mark.parametrize(
    ("text", "query", "parts"),
    [
        ("Triage information gathering", "mat", ["mat"]),
        ("Automated matrix", "mat", ["mat"]),
        ("C-1", "c1", ["C-1"]),
        ("C-1", "Ｃ１", ["C-1"]),
        ("ネットワークフォレンジック", "ねっとわく", ["ネットワーク"]),
        ("ﾌｫﾚﾝｼﾞｯｸ", "じっく", ["ｼﾞｯｸ"]),
        ("Network forensics", "forensics network", ["Network", "forensics"]),
        ("Incident response", "incident response", ["Incident response"]),
        ("Network forensics", "forensik", ["forensi"]),
        ("Network forensics", "netwrok", ["Netw", "rk"]),
        ("Network forensics", "netwrok forensics", ["Netw", "rk forensics"]),
        ("Board", "zzqq", []),
        ("Board", "", []),
        ("", "board", []),
    ],
)
def test_the_letters_that_match(text: str, query: str, parts: list[str]) -> None:
    assert emphasised(text, query) == parts


@given(st.text(), st.text(max_size=8))
def test_ranges_are_in_order_and_apart(text: str, query: str) -> None:
    end_before = -1
    for begin, end in matched_ranges(text, Query(query)):
        assert end_before < begin < end <= len(text)
        end_before = end


@given(st.text(st.sampled_from("Cc1１ーガｶ-ふ "), min_size=1), st.data())
def test_what_is_typed_from_a_text_is_emphasised_in_it(text: str, data: st.DataObject) -> None:
    begin = data.draw(st.integers(0, len(text) - 1))
    part = text[begin : data.draw(st.integers(begin + 1, len(text)))]
    if fold(part).strip():
        assert matched_ranges(text, Query(part))
