"""The table of parties and contracts. A number opens its formula; Enter edits the line."""

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from socplanner.ui.cost.party_model import CostColumn, CostLine, PartyCostModel
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.party_chip import chip_size, draw_party_chip
from socplanner.ui.kit.row_table import ColumnFit, RowTable
from socplanner.ui.kit.shown_model import Index
from socplanner.ui.kit.tokens import token

_AIR, _SIDE, _INDENT = 12, 8, 22
_FIT = ColumnFit(
    {
        CostColumn.FTE: 9,
        CostColumn.INHOUSE: 16,
        CostColumn.RETAINED: 16,
        CostColumn.FEES: 16,
        CostColumn.YEAR: 16,
        CostColumn.ONCE: 16,
    },
    CostColumn.NAME,
    22,
    (CostColumn.FTE, CostColumn.RETAINED, CostColumn.ONCE, CostColumn.FEES, CostColumn.INHOUSE),
)
"""The names have the rest; the cost of a year is never hidden."""

_LEFT = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.AlignmentFlag.AlignRight)
_ELIDE = Qt.TextElideMode.ElideRight


class PartyCostDelegate(QStyledItemDelegate):
    """Draws parties with their chip, contracts under their provider, and numbers at the right."""

    def __init__(self, model: PartyCostModel, view: QAbstractItemView) -> None:
        """Draw lines of `model` in `view`."""
        super().__init__(view)
        self._costs = model
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, option.fontMetrics.height() + _AIR)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line, rect = self._costs.lines[index.row()], QRect(option.rect)
        palette = self._view.palette()
        painter.save()
        if self._view.selectionModel().isSelected(index):
            painter.fillRect(rect, token("accent-tint", palette))
        elif line.kind == "total":
            painter.fillRect(rect, token("band", palette))
        font = QFont(self._view.font())
        font.setBold(line.kind == "total")
        painter.setFont(font)
        if index.column() == CostColumn.NAME:
            self._paint_name(painter, rect, line, palette)
        else:
            ink = "text-2" if line.kind == "contract" else "text"
            painter.setPen(token(ink, palette))
            painter.drawText(rect.adjusted(4, 0, -_SIDE, 0), _RIGHT, str(index.data() or ""))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, token("line", palette))
        if self._view.currentIndex() == index and self._view.hasFocus():
            painter.setPen(QPen(token("accent-ink", palette), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(rect).adjusted(1, 1, -1, -2))
        painter.restore()

    def _paint_name(
        self, painter: QPainter, rect: QRect, line: CostLine, palette: QPalette
    ) -> None:
        place = rect.adjusted(_SIDE, 0, -4, 0)
        if line.initials:
            size = chip_size(self._view.font())
            chip = QRectF(place.left(), 0, size.width(), size.height())
            chip.moveTop(round(rect.center().y() - size.height() / 2))
            painter.save()
            draw_party_chip(painter, chip, line.initials, line.party_kind, palette)
            painter.restore()
            place.setLeft(place.left() + size.width() + _SIDE)
        elif line.kind == "contract":
            place.setLeft(place.left() + _INDENT)
        painter.setPen(token("text-2" if line.kind == "contract" else "text", palette))
        name = painter.fontMetrics().elidedText(line.name, _ELIDE, place.width())
        painter.drawText(place, _LEFT, name)


class PartyCostTable(RowTable):
    """Parties, the contracts of providers, and the total."""

    figure_chosen = Signal(object)
    """The figure of the current cell, or None."""

    edit_requested = Signal(int)
    """The row of the line to be edited."""

    remove_requested = Signal(int)

    def __init__(self, model: PartyCostModel, parent: QWidget) -> None:
        """Show `model`."""
        super().__init__(model, _FIT, _AIR, parent)
        self._costs = model
        self.setItemDelegate(PartyCostDelegate(model, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._before_reset = ("", "", 0)
        model.modelAboutToBeReset.connect(self._remember_current)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.doubleClicked.connect(self._on_double_clicked)
        self.fit_font()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_F2 if row >= 0:
                self.edit_requested.emit(row)
            case Qt.Key.Key_Delete if row >= 0:
                self.remove_requested.emit(row)
            case Qt.Key.Key_Escape:
                self.escaped.emit()
            case _:
                super().keyPressEvent(event)

    def restore_current(self) -> None:
        """Go to the line that was current before the model was computed again, if it is there."""
        kind, line_id, column = self._before_reset
        for row, line in enumerate(self._costs.lines):
            if (line.kind, line.id) == (kind, line_id):
                self.setCurrentIndex(self._costs.index(row, column))

    def _remember_current(self) -> None:
        index = self.currentIndex()
        line = self._costs.lines[index.row()] if index.isValid() else None
        self._before_reset = ("", "", 0) if line is None else (line.kind, line.id, index.column())

    def _on_current_changed(self, current: QModelIndex) -> None:
        figure = None
        if current.isValid():
            figure = self._costs.figure(current.row(), current.column())
        self.figure_chosen.emit(figure)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.edit_requested.emit(index.row())
