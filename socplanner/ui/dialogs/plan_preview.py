"""What a new plan would be: its board in small for each phase, with counts."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.phases import duties
from socplanner.domain.plan import Plan
from socplanner.ui.kit.mini_board import MiniBoard, mini_lanes
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.ui.kit.type_scale import scaled
from socplanner.wording.language import Words
from socplanner.wording.terms import listed, phase_name, sourcing_name

_MOST_PHASES = 2
_WIDTH, _HEIGHT = 15, 5
"""The size of a board, in heights of a line."""


class PlanPreview(QWidget):
    """Shows the first phases of a plan that does not exist yet."""

    def __init__(self, parent: QWidget) -> None:
        """Begin without a plan."""
        super().__init__(parent)
        line = self.fontMetrics().height()
        size = QSize(line * _WIDTH, line * _HEIGHT)
        self.boards = [MiniBoard(self, size) for _ in range(_MOST_PHASES)]
        self.texts = [PlainLabel(self) for _ in range(_MOST_PHASES)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for board, text in zip(self.boards, self.texts, strict=True):
            text.setFont(scaled(self.font(), "caption"))
            text.setWordWrap(True)
            text.setMaximumWidth(size.width())
            column.addWidget(board)
            column.addWidget(text)

    def show_plan(self, plan: Plan, words: Words) -> None:
        """Show `plan`."""
        for at, (board, text) in enumerate(zip(self.boards, self.texts, strict=True)):
            is_shown = at < len(plan.phases)
            board.setVisible(is_shown)
            text.setVisible(is_shown)
            if not is_shown:
                continue
            phase = plan.phases[at]
            sourcings = [duty.sourcing for duty in duties(plan, phase.id).values()]
            counts = listed(
                (
                    f"{sourcing_name(each, words)} {sourcings.count(each)}"
                    for each in Sourcing
                    if sourcings.count(each)
                ),
                words,
            )
            summary = words.tr("{phase}: {counts}", phase=phase_name(phase, words), counts=counts)
            board.show_lanes(mini_lanes(plan, phase.id))
            board.setAccessibleName(summary)
            text.setText(summary)
