"""One line in full: sentences about it, and its options side by side."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QRadioButton, QVBoxLayout, QWidget

from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.ui.lines.line_source import LineChoice


class ChoiceBox(QFrame):
    """Shows a `LineChoice`, and emits which of its options the planner chooses."""

    chosen = Signal(int)
    """The number of an option."""

    def __init__(self, name: str, hint: str, parent: QWidget | None = None) -> None:
        """Begin with `hint`, which is shown without a line; `name` is for screen readers."""
        super().__init__(parent)
        self._hint = hint
        self._choice: LineChoice | None = None
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.chosen)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 6, 0, 0)
        self.heading = PlainLabel(self)
        self.sentences = PlainLabel(self)
        for label in (self.heading, self.sentences):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            self._column.addWidget(label)
        self.options: list[QRadioButton] = []
        self._column.addStretch(1)
        self.setAccessibleName(name)
        self.show_choice(None)

    def show_choice(self, choice: LineChoice | None) -> None:
        """Show `choice`, None for the hint; buttons that stay keep the keyboard focus."""
        if choice is None:
            self._replace_options(())
            self.heading.setText(self._hint)
            self.sentences.hide()
        else:
            if self._choice is None or self._choice.options != choice.options:
                self._replace_options(choice.options)
            self.heading.setText(choice.title)
            self.sentences.setText("\n".join(choice.sentences))
            self.sentences.setVisible(bool(choice.sentences))
            self._check(choice)
        self._choice = choice

    def set_tab_order_after(self, widget: QWidget) -> None:
        """Place the options after `widget` in the order of Tab."""
        for first, second in pairwise([widget, *self.options]):
            self.setTabOrder(first, second)

    def _check(self, choice: LineChoice) -> None:
        """Check the chosen option, or none."""
        self._group.setExclusive(choice.chosen >= 0)
        for number, option in enumerate(self.options):
            option.setEnabled(choice.is_open)
            option.setChecked(number == choice.chosen)
        self._group.setExclusive(True)

    def _replace_options(self, texts: tuple[str, ...]) -> None:
        for button in self.options:
            self._group.removeButton(button)
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.options.clear()
        for number, text in enumerate(texts):
            button = QRadioButton(text.replace("&", "&&"), self)
            self._group.addButton(button, number)
            self._column.insertWidget(self._column.count() - 1, button)
            self.options.append(button)
