"""The open plan: the one place where a plan is replaced by the next, and listeners are notified.

Rules:

- `plan_changed` is sent once for each change of the plan, with the difference computed once;
  `opened` instead of it where the plan is another one altogether. `history_changed` follows both.
- An edit during an announcement is refused with RuntimeError: other listeners would receive the
  changes in the wrong order.
- Pending edits are performed before any other edit, undo and redo; a rejected one stays pending.
  Code that reads the plan to save or export it calls `commit_pending` first.
"""

from time import time

from PySide6.QtCore import QObject, Signal

from socplanner.domain.history import Edit, History
from socplanner.domain.plan import Plan
from socplanner.domain.plan_diff import plan_diff
from socplanner.domain.problem import EditRejected, Problem
from socplanner.domain.replace_plan import ReplacePlan


class Document(QObject):
    """The history of the open plan, and edits that are still being typed.

    Reading and writing files is done in `services.plan_files`. A pending edit belongs to the field
    it is typed in; while there is one, the plan counts as not saved.
    """

    plan_changed = Signal(object)
    """The `PlanDiff` of an edit, an undo or a redo."""

    opened = Signal()
    """The plan was replaced by another one; listeners read it from the start."""

    history_changed = Signal()
    """What can be undone or redone, or whether the plan is saved, may have changed."""

    typed = Signal()
    """A pending edit was stored, or replaced by a newer one of its field."""

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
        """The current plan, pending edits not included."""
        return self._history.plan

    @property
    def history(self) -> History:
        """The steps of the current plan."""
        return self._history

    @property
    def is_saved(self) -> bool:
        """Whether the current plan is on disk, and no edit is pending."""
        return self._history.is_saved and not self._pending

    @property
    def undo_edit(self) -> Edit | None:
        """The edit that `undo` would undo, a pending one first; None if there is none."""
        return next(reversed(self._pending.values()), self._history.undo_edit)

    @property
    def pending_edits(self) -> tuple[Edit, ...]:
        """The edits that are still being typed, in the order in which they will be performed."""
        return tuple(self._pending.values())

    def pending(self, field: str) -> Edit | None:
        """Return the edit that is pending for `field`, or None."""
        return self._pending.get(field)

    def set_pending(self, field: str, edit: Edit) -> None:
        """Store `edit` as pending for `field`, replacing an earlier one."""
        self._refuse_while_announcing()
        is_first = not self._pending
        self._pending[field] = edit
        if is_first:
            self.history_changed.emit()
        self.typed.emit()

    def commit_pending(self) -> bool:
        """Perform pending edits; return whether none is left.

        A rejected one stays pending, and its problem is sent through `rejected`. During an
        announcement nothing is performed: a field that a listener hides then loses the focus, and
        would otherwise commit its edit in the middle of it.
        """
        if self._announcing or not self._pending:
            return not self._pending
        pending, self._pending = self._pending, {}
        rejected: dict[str, Problem] = {}
        for field, edit in pending.items():
            try:
                self._set_history(self._history.perform(edit, time()))
            except EditRejected as rejection:
                rejected[field] = rejection.problem
        self._pending = {field: pending[field] for field in rejected}
        self.history_changed.emit()
        for problem in rejected.values():
            self.rejected.emit(problem)
        return not rejected

    def open(self, history: History) -> None:
        """Replace the plan by another one; pending edits are dropped."""
        self._refuse_while_announcing()
        self._pending = {}
        self._history = history
        self._announce(None)

    def perform(self, edit: Edit) -> None:
        """Make `edit`; raise EditRejected, with the plan unchanged."""
        self.commit_pending()
        self._set_history(self._history.perform(edit, time()))

    def try_perform(self, edit: Edit) -> bool:
        """Make `edit` and return True, or send the problem through `rejected` and return False."""
        try:
            self.perform(edit)
        except EditRejected as rejection:
            self.rejected.emit(rejection.problem)
            return False
        return True

    def undo(self) -> None:
        """Undo the last step, unless a pending edit is rejected."""
        if self.commit_pending():
            self._set_history(self._history.undone())

    def redo(self) -> None:
        """Redo the step that was undone last, unless a pending edit is rejected."""
        if self.commit_pending():
            self._set_history(self._history.redone())

    def go_to(self, index: int) -> None:
        """Make the step at `index` of the history current, unless a pending edit is rejected.

        Raise IndexError for an index that the history does not have.
        """
        if self.commit_pending():
            self._set_history(self._history.at(index))

    def mark_saved(self) -> None:
        """Mark the current plan as the one on disk."""
        self._history = self._history.mark_saved()
        self.history_changed.emit()

    def mark_unsaved(self) -> None:
        """Mark no step of the history as the one on disk."""
        self._history = self._history.mark_unsaved()
        self.history_changed.emit()

    def _set_history(self, history: History) -> None:
        self._refuse_while_announcing()
        if history is self._history or (
            history.index == self._history.index and (history.steps is self._history.steps)
        ):
            return
        before, crossed = self._history, self._history.crossed(history)
        self._history = history
        is_another = any(isinstance(edit, ReplacePlan) for edit in crossed)
        self._announce(None if is_another else before.plan)

    def _announce(self, before: Plan | None) -> None:
        """Notify listeners that the plan differs from `before`; None if it is another plan."""
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
