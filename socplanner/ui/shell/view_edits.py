"""Edits that views and the menu Plan request by name: each is performed by the commands it is of.

The commands are imported for the first of their edits: most sessions open few of their dialogs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from socplanner.ui.kit.actions import Actions
    from socplanner.ui.kit.plan_context import PlanContext
    from socplanner.ui.shell.view_commands import ViewCommands

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
    "add-flow": "add-flow",
    "adopt-flows": "adopt-all-flows",
    "tabletop": "tabletop",
    "exercises": "exercises",
    "counterparts": "counterparts",
    "add-duty": "add-duty",
    "service-terms": "service-terms",
    "tender": "tender",
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


def _maturity() -> type[ViewCommands]:
    from socplanner.ui.shell.maturity_commands import MaturityCommands

    return MaturityCommands


def _lessons() -> type[ViewCommands]:
    from socplanner.ui.shell.lesson_commands import LessonCommands

    return LessonCommands


def _road_map() -> type[ViewCommands]:
    from socplanner.ui.shell.road_map_commands import RoadMapCommands

    return RoadMapCommands


def _cost() -> type[ViewCommands]:
    from socplanner.ui.shell.cost_commands import CostCommands

    return CostCommands


def _flows() -> type[ViewCommands]:
    from socplanner.ui.shell.flow_commands import FlowCommands

    return FlowCommands


def _sharing() -> type[ViewCommands]:
    from socplanner.ui.shell.sharing_commands import SharingCommands

    return SharingCommands


def _tender() -> type[ViewCommands]:
    from socplanner.ui.shell.tender_commands import TenderCommands

    return TenderCommands


def _staffing() -> type[ViewCommands]:
    from socplanner.ui.shell.staffing_commands import StaffingCommands

    return StaffingCommands


_COMMANDS: Mapping[Callable[[], type[ViewCommands]], frozenset[str]] = {
    _maturity: frozenset({"assessments", "weights"}),
    _lessons: frozenset({"answer-prompt", "waive-prompt", "unwaive-prompt"}),
    _road_map: frozenset({"move", "terms"}),
    _cost: frozenset({"contract", "add-contract", "remove-contract", "rates", "cost-assumptions"}),
    _flows: frozenset(
        {
            *("flow", "add-flow", "remove-flow", "adopt-flow", "adopt-all-flows", "update-flow"),
            *("step", "add-step", "separate-step", "tabletop", "exercises"),
        }
    ),
    _sharing: frozenset(
        {"agreement", "remove-agreement", "counterparts", "duty", "add-duty", "remove-duty"}
    ),
    _tender: frozenset({"service-terms", "tender"}),
}
"""The names of the edits of each class of commands; all others are edits of staffing."""


def _commands_for(name: str) -> type[ViewCommands]:
    """Return the class of commands that has the edit `name`."""
    kinds = (commands for commands, names in _COMMANDS.items() if name in names)
    return next(kinds, _staffing)()
