"""The clock picture: a bar for the term of each duty on a logarithmic axis from detection on."""

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from socplanner.domain.durations import duration_of
from socplanner.domain.sharing.duty_clock import DutyOnClock
from socplanner.domain.sharing.time_axis import AXIS_TICKS, FIRST_MINUTES, axis_place
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.row_delegate import SIDE, RowDelegate
from socplanner.ui.kit.row_table import ColumnFit, RowTable
from socplanner.ui.kit.shown_model import Index
from socplanner.ui.kit.tokens import token
from socplanner.ui.kit.type_scale import scaled
from socplanner.ui.sharing.duties_model import DutiesModel, DutyColumn
from socplanner.wording.duty_clock_words import term_text
from socplanner.wording.flow_words import duration_text

_FIT = ColumnFit(
    {
        DutyColumn.NAME: 36,
        DutyColumn.TO: 20,
        DutyColumn.BINDING: 13,
        DutyColumn.DUE: 32,
        DutyColumn.COVER: 25,
        DutyColumn.LAW: 22,
    },
    DutyColumn.CLOCK,
    44,
    (DutyColumn.TO, DutyColumn.LAW, DutyColumn.COVER, DutyColumn.BINDING),
)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
_AIR, _ROUND, _LEAST_BAR = 16, 3, 4.0
_FILL = 0.3
"""The opacity of a bar, on which its term is written."""

_BOTTOM_LEFT = int(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft)
_CENTRE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


def clock_rect(cell: QRect) -> QRectF:
    """Return where the axis is in a `cell` of its column."""
    return QRectF(cell).adjusted(SIDE, 0, -2 * SIDE, 0)


def axis_x(place: QRectF, minutes: float, end: int) -> float:
    """Return where `minutes` after detection are on an axis in `place` that ends at `end`."""
    return place.left() + axis_place(minutes, end) * place.width()


class DutiesDelegate(RowDelegate):
    """Draws the cells of a `DutiesModel`."""

    def __init__(self, model: DutiesModel, view: QAbstractItemView) -> None:
        """Draw rows of `model` in `view`."""
        super().__init__(view, has_row_cursor=True)
        self._duties = model

    @override
    def draw_content(self, painter: QPainter, rect: QRect, index: Index) -> None:
        duty = self._duties.duties[index.row()]
        if index.column() == DutyColumn.CLOCK:
            self._draw_clock(painter, rect, duty)
            return
        ink = "text" if index.column() == DutyColumn.NAME else "text-2"
        if index.column() == DutyColumn.COVER and duty.is_missed:
            ink = "error"
        ink = ink if duty.duty.applies else "text-3"
        self.draw_text(painter, rect, str(index.data() or ""), ink)

    def bar_of(self, duty: DutyOnClock, cell: QRect) -> QRectF:
        """Return the bar of the term: from its beginning, or from the left of the axis."""
        place, end = clock_rect(cell), self._duties.axis_end
        latest = end if duty.latest is None else duty.latest
        left = axis_x(place, FIRST_MINUTES if duty.earliest is None else duty.earliest, end)
        right = axis_x(place, latest, end)
        high = max(round(place.height() * 0.44), 6)
        top = place.center().y() - high / 2
        return QRectF(left, top, max(right - left, _LEAST_BAR), high)

    def _draw_clock(self, painter: QPainter, cell: QRect, duty: DutyOnClock) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place, end = clock_rect(cell), self._duties.axis_end
        for tick in AXIS_TICKS:
            x = round(axis_x(place, tick, end))
            painter.fillRect(x, cell.top(), 1, cell.height(), token("line", self.palette))
        bar = self.bar_of(duty, cell)
        ink = "error" if duty.is_missed else "info"
        ink = ink if duty.duty.applies else "text-3"
        if duty.latest is None or not duty.duty.applies:
            self._draw_open(painter, place, duty)
            return
        if duty.earliest is not None:
            painter.setPen(QPen(token(ink, self.palette), 1, Qt.PenStyle.DotLine))
            y = bar.center().y()
            painter.drawLine(QPointF(place.left(), y), QPointF(bar.left(), y))
        style = Qt.PenStyle.DashLine if duty.duty.is_voluntary else Qt.PenStyle.SolidLine
        painter.setPen(QPen(token(ink, self.palette), 1.3, style))
        ground = token("surface" if duty.duty.is_voluntary else ink, self.palette)
        if not duty.duty.is_voluntary:
            ground.setAlphaF(_FILL)
        painter.setBrush(ground)
        painter.drawRoundedRect(bar, _ROUND, _ROUND)
        painter.setBrush(token(ink, self.palette))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRect(QRectF(bar.right() - 2, bar.top() - 2, 3, bar.height() + 4))
        self._draw_term(painter, place, bar, duty)

    def _draw_open(self, painter: QPainter, place: QRectF, duty: DutyOnClock) -> None:
        """Draw a term that is only stated in words, or one that does not apply."""
        painter.setFont(scaled(self.view.font(), "caption"))
        text = term_text(duty.duty, self._duties.state.words)
        wide = painter.fontMetrics().horizontalAdvance(text) + 8
        painter.setPen(token("text-3", self.palette))
        shown = painter.fontMetrics().elidedText(
            text, Qt.TextElideMode.ElideRight, round(place.width())
        )
        painter.drawText(place.adjusted(4, 0, 0, 0), _CENTRE, shown)
        if duty.duty.applies and wide + 8 < place.width():
            painter.setPen(QPen(token("text-3", self.palette), 1, Qt.PenStyle.DotLine))
            y = place.center().y()
            painter.drawLine(QPointF(place.left() + wide + 4, y), QPointF(place.right(), y))

    def _draw_term(self, painter: QPainter, place: QRectF, bar: QRectF, duty: DutyOnClock) -> None:
        """Write the term inside the bar where it fits, or else before or after it."""
        painter.setFont(scaled(self.view.font(), "caption"))
        text = term_text(duty.duty, self._duties.state.words)
        wide = painter.fontMetrics().horizontalAdvance(text) + 8
        if wide <= bar.width() - 6:
            left = bar.left() + 6
        elif bar.right() + 6 + wide <= place.right() + SIDE:
            left = bar.right() + 6
        else:
            left = max(bar.left() - wide, place.left())
        painter.setPen(token("text-2", self.palette))
        painter.drawText(QRectF(left, place.top(), wide, place.height()), _CENTRE, text)


