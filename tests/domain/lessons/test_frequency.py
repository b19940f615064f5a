"""How often a year: what planners write about exercises and measurements, in both languages."""

import pytest

from socplanner.domain.lessons.frequency import times_a_year


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("年1回", 1),
        ("年に２回", 2),
        ("四半期に1回", 4),
        ("毎月", 12),
        ("毎週", 52),
        ("半年ごと", 2),
        ("隔年", 0.5),
        ("2年に1回", 0.5),
        ("年一回", 1),
        ("毎年、秋に行う", 1),
        ("once a year", 1),
        ("twice a year", 2),
        ("3 times a year", 3),
        ("Quarterly", 4),
        ("every two years", 0.5),
        ("every 3 years", 1 / 3),
        ("annual drill", 1),
        ("weekly", 52),
        ("every other year", 0.5),
        ("24x365", None),
        ("", None),
        ("0年に1回", None),
    ],
)
def test_a_text_means_so_many_times_a_year(text: str, times: float | None) -> None:
    assert times_a_year(text) == times
