"""Edits that views and the menu Plan request by name: each is performed by the commands it is of.

The commands are imported for the first of their edits: most sessions open few of their dialogs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from socplanner.ui.kit.actions import Actions
    from socplanner.ui.kit.plan_context import PlanContext
    from socplanner.ui.shell.view_commands import ViewCommands

_MATURITY = frozenset({"assessments", "weights"})
_ROAD_MAP = frozenset({"move", "terms"})
_COST = frozenset({"contract", "add-contract", "remove-contract", "rates", "cost-assumptions"})
_ACTIONS: Mapping[str, str] = {
    "phase-terms": "terms",
    "assessments": "assessments",
    "weights": "weights",
    "add-post": "post",
    "add-work": "work",
    "queue": "queue",
    "what-if": "what-if",
    "calendar": "calendar",
    "staffing-assumptions": "assumptions",
    "add-contract": "add-contract",
    "cost-assumptions": "cost-assumptions",
}
"""The edit of each action of the menu Plan; it is of no subject, or of the phase in view."""


class ViewEdits(QObject):
    """Performs an edit by its name and the id of its subject."""

    noticed = Signal(object)
    """A `Notice` about what was done, or why it cannot be done."""

    def __init__(self, actions: Actions, context: PlanContext, window: QWidget) -> None:
        """Edit the plan of `context`, also by `actions`, with dialogs above `window`."""
        super().__init__(window)
        self._context = context
        self._window = window
        self._made: dict[type[ViewCommands], ViewCommands] = {}
        actions.connect_handlers(dict.fromkeys(_ACTIONS, self._perform_action))

    def perform(self, name: str, subject: str) -> None:
        """Perform the edit `name` of `subject`: an id, or empty for something new."""
        kind = _commands_for(name)
        if kind not in self._made:
            self._made[kind] = kind(self._context, self._window)
            self._made[kind].noticed.connect(self.noticed)
        self._made[kind].edit(name, subject)

    def _perform_action(self) -> None:
        self.perform(_ACTIONS[self.sender().objectName()], "")


def _commands_for(name: str) -> type[ViewCommands]:
    """Return the class of commands that has the edit `name`."""
    if name in _MATURITY:
        from socplanner.ui.shell.maturity_commands import MaturityCommands

        return MaturityCommands
    if name in _ROAD_MAP:
        from socplanner.ui.shell.road_map_commands import RoadMapCommands

        return RoadMapCommands
    if name in _COST:
        from socplanner.ui.shell.cost_commands import CostCommands

        return CostCommands
    from socplanner.ui.shell.staffing_commands import StaffingCommands

    return StaffingCommands
