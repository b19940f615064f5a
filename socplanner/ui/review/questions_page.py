"""The page of questions about re-imported workbooks, with a list of answers each."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from socplanner.domain.reimport.sheet_values import Question
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.ui.review.review_texts import ReviewTexts
from socplanner.wording.language import Words


class QuestionsPage(QScrollArea):
    """Shows each question with a list of answers; none is answered at first."""

    answered = Signal(str, str)
    """The key of a question, and the answer; "" removes the answer."""

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
        texts: ReviewTexts,
    ) -> None:
        """Show `questions` with the `answers` so far; both `answers` and `origins` have their keys.

        `origins` has the names of the files. Questions that are shown already are kept, and with
        them the keyboard focus.
        """
        if tuple(questions) != self._shown:
            self._shown = tuple(questions)
            self._rebuild(questions, origins, texts)
        for combo in self.findChildren(QComboBox):
            combo.setCurrentIndex(max(combo.findData(answers.get(combo.objectName(), "")), 0))

    def _rebuild(
        self, questions: Sequence[Question], origins: Mapping[str, str], texts: ReviewTexts
    ) -> None:
        before = self.takeWidget()
        if before is not None:
            before.deleteLater()
        combos: list[QWidget] = []
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setSpacing(4)
        for question in questions:
            label = PlainLabel(page, f"{origins[question.key]}: {texts.question(question)}")
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            combo = QComboBox(page)
            combo.setObjectName(question.key)
            combo.setAccessibleName(label.text())
            combo.addItem(self._words.tr("(not answered)"), "")
            for option in question.options:
                combo.addItem(texts.option(question, option), option)
            combo.activated.connect(self._on_activated)
            label.setBuddy(combo)
            column.addWidget(label)
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
