"""A week as a grid of half hours, painted with the mouse or the keyboard."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from socplanner.domain.coverage import DAY, NO_COVERAGE, STATE_OF_MODE, CoverageState
from socplanner.domain.coverage_week import DAY_KINDS, Covered, Week, week_of
from socplanner.ui.kit.announcing import announce, has_screen_reader
from socplanner.ui.kit.coverage_bar import coverage_bar
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.tokens import token
from socplanner.ui.kit.type_scale import scaled
from socplanner.wording.coverage_words import day_name, state_name
from socplanner.wording.language import Words

STEP = 30
"""Minutes of a cell."""

_COLUMNS = DAY // STEP
_WIDE, _LEAST, _AIR = 14, 9, 12
_MOVES = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
_LEFT = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.AlignmentFlag.AlignLeft)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)


class WeekGrid(QWidget):
    """Days down, half hours across. Dragging, or Shift with arrows and then Space, paints."""

    painted = Signal(object, int, int)
    """The days, and the minutes from and to, that the planner painted."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        """Show a week in which nothing is covered."""
        super().__init__(parent)
        self._words = words
        self.week: Week = week_of(NO_COVERAGE)
        self._anchor = self._cursor = QPoint(18, 0)
        self._is_dragging = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(words.tr("Week"))
        self.setAccessibleDescription(
            words.tr(
                "Arrow keys move by half an hour or a day, with Shift they select; Space paints "
                "what is selected."
            )
        )

    def show_week(self, week: Week) -> None:
        """Show `week`."""
        self.week = week
        self.update()

    def selection(self) -> QRect:
        """Return the selected cells: half hours across, days down."""
        return QRect(self._anchor, QPoint(self._anchor)).united(QRect(self._cursor, self._cursor))

    def cell_rect(self, column: int, row: int) -> QRectF:
        """Return where a half hour of a day is."""
        left, top, high = self._label_width(), self._header_height(), self._row_height()
        wide = (self.width() - left - 1) / _COLUMNS
        return QRectF(left + column * wide, top + row * high, wide, high)

    @override
    def sizeHint(self) -> QSize:
        height = self._header_height() + len(DAY_KINDS) * self._row_height() + 1
        return QSize(self._label_width() + _WIDE * _COLUMNS, height)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._label_width() + _LEAST * _COLUMNS, self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_hours(painter)
        for row in range(len(DAY_KINDS)):
            self._paint_day(painter, row)
        self._paint_selection(painter)
        painter.end()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self._cell_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton:
            self._is_dragging = True
            is_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._go(cell, extends=is_shift)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._is_dragging:
            self._go(self._cell_at(event.position()), extends=True)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._is_dragging:
            self._is_dragging = False
            self._paint()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _MOVES:
            down, across = _MOVES[Qt.Key(key)]
            is_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            cell = self._cursor + QPoint(across * (6 if is_ctrl else 1), down)
            is_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._go(_within(cell), extends=is_shift)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            column = 0 if key == Qt.Key.Key_Home else _COLUMNS - 1
            is_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._go(QPoint(column, self._cursor.y()), extends=is_shift)
        elif key == Qt.Key.Key_Space:
            self._paint()
        elif key == Qt.Key.Key_Escape and self._is_dragging:
            self._is_dragging = False
            self._go(self._anchor, extends=False)
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()
        self._announce()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def cell_text(self, column: int, row: int) -> str:
        """Return day, time and state of a cell in words."""
        covered = self._covered(column, row)
        state = CoverageState.UNMANNED if covered is None else STATE_OF_MODE[covered.mode]
        return self._words.tr(
            "{day} {time}: {state}",
            day=day_name(DAY_KINDS[row], self._words),
            time=_clock(column * STEP),
            state=state_name(state, self._words),
        )

    def _covered(self, column: int, row: int) -> Covered | None:
        spans = self.week[DAY_KINDS[row]]
        return next(span.covered for span in spans if span.end > column * STEP)

    def _go(self, cell: QPoint, *, extends: bool) -> None:
        self._cursor = cell
        if not extends:
            self._anchor = cell
        self.update()
        self._announce()

    def _paint(self) -> None:
        cells = self.selection()
        days = frozenset(DAY_KINDS[row] for row in range(cells.top(), cells.bottom() + 1))
        self.painted.emit(days, cells.left() * STEP, (cells.right() + 1) * STEP)
        self._announce()

    def _announce(self) -> None:
        if self.hasFocus() and has_screen_reader():
            announce(self, self.cell_text(self._cursor.x(), self._cursor.y()))

    def _cell_at(self, place: QPointF) -> QPoint:
        first = self.cell_rect(0, 0)
        column = int((place.x() - first.left()) // first.width())
        return _within(QPoint(column, int((place.y() - first.top()) // first.height())))

    def _label_width(self) -> int:
        names = (day_name(day, self._words) for day in DAY_KINDS)
        return max(map(self.fontMetrics().horizontalAdvance, names)) + _AIR

    def _header_height(self) -> int:
        return self.fontMetrics().height() + 4

    def _row_height(self) -> int:
        return self.fontMetrics().height() + _AIR

    def _paint_hours(self, painter: QPainter) -> None:
        painter.setFont(scaled(self.font(), "caption"))
        painter.setPen(token("text-2", self.palette()))
        for hour in range(0, 25, 3):
            middle = self.cell_rect(hour * 2, 0).left()
            text = str(hour)
            wide = painter.fontMetrics().horizontalAdvance(text) + 4
            left = min(middle - wide / 2, self.width() - wide)
            painter.drawText(QRectF(left, 0, wide, self._header_height()), _CENTRE, text)

    def _paint_day(self, painter: QPainter, row: int) -> None:
        palette, day = self.palette(), DAY_KINDS[row]
        first, last = self.cell_rect(0, row), self.cell_rect(_COLUMNS - 1, row)
        painter.setFont(self.font())
        painter.setPen(token("text", palette))
        label = QRectF(0, first.top(), self._label_width(), first.height())
        painter.drawText(label, _LEFT, day_name(day, self._words))
        ground = QRectF(first.topLeft(), last.bottomRight()).adjusted(0, 1, 0, -1)
        painter.fillRect(ground, token("surface", palette))
        for left, right, covered in self._runs(row):
            if covered is not None:
                hours = QRectF(left, ground.top(), right - left, ground.height())
                painter.fillRect(coverage_bar(hours, covered.mode), token("in", palette))
        for hour in range(25):
            name = "edge" if hour % 6 == 0 else "line"
            x = round(self.cell_rect(hour * 2, row).left())
            painter.fillRect(QRectF(x, ground.top(), 1, ground.height()), token(name, palette))
        painter.setPen(QPen(token("line-2", palette), 1))
        painter.drawLine(first.topLeft(), last.topRight())
        painter.drawLine(first.bottomLeft(), last.bottomRight())

    def _runs(self, row: int) -> Iterator[tuple[float, float, Covered | None]]:
        left = self.cell_rect(0, row).left()
        wide = self.cell_rect(0, row).width() / STEP
        for span in self.week[DAY_KINDS[row]]:
            yield left + span.start * wide, left + span.end * wide, span.covered

    def _paint_selection(self, painter: QPainter) -> None:
        cells = self.selection()
        first = self.cell_rect(cells.left(), cells.top())
        last = self.cell_rect(cells.right(), cells.bottom())
        is_one = cells.width() == cells.height() == 1
        if is_one and not (self.hasFocus() or self._is_dragging):
            return
        painter.setPen(QPen(token("accent-ink", self.palette()), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(first.topLeft(), last.bottomRight()).adjusted(0, 0, 0, 0))


def _within(cell: QPoint) -> QPoint:
    """Return the cell of the grid that is nearest to `cell`."""
    column = min(max(cell.x(), 0), _COLUMNS - 1)
    return QPoint(column, min(max(cell.y(), 0), len(DAY_KINDS) - 1))


def _clock(minutes: int) -> str:
    hour, minute = divmod(minutes, 60)
    return f"{hour}:{minute:02}"
