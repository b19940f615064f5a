"""The table of the steps of a flow."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from socplanner.ui.flows.step_rows import StepRowsTable
from socplanner.ui.flows.steps_model import FlowColumn, StepsModel
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.row_table import ColumnFit

_FIT = ColumnFit(
    {
        FlowColumn.NUMBER: 5,
        FlowColumn.ROLE: 7,
        FlowColumn.PARTIES: 16,
        FlowColumn.AFTER: 18,
        FlowColumn.TO: 26,
        FlowColumn.TLP: 19,
        FlowColumn.LIMIT: 12,
        FlowColumn.STATE: 18,
        FlowColumn.ENDS: 12,
    },
    FlowColumn.DOES,
    28,
    (FlowColumn.AFTER, FlowColumn.TO, FlowColumn.TLP, FlowColumn.LIMIT, FlowColumn.PARTIES),
)
_COMMANDS = {
    Qt.Key.Key_Insert: "add",
    Qt.Key.Key_Delete: "remove",
    Qt.Key.Key_J: "join",
    Qt.Key.Key_H: "hours",
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class StepsTable(StepRowsTable):
    """Keys edit the current step."""

    key_command = Signal(str)
    listed = Signal(int)
    """The current step is to be listed so many rows further down."""

    def __init__(self, model: StepsModel, parent: QWidget) -> None:
        """Show `model`."""
        super().__init__(model, _FIT, parent)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = Qt.Key(event.key()), event.modifiers()
        plain &= ~Qt.KeyboardModifier.KeypadModifier
        if plain == Qt.KeyboardModifier.AltModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.listed.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif plain != Qt.KeyboardModifier.NoModifier:
            super().keyPressEvent(event)
        elif key in _ENTER:
            self.activate(self.currentIndex())
        elif key in _COMMANDS:
            self.key_command.emit(_COMMANDS[key])
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)
