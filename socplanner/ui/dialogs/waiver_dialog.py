"""The dialog that waives findings: reason, last day, and whether in other phases too."""

from collections.abc import Iterable

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QDateEdit, QFormLayout, QLineEdit, QWidget

from socplanner.domain.check_edits import SetWaiver, SetWaivers
from socplanner.domain.checks.across_phases import same_elsewhere
from socplanner.domain.checks.finding import Finding
from socplanner.domain.plan import Plan
from socplanner.domain.waivers import Waiver
from socplanner.ui.dialogs.field_errors import rejection_of
from socplanner.ui.dialogs.question_dialog import QuestionDialog
from socplanner.ui.kit.clean_line import keep_clean
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.wording import errors
from socplanner.wording.findings import statement, subject
from socplanner.wording.language import Words
from socplanner.wording.terms import listed, phase_label

_DAY = "yyyy-MM-dd"
_MOST_LISTED = 6


class WaiverDialog(QuestionDialog):
    """Asks for a reason and an optional last day; `edit` waives the findings."""

    def __init__(
        self,
        findings: tuple[Finding, ...],
        plan: Plan,
        words: Words,
        parent: QWidget | None = None,
    ) -> None:
        """Ask about `findings` of `plan`; begin with an existing waiver of one of them."""
        title = words.tr("Waive a finding")
        if len(findings) > 1:
            title = words.count("Waive {n} finding", "Waive {n} findings", len(findings))
        super().__init__(title, words.tr("Waive"), words, parent)
        self._findings = findings
        self._elsewhere = same_elsewhere(plan, findings)
        self._plan = plan
        subjects = {each.subject for each in findings}
        before = next((w for w in plan.waivers if w.subject in subjects), None)
        summary = PlainLabel(self, self._summary())
        summary.setWordWrap(True)
        self.elsewhere = QCheckBox(self)
        self.elsewhere.setVisible(bool(self._elsewhere))
        self._name_elsewhere()
        self.reason = QLineEdit(self)
        self.has_end = QCheckBox(words.tr("&Until (last day)"), self)
        self.until = QDateEdit(QDate.currentDate().addMonths(6), self)
        self._begin(before)
        form = QFormLayout()
        self.errors.add_row(form, words.tr("&Reason"), self.reason)
        form.addRow(self.has_end, self.until)
        form.addRow("", self.elsewhere)
        self.column.addWidget(summary)
        self.column.addLayout(form)
        self.has_end.toggled.connect(self.until.setEnabled)
        self.until.setEnabled(self.has_end.isChecked())
        self.finish_layout()
        self.resize(520, self.sizeHint().height())
        self.errors.find_by(self._problems)

    def _begin(self, before: Waiver | None) -> None:
        """Set up the fields; fill them from the waiver `before`, if there is one."""
        words = self.words
        keep_clean(self.reason, words)
        self.reason.setPlaceholderText(words.tr("Reason for the waiver"))
        self.until.setCalendarPopup(True)
        self.until.setDisplayFormat(_DAY)
        self.until.setMinimumDate(QDate.currentDate())
        self.until.setAccessibleName(words.tr("Last day of the waiver"))
        if before is not None:
            self.reason.setText(before.reason)
            self.has_end.setChecked(bool(before.until))
            if before.until:
                self.until.setDate(QDate.fromString(before.until, _DAY))

    @property
    def edit(self) -> SetWaiver | SetWaivers:
        """The edit that waives the findings, and those of other phases if chosen."""
        until = self.until.date().toString(_DAY) if self.has_end.isChecked() else ""
        reason = self.reason.text().strip()
        findings = (*self._findings, *(self._elsewhere if self.elsewhere.isChecked() else ()))
        subjects = dict.fromkeys(each.subject for each in findings)
        waivers = tuple(Waiver(*subject, reason, until) for subject in subjects)
        return SetWaiver(waivers[0]) if len(waivers) == 1 else SetWaivers(waivers)

    def _summary(self) -> str:
        """Return the findings to waive: the sentence of one, or the subjects of several."""
        plan, words = self._plan, self.words
        if len(self._findings) == 1:
            (finding,) = self._findings
            return f"{self._subject_line(finding)}\n{statement(finding, plan, words)}"
        lines = [self._subject_line(each) for each in self._findings[:_MOST_LISTED]]
        more = len(self._findings) - len(lines)
        if more:
            lines.append(words.count("and {n} more", "and {n} more", more))
        return "\n".join(lines)

    def _subject_line(self, finding: Finding) -> str:
        return f"{finding.rule}  {subject(finding, self._plan, self.words)}"

    def _name_elsewhere(self) -> None:
        """Label the checkbox with the other phases that have the same findings."""
        phases: Iterable[str] = dict.fromkeys(
            phase_label(self._plan, each.phase, self.words) for each in self._elsewhere
        )
        text = self.words.tr(
            "&Also in {phases}", phases=listed(phases, self.words).replace("&", "&&")
        )
        self.elsewhere.setText(text)

    def _problems(self) -> dict[QWidget, str]:
        """Return what is invalid, by field."""
        if not self.reason.text().strip():
            return {self.reason: self.words.tr("Write the reason: it is listed with the waiver.")}
        problem = rejection_of(self.edit, self._plan)
        return {} if problem is None else {self.reason: errors.message(problem, self.words)}
