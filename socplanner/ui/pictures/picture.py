"""A picture of the plan as pages, drawn on any painter: a file, a printer or its preview."""

from typing import Protocol

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPainter, QPalette

from socplanner.domain.picture_options import Paper, PictureSubject
from socplanner.ui.board.lane_kinds import lane_maker
from socplanner.ui.kit.appearance import palette_of
from socplanner.ui.pictures.legend import (
    LegendItem,
    finding_items,
    letter_items,
    mark_items,
    party_items,
    sourcing_items,
)
from socplanner.ui.pictures.page_frame import PageFrame, PageNumber
from socplanner.ui.pictures.party_pages import PartyPages
from socplanner.ui.pictures.picture_facts import PictureFacts

POINTS = 72
"""Points an inch."""

_MILLIMETRES = 25.4
_MOST_LEGEND_ROWS = 6
"""Parties that need more rows in the legend are on pages of their own."""


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
    """Board, matrix, road map or summary on pages of one size, always in light colours."""

    def __init__(self, facts: PictureFacts, size: QSizeF) -> None:
        """Lay out `facts` on pages of `size` in points."""
        self.size = size
        palette = palette_of(is_dark=False)
        signs, parties = _legend(facts, palette)
        self._frame = PageFrame(facts, size, [signs, parties], palette)
        has_party_pages = self._frame.legend_rows > _MOST_LEGEND_ROWS
        if has_party_pages:
            self._frame = PageFrame(facts, size, [signs], palette)
        self._contents = [self._content(facts, palette)]
        if has_party_pages:
            content, scale = self._frame.content.size(), self._frame.scale
            self._contents.append(PartyPages(parties, content, scale, palette))

    @property
    def count(self) -> int:
        """How many pages there are."""
        return sum(each.count for each in self._contents)

    def draw(self, painter: QPainter, page: int) -> None:
        """Draw `page`, from 0, in points from its upper left corner."""
        self._frame.draw(painter, PageNumber(page + 1, self.count))
        painter.save()
        painter.translate(self._frame.content.topLeft())
        for content in self._contents:
            if 0 <= page < content.count:
                content.draw(painter, page)
            page -= content.count
        painter.restore()

    def _content(self, facts: PictureFacts, palette: QPalette) -> Pages:
        size = self._frame.content.size()
        report = _report(facts, size, palette)
        if report is not None:
            return report
        if facts.options.subject is PictureSubject.BOARD:
            from socplanner.ui.pictures.board_pages import BoardPages

            lanes = lane_maker(facts.options.lanes, facts.findings_of)
            return BoardPages(facts, lanes, size, palette)
        if facts.options.subject is PictureSubject.ROAD_MAP:
            from socplanner.ui.pictures.roadmap_pages import RoadMapPages

            return RoadMapPages(facts, size, palette)
        return _further_content(facts, size, palette)


def _further_content(facts: PictureFacts, size: QSizeF, palette: QPalette) -> Pages:
    """Return the content of a flow, a tender pack or the matrix."""
    if facts.options.subject is PictureSubject.FLOW:
        from socplanner.ui.pictures.flow_pages import FlowPages

        return FlowPages(facts, size, palette)
    if facts.options.subject is PictureSubject.TENDER:
        from socplanner.ui.pictures.tender_pages import TenderPages

        return TenderPages(facts, size, palette)
    from socplanner.ui.pictures.matrix_pages import MatrixPages

    return MatrixPages(facts, size, palette)


def _report(facts: PictureFacts, size: QSizeF, palette: QPalette) -> Pages | None:
    """Return the pages of a report about the whole plan; None for a picture of a view."""
    if facts.options.subject is PictureSubject.MATURITY:
        from socplanner.ui.pictures.maturity_page import MaturityPage

        return MaturityPage(facts, size, palette)
    if facts.options.subject is PictureSubject.REVIEW:
        from socplanner.ui.pictures.lessons_pages import LessonsPages

        return LessonsPages(facts, size, palette)
    if facts.options.subject is PictureSubject.SUMMARY:
        from socplanner.ui.pictures.summary_page import SummaryPage

        return SummaryPage(facts, size, palette)
    return None


def _legend(facts: PictureFacts, palette: QPalette) -> tuple[list[LegendItem], list[LegendItem]]:
    """Return the signs of a picture, and the parties on it; other pages have their own."""
    match facts.options.subject:
        case PictureSubject.SUMMARY | PictureSubject.MATURITY:
            return [], []
        case PictureSubject.REVIEW | PictureSubject.TENDER:
            return [], []
        case PictureSubject.FLOW:
            return sourcing_items(facts, palette), []
        case PictureSubject.ROAD_MAP:
            from socplanner.ui.pictures.roadmap_pages import status_items

            return [*sourcing_items(facts, palette), *status_items(facts, palette)], []
        case PictureSubject.BOARD:
            signs, parties = mark_items(facts, palette), party_items(facts, palette)
        case PictureSubject.MATRIX:
            signs, parties = letter_items(facts, palette), []
    return [*sourcing_items(facts, palette), *signs, *finding_items(facts, palette)], parties
