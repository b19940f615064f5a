"""Durations after ISO 8601 as time limits are written."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.domain.durations import (
    DURATION_PATTERN,
    MOST_MINUTES,
    duration_of,
    minutes_of,
    parts_of_duration,
)


@pytest.mark.parametrize(
    ("duration", "minutes"),
    [
        ("PT15M", 15),
        ("PT1H30M", 90),
        ("PT24H", 1440),
        ("P1D", 1440),
        ("P1DT2H", 1560),
        ("P2W", 20160),
        ("P1M", 43200),
        ("P1Y", 525600),
        ("PT0M", 0),
        ("P0D", 0),
    ],
)
def test_the_minutes_of_a_duration(duration: str, minutes: int) -> None:
    assert minutes_of(duration) == minutes


@pytest.mark.parametrize(
    "text",
    [
        *("", "P", "PT", "15", "15m", "PT15", "pt15m", "P1H", "PT1D", "P1D ", "P1.5D", "-P1D"),
        *("P1DT", "P３D", "PT1M1H", "P3D..P5D", "P3D;P14D", "as law", "P1D\n", "P9999999D"),
        "P999999Y",
    ],
)
def test_what_is_no_duration(text: str) -> None:
    assert minutes_of(text) is None


def test_parts_keep_their_units() -> None:
    assert parts_of_duration("P1DT2H") == ((1, "D"), (2, "TH"))
    assert parts_of_duration("P0DT3M") == ((3, "TM"),)
    assert parts_of_duration("PT0M") == ((0, "TM"),)


@given(st.integers(0, MOST_MINUTES))
def test_minutes_as_a_duration_are_read_again(minutes: int) -> None:
    assert minutes_of(duration_of(minutes)) == minutes


@given(st.from_regex(DURATION_PATTERN, fullmatch=True))
def test_what_fits_the_published_pattern_is_a_duration(text: str) -> None:
    if text.isascii() and re.fullmatch(DURATION_PATTERN, text):
        assert parts_of_duration(text)


def test_a_negative_number_of_minutes_is_refused() -> None:
    with pytest.raises(ValueError, match="-1"):
        duration_of(-1)
