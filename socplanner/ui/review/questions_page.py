"""The questions that only a person can answer, each with its answers to choose from."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from socplanner.domain.reimport.sheet_values import Question
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.ui.review.review_texts import Speech
from socplanner.wording.language import Words


class QuestionsPage(QScrollArea):
    """Asks each question by a list of answers; none is answered at first."""

    answered = Signal(str, str)
    """The key of a question and the answer; an empty one takes it back."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        """Begin without questions."""
        super().__init__(parent)
        self._words = words
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(words.tr("Questions"))
        self._shown: tuple[Question, ...] | None = None

    def show_questions(
        self,
        questions: Sequence[Question],
        answers: Mapping[str, str],
        origins: Mapping[str, str],
        speech: Speech,
    ) -> None:
        """Show `questions` with the `answers` given so far, and by key the file each is about.

        Questions that are shown already stay, and with them the keyboard.
        """
        if tuple(questions) != self._shown:
            self._shown = tuple(questions)
            self._ask(questions, origins, speech)
        for combo in self.findChildren(QComboBox):
            combo.setCurrentIndex(max(combo.findData(answers.get(combo.objectName(), "")), 0))

    def _ask(
        self, questions: Sequence[Question], origins: Mapping[str, str], speech: Speech
    ) -> None:
        before = self.takeWidget()
        if before is not None:
            before.deleteLater()
        combos: list[QWidget] = []
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setSpacing(4)
        for question in questions:
            asked = PlainLabel(page, f"{origins[question.key]}: {speech.question(question)}")
            asked.setTextFormat(Qt.TextFormat.PlainText)
            asked.setWordWrap(True)
            combo = QComboBox(page)
            combo.setObjectName(question.key)
            combo.setAccessibleName(asked.text())
            combo.addItem(self._words.tr("(not answered)"), "")
            for option in question.options:
                combo.addItem(speech.option(question, option), option)
            combo.activated.connect(self._on_activated)
            asked.setBuddy(combo)
            column.addWidget(asked)
            column.addWidget(combo)
            column.addSpacing(8)
            combos.append(combo)
        column.addStretch(1)
        self.setWidget(page)
        for first, second in pairwise([self, *combos]):
            self.setTabOrder(first, second)

    def _on_activated(self) -> None:
        combo = self.sender()
        if isinstance(combo, QComboBox):
            self.answered.emit(combo.objectName(), str(combo.currentData()))
