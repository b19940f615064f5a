"""The file of the open plan: opening, saving and reloading, without any question to the user."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from socplanner.domain.history import History
from socplanner.domain.plan import Plan
from socplanner.domain.replace_plan import ReplacePlan
from socplanner.services.document import Document
from socplanner.services.plan_files import (
    OpenedPlan,
    is_changed_on_disk,
    open_plan,
    save_plan,
)


class PlanSession(QObject):
    """Connects the document with its file, or with none yet."""

    path_changed = Signal()
    """The plan belongs to another file, or to none."""

    saved = Signal()
    """The current plan was written to its file."""

    def __init__(
        self, document: Document, opened: OpenedPlan | None = None, parent: QObject | None = None
    ) -> None:
        """Begin with the file that `document` was `opened` from, or without one."""
        super().__init__(parent)
        self._document = document
        self._opened = opened

    @property
    def path(self) -> Path | None:
        """The file the plan belongs to, or None."""
        return None if self._opened is None else self._opened.path

    def begin(self, plan: Plan, *, is_saved: bool = False) -> None:
        """Replace the open plan by `plan`, which has no file; it counts as saved if `is_saved`."""
        self._document.open(History.of(plan, is_saved=is_saved))
        self._set_opened(None)

    def open(self, path: Path, *, mending: bool = False) -> None:
        """Open the plan in `path`; raise FileProblem, with the open plan kept.

        With `mending`, bad characters are left out, and the plan counts as not saved.
        """
        opened = open_plan(path.absolute(), mending=mending)
        self._document.open(History.of(opened.plan, is_saved=not mending))
        self._set_opened(opened)

    def reload(self) -> None:
        """Replace the plan by the content of its file, as a step that can be undone.

        Raise FileProblem, with the open plan kept; raise ValueError if it has no file.
        """
        if self._opened is None:
            raise ValueError("a plan without a file cannot be reloaded")
        opened = open_plan(self._opened.path)
        self._document.perform(ReplacePlan(opened.plan))
        self._set_opened(opened)
        self._document.mark_saved()

    def open_sample(self, path: Path) -> None:
        """Open the plan in `path` as a plan without a file; raise FileProblem as `open` does."""
        self.begin(open_plan(path).plan, is_saved=True)

    def save(self, *, may_replace: bool = False) -> None:
        """Save to the file of the plan; raise FileProblem if it cannot be written.

        Raise FileProblem too where the file changed on disk, unless it `may_replace` that. Raise
        ValueError if the plan has no file.
        """
        if self._opened is None:
            raise ValueError("a plan without a file is saved under a name first")
        self._save(self._opened.path, may_replace)

    def save_as(self, path: Path, *, may_replace: bool = False) -> None:
        """Save to `path`, the plan's file from now on; raise FileProblem, with nothing changed."""
        self._save(path.absolute(), may_replace)

    def save_copy(self, path: Path, *, may_replace: bool = False) -> None:
        """Save to `path` and keep the plan's present file; raise FileProblem as `save_as` does."""
        path = path.absolute()
        if path == self.path:
            self._save(path, may_replace)
        else:
            save_plan(self._document.plan, path, self._opened, may_replace=may_replace)

    def is_changed_on_disk(self) -> bool:
        """Return whether the file of the plan was changed since it was opened or saved."""
        return self._opened is not None and is_changed_on_disk(self._opened)

    def _save(self, path: Path, may_replace: bool) -> None:
        opened = save_plan(self._document.plan, path, self._opened, may_replace=may_replace)
        self._set_opened(opened)
        self._document.mark_saved()
        self.saved.emit()

    def _set_opened(self, opened: OpenedPlan | None) -> None:
        before, self._opened = self.path, opened
        if before != self.path:
            self.path_changed.emit()
