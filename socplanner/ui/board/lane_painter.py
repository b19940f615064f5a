"""Draws what is around the cards: lanes, their headers, the axes, and the target of a drop.

Everything is drawn on a painter that the caller chooses, in pixels of the board.
"""

from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen

from socplanner.ui.board.geometry import Rect
from socplanner.ui.board.lane_boxes import Arrangement, Frame, LaneBox
from socplanner.ui.board.lanes import LaneHeading, LaneSet, LaneSpot
from socplanner.ui.board.text_fit import TextFit, line_height
from socplanner.ui.kit.icons import draw_icon
from socplanner.ui.kit.theme import quiet_ink
from socplanner.ui.kit.tokens import token

_ROUND = 8
_LEAST_LETTERS = 4
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_GAP = 6
_ARROW = 12
"""Pixels of the arrow that folds a lane, at the left end of its header."""


class LaneText(NamedTuple):
    """A text in a lane: its rectangle, its size in pixels; bold text is in full ink."""

    rect: QRectF
    text: str
    size: int
    is_bold: bool = False


class LanePainter:
    """Draws on any painter, in the colours of one palette and the texts of one `LaneSet`."""

    def __init__(
        self, fit: TextFit, palette: QPalette, lanes: LaneSet, *, can_fold: bool = False
    ) -> None:
        """Draw `lanes` with the text of `fit`; where they can be folded, with an arrow each."""
        self._fit = fit
        self._arrow = _arrow_side(self.heading_height()) if can_fold else 0
        self._lanes = lanes
        self._palette = palette
        self.ground = token("ground", palette)
        self._base = token("surface", palette)
        self._line = token("line", palette)
        self._text = token("text", palette)
        self._quiet = quiet_ink(palette)

    def heading_height(self) -> int:
        """Return the height of a lane's header."""
        return line_height(self._fit.base) + 5

    def frame(self) -> Frame:
        """Return the measures around the cards of these lanes, with space for their captions."""
        caption, axes, plain = self.caption_height(), self._lanes.axes, Frame(0, 0, 0)
        left = caption if axes.rows else plain.margin
        below = caption if axes.middle else plain.between
        return Frame(self.heading_height(), left, below)

    def caption_height(self) -> int:
        """Return the height of an axis caption."""
        return line_height(self._fit.base - 1) + 1

    def draw_lane(
        self, painter: QPainter, lane: LaneBox, *, is_target: bool, added: int = 0
    ) -> None:
        """Draw the ground and the header of `lane`, which a drop would give `added` cards."""
        is_strip = self._lanes.lane(lane.id).spot is None
        if is_target:
            painter.setPen(QPen(token("accent-ink", self._palette), 2))
            painter.setBrush(token("accent-tint", self._palette))
        elif is_strip and not lane.count:
            painter.setPen(QPen(token("line-2", self._palette), 1, Qt.PenStyle.DashLine))
            painter.setBrush(self.ground)
        else:
            painter.setPen(QPen(self._line, 1))
            painter.setBrush(self._base)
        inset = 1.0 if is_target else 0.5
        outline = QRectF(*lane.rect).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(outline, _ROUND, _ROUND)
        self._draw_texts(painter, lane, added)

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
        if not axes.rows and not axes.middle:
            return
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

    def draw_promise(
        self, painter: QPainter, lane: LaneBox, seen: Rect, promise: str, remark: str
    ) -> None:
        """Draw what a drop does, and the remark on it, at the foot of the visible part of `lane`.

        Without a promise, the drop does nothing.
        """
        size, high = self._fit.base, line_height(self._fit.base)
        wide = lane.header.width - high - _GAP
        texts = [text for text in (promise, remark) if text]
        is_one_line = self._line_width(promise, remark) <= wide
        lines = (
            [] if is_one_line else [part for each in texts for part in self._wrapped(each, wide)]
        )
        deep = max(len(lines), 1) * high + 10
        bottom = min(lane.rect.bottom, seen.bottom)
        banner = QRectF(lane.rect.x, bottom - deep, lane.rect.width, deep)
        fill, ink = ("accent", "on-accent") if promise else ("pressed", "text")
        colour = token(ink, self._palette)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(token(fill, self._palette))
        painter.drawRoundedRect(banner, _ROUND, _ROUND)
        painter.setPen(colour)
        painter.setFont(self._fit.font(size, is_bold=bool(promise)))
        sign = QRectF(lane.header.x, banner.y() + 5, high, high)
        draw_icon(painter, "chevron-right" if promise else "info", sign, colour)
        text = QRectF(sign.right() + _GAP, banner.y(), wide, deep)
        if not is_one_line:
            painter.setFont(self._fit.font(size))
            painter.drawText(text, _LEFT, "\n".join(lines))
            return
        painter.drawText(text, _LEFT, texts[0])
        if len(texts) > 1:
            painter.setFont(self._fit.font(size - 1))
            painter.drawText(text, _RIGHT, remark)
            left = text.right() - self._fit.width(size - 1, remark) - high - _GAP
            draw_icon(painter, "info", QRectF(left, sign.y(), high, high), colour)

    def _line_width(self, promise: str, remark: str) -> float:
        """Return how wide promise and remark are in one line, with the sign between them."""
        base, measured = self._fit.base, self._fit.width
        if not promise or not remark:
            return measured(base, promise or remark, is_bold=bool(promise))
        sign = line_height(base) + 3 * _GAP
        return measured(base, promise, is_bold=True) + sign + measured(base - 1, remark)

    def _wrapped(self, text: str, wide: int) -> list[str]:
        return list(self._fit.broken(text, self._fit.base, wide)) or [text]

    def texts(self, lane: LaneBox, added: int = 0) -> list[LaneText]:
        """Return the texts of `lane`: its header, and the name of an empty narrow one.

        The header has the number of cards, and behind it those `added` by a drop.
        """
        size, header, count = self._fit.base, lane.header, str(lane.count + lane.hidden)
        count = f"{count} + {added}" if added else count
        wide = self._fit.width(size - 1, count)
        texts = [
            LaneText(QRectF(header.right - wide, header.y, wide, header.height), count, size - 1)
        ]
        space = header.width - wide - _GAP - self._arrow
        headings = self._lanes.lane(lane.id).headings
        (number, name, about), bold = self._fitting_heading(headings, space)
        if not name and headings[0].name and (lane.count or lane.is_folded):
            left = space - self._heading_width(LaneHeading(number, "", ""), bold)
            name = self._elided(headings[0].name, bold, left)
        x = float(header.x + self._arrow)
        for text, is_bold in ((number, True), (name, True), (about, False)):
            if text:
                at = bold if is_bold else size - 1
                wide = self._fit.width(at, text, is_bold=is_bold)
                rect = QRectF(x, header.y, wide, header.height)
                texts.append(LaneText(rect, text, at, is_bold))
                x += wide + _GAP
        return (
            texts
            if name or lane.count or lane.is_folded
            else [*texts, *self._body(lane, headings[0])]
        )

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

    def _elided(self, name: str, size: int, space: float) -> str:
        """Return the beginning of `name` that fits in `space` with a dot, empty for a short one."""
        for end in range(len(name) - 1, _LEAST_LETTERS - 1, -1):
            text = f"{name[:end].rstrip()}…"
            if self._fit.width(size, text, is_bold=True) + _GAP <= space:
                return text
        return ""

    def _draw_texts(self, painter: QPainter, lane: LaneBox, added: int = 0) -> None:
        if self._arrow:
            name = "chevron-right" if lane.is_folded else "chevron-down"
            draw_icon(painter, name, QRectF(*fold_arrow(lane)), self._quiet)
        for rect, text, size, is_bold in self.texts(lane, added):
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


def fold_arrow(lane: LaneBox) -> Rect:
    """Return where the arrow is drawn that folds `lane`."""
    header = lane.header
    side = _arrow_side(header.height)
    return Rect(header.x - 2, header.y + (header.height - side) // 2, side, side)


def _arrow_side(header: int) -> int:
    """Return the side of the arrow in a header so many pixels high."""
    return max(_ARROW, header * 5 // 9)


def wash(palette: QPalette) -> QColor:
    """Return the colour laid over a selected card."""
    colour = QColor(palette.color(QPalette.ColorRole.Highlight))
    colour.setAlpha(30)
    return colour
