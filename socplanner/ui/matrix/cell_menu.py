"""The context menu of the matrix: for the mouse, the commands that keys have."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from socplanner.services.translator import Translator
from socplanner.ui.matrix.matrix_table import MatrixTable
from socplanner.ui.matrix.table_keys import TableCommand
from socplanner.wording.language import N_

_LINES = (
    (TableCommand.LETTERS, N_("Letters…"), "F2"),
    (TableCommand.CLEAR, N_("Clear"), "Del"),
    None,
    (TableCommand.CUT, N_("Cut"), "Ctrl+X"),
    (TableCommand.COPY, N_("Copy"), "Ctrl+C"),
    (TableCommand.COPY_WITH_HEADINGS, N_("Copy with names"), "Ctrl+Shift+C"),
    (TableCommand.PASTE, N_("Paste"), "Ctrl+V"),
    None,
    (TableCommand.FILL_DOWN, N_("Fill down"), "Ctrl+D"),
    (TableCommand.FILL_RIGHT, N_("Fill right"), "Ctrl+R"),
    (TableCommand.FILL_ALL, N_("Fill all selected cells"), "Ctrl+Return"),
    None,
    (TableCommand.FOLD, N_("Fold the function"), "-"),
    (TableCommand.FOLD_PARTIES, N_("Fold or unfold the group of parties"), "Alt+-"),
    (TableCommand.SORT, N_("Sort by this party"), "Alt+Down"),
)


class CellMenu(QObject):
    """Puts the commands of `table` into a menu."""

    def __init__(self, table: MatrixTable, translator: Translator) -> None:
        """Make the commands of `table`."""
        super().__init__(table)
        self._table = table
        self._translator = translator

    def extend(self, menu: QMenu) -> None:
        """Add a line for each command to `menu`, with its key."""
        words = self._translator.words
        for line in _LINES:
            if line is None:
                menu.addSeparator()
                continue
            command, text, keys = line
            shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            action = menu.addAction(f"{words.tr(text)}\t{shown}")
            action.setObjectName(command.name)
            action.triggered.connect(self._on_triggered)
        menu.addSeparator()

    def _on_triggered(self) -> None:
        self._table.command_requested.emit(TableCommand[self.sender().objectName()])
