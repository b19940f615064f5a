"""The edits that the view of the road map requests, with their dialogs."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from socplanner.domain.ids import PhaseId, RoleId
from socplanner.ui.dialogs.move_dialog import MoveDialog
from socplanner.ui.dialogs.phase_terms_dialog import PhaseTermsDialog
from socplanner.ui.kit.plan_context import PlanContext


class RoadMapCommands(QObject):
    """Asks, and performs what was answered; a cancelled dialog changes nothing."""

    def __init__(self, context: PlanContext, window: QWidget) -> None:
        """Edit the plan of `context`, with dialogs above `window`."""
        super().__init__(window)
        self._context = context
        self._window = window

    def edit(self, what: str, subject: str) -> None:
        """Edit `what`: a `move`, by the ids of phase and role, or the `terms` of a phase."""
        document, words = self._context.document, self._context.translator.words
        plan = document.plan
        phase, _, role = subject.partition(" ")
        if what == "move":
            move = MoveDialog(plan, PhaseId(phase), RoleId(role), words, self._window)
            if move.ask():
                document.try_perform(move.edit)
            return
        terms = PhaseTermsDialog(plan, PhaseId(phase), words, self._window)
        if terms.ask():
            document.try_perform(terms.edit)
