"""Draws what is around the cards: lanes, their headers, the axes, and the target of a drop.

Everything is drawn on a painter that the caller chooses, in pixels of the board.
"""

from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen

from socplanner.ui.board.geometry import Rect
from socplanner.ui.board.lane_boxes import Arrangement, LaneBox
from socplanner.ui.board.lanes import LaneHeading, LaneSet, LaneSpot
from socplanner.ui.board.text_fit import TextFit, line_height
from socplanner.ui.kit.theme import blended, ink_on, quiet_ink

_ROUND = 6
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_GAP = 6


class LaneText(NamedTuple):
    """A text in a lane: its rectangle, its size in pixels; bold text is in full ink."""

    rect: QRectF
    text: str
    size: int
    is_bold: bool = False


class LanePainter:
    """Draws on any painter, in the colours of one palette and the texts of one `LaneSet`."""

    def __init__(self, fit: TextFit, palette: QPalette, lanes: LaneSet) -> None:
        """Draw `lanes` with the text of `fit`."""
        self._fit = fit
        self._lanes = lanes
        self._palette = palette
        window, text = (
            palette.color(QPalette.ColorRole.Window),
            palette.color(QPalette.ColorRole.Text),
        )
        self.ground = window
        self._base = palette.color(QPalette.ColorRole.Base)
        self._line = blended(window, text, 0.16)
        self._text = text
        self._quiet = quiet_ink(palette)
        self._accent = palette.color(QPalette.ColorRole.Highlight)

    def heading_height(self) -> int:
        """Return the height of a lane's header."""
        return line_height(self._fit.base) + 5

    def caption_height(self) -> int:
        """Return the height of an axis caption."""
        return line_height(self._fit.base - 1) + 1

    def draw_lane(self, painter: QPainter, lane: LaneBox, *, is_target: bool) -> None:
        """Draw the ground and the header of `lane`."""
        painter.setPen(QPen(self._accent, 2) if is_target else QPen(self._line, 1))
        painter.setBrush(blended(self._base, self._accent, 0.12) if is_target else self._base)
        inset = 1.0 if is_target else 0.5
        outline = QRectF(*lane.rect).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(outline, _ROUND, _ROUND)
        self._draw_texts(painter, lane)

    def draw_sticky_heading(self, painter: QPainter, lane: LaneBox, top: int) -> None:
        """Draw the header of `lane` again at `top`, over the cards that scroll below it."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._base)
        painter.drawRect(QRectF(lane.rect.x + 1, top, lane.rect.width - 2, lane.header.height))
        painter.fillRect(
            QRectF(lane.rect.x + 1, top + lane.header.height - 1, lane.rect.width - 2, 1),
            self._line,
        )
        painter.save()
        painter.translate(0, top - lane.header.y)
        self._draw_texts(painter, lane)
        painter.restore()

    def draw_axes(self, painter: QPainter, board: Arrangement) -> None:
        """Draw the captions of both axes."""
        axes = self._lanes.axes
        painter.setPen(self._quiet)
        painter.setFont(self._fit.font(self._fit.base - 1))
        rects = {lane.spot: board.lane(lane.id).rect for lane in self._lanes.lanes}
        rects.pop(None, None)
        for row, text in enumerate(axes.rows):
            self._draw_upwards(painter, text, rects[LaneSpot(0, row)])
        left = min(rect.x for rect in rects.values())
        right = max(rect.right for rect in rects.values())
        below = max(rect.bottom for rect in rects.values())
        under = QRectF(left, below, right - left, self.caption_height())
        painter.drawText(under.adjusted(2, 0, -2, 0), _LEFT, axes.left)
        painter.drawText(under.adjusted(2, 0, -2, 0), _RIGHT, axes.right)
        arrow = f"← {axes.middle}" if axes.rises_leftwards else f"{axes.middle} →"
        painter.drawText(under, _CENTRE, arrow if axes.middle else "")

    def draw_promise(self, painter: QPainter, lane: LaneBox, seen: Rect, text: str) -> None:
        """Draw the effect of a drop as `text`, at the top of the visible part of `lane`."""
        size, high = self._fit.base, line_height(self._fit.base)
        lines = self._fit.broken(text, size, lane.header.width)
        top = max(lane.rect.y, seen.y)
        banner = QRectF(lane.rect.x, top, lane.rect.width, max(len(lines) * high, high) + 5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._accent)
        painter.drawRoundedRect(banner, _ROUND, _ROUND)
        painter.setPen(ink_on(self._accent))
        painter.setFont(self._fit.font(size))
        painter.drawText(banner, _CENTRE, "\n".join(lines))

    def texts(self, lane: LaneBox) -> list[LaneText]:
        """Return the texts of `lane`: its header, and the name of an empty narrow one."""
        size, header, count = self._fit.base, lane.header, str(lane.count)
        wide = self._fit.width(size - 1, count)
        texts = [
            LaneText(QRectF(header.right - wide, header.y, wide, header.height), count, size - 1)
        ]
        space = header.width - wide - _GAP
        headings = self._lanes.lane(lane.id).headings
        (number, name, about), bold = self._fitting_heading(headings, space)
        x = float(header.x)
        for text, is_bold in ((number, True), (name, True), (about, False)):
            if text:
                at = bold if is_bold else size - 1
                wide = self._fit.width(at, text, is_bold=is_bold)
                rect = QRectF(x, header.y, wide, header.height)
                texts.append(LaneText(rect, text, at, is_bold))
                x += wide + _GAP
        return texts if name or lane.count else [*texts, *self._body(lane, headings[0])]

    def _fitting_heading(
        self, headings: tuple[LaneHeading, ...], space: float
    ) -> tuple[LaneHeading, int]:
        """Return the first heading that fits and its size: long names are smaller."""
        base = self._fit.base
        for heading in headings:
            sizes = [base] if heading.about or not heading.name else range(base, base - 4, -1)
            for size in sizes:
                if self._heading_width(heading, size) <= space:
                    return heading, size
        return LaneHeading("", "", ""), base

    def _body(self, lane: LaneBox, heading: LaneHeading) -> list[LaneText]:
        """Return the name of an empty lane for its body, where its header is too narrow."""
        size, header = self._fit.base - 1, lane.header
        _, name, about = heading
        lines = [*self._fit.broken(name, size, header.width), ""]
        lines += self._fit.broken(about, size, header.width)
        high = line_height(size)
        is_wide = max(map(self._caption_width, lines)) > header.width
        if is_wide or len(lines) * high > lane.rect.bottom - header.bottom:
            return []
        return [
            LaneText(QRectF(header.x, header.bottom + at * high, header.width, high), line, size)
            for at, line in enumerate(lines)
            if line
        ]

    def _draw_texts(self, painter: QPainter, lane: LaneBox) -> None:
        for rect, text, size, is_bold in self.texts(lane):
            painter.setPen(self._text if is_bold else self._quiet)
            painter.setFont(self._fit.font(size, is_bold=is_bold))
            painter.drawText(rect, _LEFT | int(Qt.TextFlag.TextDontClip), text)

    def _caption_width(self, text: str) -> float:
        return self._fit.width(self._fit.base - 1, text)

    def _heading_width(self, heading: LaneHeading, size: int) -> float:
        number, name, about = heading
        bold = [each for each in (number, name) if each]
        wide = sum(self._fit.width(size, each, is_bold=True) + _GAP for each in bold)
        return wide + (self._caption_width(about) + _GAP if about else 0)

    def _draw_upwards(self, painter: QPainter, text: str, lane: Rect) -> None:
        """Draw `text` upwards beside `lane`, where it is as high as the text is wide."""
        if self._caption_width(text) > lane.height:
            return
        painter.save()
        painter.translate(0, lane.bottom)
        painter.rotate(-90)
        painter.drawText(QRectF(0, 0, lane.height, lane.x), _CENTRE, text)
        painter.restore()


def wash(palette: QPalette) -> QColor:
    """Return the colour laid over a selected card."""
    colour = QColor(palette.color(QPalette.ColorRole.Highlight))
    colour.setAlpha(30)
    return colour
