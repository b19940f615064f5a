"""The table of columns side by side; under each number, how it differs from the first column."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QWidget

from socplanner.domain.staffing.calculation import Figure
from socplanner.ui.cost.comparison_model import DIFFERENCE, ComparisonModel
from socplanner.ui.kit.figure_table import FigureTable
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.row_delegate import RIGHT, RowDelegate, cell_width
from socplanner.ui.kit.row_table import ColumnFit
from socplanner.ui.kit.shown_model import Index
from socplanner.ui.kit.type_scale import scaled

_AIR = 8
_NUMBER, _LEAST, _NAME = 24, 13, 26
_FIT = ColumnFit({}, 0, _NAME)
_TOP = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight
_BOTTOM = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight


class ComparisonDelegate(RowDelegate):
    """Draws a number with its difference below it; the first column of numbers is on a band."""

    @override
    def ground(self, index: Index) -> str:
        return "band" if index.column() == 1 else ""

    @override
    def draw_content(self, painter: QPainter, rect: QRect, index: Index) -> None:
        text, difference = str(index.data() or ""), str(index.data(DIFFERENCE))
        place = rect.adjusted(0, _AIR // 2, 0, -_AIR // 2 - 1)
        if not index.column():
            self.draw_text(painter, place, text, "text")
        elif not difference:
            self.draw_text(painter, place, text, "text", RIGHT)
        else:
            self.draw_text(painter, place, text, "text", _TOP)
            painter.setFont(scaled(self.view.font(), "caption"))
            self.draw_text(painter, place, difference, "text-2", _BOTTOM)


class ComparisonTable(FigureTable):
    """One row for each figure; it scrolls to the side where there are many columns."""

    def __init__(self, model: ComparisonModel, parent: QWidget) -> None:
        """Show `model`."""
        super().__init__(model, _FIT, _AIR, parent)
        self._comparison = model
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setItemDelegate(ComparisonDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        model.modelReset.connect(self.fit_columns)
        self.fit_font()

    @override
    def figure_at(self, row: int, column: int) -> Figure | None:
        return self._comparison.figure(row, column)

    @override
    def fit_font(self) -> None:
        super().fit_font()
        self.verticalHeader().setDefaultSectionSize(row_height(self))

    @override
    def fixed_widths(self) -> dict[int, int]:
        columns = self._comparison.columnCount()
        letter = self.fontMetrics().averageCharWidth()
        longest = cell_width(self.fontMetrics(), self._comparison.longest_number())
        least = max(_LEAST * letter, longest)
        left = self.viewport().width() - _NAME * letter
        width = max(least, min(_NUMBER * letter, left // max(columns - 1, 1)))
        return dict.fromkeys(range(1, columns), width)

    @override
    def fit_columns(self) -> None:
        super().fit_columns()
        least = _NAME * self.fontMetrics().averageCharWidth()
        self.setColumnWidth(0, max(self.columnWidth(0), least))


def row_height(view: QWidget) -> int:
    """Return the height of a number with its difference."""
    caption = QFontMetrics(scaled(view.font(), "caption"))
    return view.fontMetrics().height() + caption.height() + _AIR
