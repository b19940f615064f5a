"""The table of roles and their weeks; its selection is that of the window."""

from collections.abc import Iterable

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from socplanner.domain.ids import RoleId
from socplanner.services.translator import Translator
from socplanner.ui.kit.overriding import override
from socplanner.ui.staffing.hours_delegate import HoursDelegate, week_rect
from socplanner.ui.staffing.hours_model import HoursColumn, HoursModel
from socplanner.ui.staffing.week_header import WeekHeader
from socplanner.ui.staffing.week_strip import STEP, STEPS_A_DAY, moment_at

_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect
_ROWS = QItemSelectionModel.SelectionFlag.Rows
_PARTIES, _HOURS = 13, 26
"""Widths of the responsible parties and of the text of the hours, in letters."""

_MOST_ROLE, _LEAST_ROLE = 40, 18
"""The most letters of a name that are shown, and the least."""

_LEAST_WEEK = 50
"""The least width of the week in letters; for it, other columns are narrower or hidden."""

_MEASURED = 100
"""Rows whose names are measured; a plan may have thousands."""

_AIR, _SIDES, _SIGN = 10, 16, 22


class HoursTable(QTableView):
    """Rows of roles. Left and Right walk through the week, Enter opens the hours to paint them."""

    selection_altered = Signal()
    moment_chosen = Signal(object)
    """A moment of the week, by mouse."""

    stepped = Signal(int)
    """So many steps through the week, by keyboard."""

    hours_requested = Signal()
    """The planner wants to edit the hours of the selected roles."""

    context_requested = Signal(QPoint)
    escaped = Signal()

    def __init__(self, model: HoursModel, translator: Translator, parent: QWidget) -> None:
        """Show `model`."""
        super().__init__(parent)
        self._hours = model
        self.setModel(model)
        self.setItemDelegate(HoursDelegate(model, self))
        self.week_header = WeekHeader(model, translator, self)
        self.setHorizontalHeader(self.week_header)
        self.week_header.moment_chosen.connect(self.moment_chosen)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.doubleClicked.connect(self.hours_requested)
        self.selectionModel().selectionChanged.connect(self.selection_altered)
        model.modelReset.connect(self._fit_columns)
        translator.language_changed.connect(self._fit_columns)
        self.fit_font()

    def fit_font(self) -> None:
        """Set the height of rows and the widths of columns for the current font."""
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + _AIR)
        self._fit_columns()

    def selected_roles(self) -> list[RoleId]:
        """Return the selected roles, in the order of the rows."""
        places = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return [self._hours.row(place).role.id for place in places]

    def select_places(self, places: list[int]) -> None:
        """Select exactly the rows at `places`, and show the first of them."""
        selection = QItemSelection()
        for place in places:
            index = self._hours.index(place, 0)
            selection.select(index, index)
        self.selectionModel().select(selection, _SELECT | _ROWS)
        if places:
            first = self._hours.index(places[0], HoursColumn.WEEK)
            if self.currentIndex().row() not in places:
                no_update = QItemSelectionModel.SelectionFlag.NoUpdate
                self.selectionModel().setCurrentIndex(first, no_update)
            self.scrollTo(first)

    def go_to(self, place: int) -> None:
        """Put the cursor on the row at `place`, and select it."""
        index = self._hours.index(place, HoursColumn.WEEK)
        self.selectionModel().setCurrentIndex(index, _SELECT | _ROWS)
        self.scrollTo(index)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        is_left = event.button() is Qt.MouseButton.LeftButton
        if is_left and index.column() == HoursColumn.WEEK:
            strip = week_rect(self.visualRect(index))
            self.moment_chosen.emit(moment_at(event.position().x(), strip))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        match event.key():
            case Qt.Key.Key_Left:
                self.stepped.emit(-STEPS_A_DAY if is_ctrl else -60 // STEP)
            case Qt.Key.Key_Right:
                self.stepped.emit(STEPS_A_DAY if is_ctrl else 60 // STEP)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_F2:
                self.hours_requested.emit()
            case Qt.Key.Key_Escape:
                self.escaped.emit()
            case _:
                super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.currentIndex()
        place = self.viewport().mapToGlobal(self.visualRect(index).center())
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            index, place = self.indexAt(event.pos()), event.globalPos()
            if index.isValid() and not self.selectionModel().isSelected(index):
                self.go_to(index.row())
        if index.isValid():
            self.context_requested.emit(place)
        event.accept()

    def _fit_columns(self) -> None:
        """Give the week what the other columns leave; where that is too little, narrow them."""
        metrics, width = self.fontMetrics(), self.viewport().width()
        letter = metrics.averageCharWidth()
        left = width - _LEAST_WEEK * letter
        widths = {HoursColumn.STATE: self._width(self._hours.state_names())}
        left -= widths[HoursColumn.STATE]
        least, most = letter * _LEAST_ROLE, letter * _MOST_ROLE
        names = self._hours.names(_MEASURED)
        role = min(self._width(names) + _SIGN, most)
        widths[HoursColumn.ROLE] = max(min(role, left), least)
        left -= widths[HoursColumn.ROLE]
        for column, letters in ((HoursColumn.PARTIES, _PARTIES), (HoursColumn.HOURS, _HOURS)):
            widths[column] = letters * letter if letters * letter <= left else 0
            left -= widths[column]
        for column, wide in widths.items():
            self.setColumnHidden(column, wide == 0)
            self.setColumnWidth(column, wide)
        self.setColumnWidth(HoursColumn.WEEK, max(width - sum(widths.values()), 8 * letter))

    def _width(self, texts: Iterable[str]) -> int:
        """Return the width of a column for `texts`, the widest of them."""
        return max(map(self.fontMetrics().horizontalAdvance, texts), default=0) + _SIDES
