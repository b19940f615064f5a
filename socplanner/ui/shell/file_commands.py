"""The commands of the File menu for plans: new, open, save and close, with all questions."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from socplanner.domain.new_plan import NewPlanOptions, new_plan
from socplanner.domain.problem import EditRejected, Problem
from socplanner.services.catalogues import shipped
from socplanner.services.disk_changes import adopt_disk_change
from socplanner.services.document import Document
from socplanner.services.file_names import file_name_for
from socplanner.services.file_problem import FileProblem
from socplanner.services.plan_files import SUFFIX
from socplanner.services.plan_ids import new_plan_id
from socplanner.services.plan_session import PlanSession
from socplanner.services.settings_store import SettingsStore
from socplanner.services.translator import Translator
from socplanner.services.use_mark import PlanUse, refuse_used, use_of
from socplanner.ui.dialogs.file_questions import FileQuestions
from socplanner.ui.dialogs.message import Answer
from socplanner.ui.kit.notice import Notice, NoticeKind, Remedy
from socplanner.ui.kit.samples import samples
from socplanner.ui.kit.undo_notice import undo_notice
from socplanner.ui.shell.saving_with_prompts import Write, save_with_prompts


class FileCommands(QObject):
    """Creates, opens and saves plans; asks before changes could be lost."""

    close_approved = Signal()
    """Changes are saved or discarded: the window may close."""

    status_message = Signal(str)
    """A text for the status line about what was done."""

    noticed = Signal(object)
    """A `Notice` about what was done."""

    reloaded = Signal()
    """The plan was replaced by the content of its file, as a step that can be undone."""

    merged = Signal(object)
    """A `DiskChange`: what the file had, and the plan has now."""

    def __init__(
        self,
        document: Document,
        session: PlanSession,
        translator: Translator,
        store: SettingsStore,
        questions: FileQuestions,
    ) -> None:
        """Work on `session`; `store` has the last folder and the recent files."""
        super().__init__()
        self._document = document
        self._session = session
        self._translator = translator
        self._store = store
        self._questions = questions

    def new(self, pattern: str = "") -> None:
        """Ask for the options of a new plan and create it, or open a sample.

        With a `pattern`, that one is chosen at first.
        """
        if not self.may_close_plan():
            return
        sample_plans = samples(self._translator.words)
        machine = self._store.machine
        if self._store.settings.letter_set:
            machine = machine._replace(letter_set=self._store.settings.letter_set)
        chosen = self._questions.for_new_plan(sample_plans, machine, pattern)
        if isinstance(chosen, NewPlanOptions):
            self._session.begin(new_plan(shipped(), new_plan_id(), chosen))
        elif chosen is not None:
            self._open_sample(chosen)

    def open(self) -> None:
        """Ask for a file and open the plan in it."""
        if not self.may_close_plan():
            return
        path = self._questions.file_to_open(self._store.plans_folder())
        if path is not None:
            self.open_now(path)

    def open_path(self, path: str) -> None:
        """Open the plan in `path`: dropped on the window, or chosen from the menu."""
        if self.may_close_plan():
            self.open_now(Path(path))

    def open_sample(self, path: str) -> None:
        """Open a sample as a plan without a file."""
        if self.may_close_plan():
            self._open_sample(Path(path))

    def open_now(self, path: Path) -> bool:
        """Open the plan in `path` without asking about unsaved changes.

        Show why if it cannot be opened; return whether it was opened.
        """
        path = path.absolute()
        use = None if path == self._session.path else use_of(path)
        answer = Answer.OPEN
        if use is not None:
            answer = self._questions.about_open_elsewhere(path, use)
        if answer is Answer.CANCEL:
            return False
        try:
            if answer is Answer.COPY:
                self._session.open_sample(path)
                return True
            self._session.open(path, read_only=answer is Answer.READ_ONLY)
        except FileProblem as problem:
            is_open = self.report_unopened(problem)
            if is_open:
                self._open_as(answer)
            return is_open
        self._remember()
        return True

    def ask_about_first_use(self, use: PlanUse) -> None:
        """Ask what to do about the plan of the start, which is open elsewhere too."""
        path = self._session.path
        if path is None:
            return
        self._open_as(self._questions.about_open_elsewhere(path, use, is_shown=True))

    def _open_as(self, answer: Answer) -> None:
        """Make the open plan read-only or a copy, as `answer` states."""
        if answer is Answer.READ_ONLY:
            self._session.make_read_only()
        elif answer is Answer.COPY:
            self._session.begin(self._document.plan, is_saved=self._document.is_saved)

    def report_unopened(self, problem: FileProblem) -> bool:
        """Show why a plan cannot be opened; return whether it was opened in another form.

        A missing file is removed from the recent ones. A plan with invalid characters can be
        opened without them.
        """
        if problem.code == "bad-character":
            return self._questions.about_bad_character(
                problem
            ) and self._open_without_bad_characters(problem.path)
        if problem.code == "file-missing":
            self._store.change(lambda settings: settings.without_recent(problem.path))
        another = Remedy(self._translator.words.tr("Open another…"), self.open)
        self._questions.show_problem(problem, another)
        return False

    def _open_without_bad_characters(self, path: Path) -> bool:
        """Open the plan in `path` without invalid characters; the file changes only on saving."""
        try:
            self._session.open(path, mending=True)
        except FileProblem as problem:
            self._questions.show_problem(problem)
            return False
        self._remember()
        return True

    def save(self) -> bool:
        """Save to the file of the plan, or ask for one; return whether the plan is saved."""
        path = self._session.path
        if path is None or self._session.is_read_only:
            return self.save_as()
        if not self._has_committed():
            return False
        return self._write(path, self._save_to_plan_file, self.save_as)

    def save_as(self) -> bool:
        """Ask for a file, which becomes the file of the plan; return whether the plan is saved."""
        if not self._has_committed():
            return False
        title = self._translator.words.tr("Save as")
        path = self._questions.file_to_save(title, self._suggestion())
        if path is None:
            return False
        if path.absolute() == self._session.path:
            return self._write(path, self._save_to_plan_file, self.save_as)
        return self._write(path, self._save_as, self.save_as)

    def save_copy(self) -> bool:
        """Ask for a file and save a copy to it; return whether it was written."""
        if not self._has_committed():
            return False
        words, suggested = self._translator.words, self._suggestion()
        copy = suggested.with_name(words.tr("{plan} copy", plan=suggested.stem) + suggested.suffix)
        path = self._questions.file_to_save(words.tr("Save a copy"), copy)
        if path is None:
            return False
        if path.absolute() == self._session.path:
            return self._write(path, self._save_to_plan_file, self.save_copy)
        return self._write(path, self._save_copy, self.save_copy)

    def leave(self) -> None:
        """Close the window, unless the planner cancels the question about unsaved changes."""
        if self.may_close_plan():
            self.close_approved.emit()

    def may_close_plan(self) -> bool:
        """Ask what to do with unsaved changes; return whether the plan may be closed."""
        self._document.commit_pending()
        if self._document.is_saved:
            return True
        answer = self._questions.about_unsaved(self._document.plan.organisation)
        if answer is Answer.SAVE:
            return self.save()
        return answer is Answer.DISCARD

    def _suggestion(self) -> Path:
        """Return the file of the plan, or one named after the organisation."""
        if self._session.path is not None:
            return self._session.path
        return self._store.plans_folder() / file_name_for(self._document.plan.organisation, SUFFIX)

    def _open_sample(self, path: Path) -> None:
        try:
            self._session.open_sample(path)
        except FileProblem as problem:
            self._questions.show_problem(problem)

    def _write(self, path: Path, write: Write, elsewhere: Callable[[], bool]) -> bool:
        """Return whether the plan was written: to `path`, or by `elsewhere` after SAVE_AS."""
        answer = save_with_prompts(path, write, self._questions)
        if answer is Answer.SAVE_AS:
            return elsewhere()
        if answer is Answer.RELOAD:
            self._reload()
        if answer is Answer.MERGE:
            return self._merge() and self._write(path, write, elsewhere)
        return answer is Answer.SAVE

    def _merge(self) -> bool:
        """Merge what is on disk into the plan, and show what was merged; return whether it was."""
        try:
            change = adopt_disk_change(self._document, self._session)
        except FileProblem as problem:
            self._questions.show_problem(problem)
            return False
        except EditRejected as rejection:
            self._questions.about_rejected(rejection.problem)
            return False
        if change is None:
            return False
        self.merged.emit(change)
        return True

    def _reload(self) -> None:
        """Replace the plan by the one on disk, as a step that can be undone."""
        try:
            self._session.reload()
        except FileProblem as problem:
            self._questions.show_problem(problem)
            return
        words = self._translator.words
        text = words.tr("Reloaded. Undo restores your version.")
        self.noticed.emit(undo_notice(text, self._document, words))
        self.reloaded.emit()

    def _has_committed(self) -> bool:
        """Perform the pending edit; show why if it is rejected. Return whether none is left."""
        problems: list[Problem] = []
        self._document.rejected.connect(problems.append)
        is_committed = self._document.commit_pending()
        self._document.rejected.disconnect(problems.append)
        for problem in problems:
            self._questions.about_rejected(problem)
        return is_committed

    def _save_to_plan_file(self, path: Path, may_replace: bool) -> None:
        self._session.save(may_replace=may_replace)
        self._has_saved(path)

    def _save_as(self, path: Path, may_replace: bool) -> None:
        refuse_used(path)
        self._session.save_as(path, may_replace=may_replace)
        self._has_saved(path)

    def _save_copy(self, path: Path, may_replace: bool) -> None:
        refuse_used(path)
        self._session.save_copy(path, may_replace=may_replace)
        words = self._translator.words
        text, folder = words.tr("Saved a copy: {file}", file=path.name), path.absolute().parent
        show = Remedy(words.tr("Open the folder"), partial(self._questions.show_folder, folder))
        self.noticed.emit(Notice(NoticeKind.DONE, text, show))

    def _has_saved(self, path: Path) -> None:
        self._remember()
        self.status_message.emit(self._translator.words.tr("Saved: {file}", file=path.name))

    def _remember(self) -> None:
        path = self._session.path
        if path is not None:
            self._store.change(lambda settings: settings.with_recent(path))
