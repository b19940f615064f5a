"""One difference side by side: the values of the plan, of the export, and of each file."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QRadioButton, QVBoxLayout, QWidget

from socplanner.domain.plan import Plan
from socplanner.domain.reimport.review import Difference, SourceValue
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.wording.language import Words
from socplanner.wording.review_words import field_text, role_text, value_text, verdict_text

_KEEP = 0


class ChoiceBox(QFrame):
    """Offers the values of a difference to choose from, or to keep that of the plan."""

    chosen = Signal(object, object)
    """A difference, and the chosen value; None keeps the value of the plan."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._words = words
        self._difference: Difference | None = None
        self._buttons = QButtonGroup(self)
        self._buttons.idClicked.connect(self._on_clicked)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._heading = PlainLabel(self)
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        self._heading.setWordWrap(True)
        self._column.addWidget(self._heading)
        self._options: list[QRadioButton] = []
        self._column.addStretch(1)
        self.setAccessibleName(words.tr("The change chosen above"))
        self.show_nothing()

    def show_nothing(self) -> None:
        """Show a hint to select a change."""
        self._clear()
        self._heading.setText(
            self._words.tr(
                "Select a change to compare it side by side and to choose what to import."
            )
        )

    def show_difference(self, difference: Difference, chosen: str | None, plan: Plan) -> None:
        """Show `difference` of `plan`; `chosen` is the value to import, None to keep the plan's."""
        if difference == self._difference:
            self._check(chosen)
            return
        self._clear()
        words, address = self._words, difference.address
        self._difference = difference
        role, field = role_text(address, plan, words), field_text(address, plan, words)
        self._heading.setText(f"{role} · {field}   —   {verdict_text(difference, words)}")
        ours = value_text(address, difference.ours, words)
        text = words.tr("Keep the value of the plan: {value}", value=ours)
        origins = self._origins(difference, difference.ours)
        self._add(f"{text} — {origins}" if origins else text, _KEEP)
        for place, proposal in enumerate(difference.proposals, start=1):
            text = words.tr(
                "Use {value} — {origins}",
                value=value_text(address, proposal, words),
                origins=self._origins(difference, proposal),
            )
            self._add(text, place)
        self._check(chosen)
        for option in self._options:
            option.setEnabled(not difference.pending)

    def set_tab_order_after(self, widget: QWidget) -> None:
        """Place the options after `widget` in the order of Tab."""
        for first, second in pairwise([widget, *self._options]):
            self.setTabOrder(first, second)

    def _origins(self, difference: Difference, proposal: str) -> str:
        sources = (each for each in difference.sources if each.theirs == proposal)
        return "; ".join(self._origin(difference, source) for source in sources)

    def _origin(self, difference: Difference, source: SourceValue) -> str:
        words = self._words
        if source.base is None:
            return f"{source.origin}, {source.place}"
        return words.tr(
            "{file}, {place}; exported as {base}",
            file=source.origin,
            place=source.place,
            base=value_text(difference.address, source.base, words),
        )

    def _check(self, chosen: str | None) -> None:
        """Check the option of `chosen`; the buttons are kept, and with them the keyboard focus."""
        if self._difference is not None:
            index = _KEEP if chosen is None else self._difference.proposals.index(chosen) + 1
            self._options[index].setChecked(True)

    def _add(self, text: str, index: int) -> None:
        button = QRadioButton(text.replace("&", "&&"), self)
        self._buttons.addButton(button, index)
        self._column.insertWidget(self._column.count() - 1, button)
        self._options.append(button)

    def _clear(self) -> None:
        self._difference = None
        for button in self._options:
            self._buttons.removeButton(button)
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._options.clear()

    def _on_clicked(self, index: int) -> None:
        if self._difference is not None:
            value = None if index == _KEEP else self._difference.proposals[index - 1]
            self.chosen.emit(self._difference, value)
