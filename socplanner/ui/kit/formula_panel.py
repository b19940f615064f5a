"""The formula of a number: in words, with its values, and its inputs, which open theirs."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from socplanner.domain.plan import Plan
from socplanner.domain.staffing.calculation import Figure
from socplanner.ui.kit.flat_button import FlatButton
from socplanner.ui.kit.ink_label import InkLabel
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.ui.kit.type_scale import scaled
from socplanner.wording.language import Words
from socplanner.wording.staffing_words import (
    figure_title,
    formula_in_words,
    formula_with_values,
    short_number,
    symbol_name,
)

_LEAST = 24
"""The least width in letters."""


class FormulaPanel(QScrollArea):
    """Shows one figure; Back leads to the one before."""

    opened = Signal(object)
    """The figure that is shown."""

    def __init__(self, parent: QWidget) -> None:
        """Show nothing."""
        super().__init__(parent)
        self._path: list[Figure] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LEAST)
        self.hide()

    @property
    def figure(self) -> Figure | None:
        """The figure that is shown, or None."""
        return self._path[-1] if self._path else None

    def show_figure(self, figure: Figure, plan: Plan, words: Words) -> None:
        """Show `figure` of `plan`, as the first of a path."""
        self._path = [figure]
        self._show(plan, words)

    def clear(self) -> None:
        """Show nothing."""
        self._path = []
        self.hide()

    def _show(self, plan: Plan, words: Words) -> None:
        content = QWidget(self)
        column = QVBoxLayout(content)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(6)
        column.addLayout(self._heading(content, plan, words))
        figure = self._path[-1]
        value = PlainLabel(content, short_number(figure.value))
        value.setFont(scaled(self.font(), "number"))
        column.addWidget(value)
        if figure.text:
            for text in (formula_in_words(figure, plan, words), formula_with_values(figure)):
                label = InkLabel(content, "text-2", "body")
                label.setText(f"= {text}")
                label.setWordWrap(True)
                column.addWidget(label)
        elif figure.is_default:
            note = InkLabel(content, "text-2", "body")
            note.setText(words.tr("A default of this tool; Assumptions… changes it."))
            note.setWordWrap(True)
            column.addWidget(note)
        for place, each in enumerate(figure.inputs):
            column.addWidget(self._input(content, place, each, plan, words))
        column.addStretch(1)
        self._plan, self._words = plan, words
        self._replace_content(content)
        self.setAccessibleName(
            words.tr("Formula of {name}", name=figure_title(plan, figure, words))
        )
        self.show()
        self.opened.emit(figure)

    def _replace_content(self, content: QWidget) -> None:
        """Show `content`, and pass the keyboard to its first button if the former one had it."""
        focused = QApplication.focusWidget()
        has_focus = focused is not None and self.isAncestorOf(focused)
        former: QWidget | None = self.takeWidget()
        self.setWidget(content)
        if former is not None:
            former.deleteLater()  # the button that was pressed is in it
        buttons = content.findChildren(FlatButton)
        if has_focus and buttons:
            buttons[0].setFocus()

    def _heading(self, content: QWidget, plan: Plan, words: Words) -> QHBoxLayout:
        row = QHBoxLayout()
        if len(self._path) > 1:
            back = FlatButton(content, "undo")
            back.setAccessibleName(words.tr("Back"))
            back.setToolTip(words.tr("Back"))
            back.clicked.connect(self._go_back)
            row.addWidget(back)
        title = PlainLabel(content, figure_title(plan, self._path[-1], words))
        title.setFont(scaled(self.font(), "heading"))
        title.setWordWrap(True)
        row.addWidget(title, 1)
        return row

    def _input(
        self, content: QWidget, place: int, figure: Figure, plan: Plan, words: Words
    ) -> QWidget:
        """Return a button that opens the formula of an input, or a label for one without."""
        is_same = figure.subject == self._path[-1].subject
        title = symbol_name(figure.symbol, words) if is_same else figure_title(plan, figure, words)
        text = f"{short_number(figure.value)}  {title}"
        if not figure.text:
            label = PlainLabel(content, text)
            label.setWordWrap(True)
            if figure.is_default:
                label.setText(words.tr("{text} (default)", text=text))
            return label
        button = FlatButton(content, "chevron-right")
        button.let_shrink()
        button.setText(text.replace("&", "&&"))
        button.setAccessibleName(text)
        button.setObjectName(str(place))
        button.clicked.connect(self._on_input_clicked)
        return button

    def _on_input_clicked(self) -> None:
        sender: QObject = self.sender()
        self._path.append(self._path[-1].inputs[int(sender.objectName())])
        self._show(self._plan, self._words)

    def _go_back(self) -> None:
        self._path.pop()
        self._show(self._plan, self._words)
