"""One difference side by side: what the plan says, what was sent out, what each file says."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QRadioButton, QVBoxLayout, QWidget

from socplanner.domain.plan import Plan
from socplanner.domain.reimport.review import Difference, Voice
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.wording.language import Words
from socplanner.wording.review_words import field_said, role_said, value_said, verdict_said

_KEEP = 0


class ChoiceBox(QFrame):
    """Lets one of the values be chosen, or that of the plan be kept."""

    chosen = Signal(object, object)
    """A difference, and the value to take; None keeps what the plan says."""

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
        self._ways: list[QRadioButton] = []
        self._column.addStretch(1)
        self.setAccessibleName(words.tr("The change chosen above"))
        self.show_nothing()

    def show_nothing(self) -> None:
        """Say what can be done here."""
        self._clear()
        self._heading.setText(
            self._words.tr("Select a change to see it side by side, and to choose what to take.")
        )

    def show_difference(self, difference: Difference, taken: str | None, plan: Plan) -> None:
        """Show `difference` of `plan`, of which `taken` is to be taken."""
        if difference == self._difference:
            self._check(taken)
            return
        self._clear()
        words, topic = self._words, difference.topic
        self._difference = difference
        role, field = role_said(topic, plan, words), field_said(topic, plan, words)
        self._heading.setText(f"{role} · {field}   —   {verdict_said(difference, words)}")
        ours = value_said(topic, difference.ours, words)
        said = words.tr("Keep what the plan says: {value}", value=ours)
        origins = self._origins(difference, difference.ours)
        self._add(f"{said} — {origins}" if origins else said, _KEEP)
        for place, offer in enumerate(difference.offers, start=1):
            said = words.tr(
                "Take {value} — {origins}",
                value=value_said(topic, offer, words),
                origins=self._origins(difference, offer),
            )
            self._add(said, place)
        self._check(taken)
        for way in self._ways:
            way.setEnabled(not difference.pending)

    def come_after(self, widget: QWidget) -> None:
        """Let Tab go from `widget` to what may be chosen."""
        for first, second in pairwise([widget, *self._ways]):
            self.setTabOrder(first, second)

    def _origins(self, difference: Difference, offer: str) -> str:
        voices = (each for each in difference.voices if each.theirs == offer)
        return "; ".join(self._origin(difference, voice) for voice in voices)

    def _origin(self, difference: Difference, voice: Voice) -> str:
        words = self._words
        if voice.base is None:
            return f"{voice.origin}, {voice.place}"
        return words.tr(
            "{file}, {place}; sent out as {base}",
            file=voice.origin,
            place=voice.place,
            base=value_said(difference.topic, voice.base, words),
        )

    def _check(self, taken: str | None) -> None:
        """Mark the way that is chosen; the buttons stay, and with them the keyboard."""
        if self._difference is not None:
            way = _KEEP if taken is None else self._difference.offers.index(taken) + 1
            self._ways[way].setChecked(True)

    def _add(self, said: str, way: int) -> None:
        button = QRadioButton(said.replace("&", "&&"), self)
        self._buttons.addButton(button, way)
        self._column.insertWidget(self._column.count() - 1, button)
        self._ways.append(button)

    def _clear(self) -> None:
        self._difference = None
        for button in self._ways:
            self._buttons.removeButton(button)
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._ways.clear()

    def _on_clicked(self, way: int) -> None:
        if self._difference is not None:
            value = None if way == _KEEP else self._difference.offers[way - 1]
            self.chosen.emit(self._difference, value)
