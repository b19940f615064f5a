"""All hours: at which hours of the week a flow gets through, and how all flows compare."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSplitter,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from socplanner.domain.flows.walk import Outcome
from socplanner.domain.role_coverage import Moment
from socplanner.ui.flows.flow_delegate import FlowRowDelegate
from socplanner.ui.flows.flow_state import FlowState
from socplanner.ui.flows.week_model import OUTCOME_ROLE, MapColumn, MapsModel, WeekModel
from socplanner.ui.kit.icons import draw_icon
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.ui.kit.row_table import ColumnFit, RowTable
from socplanner.ui.kit.tokens import token
from socplanner.ui.kit.type_scale import scaled
from socplanner.wording.flow_words import outcome_name

_LOOKS = {
    Outcome.THROUGH: ("ok-tint", "ok", "done"),
    Outcome.UNSURE: ("info-tint", "info", "info"),
    Outcome.STOPS: ("error-tint", "error", "error"),
}
_SIGN = 14
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FIT = ColumnFit({MapColumn.THROUGH: 13, MapColumn.UNSURE: 13, MapColumn.STOPS: 13}, 0, 20)


class _HourDelegate(QStyledItemDelegate):
    """Draws an hour: a ground and a sign for the outcome, a frame where the cursor is."""

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        outcome = index.data(OUTCOME_ROLE)
        if outcome is None:
            return
        palette = option.palette
        ground, ink, icon_name = _LOOKS[outcome]
        rect = QRectF(option.rect).adjusted(1, 1, -1, -1)
        painter.fillRect(rect, token(ground, palette))
        side = min(_SIGN, rect.width() - 2, rect.height() - 2)
        sign = QRectF(0, 0, side, side)
        sign.moveCenter(rect.center())
        draw_icon(painter, icon_name, sign, token(ink, palette))
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(token("accent-ink", palette), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))


class WeekTable(QTableView):
    """Days down, hours across; Enter or a double click walks through the flow at that hour."""

    moment_chosen = Signal(object)
    escaped = Signal()

    def __init__(self, model: WeekModel, parent: QWidget) -> None:
        """Show `model`."""
        super().__init__(parent)
        self._week = model
        self.setModel(model)
        self.setItemDelegate(_HourDelegate(self))
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            header.setHighlightSections(False)
            header.setMinimumSectionSize(14)
        self.doubleClicked.connect(self._on_activated)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self.currentIndex().isValid():
            self._on_activated(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def show_moment(self, moment: Moment) -> None:
        """Select the hour of `moment`, if it is one of a week."""
        for row in range(self._week.rowCount()):
            index = self._week.index(row, moment.minute // 60)
            if self._week.moment(index).day is moment.day:
                self.setCurrentIndex(index)

    def _on_activated(self, index: QModelIndex) -> None:
        self.moment_chosen.emit(self._week.moment(index))


class WeekPage(QWidget):
    """The hours of the current flow, the sentence about an hour, and the table of all flows."""

    flow_chosen = Signal(str)

    def __init__(self, state: FlowState, parent: QWidget) -> None:
        """Show nothing yet: `refresh` does."""
        super().__init__(parent)
        self._state = state
        self.week_model, self.maps_model = WeekModel(state, self), MapsModel(state, self)
        self.hours = WeekTable(self.week_model, self)
        self.flows = RowTable(self.maps_model, _FIT, 10, self)
        self.flows.setItemDelegate(FlowRowDelegate(self.flows, has_row_cursor=True))
        self.flows.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.flows.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.title, self.text = PlainLabel(self), PlainLabel(self)
        self.text.setWordWrap(True)
        above = QWidget(self)
        column = QVBoxLayout(above)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        column.addWidget(self.title)
        column.addWidget(self.hours, 1)
        column.addWidget(self.text)
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        splitter.addWidget(above)
        splitter.addWidget(self.flows)
        splitter.setSizes([340, 280])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(splitter)
        self.setFocusProxy(self.hours)
        self.hours.selectionModel().currentChanged.connect(self._show_hour)
        self.flows.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self.flows.fit_font()
        self.fit_font()

    def refresh(self) -> None:
        """Show the maps as they are now."""
        state, words = self._state, self._state.words
        self.week_model.refresh()
        self.maps_model.refresh()
        current = state.current
        name = "" if current is None else words.local(current.flow.name)
        self.title.setText(words.tr("{flow}: does it get through at this hour?", flow=name))
        self.hours.setAccessibleName(self.title.text())
        self.flows.setAccessibleName(words.tr("Hours of a week by flow"))
        ids = [each.flow.id for each in self.maps_model.maps]
        if current is not None and self.flows.currentIndex().row() != ids.index(current.flow.id):
            self.flows.setCurrentIndex(self.maps_model.index(ids.index(current.flow.id), 0))
        self._show_hour()

    def fit_font(self) -> None:
        """Set what depends on the size of text."""
        self.title.setFont(scaled(self.font(), "heading"))
        self.flows.fit_font()

    def _show_hour(self) -> None:
        """Show the hour with the cursor in words, or what the signs mean."""
        index = self.hours.currentIndex()
        words = self._state.words
        if index.isValid():
            enter = words.tr("Enter walks through the flow at this hour.")
            about = self.week_model.description(index)
            self.text.setText(words.tr("{hour}. {hint}", hour=about, hint=enter))
        else:
            self.text.setText(" · ".join(outcome_name(each, words) for each in Outcome))

    def _on_row_changed(self, current: QModelIndex) -> None:
        if current.isValid():
            self.flow_chosen.emit(self.maps_model.maps[current.row()].flow.id)
