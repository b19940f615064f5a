"""Questions about files that answer themselves, from a list of answers given beforehand."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from socplanner.domain.plan import Plan
from socplanner.domain.problem import Problem
from socplanner.services.file_problem import FileProblem
from socplanner.services.machine_settings import NO_MACHINE_SETTINGS, MachineSettings
from socplanner.services.translator import Translator
from socplanner.services.use_mark import PlanUse
from socplanner.ui.dialogs.export_options import ExportOptions
from socplanner.ui.dialogs.file_questions import FileQuestions
from socplanner.ui.dialogs.picture_export import PictureExport
from socplanner.ui.kit.notice import Notice, Remedy
from socplanner.ui.kit.samples import Sample


class ScriptedQuestions(FileQuestions):
    """Takes the next answer for each question; one that nobody foresaw fails the test."""

    def __init__(self, translator: Translator) -> None:
        """Begin without answers."""
        super().__init__(translator, self._keep)
        self.answers: list[Any] = []
        self.questions: list[str] = []
        self.subjects: list[Any] = []
        self.problems: list[Problem | None] = []
        self.remedies: list[Remedy | None] = []
        self.notices: list[Notice] = []

    def about_unsaved(self, name: str) -> Any:
        return self._answer("unsaved", name)

    def about_changed_on_disk(self, path: Path) -> Any:
        return self._answer("changed on disk", path)

    def about_open_elsewhere(self, path: Path, use: PlanUse, *, is_shown: bool = False) -> Any:
        return self._answer("open elsewhere", use)

    def about_failed_write(self, problem: FileProblem) -> Any:
        return self._answer("failed write", problem.code)

    def about_bad_character(self, problem: FileProblem) -> Any:
        return self._answer("bad character", problem.line)

    def about_rejected(self, problem: Problem) -> None:
        self.questions.append("rejected")
        self.subjects.append(problem.code)

    def about_existing(self, path: Path) -> Any:
        return self._answer("existing", path)

    def show_problem(self, problem: FileProblem, remedy: Remedy | None = None) -> None:
        self.remedies.append(remedy)
        self.questions.append("told")
        self.subjects.append(problem.code)

    def for_new_plan(
        self,
        samples: Sequence[Sample],
        machine: MachineSettings = NO_MACHINE_SETTINGS,
        pattern: str = "",
    ) -> Any:
        return self._answer("new plan", samples)

    def file_to_open(self, folder: Path, title: str = "") -> Any:
        return self._answer("file to open", folder)

    def file_to_save(self, title: str, suggestion: Path) -> Any:
        return self._answer("file to save", suggestion)

    def for_export(self, plan: Plan, options: ExportOptions, problem: Problem | None = None) -> Any:
        self.problems.append(problem)
        return self._answer("export", options)

    def for_tender_pack(
        self, plan: Plan, options: ExportOptions, problem: Problem | None = None
    ) -> Any:
        self.problems.append(problem)
        return self._answer("tender pack", options)

    def bids_to_save(self, suggestion: Path) -> Any:
        return self._answer("bids to save", suggestion)

    def for_picture(self, plan: Plan, export: PictureExport, problem: Problem | None = None) -> Any:
        self.problems.append(problem)
        return self._answer("picture", export)

    def workbooks_to_open(self, folder: Path) -> Any:
        return self._answer("workbooks to open", folder)

    def about_other_plan(self, path: Path) -> Any:
        return self._answer("other plan", path)

    def about_discarded_work(self, name: str) -> Any:
        return self._answer("discarded work", name)

    def about_phase(self, plan: Plan, problem: FileProblem) -> Any:
        return self._answer("phase", problem.code)

    def show_folder(self, folder: Path) -> None:
        self.questions.append("show folder")
        self.subjects.append(folder)

    def _keep(self, notice: Notice) -> None:
        self.notices.append(notice)

    def _answer(self, question: str, subject: object) -> Any:
        assert self.answers, f"nobody foresaw the question about {question}"
        self.questions.append(question)
        self.subjects.append(subject)
        return self.answers.pop(0)
