"""The list of findings: one a row, with the name of a group above its first."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from socplanner.domain.checks.finding import Finding
from socplanner.ui.checks.findings_filter import FindingGroup, FindingsFilter
from socplanner.ui.checks.findings_model import Column
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.theme import blended

_AIR = 4
_INDENT = 6
_LEAST_COLUMN = 24
_WIDTHS = {Column.SEVERITY: 5, Column.RULE: 7, Column.ROLE: 28}
"""Widths of columns in letters; the last column has the rest."""


class RoomyDelegate(QStyledItemDelegate):
    """Leaves space between the rows, and more above the first row of a group."""

    def __init__(self, rows: FindingsFilter, parent: QWidget) -> None:
        """Read from `rows` where groups begin."""
        super().__init__(parent)
        self._rows = rows

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        high = option.fontMetrics.height()
        return QSize(0, high + _AIR + self.space_above(index.row(), high))

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        option.rect.setTop(
            option.rect.top() + self.space_above(index.row(), option.fontMetrics.height())
        )
        super().paint(painter, option, index)

    def space_above(self, row: int, height: int) -> int:
        """Return the height of the name above `row`, in text of `height`."""
        return height + _AIR if self._rows.group_text(row) else 0


class FindingsList(QTreeView):
    """The findings, one a row; Enter and double-click jump to the place."""

    chosen = Signal()
    menu_requested = Signal(QPoint)
    """The planner opens the menu of the finding, at a point of the screen."""

    def __init__(self, rows: FindingsFilter, parent: QWidget) -> None:
        """Show `rows`."""
        super().__init__(parent)
        self._rows = rows
        self._delegate = RoomyDelegate(rows, self)
        self.setModel(rows)
        self.setItemDelegate(self._delegate)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = self.header()
        header.setMinimumSectionSize(_LEAST_COLUMN)
        header.setStretchLastSection(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def edit_commands(self) -> Mapping[str, Callable[[], object]]:
        """Return the commands of the Edit menu here."""
        return {"select-all": self.selectAll}

    def selected_findings(self) -> tuple[Finding, ...]:
        """Return the selected findings, in the order of the list."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        findings = (self._rows.finding(row) for row in rows)
        return tuple(finding for finding in findings if finding is not None)

    def choose(self, row: int) -> None:
        """Select the finding in `row` alone, even with modifier keys: Shift+F4 selects no range."""
        alone = QItemSelectionModel.SelectionFlag.ClearAndSelect
        flags = alone | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(self._rows.index(row, 0), flags)

    def show_groups(self) -> None:
        """Set the heights of rows with the name of a group, and of those without."""
        self.setUniformRowHeights(self._rows.grouping is FindingGroup.NOTHING)
        self.scheduleDelayedItemsLayout()

    def fit_columns(self) -> None:
        """Give the columns the width of their texts, that of the roles at most what is left."""
        letter, left = self.fontMetrics().averageCharWidth(), self.viewport().width()
        for column, characters in _WIDTHS.items():
            width = max(_LEAST_COLUMN, min(letter * characters, left))
            self.header().resizeSection(column, width)
            left -= width

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()

    @override
    def drawRow(
        self,
        painter: QPainter,
        options: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().drawRow(painter, options, index)
        group_title = self._rows.group_text(index.row())
        if not group_title:
            return
        row: QRect = options.rect
        high = self._delegate.space_above(index.row(), self.fontMetrics().height())
        band = QRect(row.x(), row.y(), row.width(), high)
        palette = self.palette()
        base, text = (
            palette.color(QPalette.ColorRole.Base),
            palette.color(QPalette.ColorRole.Text),
        )
        painter.save()
        painter.fillRect(band, blended(base, text, 0.08))
        font = self.font()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(text)
        inside = band.adjusted(_INDENT, 0, -_INDENT, 0)
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignVCenter), group_title)
        painter.restore()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit()
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.currentIndex()
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(event.pos())
            if not self.selectionModel().isSelected(index):
                self.choose(index.row())
            place = event.globalPos()
        else:
            place = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
        if index.isValid():
            self.menu_requested.emit(place)
        event.accept()
