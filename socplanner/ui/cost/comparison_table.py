"""The table of columns side by side; under each number, how it differs from the first column."""

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from socplanner.ui.cost.comparison_model import DIFFERENCE, ComparisonModel
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.row_table import ColumnFit, RowTable
from socplanner.ui.kit.shown_model import Index
from socplanner.ui.kit.tokens import token
from socplanner.ui.kit.type_scale import scaled

_AIR, _SIDE = 8, 8
_NUMBER, _NAME = 24, 26
_FIT = ColumnFit({}, 0, _NAME)
_LEFT = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.AlignmentFlag.AlignLeft)
_TOP = int(Qt.AlignmentFlag.AlignTop) | int(Qt.AlignmentFlag.AlignRight)
_BOTTOM = int(Qt.AlignmentFlag.AlignBottom) | int(Qt.AlignmentFlag.AlignRight)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.AlignmentFlag.AlignRight)


class ComparisonDelegate(QStyledItemDelegate):
    """Draws a number with its difference below it."""

    def __init__(self, view: QAbstractItemView) -> None:
        """Draw cells of `view`."""
        super().__init__(view)
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, row_height(self._view))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect, palette = QRect(option.rect), self._view.palette()
        painter.save()
        if self._view.selectionModel().isSelected(index):
            painter.fillRect(rect, token("accent-tint", palette))
        elif index.column() == 1:
            painter.fillRect(rect, token("band", palette))
        painter.setFont(self._view.font())
        painter.setPen(token("text", palette))
        place = rect.adjusted(_SIDE, _AIR // 2, -_SIDE, -_AIR // 2 - 1)
        text = str(index.data() or "")
        if not index.column():
            elide = Qt.TextElideMode.ElideRight
            name = painter.fontMetrics().elidedText(text, elide, place.width())
            painter.drawText(place, _LEFT, name)
        else:
            self._paint_number(painter, place, text, str(index.data(DIFFERENCE)), palette)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, token("line", palette))
        if self._view.currentIndex() == index and self._view.hasFocus():
            painter.setPen(QPen(token("accent-ink", palette), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(rect).adjusted(1, 1, -1, -2))
        painter.restore()

    def _paint_number(
        self, painter: QPainter, place: QRect, text: str, difference: str, palette: QPalette
    ) -> None:
        if not difference:
            painter.drawText(place, _RIGHT, text)
            return
        painter.drawText(place, _TOP, text)
        painter.setFont(scaled(self._view.font(), "caption"))
        painter.setPen(token("text-2", palette))
        painter.drawText(place, _BOTTOM, difference)


class ComparisonTable(RowTable):
    """One row for each figure; it scrolls to the side where there are many columns."""

    figure_chosen = Signal(object)
    """The figure of the current cell, or None."""

    def __init__(self, model: ComparisonModel, parent: QWidget) -> None:
        """Show `model`."""
        super().__init__(model, _FIT, _AIR, parent)
        self._comparison = model
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setItemDelegate(ComparisonDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        model.modelReset.connect(self.fit_columns)
        self.fit_font()

    @override
    def fit_font(self) -> None:
        super().fit_font()
        self.verticalHeader().setDefaultSectionSize(row_height(self))

    @override
    def fixed_widths(self) -> dict[int, int]:
        columns = self._comparison.columnCount()
        letter = self.fontMetrics().averageCharWidth()
        left = self.viewport().width() - _NAME * letter
        width = min(_NUMBER * letter, max(left // max(columns - 1, 1), 13 * letter))
        return dict.fromkeys(range(1, columns), width)

    @override
    def fit_columns(self) -> None:
        super().fit_columns()
        least = _NAME * self.fontMetrics().averageCharWidth()
        self.setColumnWidth(0, max(self.columnWidth(0), least))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def _on_current_changed(self, current: QModelIndex) -> None:
        figure = None
        if current.isValid():
            figure = self._comparison.figure(current.row(), current.column())
        self.figure_chosen.emit(figure)


def row_height(view: QWidget) -> int:
    """Return the height of a number with its difference."""
    caption = QFontMetrics(scaled(view.font(), "caption"))
    return view.fontMetrics().height() + caption.height() + _AIR
