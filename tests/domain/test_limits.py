"""What a plan may have at most is part of its file format: less would lock out plans of before."""

from socplanner.domain.letter_set_validation import MOST_CUSTOM_SETS, MOST_LETTERS
from socplanner.domain.limits import (
    MOST_CLOSED,
    MOST_CONTRACTS,
    MOST_CUSTOM_ROLES,
    MOST_MONEY,
    MOST_NOTICE,
    MOST_PARTIES,
    MOST_PHASES,
    MOST_POSTS,
    MOST_WAIVERS,
    MOST_WORKLOADS,
)
from socplanner.domain.names import LONGEST_COVERAGE, LONGEST_NAME, LONGEST_TEXT


def test_limits_of_a_plan_stay_the_same() -> None:
    assert (MOST_PARTIES, MOST_PHASES, MOST_CUSTOM_ROLES) == (1_000, 100, 20_000)
    assert (MOST_POSTS, MOST_WORKLOADS) == (2_000, 5_000)
    assert (MOST_CONTRACTS, MOST_NOTICE, MOST_MONEY) == (2_000, 120, 100_000_000_000)
    assert MOST_CLOSED == 100
    assert (MOST_WAIVERS, MOST_CUSTOM_SETS, MOST_LETTERS) == (20_000, 20, 12)


def test_texts_may_be_as_long_as_ever() -> None:
    assert (LONGEST_NAME, LONGEST_COVERAGE, LONGEST_TEXT) == (200, 200, 4_000)
