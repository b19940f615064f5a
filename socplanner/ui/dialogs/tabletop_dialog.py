"""Tabletop mode: a flow step by step on the whole screen, with a note and the time of each.

The steps come in the order of the walk at the moment that was chosen. What is typed and measured is
an exercise, kept in the plan when the planner finishes; closing before asks whether to keep it.
"""

from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from socplanner.domain.exercise_edits import AddExercise
from socplanner.domain.exercise_inputs import Exercise, ExercisedStep
from socplanner.domain.flows.walk import FlowWalk, WalkedStep
from socplanner.domain.ids import PhaseId, slug_for
from socplanner.domain.limits import MOST_SECONDS
from socplanner.domain.names import LONGEST_TEXT
from socplanner.domain.plan import Plan
from socplanner.ui.dialogs.message import Answer, AnswerButton, Message, choose
from socplanner.ui.kit.announcing import announce
from socplanner.ui.kit.dialog_size import resize_for_texts
from socplanner.ui.kit.flat_style import make_primary
from socplanner.ui.kit.note_editor import NoteEditor
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.ui.kit.type_scale import scaled
from socplanner.wording.coverage_words import moment_name
from socplanner.wording.exercise_words import clock_text
from socplanner.wording.flow_lines import step_title, walked_lines
from socplanner.wording.flow_words import full_moment_text, limit_sentence
from socplanner.wording.language import Words

_MARGIN, _SECOND = 48, 1000
_SIZE = (960, 640)
"""The least size where a system shows the dialog in a window."""


