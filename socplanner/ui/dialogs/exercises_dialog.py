"""The dialog that lists the exercises of the plan, and removes one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QWidget

from socplanner.domain.exercise_edits import RemoveExercise
from socplanner.domain.exercise_inputs import Exercise
from socplanner.services.document import Document
from socplanner.services.translator import Translator
from socplanner.ui.dialogs.question_dialog import QuestionDialog
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.wording.exercise_words import exercise_lines, exercise_name

_SIZE = (520, 200)


class ExercisesDialog(QuestionDialog):
    """Lists the exercises, the newest first; removing one is a step that can be undone."""

    edit = None
    """What is removed is removed at once; closing changes nothing more."""

    def __init__(
        self, document: Document, translator: Translator, parent: QWidget | None = None
    ) -> None:
        """Begin with the newest exercise."""
        words = translator.words
        super().__init__(words.tr("Exercises"), words.tr("Close"), words, parent)
        self._document = document
        self.list = QListWidget(self)
        self.list.setMinimumSize(*_SIZE)
        self.list.setAccessibleName(words.tr("Exercises"))
        self.text = PlainLabel(self)
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.remove_button = QPushButton(words.tr("Re&move"), self)
        self.cancel_button.hide()
        for widget in (self.list, self.text, self.remove_button):
            self.column.addWidget(widget)
        self.finish_layout()
        self.list.currentRowChanged.connect(self._show_exercise)
        self.remove_button.clicked.connect(self._remove)
        self._fill()

    def _fill(self) -> None:
        self.list.clear()
        by_day = sorted(self._document.plan.exercises, key=lambda each: each.day)
        exercises = by_day[::-1]  # of one day, the last that was kept is first
        for each in exercises:
            item = QListWidgetItem(exercise_name(each, self.words), self.list)
            item.setData(Qt.ItemDataRole.UserRole, each.id)
        self.list.setCurrentRow(0 if exercises else -1)
        self._show_exercise()

    def _show_exercise(self) -> None:
        exercise = self._current()
        self.remove_button.setEnabled(exercise is not None)
        if exercise is None:
            self.text.setText(
                self.words.tr("No exercise was played yet: begin one in a walk-through of a flow.")
            )
        else:
            lines = exercise_lines(self._document.plan, exercise, self.words)
            self.text.setText("\n".join(lines))

    def _current(self) -> Exercise | None:
        row = self.list.currentRow()
        wanted = self.list.item(row).data(Qt.ItemDataRole.UserRole) if row >= 0 else ""
        return next((each for each in self._document.plan.exercises if each.id == wanted), None)

    def _remove(self) -> None:
        exercise = self._current()
        if exercise is not None and self._document.try_perform(RemoveExercise(exercise.id)):
            self._fill()
