"""A waiver stands until the end of its last day, and goes with what it is about."""

import pytest

from socplanner.domain.waivers import (
    Waiver,
    is_day,
    is_rule,
    without_party,
    without_phase,
)
from tests.support.small_plan import A1, CISO, NOW, SOC, TARGET

WAIVER = Waiver("R01", NOW, A1, None, "agreed", "2026-12-31")


def test_the_last_day_still_counts() -> None:
    assert not WAIVER.has_ended("2026-12-30")
    assert not WAIVER.has_ended("2026-12-31")
    assert WAIVER.has_ended("2027-01-01")
    assert not WAIVER._replace(until="").has_ended("2099-01-01")


def test_a_waiver_is_about_a_rule_in_a_phase_and_a_role_or_a_party() -> None:
    assert WAIVER.subject == ("R01", NOW, A1, None)
    assert Waiver("C01", NOW, None, SOC, "agreed").subject == ("C01", NOW, None, SOC)


@pytest.mark.parametrize("text", ["2026-01-01", "2026-09-30", "2026-10-31", "2026-12-09"])
def test_a_day_is_written_as_year_month_and_day(text: str) -> None:
    assert is_day(text)


@pytest.mark.parametrize(
    "text", ["2026-00-01", "2026-13-01", "2026-01-00", "2026-01-32", "26-01-01", "2026-1-1", ""]
)
def test_other_texts_are_no_day(text: str) -> None:
    assert not is_day(text)
    assert not is_day(f"{text}\n")


def test_a_rule_is_a_letter_and_two_digits() -> None:
    assert all(map(is_rule, ("R01", "Z99")))
    assert not any(map(is_rule, ("R1", "r01", "R011", "01", "")))


def test_waivers_go_with_their_party_and_their_phase() -> None:
    of_soc = Waiver("C01", TARGET, None, SOC, "agreed")
    of_ciso = Waiver("C01", NOW, None, CISO, "agreed")
    assert without_party((WAIVER, of_soc, of_ciso), SOC) == (WAIVER, of_ciso)
    assert without_phase((WAIVER, of_soc, of_ciso), NOW) == (of_soc,)
