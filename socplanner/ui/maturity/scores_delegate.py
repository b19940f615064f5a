"""Drawing a role with its scores: digits on a heat scale, and the gap as steps from score to aim.

A digit is always written, so that the scale is never the only sign. `?` in a dashed frame is not
answered, a dash is a side that does not count.
"""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import QAbstractItemView

from socplanner.domain.maturity.role_maturity import is_answer
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.row_delegate import SIDE, RowDelegate
from socplanner.ui.kit.shown_model import Index
from socplanner.ui.kit.theme import blended, ink_on
from socplanner.ui.kit.tokens import token
from socplanner.ui.maturity.scores_model import SIDE_OF, ScoreColumn, ScoresModel

_HEAT = {"1": 0.06, "2": 0.24, "3": 0.46, "4": 0.72, "5": 1.0}
"""How much of the accent is in the ground of a digit."""

_MOST = 5
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)


def heat(points: str, palette: QPalette) -> QColor:
    """Return the ground of the digit `points`."""
    return blended(token("surface", palette), token("accent", palette), _HEAT[points])


class ScoresDelegate(RowDelegate):
    """Draws the cells of a `ScoresModel`."""

    def __init__(self, model: ScoresModel, view: QAbstractItemView) -> None:
        """Draw rows of `model` in `view`."""
        super().__init__(view)
        self._scores = model

    @override
    def draw_content(self, painter: QPainter, rect: QRect, index: Index) -> None:
        column, text = index.column(), str(index.data() or "")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if column == ScoreColumn.ROLE:
            sourcing = self._scores.rows[index.row()].duty.sourcing
            self.draw_text(painter, self.draw_sourcing(painter, rect, sourcing), text, "text")
        elif column in SIDE_OF:
            self._draw_side(painter, rect, index)
        elif column == ScoreColumn.AIM:
            self._draw_points(painter, rect, text)
        elif column == ScoreColumn.GAP:
            self._draw_gap(painter, rect, index)
        else:
            self.draw_text(painter, rect, text, "text-2")

    def _draw_side(self, painter: QPainter, rect: QRect, index: Index) -> None:
        side = SIDE_OF[index.column()]
        score = self._scores.rows[index.row()].scores.of(side).score
        if side not in self._scores.sides(index.row()):
            painter.setPen(token("text-3", self.palette))
            painter.drawText(rect, _CENTRE, "–" if score is None else str(index.data()))
        elif is_answer(score):
            self._draw_points(painter, rect, str(index.data()))
        else:
            place = self._square(rect)
            painter.setPen(QPen(token("warning", self.palette), 1, Qt.PenStyle.DashLine))
            painter.setBrush(token("warning-tint", self.palette))
            painter.drawRoundedRect(place, 3, 3)
            painter.drawText(place, _CENTRE, "?")

    def _draw_points(self, painter: QPainter, rect: QRect, points: str) -> None:
        if points not in _HEAT:
            painter.setPen(token("text-3", self.palette))
            painter.drawText(rect, _CENTRE, points)
            return
        place, ground = self._square(rect), heat(points, self.palette)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(place, 3, 3)
        painter.setPen(ink_on(ground))
        painter.drawText(place, _CENTRE, points)

    def _draw_gap(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Draw a step for each point: filled up to the score, blue up to the aim."""
        each, palette = self._scores.rows[index.row()], self.palette
        if each.score is None:
            return
        side = max(round(rect.height() * 0.34), 6)
        left, top = rect.left() + SIDE, rect.center().y() - side // 2
        for step in range(_MOST):
            place = QRectF(left + step * (side + 3), top, side, side)
            is_missing = each.aim is not None and each.score <= step < each.aim
            edge = QPen(token("accent-ink", palette), 2)
            painter.setPen(edge if is_missing else Qt.PenStyle.NoPen)
            ground = "text-2" if step < each.score else "surface" if is_missing else "pressed"
            painter.setBrush(token(ground, palette))
            painter.drawRoundedRect(place.adjusted(1, 1, -1, -1) if is_missing else place, 2, 2)
        font = painter.font()
        font.setBold(True)
        painter.setFont(font)
        rest = rect.adjusted(_MOST * (side + 3) + 4, 0, 0, 0)
        self.draw_text(painter, rest, str(index.data() or ""), "text")

    def _square(self, rect: QRect) -> QRectF:
        high = rect.height() - 6
        place = QRectF(0, 0, high * 1.25, high)
        place.moveCenter(QRectF(rect).center())
        return place
