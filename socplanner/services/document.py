"""The open plan: the one place where a plan is replaced by the next, and everybody is told."""

from PySide6.QtCore import QObject, Signal

from socplanner.domain.history import Edit, History
from socplanner.domain.plan import Plan
from socplanner.domain.plan_diff import plan_diff
from socplanner.domain.problem import EditRejected, Problem
from socplanner.domain.replace_plan import ReplacePlan


class Document(QObject):
    """Holds the history of the open plan. Files are the work of `services.plan_files`.

    What is still being typed waits as a pending edit, by the name of its field. It is not saved
    yet, and it is performed before anything else happens to the plan.
    """

    plan_changed = Signal(object)
    """The `PlanDiff` of an edit, an undo or a redo."""

    opened = Signal()
    """Another plan stands here: begin anew."""

    history_changed = Signal()
    """What can be undone or redone, or whether the plan is saved, may be different."""

    rejected = Signal(object)
    """A `Problem`: the edit could not be made, and nothing changed."""

    def __init__(self, history: History, parent: QObject | None = None) -> None:
        """Begin with `history`."""
        super().__init__(parent)
        self._history = history
        self._announcing = False
        self._pending: dict[str, Edit] = {}

    @property
    def plan(self) -> Plan:
        """The plan that holds."""
        return self._history.plan

    @property
    def history(self) -> History:
        """The steps that led here."""
        return self._history

    @property
    def is_saved(self) -> bool:
        """Whether the plan is on disk as it stands, with nothing still being typed."""
        return self._history.is_saved and not self._pending

    @property
    def undo_edit(self) -> Edit | None:
        """The edit that `undo` would take back."""
        return next(reversed(self._pending.values()), self._history.undo_edit)

    def pending(self, field: str) -> Edit | None:
        """Return the edit that is pending for `field`, or None."""
        return self._pending.get(field)

    def set_pending(self, field: str, edit: Edit) -> None:
        """Have `edit` wait, in place of what was pending for `field`."""
        self._refuse_while_announcing()
        is_first = not self._pending
        self._pending[field] = edit
        if is_first:
            self.history_changed.emit()

    def commit_pending(self) -> bool:
        """Perform what is pending; return whether nothing is left of it.

        What is rejected stays pending, and is told through `rejected`. While an edit is being
        announced nothing is performed: a field that is hidden then loses the keyboard.
        """
        if self._announcing or not self._pending:
            return not self._pending
        waiting, self._pending = self._pending, {}
        refused: dict[str, Problem] = {}
        for field, edit in waiting.items():
            try:
                self._become(self._history.perform(edit))
            except EditRejected as rejection:
                refused[field] = rejection.problem
        self._pending = {field: waiting[field] for field in refused}
        self.history_changed.emit()
        for problem in refused.values():
            self.rejected.emit(problem)
        return not refused

    def open(self, history: History) -> None:
        """Put another plan in the place of this one."""
        self._refuse_while_announcing()
        self._pending = {}
        self._history = history
        self._announce(None)

    def perform(self, edit: Edit) -> None:
        """Make `edit`; raise EditRejected and change nothing."""
        self.commit_pending()
        self._become(self._history.perform(edit))

    def try_perform(self, edit: Edit) -> bool:
        """Make `edit` and return True, or tell why not through `rejected` and return False."""
        try:
            self.perform(edit)
        except EditRejected as rejection:
            self.rejected.emit(rejection.problem)
            return False
        return True

    def undo(self) -> None:
        """Take the last step back."""
        if self.commit_pending():
            self._become(self._history.undone())

    def redo(self) -> None:
        """Make the step again that was taken back."""
        if self.commit_pending():
            self._become(self._history.redone())

    def mark_saved(self) -> None:
        """Take the plan as it stands for what is on disk."""
        self._history = self._history.mark_saved()
        self.history_changed.emit()

    def mark_unsaved(self) -> None:
        """Take nothing of the history for what is on disk."""
        self._history = self._history.mark_unsaved()
        self.history_changed.emit()

    def _become(self, history: History) -> None:
        self._refuse_while_announcing()
        if history is self._history:
            return
        before, crossed = self._history, self._history.crossed(history)
        self._history = history
        self._announce(None if isinstance(crossed, ReplacePlan) else before.plan)

    def _announce(self, before: Plan | None) -> None:
        """Tell that the plan differs from `before`, or that it is another one altogether."""
        self._announcing = True
        try:
            if before is None:
                self.opened.emit()
            else:
                self.plan_changed.emit(plan_diff(before, self.plan))
            self.history_changed.emit()
        finally:
            self._announcing = False

    def _refuse_while_announcing(self) -> None:
        if self._announcing:
            raise RuntimeError("a listener tried to edit the plan it was being told about")
