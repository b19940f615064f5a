"""The open plan: the one place where a plan is replaced by the next, and everybody is told."""

from PySide6.QtCore import QObject, Signal

from socplanner.domain.history import Edit, History
from socplanner.domain.plan import Plan
from socplanner.domain.problem import EditRejected


class Document(QObject):
    """Holds the history of the open plan. Files are the work of `services.plan_files`."""

    plan_changed = Signal(object, object)
    """The plan before and after an edit, an undo or a redo."""

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
        """Whether the plan is on disk as it stands."""
        return self._history.is_saved

    def open(self, history: History) -> None:
        """Put another plan in the place of this one."""
        self._refuse_while_announcing()
        self._history = history
        self._announce(None)

    def perform(self, edit: Edit) -> None:
        """Make `edit`; raise EditRejected and change nothing."""
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
        self._become(self._history.undone())

    def redo(self) -> None:
        """Make the step again that was taken back."""
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
        before = self._history.plan
        self._history = history
        self._announce(before)

    def _announce(self, before: Plan | None) -> None:
        """Tell that the plan differs from `before`, or that it is another one altogether."""
        self._announcing = True
        try:
            if before is None:
                self.opened.emit()
            else:
                self.plan_changed.emit(before, self.plan)
            self.history_changed.emit()
        finally:
            self._announcing = False

    def _refuse_while_announcing(self) -> None:
        if self._announcing:
            raise RuntimeError("a listener tried to edit the plan it was being told about")
