"""The line below a walk: whether the flow gets through, why not, and what would help."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from socplanner.domain.flows.walk import FlowWalk, Outcome, StepState
from socplanner.domain.ids import RoleId
from socplanner.domain.plan import Plan
from socplanner.ui.kit.flat_button import FlatButton
from socplanner.ui.kit.icons import draw_icon
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.ui.kit.tokens import token
from socplanner.wording.flow_words import walk_text
from socplanner.wording.language import Words
from socplanner.wording.terms import parties_in_words, role_code

_LOOKS = {
    Outcome.THROUGH: ("done", "ok"),
    Outcome.UNSURE: ("info", "info"),
    Outcome.STOPS: ("error", "error"),
}
_ICON = 16
_LEAST_TEXT = 48
"""The least width in letters of the text beside the buttons."""


class OutcomeBar(QWidget):
    """Shows the sentences of a walk, with buttons for the step at which it stops first."""

    on_call_requested = Signal(str)
    """The planner wants to add hours on call to a role."""

    hours_requested = Signal(str)
    """The planner wants to edit the hours of a role."""

    tabletop_requested = Signal()
    """The planner wants to play the walk as an exercise."""

    step_requested = Signal(str)
    """The planner wants to see a step."""

    def __init__(self, parent: QWidget) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._outcome = Outcome.THROUGH
        self._role = RoleId("")
        self._step = ""
        self.text = PlainLabel(self)
        self.text.setWordWrap(True)
        self.show_button = FlatButton(self, is_edged=True)
        self.on_call_button = FlatButton(self, is_edged=True)
        self.hours_button = FlatButton(self, is_edged=True)
        self.tabletop_button = FlatButton(self, is_edged=True)
        self._buttons = QWidget(self)
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for button in (self.show_button, self.on_call_button, self.hours_button):
            button.let_shrink()
            row.addWidget(button)
        row.addWidget(self.tabletop_button)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(14 + _ICON + 8, 6, 10, 6)
        self._line.setSpacing(8)
        self._line.addWidget(self.text, 1)
        self._line.addWidget(self._buttons, 0, Qt.AlignmentFlag.AlignVCenter)
        self.tabletop_button.clicked.connect(self.tabletop_requested)
        self.show_button.clicked.connect(self._on_show)
        self.on_call_button.clicked.connect(self._on_call)
        self.hours_button.clicked.connect(self._on_hours)

    def show_walk(self, plan: Plan, walk: FlowWalk, words: Words) -> None:
        """Show whether `walk` gets through."""
        self._outcome = walk.outcome
        self.text.setText(walk_text(plan, walk, words))
        self.setAccessibleName(self.text.text())
        self.tabletop_button.setText(words.tr("Tabletop…"))
        unsure = (each for each in walk.steps if each.state is StepState.NOT_STATED)
        step = next(iter(walk.stops), None) or next(unsure, None)
        is_open = step is not None and walk.outcome is not Outcome.THROUGH
        for button in (self.show_button, self.on_call_button, self.hours_button):
            button.setVisible(is_open)
        if step is not None:
            self._role, self._step = step.step.role, step.step.id
            code = role_code(plan, step.step.role)
            parties = parties_in_words(plan, step.parties.performing[:1], words)
            self.show_button.setText(words.tr("Show {role}", role=code))
            self.on_call_button.setText(words.tr("Add on-call for {party}", party=parties))
            self.hours_button.setText(words.tr("Hours of {role}…", role=code))
            has_party = bool(step.parties.performing)
            self.on_call_button.setVisible(is_open and has_party)
        self._fit()
        self.update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Put the buttons below the text where they would leave it too little width."""
        least = _LEAST_TEXT * self.fontMetrics().averageCharWidth()
        fits = self._buttons.sizeHint().width() + least <= self.contentsRect().width()
        directions = QBoxLayout.Direction
        self._line.setDirection(directions.LeftToRight if fits else directions.TopToBottom)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        icon_name, ink = _LOOKS[self._outcome]
        painter = QPainter(self)
        painter.fillRect(self.rect(), token(f"{ink}-tint", self.palette()))
        painter.setPen(token("line", self.palette()))
        painter.drawLine(0, 0, self.width(), 0)
        middle = self.height() / 2 - _ICON / 2
        place = QRectF(14, middle, _ICON, _ICON)
        draw_icon(painter, icon_name, place, token(ink, self.palette()))
        painter.end()

    def _on_show(self) -> None:
        self.step_requested.emit(self._step)

    def _on_call(self) -> None:
        self.on_call_requested.emit(self._role)

    def _on_hours(self) -> None:
        self.hours_requested.emit(self._role)
