"""The status line: checks at the left; the legend with counts, and whether the plan is saved.

While conflicts of a merge wait for a choice, a button with their number stands before that.
"""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStatusBar, QWidget

from socplanner.domain.catalogue import Area, Sourcing
from socplanner.ui.checks.checks_line import ChecksLine
from socplanner.ui.kit.announcing import announce
from socplanner.ui.kit.flat_button import FlatButton
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import PlainLabel, tool_tip
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.kit.sourcing_sign import SignedLabel
from socplanner.ui.kit.text_icon import TextIcon
from socplanner.ui.kit.tokens import token
from socplanner.wording.terms import sourcing_name

_LEGEND = (
    Sourcing.INSOURCE,
    Sourcing.OUTSOURCE,
    Sourcing.BOTH,
    Sourcing.NOT_CARRIED_OUT,
)
_GAP, _EDGES = 14, 40
_LOW, _ICON = 22, 16
_END = Qt.TextElideMode.ElideRight
_LEFT = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.AlignmentFlag.AlignLeft)


class StatusLine(QStatusBar):
    """Shows checks, the counts of the phase in view, and whether the plan is saved."""

    conflicts_requested = Signal()
    """The planner wants to choose in the conflicts that wait."""

    def __init__(
        self,
        context: PlanContext,
        checks: ChecksLine,
        parent: QWidget | None = None,
    ) -> None:
        """Show `checks` and the current counts, and follow changes of `context`."""
        super().__init__(parent)
        self._document = context.document
        self._tally = context.tally
        self._has_file = True
        self._translator = context.translator
        self.legend = {each: SignedLabel(each, self) for each in _LEGEND}
        self.open_counts = PlainLabel(self)
        self.conflicts = FlatButton(self, "error")
        self.conflicts.is_icon_alone = False
        self.conflicts.least_height, self.conflicts.icon_size = _LOW, _ICON
        self.conflicts.clicked.connect(self.conflicts_requested)
        self.saved = TextIcon("done", self)
        self.setSizeGripEnabled(False)
        self._checks = checks
        self.addWidget(checks, 1)
        self._side = self._right_side()
        self.addPermanentWidget(self._side)
        context.tally.counts_changed.connect(self._show_counts)
        context.document.history_changed.connect(self._show_saved)
        context.document.history_changed.connect(self._show_conflicts)
        context.document.history_changed.connect(self.clearMessage)  # it is about an earlier state
        context.translator.language_changed.connect(self.retranslate)
        self.retranslate()

    def set_has_file(self, has_file: bool) -> None:
        """Set whether the plan has a file: without one it is never shown as saved."""
        self._has_file = has_file
        self._show_saved()

    def announce(self, text: str, milliseconds: int) -> None:
        """Show `text` for some time, and let a screen reader read it."""
        self.showMessage(text, milliseconds)
        announce(self, text)

    def retranslate(self) -> None:
        """Show all texts in the window's language."""
        self._show_conflicts()
        self._show_counts()
        self._show_saved()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a line above, and a message where there is one; Qt's own frames are left out."""
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, token("line", self.palette()))
        message = self.currentMessage()
        if message:
            painter.setPen(token("text", self.palette()))
            rect = self.rect().adjusted(10, 0, 0, 0)
            rect.setRight(self._side.x() - 8)
            shown = self.fontMetrics().elidedText(message, _END, rect.width())
            painter.drawText(rect, _LEFT, shown)
        painter.end()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show the names of the legend if they fit, else its signs and counts alone."""
        left = self.width() - self._checks.least_width() - self.saved.sizeHint().width() - _EDGES
        if not self.conflicts.isHidden():
            left -= self.conflicts.sizeHint().width() + _GAP
        named = sum(label.named_width() + _GAP for label in self.legend.values())
        counts = self.open_counts.sizeHint().width() + _GAP
        for label in self.legend.values():
            label.show_name(named <= left)
        short = sum(label.sizeHint().width() + _GAP for label in self.legend.values())
        self.open_counts.setVisible(short + counts <= left)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "saved"):
            self._show_saved()

    def _right_side(self) -> QWidget:
        side = QWidget(self)
        side.setMinimumWidth(1)  # else its present texts would keep the window wide
        row = QHBoxLayout(side)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(_GAP)
        for widget in (*self.legend.values(), self.open_counts, self.conflicts, self.saved):
            row.addWidget(widget)
        return side

    def _show_counts(self) -> None:
        words, of_sourcing = self._translator.words, self._tally.of_sourcing
        for sourcing, label in self.legend.items():
            label.show_count(sourcing_name(sourcing, words), of_sourcing(sourcing))
        total = sum(of_sourcing(each) for each in Sourcing)
        undecided = words.tr(
            "Undecided {n} of {total}", n=of_sourcing(Sourcing.UNDECIDED), total=total
        )
        unplaced = words.tr("Not placed {n}", n=self._tally.of_area(Area.UNPLACED))
        self.open_counts.setText(f"{undecided}   {unplaced}")
        self._fit()

    def _show_conflicts(self) -> None:
        """Show how many conflicts wait, also when no notice reports that any more."""
        words, number = self._translator.words, len(self._document.plan.conflicts)
        self.conflicts.setText(words.count("{n} conflict", "{n} conflicts", number))
        text = words.count(
            "{n} conflict of a merge waits for your choice.",
            "{n} conflicts of a merge wait for your choice.",
            number,
        )
        self.conflicts.setToolTip(tool_tip(text))
        self.conflicts.setAccessibleDescription(text)
        self.conflicts.setVisible(bool(number))
        self._fit()

    def _show_saved(self) -> None:
        words, palette = self._translator.words, self.palette()
        is_saved = self._document.is_saved and self._has_file
        if not self._document.is_saved:
            self.saved.show_text(words.tr("Not saved"))
        else:
            self.saved.show_text(words.tr("Saved") if is_saved else words.tr("In no file yet"))
        self.saved.show_icon("done" if is_saved else "unsaved")
        self.saved.show_colour(token("ok" if is_saved else "text-2", palette))
