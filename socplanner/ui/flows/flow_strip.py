"""The choices of the view of flows: which one, how it is shown, and at which moment."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from socplanner.services.translator import Translator
from socplanner.ui.flows.flow_state import (
    AT_A_MOMENT,
    LIST,
    PHASES,
    STRUCTURE,
    WALK,
    WEEK_MAP,
    FlowState,
)
from socplanner.ui.kit.flat_button import FlatButton
from socplanner.ui.kit.moment_bar import MomentBar
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.ui.kit.segments import Segment, Segments
from socplanner.wording.flow_words import hand_over_sentence

_SPACING = 8


class FlowStrip(QWidget):
    """Offers the flows as a menu, the modes as segments or a menu, and the moment of a walk."""

    flow_chosen = Signal(str)
    mode_chosen = Signal(str)
    marks_toggled = Signal(bool)

    def __init__(self, state: FlowState, translator: Translator, parent: QWidget) -> None:
        """Show what `state` shows."""
        super().__init__(parent)
        self._state, self._translator = state, translator
        self.flows = FlatButton(self, is_edged=True)
        self.flows.open_with(QMenu(self))
        self.flows.let_shrink()
        self.modes = Segments(self, 26)
        self.mode_button = FlatButton(self, is_edged=True)
        """The mode with a menu of all, where there is no space for them side by side."""

        self.mode_button.open_with(QMenu(self))
        self.marks = FlatButton(self, is_edged=True)
        self.marks.setCheckable(True)
        self.moments = MomentBar(translator, self)
        self.hand_overs = PlainLabel(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 0, 0)
        row.setSpacing(_SPACING)
        for widget in (self.flows, self.modes, self.mode_button, self.marks):
            row.addWidget(widget)
        row.addWidget(self.moments, 1)
        row.addWidget(self.hand_overs)
        row.addStretch(0)
        self.flows.menu().triggered.connect(self._on_flow_chosen)
        self.mode_button.menu().triggered.connect(self._on_mode_chosen)
        self.modes.chosen.connect(self.mode_chosen)
        self.marks.toggled.connect(self.marks_toggled)
        self.moments.width_needed.connect(self._fit)
        translator.language_changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Show every text in the language of the window."""
        words = self._translator.words
        self._names = {
            STRUCTURE: words.tr("Structure"),
            WALK: words.tr("Walk-through"),
            PHASES: words.tr("Compare phases"),
            WEEK_MAP: words.tr("All hours"),
            LIST: words.tr("List"),
        }
        choices = [Segment(mode, name) for mode, name in self._names.items()]
        self.modes.set_choices(choices, self._state.mode)
        self.modes.setAccessibleName(words.tr("How the flow is shown"))
        menu = self.mode_button.menu()
        menu.clear()
        for mode, name in self._names.items():
            menu.addAction(name).setData(mode)
        self.marks.setText(words.tr("Other letters"))
        self.marks.setAccessibleDescription(
            words.tr("Show at each step who is accountable, consulted and informed")
        )
        self.show_state()

    def show_state(self) -> None:
        """Show which flow and mode are chosen."""
        state, words = self._state, self._translator.words
        menu = self.flows.menu()
        menu.clear()
        for each in state.listed:
            name = words.local(each.flow.name)
            if each.is_default:
                name = words.tr("{flow} (default)", flow=name)
            elif each.newer is not None:
                name = words.tr("{flow} (a newer default is there)", flow=name)
            action = menu.addAction(name)
            action.setData(each.flow.id)
            action.setCheckable(True)
            action.setChecked(each is state.current)
        current = state.current
        self.flows.setText("–" if current is None else words.local(current.flow.name))
        self.flows.setAccessibleName(words.tr("Flow: {flow}", flow=self.flows.text()))
        self.modes.choose(state.mode)
        self.mode_button.setText(self._names[state.mode])
        self.marks.setVisible(state.mode == STRUCTURE)
        self.moments.setVisible(state.mode in AT_A_MOMENT)
        drawing = state.drawing if state.mode == STRUCTURE else None
        over = () if drawing is None else drawing.hand_overs
        self.hand_overs.setText(hand_over_sentence(over, words))
        self._fit()

    @override
    def minimumSizeHint(self) -> QSize:
        width = self.flows.minimumSizeHint().width() + self.mode_button.sizeHint().width()
        return QSize(width + 2 * _SPACING, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show the modes side by side where they fit."""
        left = self.moments.least_width() if self._state.mode in AT_A_MOMENT else 0
        if self._state.mode == STRUCTURE:
            left = self.marks.sizeHint().width()
        needed = self.flows.sizeHint().width() + self.modes.sizeHint().width() + left
        fits = needed + 4 * _SPACING <= self.width()
        self.modes.setVisible(fits)
        self.mode_button.setVisible(not fits)
        needed += self.hand_overs.sizeHint().width() + 6 * _SPACING
        is_free = self._state.mode == STRUCTURE and needed <= self.width()
        self.hand_overs.setVisible(is_free)

    def _on_flow_chosen(self, action: QAction) -> None:
        self.flow_chosen.emit(str(action.data()))

    def _on_mode_chosen(self, action: QAction) -> None:
        self.mode_chosen.emit(str(action.data()))
