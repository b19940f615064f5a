"""The panel below a flow: the current step in words, what a walk shows of it, and its commands."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from socplanner.domain.flow_inputs import Receiver
from socplanner.ui.flows.flow_drawing import FlowDrawing
from socplanner.ui.flows.flow_state import FlowState
from socplanner.ui.kit.backdrop import Backdrop
from socplanner.ui.kit.flat_button import FlatButton
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.ui.kit.type_scale import scaled
from socplanner.wording.flow_lines import step_lines, step_title, walked_lines
from socplanner.wording.flow_words import full_moment_text, hand_over_sentence, minutes_text
from socplanner.wording.hand_over_lines import (
    ShownHandOver,
    agreed_lines,
    hand_over_lines,
    hand_over_title,
    one_outside,
)

_LINES, _LEAST_LINES = 5, 26
"""The height of the panel in lines of text, and that of the view below which it is hidden."""


class StepDetails(Backdrop):
    """Shows one step; where none is current, the flow as a whole."""

    edit_requested = Signal()
    agreement_requested = Signal(str)
    """The planner wants to edit the agreement with a party or counterpart, as files name it."""

    def __init__(self, parent: QWidget) -> None:
        """Show nothing yet."""
        super().__init__("surface", Qt.Edge.TopEdge, parent)
        self.title = PlainLabel(self)
        self.text, self.walked = _wrapped(self), _wrapped(self)
        self.edit_button = FlatButton(self, is_edged=True)
        self.edit_button.clicked.connect(self._on_clicked)
        self._partner: Receiver | None = None
        both = QWidget(self)
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addWidget(self.text, 3)
        row.addWidget(self.walked, 2)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(both)
        area.viewport().setAutoFillBackground(False)
        both.setAutoFillBackground(False)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area = area
        above = QHBoxLayout()
        above.addWidget(self.title, 1)
        above.addWidget(self.edit_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 10, 6)
        column.setSpacing(4)
        column.addLayout(above)
        column.addWidget(area, 1)
        self.fit_font()

    def fit_font(self) -> None:
        """Set the font of the title and the height for the current size of text."""
        self.title.setFont(scaled(self.font(), "heading"))
        self._area.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES)

    def fit(self, height: int) -> None:
        """Give way to the diagram where the view is only `height` pixels high."""
        self.setVisible(height >= self.fontMetrics().lineSpacing() * _LEAST_LINES)

    def show_step(self, state: FlowState, step_id: str, *, has_walk: bool) -> None:
        """Show the step of the flow of `state`, with the walk if `has_walk`."""
        self._partner = None
        words, current, drawing = state.words, state.current, state.drawing
        step = None if current is None else current.flow.step(step_id)
        self.edit_button.setText(words.tr("Edit the step…"))
        self.edit_button.setVisible(step is not None)
        if current is None or drawing is None or step is None:
            self._show_flow(state)
            return
        self.title.setText(step_title(state.plan, step, words))
        lines = step_lines(
            *(state.plan, current.flow, step, drawing.parties[step.id], state.counterparts, words)
        )
        self.text.setText("\n".join(lines))
        self.text.setAccessibleName(self.title.text())
        walk = state.walk if has_walk else None
        walked = None if walk is None else walk.walked(step.id)
        self.walked.setVisible(walked is not None)
        if walk is not None and walked is not None:
            start = words.tr("Started {moment}", moment=full_moment_text(walk.clock, 0, words))
            shown = walked_lines(state.plan, walked, walk.clock, words)
            self.walked.setText("\n".join((start, *shown)))

    def show_line(self, state: FlowState, number: int) -> None:
        """Show the line of that number: what is handed on, and what was agreed on that."""
        words, drawing = state.words, state.drawing
        if drawing is None:
            return
        shown = _hand_over(drawing, number)
        outside = one_outside(state.plan, shown, drawing.parties)
        self._partner = None if outside is None else outside[0]
        self.edit_button.setText(words.tr("Edit the agreement…"))
        self.edit_button.setVisible(outside is not None)
        self.title.setText(hand_over_title(state.plan, shown, state.counterparts, words))
        self.text.setText("\n".join(hand_over_lines(state.plan, shown, drawing.parties, words)))
        self.text.setAccessibleName(self.title.text())
        agreed = agreed_lines(state.plan, shown, drawing.parties, state.counterparts, words)
        self.walked.setText("\n".join(agreed))
        self.walked.setVisible(bool(self.walked.text()))

    def _on_clicked(self) -> None:
        if self._partner is None:
            self.edit_requested.emit()
        else:
            self.agreement_requested.emit(self._partner.text)

    def _show_flow(self, state: FlowState) -> None:
        """Show what the flow as a whole states: trigger, severity, limit, hand-overs, time."""
        words, current, drawing = state.words, state.current, state.drawing
        self.walked.hide()
        if current is None or drawing is None:
            self.title.setText(words.tr("There is no flow"))
            self.text.setText(words.tr("Add one with “Plan > Add flow…”."))
            return
        flow = current.flow
        self.title.setText(words.local(flow.name))
        lines = []
        if flow.trigger.en or flow.trigger.ja:
            lines.append(words.tr("Begins with: {text}", text=words.local(flow.trigger)))
        if flow.severity.en or flow.severity.ja:
            lines.append(words.tr("Severity: {text}", text=words.local(flow.severity)))
        lines.append(hand_over_sentence(drawing.hand_overs, words))
        clock = state.flow_clock
        total = minutes_text(clock.minutes, words)
        if clock.allowed is None:
            lines.append(words.tr("The limits on the longest path add up to {time}.", time=total))
        else:
            lines.append(
                words.tr(
                    "The limits on the longest path add up to {time}; the flow allows {allowed}.",
                    time=total,
                    allowed=minutes_text(clock.allowed, words),
                )
            )
        self.text.setText("\n".join(lines))


def _hand_over(drawing: FlowDrawing, number: int) -> ShownHandOver:
    """Return the line of that number of `drawing`."""
    line = drawing.layout.lines[number]
    boxes, places = drawing.boxes, drawing.layout.places
    receiver = places[line.end].receiver
    return ShownHandOver(boxes[line.start].step, boxes[line.end].step, receiver)


def _wrapped(parent: QWidget) -> PlainLabel:
    label = PlainLabel(parent)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    label.setAutoFillBackground(False)
    return label
