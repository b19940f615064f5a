"""The frozen left side of the matrix: code, name, sourcing and mark of each role, and the bands."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QHeaderView, QWidget
from typing_extensions import override

from socplanner.services.translator import Translator
from socplanner.ui.matrix.grid_colours import band_fill, grid_line, selection_tint
from socplanner.ui.matrix.matrix_lines import Line
from socplanner.ui.matrix.matrix_model import MatrixModel
from socplanner.ui.theme import function_colour, severity_colour, sourcing_colours
from socplanner.wording.terms import function_name, severity_mark, sourcing_mark

_STRIPE = 4
_PAD = 6
_VCENTRE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)


class RoleHeader(QHeaderView):
    """Heads the rows. Its width follows the longest name, up to a bound."""

    def __init__(self, model: MatrixModel, translator: Translator, parent: QWidget) -> None:
        """Stand at the left of the table `parent`."""
        super().__init__(Qt.Orientation.Vertical, parent)
        self._matrix = model
        self._translator = translator
        self._width = 0
        self._code_width = 0
        self.setSectionsClickable(True)
        self.setHighlightSections(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.fit()

    def fit(self) -> None:
        """Take the width and the row height that the font and the names ask for."""
        metrics, words = self.fontMetrics(), self._translator.words
        self.setMinimumSectionSize(10)
        self.setDefaultSectionSize(metrics.height() + 6)
        bold = QFontMetrics(self._bold())
        roles = [line.role for line in self._matrix.lines[:400] if line.role is not None]
        codes = (bold.horizontalAdvance(role.code) for role in roles)
        names = (metrics.horizontalAdvance(words.local(role.name)) for role in roles)
        self._code_width = min(max(codes, default=0), metrics.averageCharWidth() * 12) + _PAD
        name = min(max(names, default=0), metrics.averageCharWidth() * 38)
        self._width = _STRIPE + _PAD + self._code_width + name + 2 * self._badge() + 2 * _PAD
        self.geometriesChanged.emit()
        self.viewport().update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._width, super().minimumSizeHint().height())

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        line = self._matrix.lines[logicalIndex]
        painter.save()
        painter.fillRect(rect, self.palette().base())
        if line.is_band:
            self._paint_band(painter, rect, line)
        else:
            self._paint_role(painter, rect, logicalIndex, line)
        painter.fillRect(
            QRect(rect.left(), rect.bottom(), rect.width(), 1), grid_line(self.palette())
        )
        painter.restore()

    def _paint_band(self, painter: QPainter, rect: QRect, line: Line) -> None:
        painter.fillRect(rect, band_fill(self.palette()))
        side = self.fontMetrics().height() - 4
        mark = QRect(rect.left() + _PAD, rect.center().y() - side // 2 + 1, side, side)
        painter.fillRect(mark, function_colour(line.function))
        painter.setFont(self._bold())
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        plan, words = self._matrix.plan, self._translator.words
        label = f"{line.function}. {function_name(line.function, plan.catalogue, words)}"
        place = rect.adjusted(mark.right() - rect.left() + _PAD, 0, -2, 0)
        elided = QFontMetrics(self._bold()).elidedText(
            label, Qt.TextElideMode.ElideRight, place.width()
        )
        painter.drawText(place, _VCENTRE, elided)

    def _paint_role(self, painter: QPainter, rect: QRect, row: int, line: Line) -> None:
        if line.role is None:
            return
        palette, badge = self.palette(), self._badge()
        if self._is_selected(row):
            painter.fillRect(rect, selection_tint(palette))
        stripe = QRect(rect.left(), rect.top(), _STRIPE, rect.height())
        painter.fillRect(stripe, function_colour(line.function))
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        painter.setFont(self._bold())
        code = QRect(stripe.right() + _PAD, rect.top(), self._code_width, rect.height())
        painter.drawText(code, _VCENTRE, line.role.code)
        painter.setFont(self.font())
        name = QRect(code.right() + 1, rect.top(), 0, rect.height())
        name.setRight(rect.right() - 2 * badge - _PAD)
        words = self._translator.words
        shown = self.fontMetrics().elidedText(
            words.local(line.role.name), Qt.TextElideMode.ElideRight, name.width()
        )
        painter.drawText(name, _VCENTRE, shown)
        self._paint_sourcing(
            painter, QRect(name.right() + 1, rect.top(), badge, rect.height()), row
        )
        worst = self._matrix.worst(row)
        if worst is not None:
            painter.setPen(severity_colour(worst, palette))
            mark = QRect(rect.right() - badge - 1, rect.top(), badge, rect.height())
            painter.drawText(mark, _CENTRE, severity_mark(worst))

    def _paint_sourcing(self, painter: QPainter, place: QRect, row: int) -> None:
        sourcing = self._matrix.duty(row).sourcing
        tint = sourcing_colours(sourcing, self.palette())
        painter.setPen(tint.border)
        painter.setBrush(tint.fill)
        painter.drawRect(place.adjusted(1, 2, -2, -4))
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        painter.drawText(place.adjusted(0, 0, 0, -2), _CENTRE, sourcing_mark(sourcing))

    def _is_selected(self, row: int) -> bool:
        selection = self.selectionModel()
        return bool(selection) and selection.rowIntersectsSelection(row, self.rootIndex())

    def _badge(self) -> int:
        return self.fontMetrics().height() + 4

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font
