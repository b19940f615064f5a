"""The interview: one role and side at a time, with the words of each score and the evidence.

Each answer is one step of undo, and leads on to the next question. Questions are those of the roles
that the view shows, in its order.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from socplanner.domain.assessment import Score, Side, newest_scores
from socplanner.domain.assessment_edits import SetScore, SetScoreText
from socplanner.domain.ids import RoleId
from socplanner.domain.maturity.role_maturity import is_answer
from socplanner.domain.names import LONGEST_TEXT
from socplanner.services import catalogues
from socplanner.ui.kit.clean_line import keep_clean
from socplanner.ui.kit.dialog_size import resize_for_texts
from socplanner.ui.kit.ink_label import InkLabel
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.kit.type_scale import scaled
from socplanner.wording.language import Words
from socplanner.wording.maturity_words import score_meaning, short_score, side_name
from socplanner.wording.terms import role_label

Question = tuple[RoleId, Side]
_SCORES: tuple[Score, ...] = ("5", "4", "3", "2", "1", "na", "unknown")
_KEYS: dict[int, Score | None] = {
    Qt.Key.Key_1: "1",
    Qt.Key.Key_2: "2",
    Qt.Key.Key_3: "3",
    Qt.Key.Key_4: "4",
    Qt.Key.Key_5: "5",
    Qt.Key.Key_0: "na",
    Qt.Key.Key_N: "na",
    Qt.Key.Key_Question: "unknown",
    Qt.Key.Key_Delete: None,
}
_LETTERS, _LINES = 66, 3


class InterviewDialog(QDialog):
    """Asks for the score of each question; it begins with the first that is not answered."""

    def __init__(
        self,
        context: PlanContext,
        questions: Sequence[Question],
        words: Words,
        parent: QWidget | None = None,
    ) -> None:
        """Ask `questions`, at least one."""
        super().__init__(parent)
        self._context = context
        self._questions = list(questions)
        self._words = words
        self.setWindowTitle(self._words.tr("Interview"))
        self.progress = InkLabel(self, "text-2", "dense")
        self.role, self._about = PlainLabel(self), InkLabel(self, "text-2", "body")
        self._side = PlainLabel(self)
        self.answers = {each: QPushButton(self) for each in _SCORES}
        self._meanings = {each: PlainLabel(self) for each in _SCORES}
        self.evidence = QLineEdit(self)
        self.back, self.skip = QPushButton(self), QPushButton(self)
        self._lay_out()
        self._connect()
        self.place = next(
            (at for at, each in enumerate(questions) if not is_answer(self._score(each))), 0
        )
        self._show_question()
        wide = _LETTERS * self.fontMetrics().averageCharWidth()
        resize_for_texts(self, min(wide, self.screen().size().width() * 2 // 3), 0)

    @property
    def question(self) -> Question:
        """The role and the side that are asked for."""
        return self._questions[self.place]

    def answer(self, score: Score | None) -> None:
        """Set the score of the question, and go on to the next one."""
        role, side = self.question
        today = self._context.checking.today
        edit = SetScore(frozenset({role}), (side,), score, today)
        self._keep_evidence()
        self._context.document.try_perform(edit)
        self.go(1)

    def go(self, step: int) -> None:
        """Go so many questions on, or back; the last one stays."""
        self._keep_evidence()
        self.place = min(max(self.place + step, 0), len(self._questions) - 1)
        self._show_question()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _KEYS:
            self.answer(_KEYS[event.key()])
        elif event.key() in (Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_Down):
            self.go(1)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_PageUp, Qt.Key.Key_Up):
            self.go(-1)
        else:
            super().keyPressEvent(event)

    @override
    def done(self, result: int) -> None:
        """Keep what was typed, and close."""
        self._keep_evidence()
        super().done(result)

    def _score(self, question: Question) -> Score | None:
        role, side = question
        return newest_scores(self._context.document.plan.assessments, role).of(side).score

    def _lay_out(self) -> None:
        words, grid = self._words, QGridLayout()
        self._about.setWordWrap(True)
        self._about.setMinimumHeight(self.fontMetrics().lineSpacing() * _LINES)
        self._about.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.role.setFont(scaled(self.font(), "title"))
        self._side.setFont(scaled(self.font(), "heading"))
        for row, score in enumerate(_SCORES):
            button, meaning = self.answers[score], self._meanings[score]
            button.setText(short_score(score, words))
            button.setCheckable(True)
            button.setAutoDefault(False)
            meaning.setWordWrap(True)
            grid.addWidget(button, row, 0)
            grid.addWidget(meaning, row, 1)
        grid.setColumnStretch(1, 1)
        keep_clean(self.evidence, words, LONGEST_TEXT)
        self.evidence.setPlaceholderText(words.tr("Evidence"))
        self.evidence.setAccessibleName(words.tr("Evidence"))
        self.back.setText(words.tr("Back"))
        self.skip.setText(words.tr("Skip"))
        close = QDialogButtonBox(self)
        close.addButton(words.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.rejected.connect(self.reject)
        below = QHBoxLayout()
        for button in (self.back, self.skip):
            button.setAutoDefault(False)
            below.addWidget(button)
        below.addWidget(close, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 14)
        for widget in (self.progress, self.role, self._about, self._side):
            column.addWidget(widget)
        column.addLayout(grid)
        column.addWidget(self.evidence)
        column.addStretch(1)
        column.addLayout(below)

    def _connect(self) -> None:
        for score, button in self.answers.items():
            button.setObjectName(score)
            button.clicked.connect(self._on_answered)
        self.back.clicked.connect(self._on_back)
        self.skip.clicked.connect(self._on_skipped)
        self.evidence.returnPressed.connect(self._on_skipped)

    def _show_question(self) -> None:
        plan, words = self._context.document.plan, self._words
        role_id, side = self.question
        unanswered = sum(not is_answer(self._score(each)) for each in self._questions)
        self.progress.setText(
            words.tr(
                "Question {n} of {total}, not answered: {unanswered}",
                n=self.place + 1,
                total=len(self._questions),
                unanswered=unanswered,
            )
        )
        role = plan.role(role_id)
        self.role.setText("" if role is None else role_label(role, words))
        about = catalogues.descriptions(plan.catalogue.edition).roles.get(role_id)
        self._about.setText("" if about is None else words.local(about))
        self._side.setText(side_name(side, words))
        current = newest_scores(plan.assessments, role_id).of(side)
        for score, button in self.answers.items():
            meaning = score_meaning(side, score, words)
            self._meanings[score].setText(meaning)
            button.setAccessibleName(f"{short_score(score, words)} {meaning}")
            button.setChecked(score == current.score)
        self.evidence.setText(current.evidence)
        self.back.setEnabled(self.place > 0)
        self.skip.setEnabled(self.place < len(self._questions) - 1)
        self.setFocus()

    def _keep_evidence(self) -> None:
        """Set the evidence that was typed, if it is another."""
        role, side = self.question
        text, plan = self.evidence.text().strip(), self._context.document.plan
        if text != newest_scores(plan.assessments, role).of(side).evidence:
            today = self._context.checking.today
            edit = SetScoreText(frozenset({role}), side, "evidence", text, today)
            self._context.document.try_perform(edit)

    def _on_answered(self) -> None:
        name = self.sender().objectName()
        self.answer(next(each for each in _SCORES if each == name))

    def _on_back(self) -> None:
        self.go(-1)

    def _on_skipped(self) -> None:
        self.go(1)
