"""What the tables have in common whose rows are the steps of a flow: one row is current."""

from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QWidget

from socplanner.domain.flow_inputs import FlowStep
from socplanner.ui.flows.flow_delegate import FlowRowDelegate
from socplanner.ui.flows.flow_state import FlowState
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.row_table import ColumnFit, RowTable
from socplanner.ui.kit.shown_model import NO_PARENT, Index

_AIR = 10


class StepRowsModel(QAbstractTableModel):
    """One row a step, in the order of the flow; a subclass has the columns and their texts."""

    columns: type[IntEnum]
    """The columns."""

    def __init__(self, state: FlowState, parent: QObject) -> None:
        """Show nothing yet: `refresh` shows the flow of `state`."""
        super().__init__(parent)
        self.state = state
        self._flow_id = ""
        self.steps: tuple[FlowStep, ...] = ()

    def refresh(self) -> None:
        """Show the flow as it is now; the same steps in the same order are no reset."""
        current = self.state.current
        flow_id, steps = ("", ()) if current is None else (current.flow.id, current.flow.steps)
        ids = [each.id for each in steps]
        if (flow_id, ids) != (self._flow_id, [each.id for each in self.steps]):
            self.beginResetModel()
            self._flow_id, self.steps = flow_id, steps
            self.endResetModel()
            return
        self.steps = steps
        last = len(self.columns) - 1
        if steps:
            self.dataChanged.emit(self.index(0, 0), self.index(len(steps) - 1, last))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)

    def place_of(self, step_id: str) -> int:
        """Return the row of a step, -1 where there is none."""
        return next((row for row, step in enumerate(self.steps) if step.id == step_id), -1)

    @override
    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.steps)

    @override
    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.columns)


class StepRowsTable(RowTable):
    """The current row is the step that is current in the diagram."""

    step_chosen = Signal(str)
    step_activated = Signal(str)

    def __init__(self, model: StepRowsModel, fit: ColumnFit, parent: QWidget) -> None:
        """Show `model`; a step is chosen in the column that fills."""
        super().__init__(model, fit, _AIR, parent)
        self._rows, self._column = model, fit.filling
        self.setItemDelegate(FlowRowDelegate(self, has_row_cursor=True))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self.doubleClicked.connect(self.activate)
        self.fit_font()

    def choose_step(self, step_id: str) -> None:
        """Make the row of a step current."""
        row = self._rows.place_of(step_id)
        if row >= 0 and row != self.currentIndex().row():
            self.setCurrentIndex(self._rows.index(row, self._column))

    def activate(self, index: QModelIndex) -> None:
        """Report that the planner wants to edit the step of a row."""
        if index.isValid():
            self.step_activated.emit(self._rows.steps[index.row()].id)

    def _on_current_changed(self, current: QModelIndex) -> None:
        if current.isValid():
            self.step_chosen.emit(self._rows.steps[current.row()].id)
