"""The actions on the selected roles: move them to an area, set their sourcing."""

from PySide6.QtCore import QObject

from socplanner.domain.catalogue import PLACED, Area, Sourcing
from socplanner.ui.kit.actions import Actions
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.shell.plan_commands import PlanCommands


class RoleActions(QObject):
    """Enables the actions while roles are selected, and performs them."""

    def __init__(
        self, actions: Actions, context: PlanContext, commands: PlanCommands, parent: QObject
    ) -> None:
        """Let `commands` perform the chosen ones of `actions`."""
        super().__init__(parent)
        self._actions = actions
        self._context = context
        self._commands = commands
        self._moves = tuple(f"move-{area.value}" for area in Area)
        self._sourcings = tuple(f"sourcing-{sourcing.value}" for sourcing in Sourcing)
        actions.connect_handlers(dict.fromkeys(self._moves, self._move))
        actions.connect_handlers(dict.fromkeys(self._sourcings, self._source))
        actions.connect_handlers({"hours": commands.set_hours})
        context.viewpoint.roles_changed.connect(self._enable)
        self._enable()

    def retranslate(self) -> None:
        """Name the areas in the window's language."""
        words, catalogue = self._context.translator.words, self._context.document.plan.catalogue
        for area in PLACED:
            facts = catalogue.facts_of(area)
            name = words.local(facts.name) if facts is not None else ""
            self._actions[f"move-{area.value}"].setText(f"{area.value}  {name}")

    def _enable(self) -> None:
        has_roles = bool(self._context.viewpoint.roles)
        for action_id in (*self._moves, *self._sourcings, "hours"):
            self._actions[action_id].setEnabled(has_roles)

    def _move(self) -> None:
        self._commands.move_to(Area(self.sender().objectName().removeprefix("move-")))

    def _source(self) -> None:
        self._commands.source(Sourcing(self.sender().objectName().removeprefix("sourcing-")))
