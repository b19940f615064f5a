"""What people write about hours is read, and what is read can be written and read again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.domain.coverage import (
    ALL_DAYS,
    DAY,
    WEEK,
    WORKDAYS,
    Coverage,
    CoverageBand,
    CoverageMode,
    DayKind,
)
from socplanner.domain.coverage_text import coverage_of, coverage_text, with_on_call
from socplanner.domain.ids import PartyId

FREE = frozenset({DayKind.SATURDAY, DayKind.SUNDAY, DayKind.HOLIDAY})
ON_CALL = CoverageMode.ON_CALL
OFFICE = CoverageBand(WORKDAYS, 8 * 60 + 30, 17 * 60 + 30)
ALWAYS = CoverageBand(ALL_DAYS)


@pytest.mark.parametrize(
    ("text", "bands", "remark"),
    [
        ("24x365", [ALWAYS], ""),
        ("24/7", [ALWAYS], ""),
        ("24時間365日", [ALWAYS], ""),
        ("24x365(オンコール)", [CoverageBand(ALL_DAYS, mode=ON_CALL)], ""),
        ("24x365（オンコール）", [CoverageBand(ALL_DAYS, mode=ON_CALL)], ""),
        ("8x5", [CoverageBand(WORKDAYS, 9 * 60, 17 * 60)], ""),
        ("16x365", [CoverageBand(ALL_DAYS, 6 * 60, 22 * 60)], ""),
        ("平日 8:30-17:30", [OFFICE], ""),
        ("Weekdays 8:30-17:30", [OFFICE], ""),
        ("mon-fri 8:30 to 17:30", [OFFICE], ""),
        ("月〜金 8時半〜17時30分", [OFFICE], ""),
        ("平日 8:30-17:30、時間外は当番", [OFFICE, CoverageBand(ALL_DAYS, mode=ON_CALL)], ""),
        (
            "weekdays 8:30-17:30, on call otherwise",
            [OFFICE, CoverageBand(ALL_DAYS, mode=ON_CALL)],
            "",
        ),
        (
            "平日 9:00-17:00、休日はオンコール",
            [CoverageBand(WORKDAYS, 540, 1020), CoverageBand(FREE, mode=ON_CALL)],
            "",
        ),
        ("平日 9:00-17:00、休日は翌営業日", [CoverageBand(WORKDAYS, 540, 1020)], "休日は翌営業日"),
        ("毎日 22:00-翌6:00", [CoverageBand(ALL_DAYS, 22 * 60, 6 * 60)], ""),
        (
            "sat sun 0:00-24:00 best effort within 2 hours",
            [CoverageBand(frozenset(WEEK[5:]), 0, DAY, CoverageMode.BEST_EFFORT, 120)],
            "",
        ),
        (
            "24x365 on call within 30 min by soc",
            [CoverageBand(ALL_DAYS, 0, DAY, ON_CALL, 30, PartyId("soc"))],
            "",
        ),
        ("四半期に1回", [], "四半期に1回"),
        ("年1回", [], "年1回"),
        ("2時間以内に着手", [], "2時間以内に着手"),
        ("as agreed with the provider", [], "as agreed with the provider"),
        ("平日 9:00-25:00", [], "平日 9:00-25:00"),
        ("", [], ""),
        ("  ", [], ""),
    ],
)
def test_free_text_is_read_as_far_as_it_is_understood(
    text: str, bands: list[CoverageBand], remark: str
) -> None:
    assert coverage_of(text) == Coverage(tuple(bands), remark)


BANDS = st.builds(
    CoverageBand,
    st.frozensets(st.sampled_from(DayKind), min_size=1),
    st.integers(0, DAY - 1),
    st.integers(1, DAY),
    st.sampled_from(CoverageMode),
    st.none() | st.integers(0, 999),
    st.none() | st.sampled_from([PartyId("soc"), PartyId("night-watch")]),
)


@given(st.lists(BANDS.filter(lambda band: band.start != band.end), min_size=1, max_size=4))
def test_written_bands_are_read_again(bands: list[CoverageBand]) -> None:
    coverage = Coverage(tuple(bands))
    assert coverage_of(coverage_text(coverage)) == coverage


@given(st.text(max_size=60))
def test_any_text_is_read_and_nothing_of_it_is_lost(text: str) -> None:
    coverage = coverage_of(text)
    if not coverage.bands:
        assert coverage.remark == text.strip()
    assert coverage_of(coverage_text(coverage)).bands == coverage.bands


@pytest.mark.parametrize(
    ("hours", "longer"),
    [
        ("平日 8:30-17:30", "平日 8:30-17:30、時間外は当番"),
        ("weekdays 9:00-17:00", "weekdays 9:00-17:00, otherwise on call"),
        ("", "all on-call"),
        ("once a year", "all on-call; once a year"),
        ("x" * 190 + "; 8x5", None),
    ],
)
def test_other_hours_on_call_are_added_in_the_words_of_the_text(
    hours: str, longer: str | None
) -> None:
    after = coverage_of(with_on_call(hours))
    assert after.bands[-1].mode is CoverageMode.ON_CALL
    assert after.bands[:-1] == coverage_of(hours).bands
    if longer is not None:
        assert with_on_call(hours) == longer
