"""Draws what is around the cards: lanes, their heads, the axes, and where a drop would go."""

from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen

from socplanner.domain.catalogue import Area
from socplanner.domain.plan import Plan
from socplanner.ui.board import lane_words
from socplanner.ui.board.geometry import Rect
from socplanner.ui.board.lane_layout import Arrangement, Lane
from socplanner.ui.board.text_fit import TextFit, line_height
from socplanner.ui.kit.theme import blended, ink_on, quiet_ink
from socplanner.wording.language import Words

_ROUND = 6
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_GAP = 6


class LaneText(NamedTuple):
    """A text in a lane: where it stands, how large it is written; what is bold is in full ink."""

    rect: QRectF
    text: str
    size: int
    is_bold: bool = False


class LanePainter:
    """Draws in one palette, font and language; make another for others."""

    def __init__(self, fit: TextFit, palette: QPalette, plan: Plan, words: Words) -> None:
        """Draw the areas of `plan` with the text of `fit`."""
        self._fit = fit
        self._plan = plan
        self._words = words
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

    def head_height(self) -> int:
        """Return the height of a lane's head."""
        return line_height(self._fit.base) + 5

    def caption_height(self) -> int:
        """Return the height of an axis caption."""
        return line_height(self._fit.base - 1) + 1

    def draw_lane(self, painter: QPainter, lane: Lane, *, is_target: bool) -> None:
        """Draw the ground and the head of `lane`."""
        painter.setPen(QPen(self._accent, 2) if is_target else QPen(self._line, 1))
        painter.setBrush(blended(self._base, self._accent, 0.12) if is_target else self._base)
        inset = 1.0 if is_target else 0.5
        outline = QRectF(*lane.rect).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(outline, _ROUND, _ROUND)
        self._draw_texts(painter, lane)

    def draw_stuck_head(self, painter: QPainter, lane: Lane, top: int) -> None:
        """Draw the head of `lane` again at `top`, over the cards that pass below it."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._base)
        painter.drawRect(QRectF(lane.rect.x + 1, top, lane.rect.width - 2, lane.head.height))
        painter.fillRect(
            QRectF(lane.rect.x + 1, top + lane.head.height - 1, lane.rect.width - 2, 1), self._line
        )
        painter.save()
        painter.translate(0, top - lane.head.y)
        self._draw_texts(painter, lane)
        painter.restore()

    def draw_axes(self, painter: QPainter, board: Arrangement) -> None:
        """Draw the captions of both axes."""
        inside, outside, skill, low, high = lane_words.axes(self._words)
        painter.setPen(self._quiet)
        painter.setFont(self._fit.font(self._fit.base - 1))
        upper, lower = board.lane(Area.I).rect, board.lane(Area.IV).rect
        self._draw_upwards(painter, inside, upper)
        self._draw_upwards(painter, outside, lower)
        right = board.lane(Area.III).rect
        below = max(lower.bottom, right.bottom)
        bench = board.lane(Area.BENCH).rect
        strip = QRectF(lower.x, below, right.right - lower.x, bench.y - below)
        painter.drawText(strip.adjusted(2, 0, -2, 0), _LEFT, low)
        painter.drawText(strip.adjusted(2, 0, -2, 0), _RIGHT, high)
        painter.drawText(strip, _CENTRE, f"{skill} →")

    def draw_promise(self, painter: QPainter, lane: Lane, seen: Rect, said: str) -> None:
        """Say at the top of what is seen of `lane` what a drop would do."""
        size, high = self._fit.base, line_height(self._fit.base)
        lines = self._fit.broken(said, size, lane.head.width)
        top = max(lane.rect.y, seen.y)
        banner = QRectF(lane.rect.x, top, lane.rect.width, max(len(lines) * high, high) + 5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._accent)
        painter.drawRoundedRect(banner, _ROUND, _ROUND)
        painter.setPen(ink_on(self._accent))
        painter.setFont(self._fit.font(size))
        painter.drawText(banner, _CENTRE, "\n".join(lines))

    def texts(self, lane: Lane) -> list[LaneText]:
        """Return what is written in `lane`: its head, and in an empty narrow one its name."""
        size, head, count = self._fit.base, lane.head, str(lane.count)
        wide = self._fit.width(size - 1, count)
        found = [LaneText(QRectF(head.right - wide, head.y, wide, head.height), count, size - 1)]
        room = head.width - wide - _GAP
        options = lane_words.heads(lane.area, self._plan, self._words)
        fitting = (each for each in options if self._head_width(each) <= room)
        number, name, about = next(fitting, ("", "", ""))
        x = float(head.x)
        for text, is_bold in ((number, True), (name, True), (about, False)):
            if text:
                at = size if is_bold else size - 1
                wide = self._fit.width(at, text, is_bold=is_bold)
                rect = QRectF(x, head.y, wide, head.height)
                found.append(LaneText(rect, text, at, is_bold))
                x += wide + _GAP
        return found if name or lane.count else [*found, *self._body(lane, options[0])]

    def _body(self, lane: Lane, parts: tuple[str, str, str]) -> list[LaneText]:
        """Return the name of an empty lane, whose head is too narrow for it, for its body."""
        size, head = self._fit.base - 1, lane.head
        _, name, about = parts
        lines = [*self._fit.broken(name, size, head.width), ""]
        lines += self._fit.broken(about, size, head.width)
        high = line_height(size)
        is_wide = max(map(self._caption_width, lines)) > head.width
        if is_wide or len(lines) * high > lane.rect.bottom - head.bottom:
            return []
        return [
            LaneText(QRectF(head.x, head.bottom + at * high, head.width, high), line, size)
            for at, line in enumerate(lines)
            if line
        ]

    def _draw_texts(self, painter: QPainter, lane: Lane) -> None:
        for rect, text, size, is_bold in self.texts(lane):
            painter.setPen(self._text if is_bold else self._quiet)
            painter.setFont(self._fit.font(size, is_bold=is_bold))
            painter.drawText(rect, _LEFT | int(Qt.TextFlag.TextDontClip), text)

    def _caption_width(self, text: str) -> float:
        return self._fit.width(self._fit.base - 1, text)

    def _head_width(self, parts: tuple[str, str, str]) -> float:
        size = self._fit.base
        number, name, about = parts
        bold = [each for each in (number, name) if each]
        wide = sum(self._fit.width(size, each, is_bold=True) + _GAP for each in bold)
        return wide + (self._fit.width(size - 1, about) + _GAP if about else 0)

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
