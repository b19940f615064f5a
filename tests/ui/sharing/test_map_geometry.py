"""The boxes of the map overlap nowhere, and are all in the map, whatever its size."""

from itertools import pairwise

import pytest
from PySide6.QtGui import QFont

from socplanner.domain.sharing.map_layout import SharingMap
from socplanner.ui.sharing.map_geometry import map_geometry
from socplanner.ui.sharing.sharing_state import SharingState


def _layout(state: SharingState, times: int) -> SharingMap:
    """Return the map of the state with so many times its boxes."""
    one = state.map
    return one._replace(parties=one.parties * times, counterparts=one.counterparts * times)


@pytest.mark.parametrize("times", [1, 5])
@pytest.mark.parametrize(("width", "height"), [(300, 200), (720, 640), (2400, 1600)])
@pytest.mark.parametrize("size", [10, 26])
def test_boxes_keep_apart(
    state: SharingState, times: int, width: int, height: int, size: int
) -> None:
    font = QFont()
    font.setPixelSize(size)
    geometry = map_geometry(_layout(state, times), width, height, font)
    assert geometry.width >= width
    assert geometry.height >= height
    for column in (geometry.left, geometry.right):
        for above, below in pairwise(column):
            assert above.bottom() < below.top()
        assert column[0].top() >= geometry.heading
        assert column[-1].bottom() <= geometry.height
    assert geometry.left[0].right() < geometry.right[0].left()
    assert geometry.right[0].right() <= geometry.width


def test_a_line_goes_from_box_to_box(state: SharingState) -> None:
    geometry = map_geometry(state.map, 720, 640, QFont())
    for line in state.map.lines:
        path = geometry.path(line.left, line.right)
        assert path.elementAt(0).x == geometry.left[line.left].right()
        assert path.currentPosition().x() == geometry.right[line.right].left()
