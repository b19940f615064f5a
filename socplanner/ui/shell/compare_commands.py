"""The commands that compare the plan with a file or a phase, and choose sides of conflicts."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtWidgets import QAbstractItemView, QDialog

from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.phases import duties, with_duties
from socplanner.domain.plan import Plan
from socplanner.domain.plan_diff import PlanDiff
from socplanner.services.file_problem import FileProblem
from socplanner.services.plan_files import open_plan
from socplanner.services.settings_store import SettingsStore
from socplanner.ui.dialogs.file_questions import FileQuestions
from socplanner.ui.kit.notice import Notice, NoticeKind, Remedy
from socplanner.ui.versions.conflicts_dialog import ConflictsDialog
from socplanner.ui.versions.differences_dialog import DifferencesDialog, OtherVersion
from socplanner.wording.differences.subjects import PlaceSubject
from socplanner.wording.terms import phase_name

if TYPE_CHECKING:
    from socplanner.ui.shell.main_window import MainWindow

_VIEWS = {
    "flows": "flows",
    "exercises": "flows",
    "counterparts": "flows",
    "sharing": "sharing",
    "reporting": "sharing",
    "staffing": "staffing",
    "cost": "cost",
    "assessments": "maturity",
    "weights": "maturity",
    "lessons": "review",
    "moves": "roadmap",
}
"""The view that shows a section of the plan."""

_IN_DIALOGS = ("undo", "redo", "save")
"""The actions of the window whose keys work in a dialog beside it."""

_WIDEST = 45
"""The most of the window, in percent of its width, that the list of differences covers."""

_GAP, _ABOVE, _BELOW = 12, 110, 100


class CompareCommands(QObject):
    """Opens the dialogs beside the window; one of each kind at a time."""

    noticed = Signal(object)
    """A `Notice` about why plans cannot be compared, or about conflicts that wait."""

    def __init__(
        self, window: "MainWindow", store: SettingsStore, questions: FileQuestions
    ) -> None:
        """Compare the plan of `window`."""
        super().__init__(window)
        self._window, self._context = window, window.context
        self._document = window.context.document
        self._store, self._questions = store, questions
        self.dialog: QDialog | None = None
        self._reminder: Notice | None = None
        self._refusal: Notice | None = None
        self._document.plan_changed.connect(self._on_plan_changed)

    def compare_file(self) -> None:
        """Ask for a plan file, and show what differs from it."""
        if not self._document.commit_pending():
            return
        title = self._context.translator.words.tr("Compare with a file")
        path = self._questions.file_to_open(self._store.plans_folder(), title)
        if path is not None:
            self.compare_with(path)

    def compare_with(self, path: Path) -> None:
        """Show what differs from the plan in `path`."""
        try:
            other = open_plan(path).plan
        except FileProblem as problem:
            self._questions.show_problem(problem)
            return
        words = self._context.translator.words
        own = self._document.plan
        if other.catalogue.edition != own.catalogue.edition or other.id != own.id:
            text = words.tr(
                "“{file}” is another plan, of {organisation}: only versions of one plan can be "
                "compared.",
                file=path.name,
                organisation=other.organisation,
            )
            self._refusal = Notice(NoticeKind.PROBLEM, text)
            self.noticed.emit(self._refusal)
            return
        self.show_differences([OtherVersion(path.name, partial(_same, other))])

    def compare_phase(self) -> None:
        """Show what differs between the phase in view and another one."""
        if not self._document.commit_pending():
            return
        plan, words = self._document.plan, self._context.translator.words
        here = self._context.viewpoint.phase
        others = [each for each in plan.phases if each.id != here]
        if not others:
            text = words.tr("The plan has one phase only: there is nothing to compare it with.")
            self.noticed.emit(Notice(NoticeKind.PROBLEM, text))
            return
        self.show_differences(
            [
                OtherVersion(phase_name(each, words), partial(_as_in_phase, here, each.id))
                for each in others
            ]
        )

    def choose_conflicts(self) -> None:
        """Show the conflicts of the plan."""
        self._open(ConflictsDialog(self._document, self._context.translator, self._window))

    def remind(self) -> None:
        """Report that conflicts of a merge wait for a choice, if there are any."""
        words, n = self._context.translator.words, len(self._document.plan.conflicts)
        if n:
            text = words.count(
                "{n} conflict of a merge waits for your choice.",
                "{n} conflicts of a merge wait for your choice.",
                n,
            )
            remedy = Remedy(words.tr("Choose…"), self.choose_conflicts)
            self._reminder = Notice(NoticeKind.PROBLEM, text, remedy)
            self.noticed.emit(self._reminder)

    def _on_plan_changed(self, diff: PlanDiff) -> None:
        """Remind of the conflicts that are left, while the last reminder is still shown."""
        notices = self._window.notices
        is_shown = self._reminder is not None and notices.notice is self._reminder
        if is_shown and len(diff.before.conflicts) != len(diff.after.conflicts):
            if diff.after.conflicts:
                self.remind()
            else:
                notices.dismiss()

    def show_differences(self, versions: Sequence[OtherVersion], number: int = 0) -> None:
        """Show what differs from one of `versions`, beginning with that of `number`."""
        context = self._context
        dialog = DifferencesDialog(self._document, context.translator, versions, self._window)
        dialog.choice.setCurrentIndex(number)
        dialog.jump_requested.connect(self._jump)
        self._open(dialog)
        self._move_to_the_side(dialog)

    def _open(self, dialog: QDialog) -> None:
        """Show `dialog` beside the window, instead of the one that was open."""
        if self._refusal is not None and self._window.notices.notice is self._refusal:
            self._window.notices.dismiss()
        if self.dialog is not None:
            self.dialog.close()
        dialog.addActions([self._window.actions_[each] for each in _IN_DIALOGS])
        self.dialog = dialog
        dialog.finished.connect(partial(self._forget, dialog))
        dialog.show()

    def _move_to_the_side(self, dialog: QDialog) -> None:
        """Place `dialog` at the right of the window, so that the other part of it stays visible."""
        window = self._window.geometry()
        wide = min(dialog.width(), window.width() * _WIDEST // 100)
        place = QRect(window.right() - wide - _GAP, window.top() + _ABOVE, wide, 0)
        place.setBottom(window.bottom() - _BELOW)
        dialog.setGeometry(place)

    def _uncover_current(self) -> None:
        """Move the dialog to the side of the window where it covers least of what was gone to."""
        view = self._window.area.current_view()
        place = None if view is None else view.focusProxy()
        if self.dialog is None or not isinstance(place, QAbstractItemView):
            return
        rect = place.visualRect(place.currentIndex())
        rect.moveTopLeft(place.viewport().mapToGlobal(rect.topLeft()))
        covering = self.dialog.frameGeometry()
        if covering.intersects(rect):
            window = self._window.geometry()
            sides = (window.left() + _GAP, window.right() - covering.width() - _GAP)
            widths = [
                covering.translated(side - covering.left(), 0).intersected(rect).width()
                for side in sides
            ]
            self.dialog.move(sides[widths.index(min(widths))], self.dialog.y())

    def _forget(self, dialog: QDialog, _result: int) -> None:
        if self.dialog is dialog:
            self.dialog = None

    def _jump(self, subject: PlaceSubject, phase: str) -> None:
        """Go to what a difference is about, in its phase."""
        if phase and self._document.plan.phase(PhaseId(phase)) is not None:
            self._context.viewpoint.look_at_phase(PhaseId(phase))
        if subject.kind in ("role", "party"):
            role = RoleId(subject.id) if subject.kind == "role" else None
            self._window.jump_to(role, None if role else PartyId(subject.id))
            self._uncover_current()
        elif subject.kind in _VIEWS:
            self._window.go_to_place(_VIEWS[subject.kind], "", "", subject.id)


def _same(other: Plan, _plan: Plan) -> Plan:
    return other


def _as_in_phase(here: PhaseId, there: PhaseId, plan: Plan) -> Plan:
    """Return `plan` with the duties of the phase `there` in `here`; itself without either."""
    if plan.phase(here) is None or plan.phase(there) is None:
        return plan
    return with_duties(plan, here, duties(plan, there))
