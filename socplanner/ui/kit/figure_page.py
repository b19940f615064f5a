"""Pages with a table of figures, the formula of the current one beside it, and remarks below."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QVBoxLayout, QWidget

from socplanner.domain.staffing.calculation import Figure
from socplanner.ui.kit.figure_table import FigureTable
from socplanner.ui.kit.formula_panel import FormulaPanel
from socplanner.ui.kit.ink_label import InkLabel
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.kit.shown_model import ShownModel

_TABLE, _FORMULA = 700, 280
_NOTE_LINES, _NOTE_AIR = 5, 10


class FigurePage(QWidget):
    """Follows the current number of its table; a subclass fills `above` and writes the remarks."""

    escaped = Signal()

    def __init__(self, context: PlanContext, parent: QWidget) -> None:
        """Make what all pages have; the subclass calls `show_table`."""
        super().__init__(parent)
        self._context = context
        self._shown_model: ShownModel | None = None
        self._figure_table: FigureTable | None = None
        self._number_of_notes = 0
        self.above = QVBoxLayout()
        self.above.setContentsMargins(8, 4, 8, 4)

    def show_table(self, model: ShownModel, table: FigureTable) -> None:
        """Lay the page out with `table`, and follow `model`.

        What is made here comes after the table in the order of Tab.
        """
        self._shown_model, self._figure_table = model, table
        self.formula = FormulaPanel(self)
        self._make_notes()
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.splitter.addWidget(table)
        self.splitter.addWidget(self.formula)
        self.splitter.setSizes([_TABLE, _FORMULA])
        self.splitter.setStretchFactor(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self.above)
        column.addWidget(self.splitter, 1)
        column.addWidget(self.notes)
        self.setFocusProxy(table)
        table.escaped.connect(self.escaped)
        table.figure_chosen.connect(self.show_figure)
        model.modelReset.connect(self._on_reset)
        self.retranslate()

    def retranslate(self) -> None:
        """Show every text in the language of the window, and the numbers of now."""
        raise NotImplementedError

    def show_figure(self, figure: Figure | None) -> None:
        """Show the formula of `figure`, or none."""
        if figure is None:
            self.formula.clear()
        else:
            plan, words = self._context.document.plan, self._context.translator.words
            self.formula.show_figure(figure, plan, words)

    def show_note(self, texts: list[str]) -> None:
        """Show `texts`; where they are many, they scroll, with the arrow keys too."""
        self.note.setText("\n".join(texts))
        self.notes.setAccessibleName(self._context.translator.words.tr("Remarks"))
        self.notes.setAccessibleDescription(self.note.text())
        self._number_of_notes = len(texts)
        self._fit_notes()

    def fit_font(self) -> None:
        """Set what depends on the size of text."""
        if self._figure_table is not None:
            self._figure_table.fit_font()
            self.note.apply_style()
            self._fit_notes()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._shown_model is not None:
            self._shown_model.set_shown(is_shown=True)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._shown_model is not None:
            self._shown_model.set_shown(is_shown=False)

    def restore_current(self) -> None:
        """Go back to the cell that was current before the table was computed again."""

    def _make_notes(self) -> None:
        self.note = InkLabel(self, "text-2", "dense")
        self.note.setWordWrap(True)
        self.note.setContentsMargins(12, 4, 12, 6)
        self.notes = QScrollArea(self)
        self.notes.setWidget(self.note)
        self.notes.setWidgetResizable(True)
        self.notes.setFrameShape(QFrame.Shape.NoFrame)
        self.notes.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _fit_notes(self) -> None:
        line = self.note.fontMetrics().lineSpacing()
        lines = min(self._number_of_notes, _NOTE_LINES)
        self.notes.setFixedHeight(lines * line + _NOTE_AIR)

    def _on_reset(self) -> None:
        self.formula.clear()
        self.retranslate()
        self.restore_current()
