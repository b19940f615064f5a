"""The file of the open plan: opening, saving and reloading, without any question to the user."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from socplanner.domain.history import Edit, History
from socplanner.domain.plan import Plan
from socplanner.domain.replace_plan import replacing
from socplanner.services.document import Document
from socplanner.services.file_problem import FileProblem, refused
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

    replaced = Signal(object)
    """An `OpenedPlan` that its file has no more: another program has replaced it, or a save here
    has replaced on request what another program wrote."""

    def __init__(
        self, document: Document, opened: OpenedPlan | None = None, parent: QObject | None = None
    ) -> None:
        """Begin with the file that `document` was `opened` from, or without one."""
        super().__init__(parent)
        self._document = document
        self._opened = opened
        self._as_read = opened
        self._is_read_only = False

    @property
    def path(self) -> Path | None:
        """The file the plan belongs to, or None."""
        return None if self._opened is None else self._opened.path

    @property
    def opened(self) -> OpenedPlan | None:
        """The plan as its file was opened or saved last, or None without a file."""
        return self._opened

    @property
    def as_read(self) -> OpenedPlan | None:
        """The plan as it was last read from its file, before it was saved here."""
        return self._as_read

    @property
    def is_read_only(self) -> bool:
        """Whether the plan is not saved to its file, since it is open elsewhere."""
        return self._is_read_only

    def make_read_only(self) -> None:
        """Refuse to save to the file of the plan until it gets another one."""
        self._is_read_only = True
        self.path_changed.emit()

    def begin(self, plan: Plan, *, is_saved: bool = False) -> None:
        """Replace the open plan by `plan`, which has no file; it counts as saved if `is_saved`."""
        self._document.open(History.of(plan, is_saved=is_saved))
        self._as_read = None
        self._set_opened(None)

    def open(self, path: Path, *, mending: bool = False, read_only: bool = False) -> None:
        """Open the plan in `path`; raise FileProblem, with the open plan kept.

        With `mending`, bad characters are left out, and the plan counts as not saved.
        """
        opened = open_plan(path.absolute(), mending=mending)
        self._document.open(History.of(opened.plan, is_saved=not mending))
        self._as_read = opened
        self._set_opened(opened, read_only=read_only)

    def reload(self) -> None:
        """Replace the plan by the content of its file, as a step that can be undone.

        Raise FileProblem, with the open plan kept; raise ValueError if it has no file.
        """
        if self._opened is None:
            raise ValueError("a plan without a file cannot be reloaded")
        opened = open_plan(self._opened.path)
        self.adopt(opened, replacing(self._document.plan, opened.plan, "reload"))

    def adopt(self, opened: OpenedPlan, edit: Edit) -> None:
        """Perform `edit`, after which the plan has all that was read from its file as `opened`.

        The next save may replace what was read, and nothing else. Raise EditRejected.
        """
        before = self._opened
        self._document.perform(edit)
        self._as_read = opened
        self._set_opened(opened, read_only=self._is_read_only)
        if before is not None:
            self.replaced.emit(before)
        if self._document.plan == opened.plan:
            self._document.mark_saved()
        else:
            self._document.mark_unsaved()

    def open_sample(self, path: Path) -> None:
        """Open the plan in `path` as a plan without a file; raise FileProblem as `open` does."""
        self.begin(open_plan(path).plan, is_saved=True)

    def recover(self, plan: Plan, opened: OpenedPlan | None) -> None:
        """Replace the open plan by `plan`, not saved, whose file was `opened` before it was edited.

        Saving compares the file with `opened`, as if the plan had been edited in this window.
        """
        self._document.open(History.of(plan, is_saved=False))
        self._as_read = opened
        self._set_opened(opened)

    def save(self, *, may_replace: bool = False) -> None:
        """Save to the file of the plan; raise FileProblem if it cannot be written.

        Raise FileProblem too where the file changed on disk, unless it `may_replace` that. Raise
        ValueError if the plan has no file.
        """
        if self._opened is None:
            raise ValueError("a plan without a file is saved under a name first")
        if self._is_read_only:
            raise refused(self._opened.path, "plan-read-only")
        self._save(self._opened.path, may_replace)

    def save_as(self, path: Path, *, may_replace: bool = False) -> None:
        """Save to `path`, the plan's file from now on; raise FileProblem, with nothing changed."""
        self._save(path.absolute(), may_replace)

    def save_copy(self, path: Path, *, may_replace: bool = False) -> None:
        """Save to `path` and keep the plan's present file; raise FileProblem as `save_as` does."""
        path = path.absolute()
        if path == self.path:
            self.save(may_replace=may_replace)
        else:
            save_plan(self._document.plan, path, self._opened, may_replace=may_replace)

    def is_changed_on_disk(self) -> bool:
        """Return whether the file of the plan was changed since it was opened or saved."""
        return self._opened is not None and is_changed_on_disk(self._opened)

    def _save(self, path: Path, may_replace: bool) -> None:
        replaced = self._read_replaced(path) if may_replace else None
        opened = save_plan(self._document.plan, path, self._opened, may_replace=may_replace)
        self._set_opened(opened)
        self._document.mark_saved()
        if replaced is not None:
            self.replaced.emit(replaced)
        self.saved.emit()

    def _read_replaced(self, path: Path) -> OpenedPlan | None:
        """Return the plan in `path` that a save is about to replace, or None if there is none."""
        try:
            return open_plan(path)
        except FileProblem:
            return None

    def _set_opened(self, opened: OpenedPlan | None, *, read_only: bool = False) -> None:
        before = (self.path, self._is_read_only)
        self._opened, self._is_read_only = opened, read_only
        if before != (self.path, read_only):
            self.path_changed.emit()
