"""The open questions about an external sheet, with a list of answers where there are any."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QScrollArea, QWidget

from socplanner.domain.checks.finding import Severity
from socplanner.domain.external.answering import CALLED
from socplanner.domain.external.understood import Unclear
from socplanner.domain.names import LONGEST_NAME
from socplanner.domain.plan import Plan
from socplanner.ui.kit.icons import severity_icon
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.ui.kit.text_icon import TextIcon
from socplanner.ui.kit.theme import severity_colour
from socplanner.ui.review.unclear_answers import answers_to, once_each, written_hint
from socplanner.wording.external_sheets import unclear_text
from socplanner.wording.language import Words

_HIGHEST = 150
_NAME_WIDTH = 24


_OPENING = frozenset(
    {
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
    }
)


def _selects_by_letter(combo: QComboBox, event: QKeyEvent) -> bool:
    """Return whether the key would select an item of `combo` by its first letters."""
    plain = {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier}
    text = event.text().strip()
    return (
        not combo.isEditable() and event.modifiers() in plain and text.isprintable() and text != ""
    )


class UnclearBox(QScrollArea):
    """Shows questions; an answered one disappears when the sheet is read again."""

    answered = Signal(object, str)
    """The question, and the key of the answer."""

    def __init__(self, plan: Plan, words: Words, parent: QWidget | None = None) -> None:
        """Begin without questions; letters, parties and roles of `plan` are among the answers."""
        super().__init__(parent)
        self._plan = plan
        self._words = words
        self._questions: list[Unclear] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(words.tr("What is unclear"))

    def show_unclear(self, unclear: Sequence[Unclear]) -> None:
        """Replace the questions by `unclear`."""
        had_focus = any(question.hasFocus() for question in self.findChildren(QWidget))
        self._delete_page()
        page = QWidget(self)
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        self._questions = once_each(unclear)
        for row, question in enumerate(self._questions):
            label = PlainLabel(page, unclear_text(question, self._words))
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            mark = TextIcon(severity_icon(Severity.WARNING), page)
            mark.show_colour(severity_colour(Severity.WARNING, page.palette()))
            grid.addWidget(mark, row, 0)
            grid.addWidget(label, row, 1)
            answers = answers_to(question, self._plan, self._words)
            if answers:
                combo = QComboBox(page)
                combo.setObjectName(str(row))
                combo.setAccessibleName(label.text())
                combo.addItem(self._words.tr("(not answered)"), "")
                for answer in answers:
                    combo.addItem(answer.label, answer.key)
                combo.activated.connect(self._on_activated)
                combo.installEventFilter(self)
                self._make_editable(combo, written_hint(question, self._words))
                grid.addWidget(combo, row, 2)
        self.setWidget(page)
        combos = page.findChildren(QComboBox)
        for first, second in pairwise([self, *combos]):
            self.setTabOrder(first, second)
        if had_focus:  # keep the keyboard focus in the questions
            (combos[0] if combos else self).setFocus()
        self.setVisible(bool(self._questions))
        self.setFixedHeight(min(page.sizeHint().height() + 4, _HIGHEST))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Avoid accidental answers: the wheel scrolls the page, and keys open the list."""
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        if isinstance(watched, QComboBox) and isinstance(event, QKeyEvent):
            is_press = event.type() == QEvent.Type.KeyPress
            if is_press and (event.key() in _OPENING or _selects_by_letter(watched, event)):
                watched.showPopup()
                return True
        return super().eventFilter(watched, event)

    def _delete_page(self) -> None:
        """Delete the page of questions later, since a signal of one of its lists may be running."""
        page = self.takeWidget()
        if page is not None:
            page.hide()
            page.deleteLater()

    def _make_editable(self, combo: QComboBox, hint: str) -> None:
        """Make `combo` editable if it has a `hint` for a typed name."""
        if not hint:
            return
        combo.setEditable(True)
        combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        combo.setMinimumContentsLength(_NAME_WIDTH)
        combo.setItemText(0, "")
        edit = combo.lineEdit()
        if edit is not None:
            edit.setPlaceholderText(hint)
            edit.setMaxLength(LONGEST_NAME)
            edit.setAccessibleName(combo.accessibleName())
            edit.editingFinished.connect(self._on_written)

    def _on_written(self) -> None:
        """Answer with the typed text, or with the item of exactly this text."""
        combo = self.sender().parent()
        if not isinstance(combo, QComboBox) or not self.isAncestorOf(combo):
            return  # it was answered, and is being deleted
        text = combo.currentText().strip()
        place = combo.findText(text) if text else 0
        key = str(combo.itemData(place)) if place > 0 else CALLED + text
        if text:
            self.answered.emit(self._questions[int(combo.objectName())], key)

    def _on_activated(self) -> None:
        combo = self.sender()
        if isinstance(combo, QComboBox) and combo.currentData() and self.isAncestorOf(combo):
            unclear = self._questions[int(combo.objectName())]
            self.answered.emit(unclear, str(combo.currentData()))
