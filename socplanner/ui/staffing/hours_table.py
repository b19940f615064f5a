"""The table of roles and their weeks; its selection is that of the window."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from socplanner.services.translator import Translator
from socplanner.ui.kit.moment_bar import STEP, STEPS_A_DAY
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.row_table import ColumnFit, RoleTable
from socplanner.ui.staffing.hours_delegate import HoursDelegate, week_rect
from socplanner.ui.staffing.hours_model import HoursColumn, HoursModel
from socplanner.ui.staffing.week_header import WeekHeader
from socplanner.ui.staffing.week_strip import moment_at

_MOST_ROLE, _LEAST_ROLE = 40, 18
"""The most letters of a name that are shown, and the least."""

_LEAST_WEEK = 50
"""The least width of the week in letters; for it, other columns are narrower or hidden."""

_FIT = ColumnFit(
    {HoursColumn.PARTIES: 13, HoursColumn.HOURS: 26},
    HoursColumn.WEEK,
    _LEAST_WEEK,
    (HoursColumn.HOURS, HoursColumn.PARTIES),
)
_MEASURED = 100
"""Rows whose names are measured; a plan may have thousands."""

_AIR, _SIDES, _SIGN = 10, 16, 22


class HoursTable(RoleTable):
    """Rows of roles. Left and Right walk through the week, Enter opens the hours to paint them."""

    moment_chosen = Signal(object)
    """A moment of the week, by mouse."""

    stepped = Signal(int)
    """So many steps through the week, by keyboard."""

    hours_requested = Signal()
    """The planner wants to edit the hours of the selected roles."""

    def __init__(self, model: HoursModel, translator: Translator, parent: QWidget) -> None:
        """Show `model`."""
        super().__init__(model, _FIT, _AIR, parent)
        self._hours = model
        self.setItemDelegate(HoursDelegate(model, self))
        self.week_header = WeekHeader(model, translator, self)
        self.setHorizontalHeader(self.week_header)
        self.week_header.moment_chosen.connect(self.moment_chosen)
        self.doubleClicked.connect(self.hours_requested)
        model.modelReset.connect(self.fit_columns)
        translator.language_changed.connect(self.fit_columns)
        self.fit_font()

    @override
    def fixed_widths(self) -> dict[int, int]:
        widths, letter = super().fixed_widths(), self.fontMetrics().averageCharWidth()
        widths[HoursColumn.STATE] = self._width(self._hours.state_names())
        left = self.viewport().width() - widths[HoursColumn.STATE] - _LEAST_WEEK * letter
        role = min(self._width(self._hours.names(_MEASURED)) + _SIGN, letter * _MOST_ROLE)
        widths[HoursColumn.ROLE] = max(min(role, left), letter * _LEAST_ROLE)
        return widths

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

    def _width(self, texts: Iterable[str]) -> int:
        """Return the width of a column for `texts`, the widest of them."""
        return max(map(self.fontMetrics().horizontalAdvance, texts), default=0) + _SIDES
