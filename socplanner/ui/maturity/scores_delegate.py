"""Drawing a role with its scores: digits on a heat scale, and the gap as steps from score to aim.

A digit is always written, so that the scale is never the only sign. `?` in a dashed frame is not
answered, a dash is a side that does not count. Where an earlier score is another, it stands before
it with an arrow.
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
from socplanner.wording.maturity_words import short_score

_HEAT = {"1": 0.06, "2": 0.24, "3": 0.46, "4": 0.72, "5": 1.0}
"""How much of the accent is in the ground of a digit."""

_MOST = 5
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.AlignmentFlag.AlignRight)


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
            self._draw_side(painter, self._draw_before(painter, rect, index), index)
        elif column == ScoreColumn.CHANGE:
            self._draw_change(painter, rect, text)
        elif column == ScoreColumn.AIM:
            self._draw_points(painter, rect, text)
        elif column == ScoreColumn.GAP:
            self._draw_gap(painter, rect, index)
        else:
            self.draw_text(painter, rect, text, "text-2")

    def _draw_before(self, painter: QPainter, rect: QRect, index: Index) -> QRect:
        """Draw the earlier score, if it is another; return the place of the present one."""
        if self._scores.comparison is None:
            return rect
        side, words = SIDE_OF[index.column()], self._scores.words
        before = short_score(self._scores.before(index.row(), side), words)
        half = QRect(rect.left(), rect.top(), rect.width() // 2, rect.height())
        if before != self._score(index):
            painter.setPen(token("text-2", self.palette))
            arrow = words.tr("{before} → {after}", before=before, after="").rstrip()
            painter.drawText(half.adjusted(0, 0, -2, 0), _RIGHT, arrow)
        return rect.adjusted(half.width(), 0, -half.width() // 4, 0)

    def _draw_change(self, painter: QPainter, rect: QRect, text: str) -> None:
        """Draw by how much the score of the role rose or fell."""
        font = painter.font()
        font.setBold(True)
        painter.setFont(font)
        self.draw_text(painter, rect, text, "text-2" if text.startswith("±") else "text")

    def _score(self, index: Index) -> str:
        """Return the present score of a side."""
        scores = self._scores.rows[index.row()].scores
        return short_score(scores.of(SIDE_OF[index.column()]).score, self._scores.words)

    def _draw_side(self, painter: QPainter, rect: QRect, index: Index) -> None:
        side = SIDE_OF[index.column()]
        score = self._scores.rows[index.row()].scores.of(side).score
        if side not in self._scores.sides(index.row()):
            painter.setPen(token("text-3", self.palette))
            painter.drawText(rect, _CENTRE, self._score(index))
        elif is_answer(score):
            self._draw_points(painter, rect, self._score(index))
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
