"""The context menu of the selected roles, and the key that opens it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QWidget

from socplanner.ui.kit.actions import Actions
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.shell.work_area import WorkArea

if TYPE_CHECKING:
    from socplanner.ui.shell.role_menu import RoleMenu


class ContextMenu(QObject):
    """Opens a menu with the commands of the current view and those for the selected roles."""

    note_requested = Signal()
    """The planner wants to write the note of the selected roles."""

    waive_requested = Signal(object)
    """Findings of the selected roles, to be waived."""

    def __init__(
        self, actions: Actions, context: PlanContext, area: WorkArea, window: QWidget
    ) -> None:
        """Open menus above `window`, for the views of `area`."""
        super().__init__(window)
        self._actions = actions
        self._context = context
        self._area = area
        self._window = window
        self._roles: RoleMenu | None = None
        for title in actions.role_submenus():
            actions.submenus[title].aboutToShow.connect(self._mark_current_values)
        if sys.platform.startswith("linux"):  # elsewhere Qt or the system does it
            menu_key = QShortcut(QKeySequence("Shift+F10"), window)
            menu_key.activated.connect(self._open_by_key)

    def open(self, position: QPoint) -> None:
        """Open the menu at `position` on the screen."""
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        view = self._area.current_view()
        if view is not None:
            view.extend_menu(menu)
        for title in self._actions.role_submenus():
            menu.addMenu(self._actions.submenus[title])
        menu.addAction(self._actions["hours"])
        self._role_menu().extend(menu)
        menu.popup(position)

    def _role_menu(self) -> RoleMenu:
        """Return the commands for roles, made when the menu is first opened."""
        if self._roles is None:
            from socplanner.ui.shell.role_menu import RoleMenu

            self._roles = RoleMenu(self._context, self)
            self._roles.note_requested.connect(self.note_requested)
            self._roles.waive_requested.connect(self.waive_requested)
        return self._roles

    def _mark_current_values(self) -> None:
        from socplanner.ui.shell.current_value_marks import mark_present

        mark_present(self._actions, self._context.document.plan, self._context.viewpoint)

    def _open_by_key(self) -> None:
        """Open the context menu of the focused widget, as Shift+F10 does on other systems."""
        focused = target = QApplication.focusWidget()
        if focused is None or target is None:
            return
        place = focused.rect().center()
        if isinstance(focused, QAbstractItemView):
            target, place = focused.viewport(), focused.visualRect(focused.currentIndex()).center()
        reason = QContextMenuEvent.Reason.Keyboard
        event = QContextMenuEvent(reason, place, target.mapToGlobal(place))
        QApplication.sendEvent(target, event)