class TabletopDialog(QDialog):
    """Plays a walk; `edit` keeps it as an exercise once it was finished."""

    def __init__(
        self,
        plan: Plan,
        phase: PhaseId,
        walk: FlowWalk,
        today: str,
        words: Words,
        parent: QWidget | None = None,
    ) -> None:
        """Begin with the first step of `walk`; the exercise is of the day `today`."""
        super().__init__(parent)
        self.words, self._plan, self._phase, self._walk = words, plan, phase, walk
        self._today = today
        self._place = 0
        self._seconds = [0] * len(walk.steps)
        self._notes = [""] * len(walk.steps)
        self._clock, self._timer = QElapsedTimer(), QTimer(self)
        self.setWindowTitle(words.tr("Tabletop exercise"))
        self.progress = QProgressBar(self)
        self.heading, self.title, self.does = (PlainLabel(self) for _ in range(3))
        self.text, self.time = PlainLabel(self), PlainLabel(self)
        self.note, self.full = NoteEditor(self), PlainLabel(self)
        self.back_button = QPushButton(words.tr("&Back"), self)
        self.next_button = QPushButton(self)
        self.cancel_button = QPushButton(words.tr("Cancel"), self)
        self._lay_out()
        self.back_button.clicked.connect(self.go_back)
        self.next_button.clicked.connect(self.go_on)
        self.cancel_button.clicked.connect(self.reject)
        self.note.overfilled.connect(self._on_overfilled)
        self._timer.timeout.connect(self._show_time)
        self._timer.start(_SECOND)
        self._show_step()
        resize_for_texts(self, *_SIZE)

    @property
    def edit(self) -> AddExercise:
        """The edit that keeps the exercise."""
        moment = self._walk.clock.start
        hour, minute = divmod(moment.minute, 60)
        used = frozenset(each.id for each in self._plan.exercises)
        flow = self._walk.flow
        exercise = Exercise(
            slug_for(f"{self._today}-{flow.id}", used, "exercise"),
            self._today,
            flow.id,
            flow.name,
            self._phase,
            f"{moment.day.value} {hour:02}:{minute:02}",
            "",
            tuple(
                ExercisedStep(each.step.id, each.step.role, seconds, note)
                for each, seconds, note in zip(
                    self._walk.steps, self._seconds, self._notes, strict=True
                )
            ),
        )
        return AddExercise(exercise)

    @property
    def walked(self) -> WalkedStep:
        """The step that is shown."""
        return self._walk.steps[self._place]

    def ask(self) -> bool:
        """Show the dialog on the whole screen; return whether the exercise was finished."""
        self.setWindowState(Qt.WindowState.WindowFullScreen)
        finished = self.exec() == QDialog.DialogCode.Accepted
        self.deleteLater()
        return bool(finished)

    def go_on(self) -> None:
        """Show the next step; after the last one, finish."""
        self._keep()
        if self._place + 1 == len(self._walk.steps):
            self.accept()
            return
        self._place += 1
        self._show_step()

    def go_back(self) -> None:
        """Show the step before; its time runs on."""
        self._keep()
        self._place = max(self._place - 1, 0)
        self._show_step()

    @override
    def reject(self) -> None:
        """Close; where something was done or noted, ask first whether to keep it."""
        self._keep()
        if self._place == 0 and not any(self._notes):
            super().reject()
            return
        answer = self._ask_about_closing()
        if answer is Answer.SAVE:
            self.accept()
        elif answer is Answer.DISCARD:
            super().reject()
        else:
            self._clock.start()

    def _ask_about_closing(self) -> Answer:
        words, roles = self.words, QMessageBox.ButtonRole
        message = Message(
            words.tr("Tabletop exercise"),
            words.tr("Keep the exercise as it is so far?"),
            words.tr("The steps that were not reached are kept without a time."),
            QMessageBox.Icon.Question,
        )
        options = (
            AnswerButton(Answer.SAVE, words.tr("&Keep"), roles.AcceptRole),
            AnswerButton(Answer.DISCARD, words.tr("&Discard"), roles.DestructiveRole),
            AnswerButton(Answer.CANCEL, words.tr("Go on with it"), roles.RejectRole),
        )
        return choose(message, options, self)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_PageDown:
            self.go_on()
        elif key == Qt.Key.Key_PageUp:
            self.go_back()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self.heading.setFont(scaled(self.font(), "heading"))
        self.time.setFont(scaled(self.font(), "number"))
        for label, ratio in ((self.title, 1.6), (self.does, 1.25)):
            font = scaled(self.font(), "number")
            if font.pixelSize() > 0:
                font.setPixelSize(round(font.pixelSize() * ratio))
            else:
                font.setPointSizeF(font.pointSizeF() * ratio)
            label.setFont(font)
            label.setWordWrap(True)
        self.text.setFont(scaled(self.font(), "title"))
        self.text.setWordWrap(True)
        self.note.setAccessibleName(self.words.tr("Note"))
        self.progress.setRange(0, len(self._walk.steps))
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(6)
        make_primary(self.next_button)
        self.next_button.setDefault(True)
        above = QHBoxLayout()
        above.addWidget(self.heading, 1)
        above.addWidget(self.time)
        buttons = QHBoxLayout()
        buttons.addWidget(self.cancel_button)
        buttons.addStretch(1)
        buttons.addWidget(self.back_button)
        buttons.addWidget(self.next_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN // 2, _MARGIN, _MARGIN // 2)
        column.setSpacing(16)
        column.addLayout(above)
        column.addWidget(self.progress)
        column.addStretch(1)
        for label in (self.title, self.does, self.text):
            column.addWidget(label)
        column.addStretch(1)
        column.addWidget(PlainLabel(self, self.words.tr("Note")))
        column.addWidget(self.note)
        column.addWidget(self.full)
        column.addLayout(buttons)

    def _keep(self) -> None:
        """Store time and note of the step that is shown."""
        self._seconds[self._place] = self._shown_seconds()
        self._notes[self._place] = self.note.note()

    def _on_overfilled(self) -> None:
        text = self.words.tr(
            "A note takes at most {most} characters: nothing was pasted or typed beyond them.",
            most=LONGEST_TEXT,
        )
        self.full.setText(text)
        announce(self.note, text)

    def _shown_seconds(self) -> int:
        elapsed = self._clock.elapsed() // _SECOND if self._clock.isValid() else 0
        return min(self._seconds[self._place] + elapsed, MOST_SECONDS)

    def _show_step(self) -> None:
        words, plan, walk, walked = self.words, self._plan, self._walk, self.walked
        count, number = len(walk.steps), self._place + 1
        self.heading.setText(
            words.tr(
                "{flow} · {moment} · step {n} of {total}",
                flow=words.local(walk.flow.name),
                moment=moment_name(walk.clock.start, words),
                n=number,
                total=count,
            )
        )
        self.title.setText(step_title(plan, walked.step, words))
        self.does.setText(words.local(walked.step.does))
        lines = [
            words.tr("Now {moment}", moment=full_moment_text(walk.clock, walked.begins, words))
        ]
        lines += walked_lines(plan, walked, walk.clock, words)
        limit = limit_sentence(plan, walk.flow, walked.step, words)
        if limit:
            lines.append(words.tr("Limit: {limit}", limit=limit))
        self.text.setText("\n".join(lines))
        self.progress.setValue(number)
        placeholder = words.tr("What happened, what was missing")
        self.note.show_note(self._notes[self._place], placeholder)
        self.full.clear()
        self.back_button.setEnabled(self._place > 0)
        is_last = number == count
        self.next_button.setText(
            words.tr("&Finish and keep") if is_last else words.tr("&Next step")
        )
        self.setAccessibleDescription(f"{self.title.text()}\n{self.does.text()}")
        self._clock.start()
        self._show_time()
        self.note.setFocus()

    def _show_time(self) -> None:
        self.time.setText(clock_text(self._shown_seconds()))