class DutiesHeader(QHeaderView):
    """Shows the titles of the columns, and over the bars the axis."""

    def __init__(self, model: DutiesModel, parent: QWidget) -> None:
        """Show the titles of `model`."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._duties = model
        self.setSectionsClickable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), 2 * (self.fontMetrics().height() + 4))

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        palette = self.palette()
        painter.save()
        painter.fillRect(rect, token("band", palette))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, token("line-2", palette))
        painter.setFont(scaled(self.font(), "caption"))
        painter.setPen(token("text-2", palette))
        title = str(self._duties.headerData(logicalIndex, Qt.Orientation.Horizontal) or "")
        place = rect.adjusted(SIDE, 2, -4, -5)
        elide = Qt.TextElideMode.ElideRight
        shown = painter.fontMetrics().elidedText(title, elide, place.width())
        if logicalIndex == DutyColumn.CLOCK:
            painter.drawText(place, int(Qt.AlignmentFlag.AlignTop), shown)
            self._paint_axis(painter, rect)
        else:
            painter.drawText(place, _BOTTOM_LEFT, shown)
        painter.restore()

    def _paint_axis(self, painter: QPainter, rect: QRect) -> None:
        palette, high = self.palette(), painter.fontMetrics().height()
        for x, text, wide in self._labels(painter, rect):
            top = rect.bottom() - high - 4
            painter.fillRect(round(x), rect.bottom() - 4, 1, 4, token("line-2", palette))
            painter.setPen(token("text-2", palette))
            centre = int(Qt.AlignmentFlag.AlignCenter)
            left = min(max(x - wide / 2, rect.left()), rect.right() - wide)
            painter.drawText(QRectF(left, top, wide, high), centre, text)

    def _labels(self, painter: QPainter, rect: QRect) -> Iterator[tuple[float, str, float]]:
        """Yield place, text and width of each label that overlaps none before it."""
        place, end, free = clock_rect(rect), self._duties.axis_end, float(rect.left()) - 1
        for tick in AXIS_TICKS:
            text = duration_text(duration_of(tick), self._duties.state.words)
            wide = painter.fontMetrics().horizontalAdvance(text) + 4.0
            x = axis_x(place, tick, end)
            left = min(max(x - wide / 2, rect.left()), rect.right() - wide)
            if left >= free:
                free = left + wide
                yield x, text, wide


class DutiesTable(RowTable):
    """Rows of duties; Enter edits one, Insert adds one, Delete removes what the plan states."""

    duty_chosen = Signal(str)
    edit_requested = Signal()
    add_requested = Signal()
    remove_requested = Signal()

    def __init__(self, model: DutiesModel, parent: QWidget) -> None:
        """Show `model`."""
        super().__init__(model, _FIT, _AIR, parent)
        self._duties = model
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.bars = DutiesDelegate(model, self)
        self.setItemDelegate(self.bars)
        self.axis = DutiesHeader(model, self)
        self.setHorizontalHeader(self.axis)
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self.doubleClicked.connect(self._on_double_clicked)
        self.fit_font()

    def choose_duty(self, duty_id: str) -> None:
        """Make the row of a duty current."""
        row = self._duties.row_of(duty_id)
        if row >= 0:
            self.setCurrentIndex(self._duties.index(row, DutyColumn.NAME))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _ENTER and self.currentIndex().isValid():
            self.edit_requested.emit()
        elif key == Qt.Key.Key_Insert:
            self.add_requested.emit()
        elif key == Qt.Key.Key_Delete and self.currentIndex().isValid():
            self.remove_requested.emit()
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def _on_current_changed(self, current: QModelIndex) -> None:
        if current.isValid():
            self.duty_chosen.emit(self._duties.duties[current.row()].duty.id)

    def _on_double_clicked(self, _: QModelIndex) -> None:
        self.edit_requested.emit()
