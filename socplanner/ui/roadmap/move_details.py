"""The panel below the road map: the move of the selected role in words, and its commands."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from socplanner.domain.plan import Plan
from socplanner.domain.road_map.moves import Move
from socplanner.ui.kit.backdrop import Backdrop
from socplanner.ui.kit.flat_button import FlatButton
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.ui.kit.type_scale import scaled
from socplanner.wording.language import Words
from socplanner.wording.road_map_words import move_lines
from socplanner.wording.terms import phase_name, role_label

_LINES, _LEAST_LINES = 6, 24
"""The height of the panel in lines of text, and that of the view below which it is hidden."""


class MoveDetails(Backdrop):
    """Shows one move; where none is selected, what to do."""

    edit_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Show nothing yet."""
        super().__init__("surface", Qt.Edge.TopEdge, parent)
        self.title = PlainLabel(self)
        self.title.setWordWrap(True)
        self.text = PlainLabel(self)
        self.text.setWordWrap(True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.edit_button = FlatButton(self, is_edged=True)
        self.edit_button.clicked.connect(self.edit_requested)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(self.text)
        area.viewport().setAutoFillBackground(False)
        self.text.setAutoFillBackground(False)
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
        """Give way to the table where the view is only `height` pixels high."""
        self.setVisible(height >= self.fontMetrics().lineSpacing() * _LEAST_LINES)

    def show_move(self, plan: Plan, move: Move | None, words: Words) -> None:
        """Show `move` of `plan`, or for None what to do."""
        self.edit_button.setText(words.tr("Edit the move…"))
        self.edit_button.setEnabled(move is not None)
        if move is None:
            self.title.setText(words.tr("No move is selected"))
            self.text.setText(words.tr("Select a role to see how it changes."))
            return
        self.title.setText(
            words.tr(
                "{role}, until {phase}",
                role=role_label(move.role, words),
                phase=phase_name(move.phase, words),
            )
        )
        self.text.setText("\n".join(move_lines(plan, move, words)))
        self.text.setAccessibleName(self.title.text())
