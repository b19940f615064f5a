"""The dialog that answers a prompt of the review: the own verdict, and its day."""

from PySide6.QtCore import QDate
from PySide6.QtWidgets import (
    QButtonGroup,
    QDateEdit,
    QFormLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from socplanner.domain.lesson_edits import AnswerPrompt
from socplanner.domain.lesson_inputs import NO_ENTRY, OWN_VERDICTS, LessonVerdict
from socplanner.domain.lessons.prompts import Prompt
from socplanner.domain.plan import Plan
from socplanner.ui.dialogs.question_dialog import QuestionDialog
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.wording.language import Words
from socplanner.wording.lesson_words import signed_verdict

_DAY = "yyyy-MM-dd"


class AnswerDialog(QuestionDialog):
    """Asks for a verdict and its day; `edit` states them, or removes the own verdict."""

    def __init__(
        self, prompt: Prompt, plan: Plan, words: Words, parent: QWidget | None = None
    ) -> None:
        """Ask about `prompt`; begin with the own verdict of `plan`, which may be none."""
        title = words.tr("Answer {prompt}", prompt=prompt.id)
        super().__init__(title, words.tr("Answer"), words, parent)
        self._prompt = prompt.id
        self._before = entry = plan.lessons.get(prompt.id, NO_ENTRY)
        question = PlainLabel(self, words.local(prompt.question))
        question.setWordWrap(True)
        note = PlainLabel(self, words.tr("Your verdict counts where the plan itself cannot tell."))
        note.setWordWrap(True)
        self.choices: dict[LessonVerdict | None, QRadioButton] = {}
        self._group = QButtonGroup(self)
        options = QVBoxLayout()
        for verdict in (*OWN_VERDICTS, None):
            text = words.tr("No own verdict") if verdict is None else signed_verdict(verdict, words)
            button = self.choices[verdict] = QRadioButton(text, self)
            self._group.addButton(button)
            options.addWidget(button)
        self.choices[entry.verdict].setChecked(True)
        self.day = QDateEdit(QDate.currentDate(), self)
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat(_DAY)
        if entry.day:
            self.day.setDate(QDate.fromString(entry.day, _DAY))
        form = QFormLayout()
        form.addRow(words.tr("&Day of the verdict"), self.day)
        for widget in (question, note):
            self.column.addWidget(widget)
        self.column.addLayout(options)
        self.column.addLayout(form)
        self._group.buttonToggled.connect(self._on_toggled)
        self._on_toggled()
        self.finish_layout()
        self.resize(480, self.sizeHint().height())

    @property
    def verdict(self) -> LessonVerdict | None:
        """The chosen verdict; None for no own one."""
        return next(each for each, button in self.choices.items() if button.isChecked())

    @property
    def edit(self) -> AnswerPrompt | None:
        """The edit that was accepted; None where nothing was changed."""
        verdict = self.verdict
        day = "" if verdict is None else self.day.date().toString(_DAY)
        if (verdict, day) == (self._before.verdict, self._before.day):
            return None
        return AnswerPrompt(self._prompt, verdict, day)

    def _on_toggled(self) -> None:
        self.day.setEnabled(self.verdict is not None)
        is_new = self._before.verdict is None
        self.accept_button.setDisabled(is_new and self.verdict is None)
