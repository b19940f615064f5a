"""Pages of lines that can be edited: Enter, Delete, the menu of a line, and buttons above."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from socplanner.ui.kit.figure_lines import FigureLine, FigureLines
from socplanner.ui.kit.figure_page import FigurePage
from socplanner.ui.kit.figure_table import LineTable
from socplanner.ui.kit.flat_button import FlatButton
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plan_context import PlanContext


class LinePage(FigurePage):
    """Requests edits by their names, which the commands of the window know."""

    edit_requested = Signal(str, str)
    """The name of an edit, and the id of its subject, empty for a new one."""

    entered: Mapping[str, str] = {}
    """By kind of line, the edit of Enter; the other lines have nothing of their own."""

    removed: Mapping[str, str] = {}
    """By kind of line, the edit of Delete."""

    def __init__(self, context: PlanContext, parent: QWidget) -> None:
        """Begin without buttons; the subclass calls `show_lines`."""
        super().__init__(context, parent)
        self._buttons: list[FlatButton] = []

    def edit_button(self, edit: str, icon: str = "") -> FlatButton:
        """Return a new button that requests `edit` of nothing; the menu of a line has it too."""
        button = FlatButton(self, icon, is_edged=True)
        button.let_shrink()
        button.setObjectName(edit)
        button.clicked.connect(self._on_button_clicked)
        self._buttons.append(button)
        return button

    def show_lines(self, lines: FigureLines[Any], table: LineTable) -> None:
        """Lay the page out with `table`, which shows `lines`."""
        self._lines, self._line_table = lines, table
        table.edit_requested.connect(self._edit)
        table.remove_requested.connect(self._remove)
        table.context_requested.connect(self._open_menu)
        self.show_table(lines, table)

    def menu_entries(self, line: FigureLine) -> Sequence[tuple[str, str]]:
        """Return the edits of `line`, each with its text in the menu."""
        return ()

    def subject_of(self, edit: str, line: FigureLine) -> str:
        """Return the id for an edit of the buttons in the menu of `line`; empty for none."""
        return ""

    @override
    def restore_current(self) -> None:
        self._line_table.restore_current()

    def _edit(self, row: int) -> None:
        line = self._lines.lines[row]
        if line.kind in self.entered:
            self.edit_requested.emit(self.entered[line.kind], line.id)

    def _remove(self, row: int) -> None:
        line = self._lines.lines[row]
        if line.kind in self.removed:
            self.edit_requested.emit(self.removed[line.kind], line.id)

    def _on_button_clicked(self) -> None:
        self.edit_requested.emit(self.sender().objectName(), "")

    def _open_menu(self, place: QPoint) -> None:
        line = self._lines.lines[self._line_table.currentIndex().row()]
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for edit, text in self.menu_entries(line):
            menu.addAction(text).setData((edit, line.id))
        for button in self._buttons:
            edit = button.objectName()
            menu.addAction(button.text()).setData((edit, self.subject_of(edit, line)))
        menu.triggered.connect(self._on_triggered)
        menu.popup(place)

    def _on_triggered(self, action: QAction) -> None:
        edit, subject = action.data()
        self.edit_requested.emit(edit, subject)
