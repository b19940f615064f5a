"""Lanes and axes are drawn on any painter: in an SVG, their texts are found."""

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QSize
from PySide6.QtGui import QFont, QPainter, QPalette
from PySide6.QtSvg import QSvgGenerator

from socplanner.ui.board.lane_boxes import Frame
from socplanner.ui.board.lane_painter import LanePainter
from socplanner.ui.board.placement import Placement
from socplanner.ui.board.text_fit import TextFit
from tests.support.lanes import LANES, area_lanes

SIZE = (1600, 700)


@pytest.fixture(scope="module")
def svg(qapp: object) -> str:
    """Return the SVG of a board with a card in each lane, without the cards."""
    names = [f"Role {lane}" for lane in LANES]
    fit, lanes = TextFit(QFont(), names), area_lanes()
    lane_painter = LanePainter(fit, QPalette(), lanes)
    caption = lane_painter.caption_height()
    placement = Placement(lanes, LANES, names, fit)
    placement.arrange(SIZE, Frame(lane_painter.heading_height(), caption, caption))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(*SIZE))
    painter = QPainter(generator)
    for box in placement.arrangement.lanes:
        lane_painter.draw_lane(painter, box, is_target=False)
    lane_painter.draw_axes(painter, placement.arrangement)
    painter.end()
    return bytes(buffer.data().data()).decode("utf-8").replace("\n", "")


@pytest.mark.parametrize(
    "text",
    [
        "Information: inside",
        "Information: outside",
        "low",
        "high",
        "← Need for specialist security skill",
    ],
)
def test_every_caption_of_the_axes_is_drawn_once(svg: str, text: str) -> None:
    assert svg.count(f">{text}</text>") == 1


@pytest.mark.parametrize("text", ["I", "II", "III", "IV", "Done by the organisation itself"])
def test_every_lane_is_headed(svg: str, text: str) -> None:
    assert svg.count(f">{text}</text>") == 1
