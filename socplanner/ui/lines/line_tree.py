"""The tree of a list of lines: keys and clicks choose a side, Enter goes to what it is about."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.shown_model import Index
from socplanner.ui.kit.type_scale import scaled_pixels
from socplanner.ui.lines.line_delegate import (
    FOLD_WIDTH,
    SWITCH_WIDTH,
    LineTreeDelegate,
    switch_rect,
)
from socplanner.ui.lines.line_header import LineHeader
from socplanner.ui.lines.line_model import LineTreeModel
from socplanner.ui.lines.line_source import ColumnKind, LineSource, Side
from socplanner.wording.language import Words

_ONLY = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
_SIDES = {Qt.Key.Key_Left: Side.OURS, Qt.Key.Key_Right: Side.THEIRS}


class LineTree(QTreeView):
    """Shows a source; a group stands for all of its lines."""

    activated_line = Signal()
    """Enter was pressed, or a line was clicked twice."""

    side_wanted = Signal(object, object)
    """The planner chooses a `Side` of a list of lines."""

    options_wanted = Signal()
    """The planner chooses the other side of a line that has several values there."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.lines = LineTreeModel(words, self)
        self.setModel(self.lines)
        self.setItemDelegate(LineTreeDelegate(self, self.lines))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setUniformRowHeights(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHeader(LineHeader(self.lines, self))
        self._pressed = QPersistentModelIndex()
        self.doubleClicked.connect(self._on_double_clicked)

    def show_source(self, source: LineSource[Any]) -> None:
        """Show `source`; folded groups stay, and the current line, or the one at its place."""
        number, folded = self._line_number(), self._folded_titles()
        self.lines.show(source)
        self.expandAll()
        for row, group in enumerate(source.groups):
            if group.title in folded:
                self.collapse(self.lines.index(row, 0))
        self.setHeaderHidden(not any(each.heading for each in source.columns))
        self._fit_columns()
        self._choose_number(number)

    def choose(self, index: QModelIndex) -> None:
        """Make the row of `index` the only selected one, whatever keys are pressed."""
        self.selectionModel().setCurrentIndex(index.siblingAtColumn(0), _ONLY)

    def chosen(self) -> list[Any]:
        """Return the selected lines; a group stands for all of its lines."""
        lines: dict[int, Any] = {}
        for index in self.selectionModel().selectedRows():
            lines |= {id(each): each for each in self.lines.lines_at(index)}
        return list(lines.values())

    @override
    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if self.lines.line(index) is None:  # a title has the whole width
            self.itemDelegate().paint(painter, option, index)
        else:
            super().drawRow(painter, option, index)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_columns()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, has_switch = event.key(), self.lines.switch_column() >= 0
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.activated_line.emit()
        elif key in _SIDES and has_switch:
            self._emit_side(self.chosen(), _SIDES[Qt.Key(key)])
        elif key == Qt.Key.Key_Space and has_switch:
            is_theirs = self.lines.side_of(self.currentIndex()) is Side.THEIRS
            self._emit_side(self.chosen(), Side.OURS if is_theirs else Side.THEIRS)
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = QPersistentModelIndex(self.indexAt(event.position().toPoint()))
        super().mousePressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        index = self.indexAt(place)
        if event.button() is not Qt.MouseButton.LeftButton or index != self._pressed:
            return
        is_group = index.isValid() and self.lines.line(index) is None
        if is_group and place.x() < FOLD_WIDTH:
            self.setExpanded(index.siblingAtColumn(0), not self.isExpanded(index))
            return
        side = self._side_at(place, index)
        if side is not None:
            self._emit_side(self.lines.lines_at(index), side)

    def _side_at(self, place: QPoint, index: QModelIndex) -> Side | None:
        """Return the side whose arrow is at `place` in the row of `index`, or None."""
        column = self.lines.switch_column()
        if column < 0 or not index.isValid() or self.lines.side_of(index) is None:
            return None
        cell, header = self.visualRect(index), self.header()
        cell.setLeft(header.sectionViewportPosition(column))
        cell.setWidth(header.sectionSize(column))
        frame = switch_rect(cell)
        if not frame.contains(place):
            return None
        return Side.OURS if place.x() < frame.center().x() else Side.THEIRS

    def _emit_side(self, lines: Sequence[object], side: Side) -> None:
        source = self.lines.source
        wanted = [each for each in lines if source.can_choose(each, side)]
        if wanted:
            self.side_wanted.emit(wanted, side)
        elif lines and source.can_choose(lines[0], Side.OURS):
            self.options_wanted.emit()

    def _fit_columns(self) -> None:
        """Share the width among the columns."""
        columns, header = self.lines.source.columns, self.header()
        switch = scaled_pixels(self.font(), SWITCH_WIDTH)
        shares = [0 if each.kind is ColumnKind.SWITCH else each.share for each in columns]
        total, wide = sum(shares), self.viewport().width()
        rest = wide - switch * sum(not each for each in shares)
        for column, share in enumerate(shares):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(column, rest * share // total if share else switch)

    def _folded_titles(self) -> set[str]:
        groups, lines = self.lines.source.groups, self.lines
        return {
            group.title
            for row, group in enumerate(groups)
            if not self.isExpanded(lines.index(row, 0))
        }

    def _line_number(self) -> int:
        """Return the number of the current line, counted from 0; -1 for none."""
        current = self.currentIndex()
        if self.lines.line(current) is None:
            return -1
        groups = self.lines.source.groups[: current.parent().row()]
        return sum(len(group.lines) for group in groups) + current.row()

    def _choose_number(self, number: int) -> None:
        """Make the line current that has `number`, or the last one; or its group, if folded."""
        counts = [len(group.lines) for group in self.lines.source.groups]
        number = min(max(number, 0), sum(counts) - 1)
        for row, count in enumerate(counts):
            if 0 <= number < count:
                group = self.lines.index(row, 0)
                is_open = self.isExpanded(group)
                self.choose(self.lines.index(number, 0, group) if is_open else group)
                return
            number -= count

    def _on_double_clicked(self, index: QModelIndex) -> None:
        if self.lines.line(index) is not None and index.column() != self.lines.switch_column():
            self.activated_line.emit()
