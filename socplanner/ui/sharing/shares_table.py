"""The table of shares; the counterpart of the current row is the chosen one."""

from PySide6.QtCore import QModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QWidget

from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.row_delegate import SIDE, RowDelegate
from socplanner.ui.kit.row_table import ColumnFit, RowTable
from socplanner.ui.kit.shown_model import Index
from socplanner.ui.kit.tlp_chip import draw_tlp_chip, tlp_chip_width
from socplanner.ui.kit.type_scale import scaled
from socplanner.ui.sharing.shares_model import ShareColumn, SharesModel

_FIT = ColumnFit(
    {
        ShareColumn.FROM: 16,
        ShareColumn.TO: 24,
        ShareColumn.TLP: 17,
        ShareColumn.MEANS: 14,
        ShareColumn.LIMIT: 11,
        ShareColumn.FLOW: 20,
    },
    ShareColumn.WHAT,
    22,
    (ShareColumn.MEANS, ShareColumn.LIMIT, ShareColumn.FLOW),
)
_LEAST_WIDTHS = {ShareColumn.TO: 12, ShareColumn.FROM: 12, ShareColumn.TLP: 15}
_LEAST_CONTENT = 8
"""The letters that what is handed on keeps before the columns beside it shrink."""

_CHIP_HIGH = 0.7
"""The height of the chip of a label, in rows."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)


class SharesDelegate(RowDelegate):
    """Draws the cells of a `SharesModel`; the label is a chip, as on the map."""

    def __init__(self, model: SharesModel, view: QAbstractItemView) -> None:
        """Draw rows of `model` in `view`."""
        super().__init__(view, has_row_cursor=True)
        self._shares = model

    @override
    def draw_content(self, painter: QPainter, rect: QRect, index: Index) -> None:
        text = str(index.data() or "")
        label = self._shares.shares[index.row()].step.tlp
        if index.column() != ShareColumn.TLP or label is None:
            ink = "text" if index.column() == ShareColumn.WHAT else "text-2"
            self.draw_text(painter, rect, text, ink)
            return
        painter.setFont(scaled(self.view.font(), "badge"))
        wide = min(tlp_chip_width(text, painter.font()), rect.width() - SIDE)
        high = rect.height() * _CHIP_HIGH
        chip = QRectF(rect.left() + SIDE, rect.center().y() - high / 2 + 1, wide, high)
        draw_tlp_chip(painter, chip, label, text, self.palette)
        painter.setFont(self.view.font())


class SharesTable(RowTable):
    """Rows of shares; Enter edits the agreement with the counterpart of the row."""

    counterpart_chosen = Signal(str)
    edit_requested = Signal()

    def __init__(self, model: SharesModel, parent: QWidget) -> None:
        """Show `model`."""
        super().__init__(model, _FIT, 10, parent)
        self._shares = model
        self._is_entered = False
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setItemDelegate(SharesDelegate(model, self))
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self.doubleClicked.connect(self._on_double_clicked)
        self.fit_font()

    @override
    def fixed_widths(self) -> dict[int, int]:
        """Return the widths; those of columns that are never hidden shrink in a narrow view."""
        widths, letter = super().fixed_widths(), self.fontMetrics().averageCharWidth()
        wanted = sum(widths[column] for column in _LEAST_WIDTHS) + _LEAST_CONTENT * letter
        excess = max(wanted - self.viewport().width(), 0)
        for column, letters in _LEAST_WIDTHS.items():
            cut = min(excess, widths[column] - letters * letter)
            widths[column] -= cut
            excess -= cut
        return widths

    def choose_counterpart(self, counterpart: str) -> None:
        """Make the first row of a counterpart current, unless one of its rows is."""
        row = self.currentIndex().row()
        if 0 <= row < self._shares.rowCount() and (self._shares.counterpart_of(row) == counterpart):
            return
        row = self._shares.row_of(counterpart)
        if row >= 0:
            self.setCurrentIndex(self._shares.index(row, 0))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self.currentIndex().isValid():
            self.edit_requested.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Leave the chosen counterpart as it is, though Qt makes the first row current."""
        self._is_entered = True
        super().focusInEvent(event)
        self._is_entered = False

    def _on_current_changed(self, current: QModelIndex) -> None:
        if current.isValid() and not self._is_entered:
            self.counterpart_chosen.emit(self._shares.counterpart_of(current.row()))

    def _on_double_clicked(self, _: QModelIndex) -> None:
        self.edit_requested.emit()
