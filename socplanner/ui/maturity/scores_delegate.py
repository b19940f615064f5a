"""Drawing a role with its scores: digits on a heat scale, and the gap as steps from score to aim.

A digit is always written, so that the scale is never the only sign. `?` in a dashed frame is not
answered, a dash is a side that does not count.
"""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPalette, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from socplanner.domain.maturity.role_maturity import is_answer
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.sourcing_sign import draw_sign
from socplanner.ui.kit.theme import blended, ink_on
from socplanner.ui.kit.tokens import token
from socplanner.ui.kit.type_scale import scaled_pixels
from socplanner.ui.maturity.scores_model import SIDE_OF, ScoreColumn, ScoresModel

Index = QModelIndex | QPersistentModelIndex
_AIR, _SIDE, _SIGN = 10, 8, 14
_HEAT = {"1": 0.06, "2": 0.24, "3": 0.46, "4": 0.72, "5": 1.0}
"""How much of the accent is in the ground of a digit."""

_MOST = 5
_LEFT = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.AlignmentFlag.AlignLeft)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_ELIDE = Qt.TextElideMode.ElideRight


def heat(points: str, palette: QPalette) -> QColor:
    """Return the ground of the digit `points`."""
    return blended(token("surface", palette), token("accent", palette), _HEAT[points])


class ScoresDelegate(QStyledItemDelegate):
    """Draws the cells of a `ScoresModel`."""

    def __init__(self, model: ScoresModel, view: QAbstractItemView) -> None:
        """Draw rows of `model` in `view`."""
        super().__init__(view)
        self._scores = model
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, option.fontMetrics.height() + _AIR)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect, palette, column = QRect(option.rect), self._view.palette(), index.column()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._view.selectionModel().isRowSelected(index.row()):
            painter.fillRect(rect, token("accent-tint", palette))
        if column == ScoreColumn.ROLE:
            self._paint_role(painter, rect, index, palette)
        elif column in SIDE_OF:
            self._paint_side(painter, rect, index, palette)
        elif column == ScoreColumn.AIM:
            self._paint_points(painter, rect, str(index.data()), palette)
        elif column == ScoreColumn.GAP:
            self._paint_gap(painter, rect, index, palette)
        else:
            self._paint_text(painter, rect.adjusted(_SIDE, 0, -4, 0), index, palette)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, token("line", palette))
        if self._view.currentIndex() == index and self._view.hasFocus():
            painter.setPen(QPen(token("accent-ink", palette), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(rect).adjusted(1, 1, -1, -2))
        painter.restore()

    def _paint_role(self, painter: QPainter, rect: QRect, index: Index, palette: QPalette) -> None:
        side = scaled_pixels(self._view.font(), _SIGN)
        place = QRectF(rect.left() + _SIDE, rect.center().y() - side / 2 + 1, side, side)
        draw_sign(painter, self._scores.rows[index.row()].duty.sourcing, place, palette)
        self._paint_text(painter, rect.adjusted(2 * _SIDE + side, 0, -4, 0), index, palette)

    def _paint_side(self, painter: QPainter, rect: QRect, index: Index, palette: QPalette) -> None:
        side = SIDE_OF[index.column()]
        score = self._scores.rows[index.row()].scores.of(side).score
        if side not in self._scores.sides(index.row()):
            painter.setPen(token("text-3", palette))
            painter.drawText(rect, _CENTRE, "–" if score is None else str(index.data()))
        elif is_answer(score):
            self._paint_points(painter, rect, str(index.data()), palette)
        else:
            place = self._square(rect)
            painter.setPen(QPen(token("warning", palette), 1, Qt.PenStyle.DashLine))
            painter.setBrush(token("warning-tint", palette))
            painter.drawRoundedRect(place, 3, 3)
            painter.drawText(place, _CENTRE, "?")

    def _paint_points(self, painter: QPainter, rect: QRect, points: str, palette: QPalette) -> None:
        if points not in _HEAT:
            painter.setPen(token("text-3", palette))
            painter.drawText(rect, _CENTRE, points)
            return
        place, ground = self._square(rect), heat(points, palette)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(place, 3, 3)
        painter.setPen(ink_on(ground))
        painter.drawText(place, _CENTRE, points)

    def _paint_gap(self, painter: QPainter, rect: QRect, index: Index, palette: QPalette) -> None:
        """Draw a step for each point: filled up to the score, blue up to the aim."""
        each = self._scores.rows[index.row()]
        if each.score is None:
            return
        side = max(round(rect.height() * 0.34), 6)
        left, top = rect.left() + _SIDE, rect.center().y() - side // 2
        for step in range(_MOST):
            place = QRectF(left + step * (side + 3), top, side, side)
            is_missing = each.aim is not None and each.score <= step < each.aim
            edge = QPen(token("accent-ink", palette), 2)
            painter.setPen(edge if is_missing else Qt.PenStyle.NoPen)
            ground = "text-2" if step < each.score else "surface" if is_missing else "pressed"
            painter.setBrush(token(ground, palette))
            painter.drawRoundedRect(place.adjusted(1, 1, -1, -1) if is_missing else place, 2, 2)
        font = QFont(self._view.font())
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(token("text", palette))
        painter.drawText(
            rect.adjusted(_SIDE + _MOST * (side + 3) + 4, 0, 0, 0), _LEFT, str(index.data() or "")
        )

    def _paint_text(self, painter: QPainter, rect: QRect, index: Index, palette: QPalette) -> None:
        is_name = index.column() == ScoreColumn.ROLE
        painter.setPen(token("text" if is_name else "text-2", palette))
        text = painter.fontMetrics().elidedText(str(index.data() or ""), _ELIDE, rect.width())
        painter.drawText(rect, _LEFT, text)

    def _square(self, rect: QRect) -> QRectF:
        high = rect.height() - 6
        place = QRectF(0, 0, high * 1.25, high)
        place.moveCenter(QRectF(rect).center())
        return place
