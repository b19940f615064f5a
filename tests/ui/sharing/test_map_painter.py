"""Chips of labels stay in their box; what has no space is counted."""

import pytest

from socplanner.ui.sharing.map_painter import chips_that_fit


@pytest.mark.parametrize(
    ("widths", "width", "fitting"),
    [
        ([], 10.0, 0),
        ([40.0, 40.0], 80.0, 2),
        ([40.0, 40.0], 79.0, 1),
        ([40.0, 40.0, 40.0], 85.0, 1),
        ([40.0, 40.0, 40.0], 95.0, 2),
        ([40.0], 30.0, 0),
    ],
)
def test_the_rest_leaves_space_for_its_number(
    widths: list[float], width: float, fitting: int
) -> None:
    shown = chips_that_fit(widths, width, 12.0)
    assert shown == fitting
    more = 12.0 if shown < len(widths) else 0.0
    assert not shown or sum(widths[:shown]) + more <= width
