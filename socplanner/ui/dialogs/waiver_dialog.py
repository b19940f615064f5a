"""Letting a finding stand: why, and until when."""

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QDateEdit, QFormLayout, QLineEdit, QWidget

from socplanner.domain.check_edits import SetWaiver
from socplanner.domain.checks.finding import Finding
from socplanner.domain.plan import Plan
from socplanner.domain.problem import EditRejected
from socplanner.domain.waivers import Waiver
from socplanner.ui.clean_line import keep_clean
from socplanner.ui.dialogs.question_dialog import QuestionDialog
from socplanner.ui.plain_text import PlainLabel
from socplanner.wording import errors
from socplanner.wording.findings import say
from socplanner.wording.language import Words
from socplanner.wording.terms import parties_in_words, role_label

_DAY = "yyyy-MM-dd"


class WaiverDialog(QuestionDialog):
    """Asks for a reason and perhaps a last day; `edit` waives the finding."""

    def __init__(
        self, finding: Finding, plan: Plan, words: Words, parent: QWidget | None = None
    ) -> None:
        """Ask about `finding` of `plan`; an earlier waiver of it is what it begins with."""
        super().__init__(words.tr("Waive a finding"), words.tr("Waive"), words, parent)
        self._finding = finding
        self._plan = plan
        before = next((w for w in plan.waivers if w.subject == finding.subject), None)
        what = PlainLabel(self, f"{finding.rule}  {self._subject()}\n{say(finding, plan, words)}")
        what.setWordWrap(True)
        self.reason = QLineEdit(self)
        keep_clean(self.reason, words)
        self.reason.setPlaceholderText(words.tr("Why it may stand"))
        self.has_end = QCheckBox(words.tr("&Until (last day)"), self)
        self.until = QDateEdit(QDate.currentDate().addMonths(6), self)
        self.until.setCalendarPopup(True)
        self.until.setDisplayFormat(_DAY)
        self.until.setMinimumDate(QDate.currentDate())
        self.until.setAccessibleName(words.tr("Last day of the waiver"))
        if before is not None:
            self.reason.setText(before.reason)
            self.has_end.setChecked(bool(before.until))
            if before.until:
                self.until.setDate(QDate.fromString(before.until, _DAY))
        self._problem = PlainLabel(self)
        self._problem.setWordWrap(True)
        form = QFormLayout()
        form.addRow(words.tr("&Reason"), self.reason)
        form.addRow(self.has_end, self.until)
        self.column.addWidget(what)
        self.column.addLayout(form)
        self.column.addWidget(self._problem)
        self.reason.textChanged.connect(self._prove)
        self.has_end.toggled.connect(self._prove)
        self.finish_layout()
        self.resize(520, self.sizeHint().height())
        self._prove()

    @property
    def edit(self) -> SetWaiver:
        """What is to be done to the plan."""
        rule, phase, role, party = self._finding.subject
        until = self.until.date().toString(_DAY) if self.has_end.isChecked() else ""
        return SetWaiver(Waiver(rule, phase, role, party, self.reason.text().strip(), until))

    def _subject(self) -> str:
        role = None if self._finding.role is None else self._plan.role(self._finding.role)
        if role is not None:
            return role_label(role, self.words)
        return parties_in_words(self._plan, self._finding.parties, self.words)

    def _prove(self) -> None:
        """Say what has to be changed; that a reason is missing is plain to see."""
        self.until.setEnabled(self.has_end.isChecked())
        said = ""
        if self.reason.text().strip():
            try:
                self.edit.apply(self._plan)
            except EditRejected as rejection:
                said = errors.say(rejection.problem, self.words)
        self._problem.setText(said)
        self._problem.setVisible(bool(said))
        self.accept_button.setEnabled(bool(self.reason.text().strip()) and not said)
