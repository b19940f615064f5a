"""The context menu of a step and of its flow."""

from typing import NamedTuple

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from socplanner.wording.language import Words


class MenuState(NamedTuple):
    """Whether there is a step and a flow, and whether the flow is one of the plan."""

    has_step: bool
    has_flow: bool
    is_of_the_plan: bool


class StepMenu(QObject):
    """Makes menus; `chosen` is the command of the entry that was chosen."""

    chosen = Signal(str)

    def open(self, place: QPoint, state: MenuState, words: Words, parent: QWidget) -> None:
        """Open a menu at `place` of the screen."""
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.extend(menu, state, words)
        menu.popup(place)

    def extend(self, menu: QMenu, state: MenuState, words: Words) -> None:
        """Add the commands to `menu`."""
        has_step = state.has_step
        entries = (
            ("step", words.tr("Edit step…"), has_step),
            ("add-step", words.tr("Add step after it…"), state.has_flow),
            ("join", words.tr("Join to another step"), has_step),
            ("separate-step", words.tr("Separate from the step before"), has_step),
            ("hours", words.tr("Edit hours…"), has_step),
            ("remove", words.tr("Remove step"), has_step),
            ("", "", True),
            ("flow", words.tr("Edit flow…"), state.has_flow),
            ("add-flow", words.tr("Add flow…"), True),
            ("remove-flow", words.tr("Remove flow"), state.is_of_the_plan),
        )
        for name, text, is_enabled in entries:
            if not name:
                menu.addSeparator()
                continue
            action = menu.addAction(text)
            action.setData(name)
            action.setEnabled(is_enabled)
        menu.triggered.connect(self._on_triggered)

    def _on_triggered(self, action: QAction) -> None:
        if action.data():
            self.chosen.emit(str(action.data()))
