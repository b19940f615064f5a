"""The dialog for the period of a phase, who approved it, and its budget."""

from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from socplanner.domain.ids import PhaseId
from socplanner.domain.plan import Plan
from socplanner.domain.problem import Problem
from socplanner.domain.road_map_edits import SetPhaseTerms
from socplanner.domain.road_map_inputs import PhaseTerms
from socplanner.domain.waivers import is_day
from socplanner.ui.dialogs.field_errors import rejection_of
from socplanner.ui.dialogs.question_dialog import QuestionDialog
from socplanner.ui.kit.clean_line import keep_clean
from socplanner.ui.kit.day_field import DayField
from socplanner.wording import errors
from socplanner.wording.language import Words
from socplanner.wording.terms import phase_name

_WIDTH = 320


class PhaseTermsDialog(QuestionDialog):
    """Edits period, approval and budget of a phase; `edit` sets them."""

    def __init__(
        self, plan: Plan, phase: PhaseId, words: Words, parent: QWidget | None = None
    ) -> None:
        """Show the terms of `phase`; raise KeyError for an unknown one."""
        in_phase = plan.phase(phase)
        if in_phase is None:
            raise KeyError(phase)
        title = words.tr("Dates and approval of {phase}", phase=phase_name(in_phase, words))
        super().__init__(title, words.tr("Apply"), words, parent)
        self._plan, self._phase = plan, phase
        terms = in_phase.terms
        self.begins = DayField(terms.begins, words, self)
        self.ends = DayField(terms.ends, words, self)
        self.approver = self._line(terms.approver)
        self.approval_day = DayField(terms.approval_day, words, self)
        self.approval_number = self._line(terms.approval_number)
        self.budget = self._line(terms.budget)
        form = QFormLayout()
        self.errors.add_row(form, words.tr("&Begin"), self.begins)
        self.errors.add_row(form, words.tr("&End"), self.ends)
        form.addRow(words.tr("&Approver"), self.approver)
        self.errors.add_row(form, words.tr("Approved &on"), self.approval_day)
        form.addRow(words.tr("Approval &number"), self.approval_number)
        form.addRow(words.tr("B&udget"), self.budget)
        self.column.addLayout(form)
        self.finish_layout()
        self.errors.find_by(self._problems)

    @property
    def edit(self) -> SetPhaseTerms:
        """The edit that sets the terms as the fields have them."""
        return SetPhaseTerms(
            self._phase,
            PhaseTerms(
                self.begins.day,
                self.ends.day,
                self.approver.text().strip(),
                self.approval_day.day,
                self.approval_number.text().strip(),
                self.budget.text().strip(),
            ),
        )

    def _line(self, text: str) -> QLineEdit:
        field = QLineEdit(text, self)
        field.setMinimumWidth(_WIDTH)
        keep_clean(field, self.words)
        return field

    def _problems(self) -> dict[QWidget, str]:
        problems: dict[QWidget, str] = {}
        for field in (self.begins, self.ends, self.approval_day):
            if field.day and not is_day(field.day):
                problem = Problem("bad-day", {"day": field.day})
                problems[field] = errors.message(problem, self.words)
        problem_of_all = rejection_of(self.edit, self._plan)
        if not problems and problem_of_all is not None:
            problems[self.ends] = errors.message(problem_of_all, self.words)
        return problems
