"""Making a letter set of the plan's own: letters, names, colours, and what they mean."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QColorDialog,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from socplanner.domain.letter_set_proof import MOST_LETTERS, proved_set
from socplanner.domain.letters import LETTER_FLAGS, Letter, LetterSet
from socplanner.domain.local_text import LocalText
from socplanner.domain.problem import EditRejected
from socplanner.ui.dialogs.question_dialog import QuestionDialog
from socplanner.ui.theme import ink_on
from socplanner.wording import errors
from socplanner.wording.flags import flag_name
from socplanner.wording.language import Words

_OWN_ID = "own"
_SYMBOL, _JA, _EN, _COLOUR, _FIRST_FLAG = range(5)
_NEW_COLOUR = "#E4D7F5"


class OwnLettersDialog(QuestionDialog):
    """Edits a copy of a set; `letter_set` is what came of it."""

    def __init__(self, begun: LetterSet, words: Words, parent: QWidget | None = None) -> None:
        """Begin with the letters of `begun`."""
        super().__init__(words.tr("Letters of your own"), words.tr("OK"), words, parent)
        self._name_ja = QLineEdit(begun.name.ja, self)
        self._name_en = QLineEdit(begun.name.en, self)
        form = QFormLayout()
        form.addRow(words.tr("Name in &Japanese:"), self._name_ja)
        form.addRow(words.tr("Name in &English:"), self._name_en)
        self._table = QTableWidget(0, _FIRST_FLAG + len(LETTER_FLAGS), self)
        self._set_up_table()
        self._problem = QLabel(self)
        self._problem.setWordWrap(True)
        self._problem.setAccessibleName(words.tr("What has to be changed"))
        self.column.addLayout(form)
        self.column.addWidget(self._table, 1)
        self.column.addLayout(self._bar())
        self.column.addWidget(self._problem)
        for letter in begun.letters:
            self._add_row(letter)
        for edit in (self._name_ja, self._name_en):
            edit.textEdited.connect(self._prove)
        self._table.itemChanged.connect(self._prove)
        self.finish_layout()
        self.resize(900, 420)
        self._prove()

    @property
    def letter_set(self) -> LetterSet:
        """The set as it stands in the table."""
        name = LocalText(self._name_ja.text().strip(), self._name_en.text().strip())
        letters = tuple(self._letter(row) for row in range(self._table.rowCount()))
        return LetterSet(_OWN_ID, name, letters)

    def _set_up_table(self) -> None:
        words = self.words
        heads = [words.tr("Letter"), words.tr("Japanese"), words.tr("English"), words.tr("Colour")]
        self._table.setHorizontalHeaderLabels(
            [*heads, *(flag_name(flag, words) for flag in LETTER_FLAGS)]
        )
        self._table.setAccessibleName(words.tr("The letters of the set"))
        self._table.verticalHeader().hide()
        header = self._table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in (_JA, _EN):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self._table.cellDoubleClicked.connect(self._on_double_clicked)

    def _bar(self) -> QHBoxLayout:
        words = self.words
        bar = QHBoxLayout()
        for text, slot in (
            (words.tr("&Add a letter"), self._add),
            (words.tr("&Remove"), self._remove),
            (words.tr("&Up"), self._up),
            (words.tr("&Down"), self._down),
            (words.tr("&Colour…"), self._choose_colour),
        ):
            button = QPushButton(text, self)
            button.setAutoDefault(False)
            button.clicked.connect(slot)
            bar.addWidget(button)
        bar.addStretch(1)
        return bar

    def _add_row(self, letter: Letter, row: int | None = None) -> None:
        at = self._table.rowCount() if row is None else row
        self._table.insertRow(at)
        for column, text in (
            (_SYMBOL, letter.symbol),
            (_JA, letter.name.ja),
            (_EN, letter.name.en),
        ):
            self._table.setItem(at, column, QTableWidgetItem(text))
        self._table.setItem(at, _COLOUR, QTableWidgetItem())
        self._show_colour(at, letter.colour)
        for column, flag in enumerate(LETTER_FLAGS, start=_FIRST_FLAG):
            item = QTableWidgetItem()
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
            is_set = getattr(letter, flag)
            item.setCheckState(Qt.CheckState.Checked if is_set else Qt.CheckState.Unchecked)
            self._table.setItem(at, column, item)

    def _show_colour(self, row: int, colour: str) -> None:
        item = self._item(row, _COLOUR)
        item.setText(colour)
        shown = QColor(colour)
        item.setBackground(shown)
        item.setForeground(ink_on(shown))

    def _item(self, row: int, column: int) -> QTableWidgetItem:
        found = self._table.item(row, column)
        if found is None:
            raise IndexError(row, column)
        return found

    def _letter(self, row: int) -> Letter:
        texts = [self._item(row, column).text().strip() for column in range(_FIRST_FLAG)]
        flags = {
            flag: self._item(row, column).checkState() is Qt.CheckState.Checked
            for column, flag in enumerate(LETTER_FLAGS, start=_FIRST_FLAG)
        }
        return Letter(texts[_SYMBOL], LocalText(texts[_JA], texts[_EN]), texts[_COLOUR], **flags)

    def _add(self) -> None:
        if self._table.rowCount() < MOST_LETTERS:
            self._add_row(Letter("", LocalText("", ""), _NEW_COLOUR))
            self._table.setCurrentCell(self._table.rowCount() - 1, _SYMBOL)
            self._table.setFocus()
            self._prove()

    def _remove(self) -> None:
        if self._table.currentRow() >= 0:
            self._table.removeRow(self._table.currentRow())
            self._prove()

    def _up(self) -> None:
        self._move(-1)

    def _down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        row, column = self._table.currentRow(), self._table.currentColumn()
        if row >= 0 and 0 <= row + step < self._table.rowCount():
            letter = self._letter(row)
            self._table.removeRow(row)
            self._add_row(letter, row + step)
            self._table.setCurrentCell(row + step, column)

    def _choose_colour(self) -> None:
        row = self._table.currentRow()
        if row >= 0:
            chosen = QColorDialog.getColor(QColor(self._letter(row).colour), self)
            if chosen.isValid():
                self._show_colour(row, chosen.name().upper())

    def _on_double_clicked(self, row: int, column: int) -> None:
        if column == _COLOUR:
            self._choose_colour()

    def _prove(self) -> None:
        """Say what has to be changed before the set can be used."""
        said = ""
        try:
            proved_set(self.letter_set)
        except EditRejected as rejection:
            said = errors.say(rejection.problem, self.words)
        except IndexError:
            return  # a row is just being made
        self._problem.setText(said)
        self.accept_button.setEnabled(not said)
