"""Now and target: the same flow at the same hour in two phases, with what becomes of it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from socplanner.ui.flows.flow_state import FlowState
from socplanner.ui.flows.phase_pair_model import PhasePairColumn, PhasePairModel
from socplanner.ui.flows.step_rows import StepRowsTable
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.ui.kit.row_table import ColumnFit
from socplanner.ui.kit.type_scale import scaled
from socplanner.wording.flow_words import walk_text

_FIT = ColumnFit(
    {
        PhasePairColumn.NUMBER: 5,
        PhasePairColumn.ROLE: 7,
        PhasePairColumn.PARTIES: 16,
        PhasePairColumn.STATE: 18,
        PhasePairColumn.ENDS: 13,
        PhasePairColumn.OTHER_PARTIES: 16,
        PhasePairColumn.OTHER_STATE: 18,
        PhasePairColumn.OTHER_ENDS: 13,
    },
    PhasePairColumn.DOES,
    20,
    (PhasePairColumn.NUMBER, PhasePairColumn.ENDS, PhasePairColumn.OTHER_ENDS),
)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PhasePairTable(StepRowsTable):
    """Enter edits the current step."""

    def __init__(self, model: PhasePairModel, parent: QWidget) -> None:
        """Show `model`."""
        super().__init__(model, _FIT, parent)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.activate(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


class PhasePairPage(QWidget):
    """The outcome in each phase in words, and the steps below."""

    def __init__(self, state: FlowState, parent: QWidget) -> None:
        """Show nothing yet: `refresh` does."""
        super().__init__(parent)
        self._state = state
        self.model = PhasePairModel(state, self)
        self.table = PhasePairTable(self.model, self)
        self.titles = (PlainLabel(self), PlainLabel(self))
        self.outcomes = (PlainLabel(self), PlainLabel(self))
        above = QHBoxLayout()
        above.setContentsMargins(12, 8, 12, 8)
        above.setSpacing(24)
        for title, outcome in zip(self.titles, self.outcomes, strict=True):
            outcome.setWordWrap(True)
            half = QVBoxLayout()
            half.setSpacing(2)
            half.addWidget(title)
            half.addWidget(outcome)
            half.addStretch(1)
            above.addLayout(half, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(above)
        whole.addWidget(self.table, 1)
        self.setFocusProxy(self.table)
        self.fit_font()

    def refresh(self) -> None:
        """Show both walks as they are now."""
        state, words, walks = self._state, self._state.words, self._state.phase_walks
        self.model.refresh()
        for at, (title, outcome) in enumerate(zip(self.titles, self.outcomes, strict=True)):
            title.setText(self.model.phase_title(bool(at)))
            is_there = at < len(walks)
            outcome.setText(walk_text(state.plan, walks[at], words) if is_there else "")
        if len(walks) == 1:
            self.outcomes[1].setText(words.tr("The plan has no other phase to compare with."))
        self.table.setAccessibleName(words.tr("Steps of the flow in both phases"))

    def fit_font(self) -> None:
        """Set what depends on the size of text."""
        for title in self.titles:
            title.setFont(scaled(self.font(), "heading"))
        self.table.fit_font()
