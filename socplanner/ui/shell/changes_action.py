"""The action that shows what changes between the phase in view and its neighbour."""

from PySide6.QtCore import QObject, Signal

from socplanner.domain.plan_diff import PlanDiff
from socplanner.ui.kit.actions import Actions
from socplanner.ui.kit.plain_text import tool_tip
from socplanner.ui.kit.plan_context import PlanContext


class ChangesAction(QObject):
    """Turns the overlay of changes on and off, and describes what it shows."""

    described = Signal(str)
    """How many roles change, for the status line."""

    def __init__(self, actions: Actions, context: PlanContext, parent: QObject) -> None:
        """Follow the phases of the plan: with one phase there are no changes."""
        super().__init__(parent)
        self._action = actions["show-changes"]
        self._context = context
        self._action.toggled.connect(self._on_toggled)
        context.changes.changed.connect(self._describe)
        context.document.opened.connect(self._enable)
        context.document.plan_changed.connect(self._on_plan_changed)
        self._enable()

    def retranslate(self) -> None:
        """Show the texts of the action in the language of the window."""
        words = self._context.translator.words
        self._action.setIconText(words.tr("Changes"))
        self._describe()

    def _on_toggled(self, is_on: bool) -> None:
        self._context.changes.turn(is_on=is_on)
        if self._context.changes.is_on:
            self.described.emit(self._about())

    def _on_plan_changed(self, diff: PlanDiff) -> None:
        if diff.changes_phase_list:
            self._enable()

    def _enable(self) -> None:
        """Offer the action where there are two phases to compare."""
        self._action.setEnabled(len(self._context.document.plan.phases) > 1)
        self._describe()

    def _describe(self) -> None:
        self._action.setToolTip(tool_tip(self._about()))

    def _about(self) -> str:
        words, changes = self._context.translator.words, self._context.changes
        if not self._action.isEnabled():
            return words.tr("Changes need a second phase: add one under Plan > Phases")
        if changes.phases is None:
            return words.tr("Show which roles change between this phase and the one before it")
        return words.count(
            "{n} role changes from {before} to {after}",
            "{n} roles change from {before} to {after}",
            len(changes.roles),
            before=words.local(changes.phases.before.name),
            after=words.local(changes.phases.after.name),
        )
