"""A picture of the plan as pages, drawn on any painter: a file, a printer or its preview."""

from typing import Protocol

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPainter

from socplanner.domain.picture_options import Paper, PictureSubject
from socplanner.ui.board.area_lanes import lanes_by_area
from socplanner.ui.board.lanes import LaneMaker
from socplanner.ui.kit.appearance import palette_of
from socplanner.ui.pictures.legend import (
    finding_items,
    letter_items,
    mark_items,
    party_items,
    sourcing_items,
)
from socplanner.ui.pictures.page_frame import PageFrame, PageNumber
from socplanner.ui.pictures.picture_facts import PictureFacts

POINTS = 72
"""Points an inch."""

_MILLIMETRES = 25.4
LANE_MAKERS: dict[str, LaneMaker] = {"area": lanes_by_area}
"""The kinds of lanes by the ids of `PictureOptions.lanes`."""


class Pages(Protocol):
    """The content of a picture, page by page."""

    @property
    def count(self) -> int:
        """How many pages there are."""
        ...

    def draw(self, painter: QPainter, page: int) -> None:
        """Draw the content of `page`, from 0, in points from its corner."""
        ...


def paper_size(paper: Paper) -> QSizeF:
    """Return the size of `paper` in points."""
    wide, high = paper.millimetres
    return QSizeF(wide, high) * (POINTS / _MILLIMETRES)


class Picture:
    """Board or matrix on pages of one size, always in light colours."""

    def __init__(self, facts: PictureFacts, size: QSizeF) -> None:
        """Lay out `facts` on pages of `size` in points."""
        self.size = size
        palette = palette_of(is_dark=False)
        is_board = facts.options.subject is PictureSubject.BOARD
        signs, severities = sourcing_items(facts, palette), finding_items(facts, palette)
        if is_board:
            groups = [signs + mark_items(facts, palette) + severities, party_items(facts, palette)]
        else:
            groups = [signs + letter_items(facts, palette) + severities]
        self._frame = PageFrame(facts, size, groups, palette)
        self._pages: Pages
        if is_board:
            from socplanner.ui.pictures.board_pages import BoardPages

            maker = LANE_MAKERS[facts.options.lanes]
            self._pages = BoardPages(facts, maker, self._frame.content.size(), palette)
        else:
            from socplanner.ui.pictures.matrix_pages import MatrixPages

            self._pages = MatrixPages(facts, self._frame.content.size(), palette)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return self._pages.count

    def draw(self, painter: QPainter, page: int) -> None:
        """Draw `page`, from 0, in points from its upper left corner."""
        self._frame.draw(painter, PageNumber(page + 1, self.count))
        painter.save()
        painter.translate(self._frame.content.topLeft())
        self._pages.draw(painter, page)
        painter.restore()
