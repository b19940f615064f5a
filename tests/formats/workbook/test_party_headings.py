"""The names above the columns: whole, without broken words, never high."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.domain.names import LONGEST_NAME, clean_line
from socplanner.formats.workbook.party_headings import (
    INITIALS_HEIGHT,
    PartyHeadings,
    party_headings,
)

EN = "Manufacturing technology and operational technology, regional coordination"
JA = "生産技術部・制御システム・情報セキュリティ最高責任者補佐"

NAMES = st.text(min_size=1, max_size=LONGEST_NAME).map(clean_line).filter(str.strip)
"""Names as a plan has them: each on one line."""


def _height(headings: PartyHeadings) -> float:
    return INITIALS_HEIGHT + headings.height


@pytest.mark.parametrize("number", [1, 5, 23, 50])
@pytest.mark.parametrize("name", ["SOC", EN, JA, "W" * 200, "組" * 200, "word " * 40])
def test_headers_are_at_most_110_points_high(name: str, number: int) -> None:
    headings = party_headings([name] * number)
    assert _height(headings) <= 110
    assert len(headings.widths) == number


@given(st.lists(NAMES, min_size=1, max_size=30))
def test_any_names_fit_and_stay_low(names: list[str]) -> None:
    headings = party_headings(names)
    assert _height(headings) <= 110
    assert min(headings.widths) >= 5.5


def test_names_of_many_parties_are_turned_in_english_only() -> None:
    assert party_headings([EN] * 23).is_turned
    assert not party_headings([JA] * 23).is_turned
    assert not party_headings(["Security operations"] * 5).is_turned


def test_a_longer_name_widens_its_own_column_alone() -> None:
    short, long = party_headings(["SOC", JA * 3]).widths
    assert short < 9 < long


def test_no_word_is_broken() -> None:
    (wide,) = party_headings(["Responsibilities of all"]).widths
    assert wide >= len("Responsibilities") * 0.8
