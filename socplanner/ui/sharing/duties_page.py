"""The page of reporting duties: the clock picture, and the duty that is chosen in full."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from socplanner.domain.sharing.duty_clock import DutyOnClock
from socplanner.ui.kit.backdrop import Backdrop
from socplanner.ui.kit.flat_button import FlatButton
from socplanner.ui.kit.ink_label import InkLabel
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.ui.kit.type_scale import scaled
from socplanner.ui.sharing.duties_model import DutiesModel
from socplanner.ui.sharing.duties_table import DutiesTable
from socplanner.ui.sharing.sharing_state import SharingState
from socplanner.wording.duty_clock_words import advice_note, duty_lines

_LINES = 10
_PART = 4
"""The part of the page, as one of so many, that the text of a duty may have."""


class DutiesPage(QWidget):
    """Shows all duties of an incident; edits are requested with the id of a duty."""

    edit_requested = Signal(str, str)
    escaped = Signal()

    def __init__(self, state: SharingState, parent: QWidget) -> None:
        """Show the duties of `state`; `refresh` follows it."""
        super().__init__(parent)
        self._state = state
        self._duty = ""
        self.model = DutiesModel(state, self)
        self.table = DutiesTable(self.model, self)
        self.note = InkLabel(self, "text-2", "dense")
        self.note.setWordWrap(True)
        self.add_button = FlatButton(self, "add", is_edged=True)
        self.add_button.is_icon_alone = False
        self.edit_button = FlatButton(self, is_edged=True)
        self.remove_button = FlatButton(self, is_edged=True)
        for button in (self.add_button, self.edit_button, self.remove_button):
            button.let_shrink()
        self.title = PlainLabel(self)
        self.text = PlainLabel(self)
        self._lay_out()
        self.add_button.clicked.connect(self._add)
        self.edit_button.clicked.connect(self._edit)
        self.remove_button.clicked.connect(self._remove)
        self.table.duty_chosen.connect(self._choose)
        self.table.edit_requested.connect(self._edit)
        self.table.add_requested.connect(self._add)
        self.table.remove_requested.connect(self._remove)
        self.table.escaped.connect(self.escaped)
        self.setFocusProxy(self.table)
        self.fit_font()

    @property
    def duty(self) -> str:
        """The id of the chosen duty, empty for none."""
        return self._duty

    def fit_font(self) -> None:
        """Set what depends on the size of text."""
        self.title.setFont(scaled(self.font(), "heading"))
        self.note.apply_style()
        self.table.fit_font()
        line = self.fontMetrics().lineSpacing()
        self.area.setMaximumHeight(line * _LINES)
        self.table.setMinimumHeight(4 * line)
        self._fit_text()

    def refresh(self) -> None:
        """Show the duties as they are now; the chosen one stays chosen."""
        words = self._state.words
        chosen = self._duty
        self.model.refresh()
        self.table.setAccessibleName(words.tr("Reporting duties"))
        self.table.setAccessibleDescription(
            words.tr(
                "Enter edits the duty, Insert adds one, Delete removes what the plan states of it."
            )
        )
        self.note.setText(advice_note(words))
        self.add_button.setText(words.tr("Add a reporting duty…"))
        self.edit_button.setText(words.tr("Edit the duty…"))
        if self.model.row_of(chosen) < 0 and self.model.duties:
            chosen = self.model.duties[0].duty.id
        if self.model.row_of(chosen) != self.table.currentIndex().row():
            self.table.choose_duty(chosen)
        self._choose(chosen)
        self.table.axis.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_text()

    def _fit_text(self) -> None:
        """Show the whole text of the duty, unless it needs more than a part of the page."""
        least = 2 * self.fontMetrics().lineSpacing()
        needed = self.text.heightForWidth(max(self.area.viewport().width(), 1))
        most = min(max(self.height() // _PART, least), self.area.maximumHeight())
        self.area.setMinimumHeight(max(least, min(needed, most)))

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setContentsMargins(12, 6, 10, 6)
        above.setSpacing(12)
        above.addWidget(self.note, 1)
        above.addWidget(self.add_button)
        self.text.setWordWrap(True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidget(self.text)
        self.area.viewport().setAutoFillBackground(False)
        self.text.setAutoFillBackground(False)
        below = Backdrop("surface", Qt.Edge.TopEdge, self)
        title = QHBoxLayout()
        title.addWidget(self.title, 1)
        title.addWidget(self.edit_button)
        title.addWidget(self.remove_button)
        details = QVBoxLayout(below)
        details.setContentsMargins(12, 6, 10, 6)
        details.setSpacing(4)
        details.addLayout(title)
        details.addWidget(self.area)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(above)
        column.addWidget(self.table, 1)
        column.addWidget(below)

    def _choose(self, duty_id: str) -> None:
        self._duty = duty_id
        duty, words = self._current(), self._state.words
        for button in (self.edit_button, self.remove_button):
            button.setVisible(duty is not None)
        if duty is None:
            self.title.setText(words.tr("There is no reporting duty"))
            self.text.setText("")
            return
        state = self._state
        self.title.setText(words.local(duty.duty.name))
        counterparts = state.sharing.counterparts
        lines = duty_lines(state.plan, duty, state.clock, counterparts, words)
        self.text.setText("\n".join(lines))
        self.text.setAccessibleName(self.title.text())
        self.area.setAccessibleName(self.title.text())
        self.area.setAccessibleDescription(self.text.text())
        self._fit_text()
        is_changed = duty.listed.replaces_default
        text = words.tr("Back to the default") if is_changed else words.tr("Remove the duty")
        self.remove_button.setText(text)
        self.remove_button.setVisible(not duty.listed.is_default)

    def _current(self) -> DutyOnClock | None:
        row = self.model.row_of(self._duty)
        return self.model.duties[row] if row >= 0 else None

    def _add(self) -> None:
        self.edit_requested.emit("add-duty", "")

    def _edit(self) -> None:
        if self._duty:
            self.edit_requested.emit("duty", self._duty)

    def _remove(self) -> None:
        duty = self._current()
        if duty is not None and not duty.listed.is_default:
            self.edit_requested.emit("remove-duty", self._duty)
