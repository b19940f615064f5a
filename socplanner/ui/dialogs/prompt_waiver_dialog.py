"""The dialog that waives a prompt of the review: reason and last day."""

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QDateEdit, QFormLayout, QLineEdit, QWidget

from socplanner.domain.lesson_edits import WaivePrompt
from socplanner.domain.lesson_inputs import NO_ENTRY
from socplanner.domain.lessons.prompts import Prompt
from socplanner.domain.plan import Plan
from socplanner.ui.dialogs.field_errors import rejection_of
from socplanner.ui.dialogs.question_dialog import QuestionDialog
from socplanner.ui.kit.clean_line import keep_clean
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.wording import errors
from socplanner.wording.language import Words

_DAY = "yyyy-MM-dd"
_MONTHS = 6
"""How many months a new waiver lasts where it has an end: this tool's default."""


class PromptWaiverDialog(QuestionDialog):
    """Asks for a reason and an optional last day; `edit` waives the prompt."""

    def __init__(
        self, prompt: Prompt, plan: Plan, words: Words, parent: QWidget | None = None
    ) -> None:
        """Ask about `prompt`; begin with its waiver in `plan`."""
        super().__init__(
            words.tr("Waive {prompt}", prompt=prompt.id), words.tr("Waive"), words, parent
        )
        self._prompt, self._plan = prompt.id, plan
        entry = plan.lessons.get(prompt.id, NO_ENTRY)
        question = PlainLabel(self, words.local(prompt.question))
        question.setWordWrap(True)
        self.reason = QLineEdit(entry.waived, self)
        keep_clean(self.reason, words)
        self.reason.setPlaceholderText(words.tr("Reason for the waiver"))
        self.has_end = QCheckBox(words.tr("&Until (last day)"), self)
        self.until = QDateEdit(QDate.currentDate().addMonths(_MONTHS), self)
        self.until.setCalendarPopup(True)
        self.until.setDisplayFormat(_DAY)
        self.until.setAccessibleName(words.tr("Last day of the waiver"))
        self.has_end.setChecked(bool(entry.until) or not entry.waived)
        if entry.until:
            self.until.setDate(QDate.fromString(entry.until, _DAY))
        form = QFormLayout()
        self.errors.add_row(form, words.tr("&Reason"), self.reason)
        form.addRow(self.has_end, self.until)
        self.column.addWidget(question)
        self.column.addLayout(form)
        self.has_end.toggled.connect(self.until.setEnabled)
        self.until.setEnabled(self.has_end.isChecked())
        self.finish_layout()
        self.resize(520, self.sizeHint().height())
        self.errors.find_by(self._problems)

    @property
    def edit(self) -> WaivePrompt:
        """The edit that waives the prompt."""
        until = self.until.date().toString(_DAY) if self.has_end.isChecked() else ""
        return WaivePrompt(self._prompt, self.reason.text().strip(), until)

    def _problems(self) -> dict[QWidget, str]:
        """Return what is invalid, by field."""
        if not self.reason.text().strip():
            return {self.reason: self.words.tr("Write the reason: it is listed with the waiver.")}
        problem = rejection_of(self.edit, self._plan)
        return {} if problem is None else {self.reason: errors.message(problem, self.words)}
