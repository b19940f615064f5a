"""The tree of lines above, and the current line in full below it."""

from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QVBoxLayout, QWidget

from socplanner.ui.lines.choice_box import ChoiceBox
from socplanner.ui.lines.line_source import LineChoice, LineSource
from socplanner.ui.lines.line_tree import LineTree
from socplanner.wording.language import Words

_LEAST_ROWS = 3
"""The least height of the line in full, in rows of text."""

_MUCH = 10_000


class LinePanel(QWidget):
    """Shows a source. What a choice does is up to the dialog around it."""

    option_chosen = Signal(object, int)
    """The planner chooses an option of a line, by its number."""

    def __init__(
        self, name: str, words: Words, parent: QWidget | None = None, rows: int = _LEAST_ROWS
    ) -> None:
        """Begin empty, with `rows` of text for the line in full.

        `name` is the name of the tree for screen readers.
        """
        super().__init__(parent)
        self.tree = LineTree(words, self)
        self.tree.setAccessibleName(name)
        self.box = ChoiceBox(
            words.tr("The selected line"), words.tr("Select a line to read it in full."), self
        )
        self._scroll = QScrollArea(self)
        self._scroll.setWidget(self.box)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        for below in (self._scroll.viewport(), self.box):
            below.setAutoFillBackground(False)  # the ground of the dialog, or of its page
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.tree)
        splitter.addWidget(self._scroll)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([_MUCH, rows * self.fontMetrics().height()])
        self._scroll.setMinimumHeight(_LEAST_ROWS * self.fontMetrics().height())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(splitter)
        self.setFocusProxy(self.tree)
        self.tree.selectionModel().currentChanged.connect(self._on_current_changed)
        self.tree.lines.dataChanged.connect(self.show_current)
        self.tree.options_wanted.connect(self._go_to_options)
        self.box.chosen.connect(self._on_chosen)

    def show_source(self, source: LineSource[Any]) -> None:
        """Show `source`; the line that was current stays, or the one at its place."""
        had_focus = any(each.hasFocus() for each in self.box.options)
        self.tree.show_source(source)
        self.show_current()
        if had_focus and not any(each.hasFocus() for each in self.box.options):
            self.tree.setFocus()

    def show_text(self, text: str) -> None:
        """Show `text` instead of lines."""
        self.tree.show_source(LineSource((), ()))
        self.box.show_choice(LineChoice(text))

    def current(self) -> Any:
        """Return the current line, None at a group or without lines."""
        return self.tree.lines.line(self.tree.currentIndex())

    def show_current(self) -> None:
        """Show the current line in full."""
        line = self.current()
        self.box.show_choice(None if line is None else self.tree.lines.source.choice(line))
        self.box.set_tab_order_after(self.tree)
        # With options, these have the keyboard; without them, it scrolls a long text.
        policy = Qt.FocusPolicy.NoFocus if self.box.options else Qt.FocusPolicy.TabFocus
        self._scroll.setFocusPolicy(policy)

    def _go_to_options(self) -> None:
        """Give the keyboard to the options of the current line, if there are any."""
        for option in self.box.options[:1]:
            option.setFocus()

    def _on_current_changed(self, _current: QModelIndex) -> None:
        self.show_current()

    def _on_chosen(self, number: int) -> None:
        line = self.current()
        if line is not None:
            self.option_chosen.emit(line, number)
