"""The dialog for a custom letter set: letters, names, colours, and meanings (flags)."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QColorDialog,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from socplanner.domain.letter_set_validation import MOST_LETTERS, validated_letter, validated_set
from socplanner.domain.letter_sets import CUSTOM_NAME
from socplanner.domain.letters import LETTER_FLAGS, Letter, LetterSet
from socplanner.domain.local_text import LocalText
from socplanner.domain.problem import EditRejected
from socplanner.ui.dialogs.question_dialog import QuestionDialog
from socplanner.ui.kit.box_delegate import BoxDelegate
from socplanner.ui.kit.clean_line import keep_clean
from socplanner.ui.kit.dialog_size import resize_for_texts
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.theme import ink_on
from socplanner.wording import errors
from socplanner.wording.flags import flag_name
from socplanner.wording.language import Words

_CUSTOM_ID = "own"
_SYMBOL, _JA, _EN, _COLOUR, _FIRST_FLAG = range(5)
_CHECKABLE = (
    Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
)
_NEW_COLOUR = "#E4D7F5"

_NAME = 16
"""The width of the names in letters; the planner can change it."""


class CustomLettersDialog(QuestionDialog):
    """Edits a copy of a letter set; `letter_set` is the result."""

    def __init__(
        self,
        letters: Sequence[Letter],
        name: LocalText | None,
        words: Words,
        parent: QWidget | None = None,
    ) -> None:
        """Begin with `letters`; `name` is None for a new set."""
        super().__init__(words.tr("Letters of your own"), words.tr("OK"), words, parent)
        shown_name = CUSTOM_NAME if name is None else name
        self.name_ja = QLineEdit(shown_name.ja, self)
        self.name_en = QLineEdit(shown_name.en, self)
        for field in (self.name_ja, self.name_en):
            keep_clean(field, words)
        form = QFormLayout()
        self.errors.add_row(form, words.tr("Name in &Japanese"), self.name_ja)
        self.errors.add_row(form, words.tr("Name in &English"), self.name_en)
        self.table = QTableWidget(0, _FIRST_FLAG + len(LETTER_FLAGS), self)
        self.table.setItemDelegate(BoxDelegate(self.table))
        self.table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.add_button = QPushButton(words.tr("&Add a letter"), self)
        self.remove_button = QPushButton(words.tr("&Remove"), self)
        self.up_button = QPushButton(words.tr("&Up"), self)
        self.down_button = QPushButton(words.tr("&Down"), self)
        self.colour_button = QPushButton(words.tr("&Colour…"), self)
        self._set_up_table()
        self.column.addLayout(form)
        self.column.addWidget(self.table, 1)
        self.column.addLayout(self._bar())
        self.column.addWidget(self.errors.add(self.table))
        for letter in letters:
            self._add_row(letter)
        self.table.itemChanged.connect(self._on_item_changed)
        self.finish_layout()
        resize_for_texts(self, 900, 420)
        self.errors.find_by(self._problems)

    @property
    def letter_set(self) -> LetterSet:
        """The set as the table has it; the caller replaces its id."""
        name = LocalText(self.name_ja.text().strip(), self.name_en.text().strip())
        letters = tuple(self._letter(row) for row in range(self.table.rowCount()))
        return LetterSet(_CUSTOM_ID, name, letters)

    def _set_up_table(self) -> None:
        words = self.words
        headings = [
            words.tr("Letter"),
            words.tr("Japanese"),
            words.tr("English"),
            words.tr("Colour"),
        ]
        self.table.setHorizontalHeaderLabels(
            [*headings, *(flag_name(flag, words) for flag in LETTER_FLAGS)]
        )
        self.table.setAccessibleName(words.tr("The letters of the set"))
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in (_JA, _EN):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            self.table.setColumnWidth(column, _NAME * header.fontMetrics().averageCharWidth())
        self.table.cellDoubleClicked.connect(self._on_double_clicked)

    def _bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        for button, slot in (
            (self.add_button, self._add),
            (self.remove_button, self._remove),
            (self.up_button, self._up),
            (self.down_button, self._down),
            (self.colour_button, self._choose_colour),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(slot)
            bar.addWidget(button)
        bar.addStretch(1)
        return bar

    def _add_row(self, letter: Letter, row: int | None = None) -> None:
        at = self.table.rowCount() if row is None else row
        self.table.insertRow(at)
        for column, text in (
            (_SYMBOL, letter.symbol),
            (_JA, letter.name.ja),
            (_EN, letter.name.en),
        ):
            self.table.setItem(at, column, QTableWidgetItem(text))
        self.table.setItem(at, _COLOUR, QTableWidgetItem())
        self._show_colour(at, letter.colour)
        for column, flag in enumerate(LETTER_FLAGS, start=_FIRST_FLAG):
            item = QTableWidgetItem()
            item.setFlags(_CHECKABLE)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, flag_name(flag, self.words))
            is_set = getattr(letter, flag)
            item.setCheckState(Qt.CheckState.Checked if is_set else Qt.CheckState.Unchecked)
            self.table.setItem(at, column, item)

    def _show_colour(self, row: int, colour: str) -> None:
        item = self._item(row, _COLOUR)
        item.setText(colour)
        background = QColor(colour)
        item.setBackground(background)
        item.setForeground(ink_on(background))

    def _item(self, row: int, column: int) -> QTableWidgetItem:
        item = self.table.item(row, column)
        if item is None:
            raise IndexError(row, column)
        return item

    def _letter(self, row: int) -> Letter:
        texts = [self._item(row, column).text().strip() for column in range(_FIRST_FLAG)]
        flags = {
            flag: self._item(row, column).checkState() is Qt.CheckState.Checked
            for column, flag in enumerate(LETTER_FLAGS, start=_FIRST_FLAG)
        }
        return Letter(texts[_SYMBOL], LocalText(texts[_JA], texts[_EN]), texts[_COLOUR], **flags)

    def _add(self) -> None:
        if self.table.rowCount() < MOST_LETTERS:
            self._add_row(Letter("", LocalText("", ""), _NEW_COLOUR))
            self.table.setCurrentCell(self.table.rowCount() - 1, _SYMBOL)
            self.table.setFocus()
            self._validate()

    def _remove(self) -> None:
        if self.table.currentRow() >= 0:
            self.table.removeRow(self.table.currentRow())
            self._validate()

    def _up(self) -> None:
        self._move(-1)

    def _down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        row, column = self.table.currentRow(), self.table.currentColumn()
        if row >= 0 and 0 <= row + step < self.table.rowCount():
            letter = self._letter(row)
            self.table.removeRow(row)
            self._add_row(letter, row + step)
            self.table.setCurrentCell(row + step, column)

    def _choose_colour(self) -> None:
        row = self.table.currentRow()
        if row >= 0:
            chosen = QColorDialog.getColor(QColor(self._letter(row).colour), self)
            if chosen.isValid():
                self._show_colour(row, chosen.name().upper())

    def _on_double_clicked(self, row: int, column: int) -> None:
        if column == _COLOUR:
            self._choose_colour()

    def _on_item_changed(self, item: QTableWidgetItem) -> None:
        if item.column() == _COLOUR and QColor.isValidColorName(item.text()):
            with QSignalBlocker(self.table):
                self._show_colour(item.row(), item.text())
        self._validate()

    def _validate(self) -> None:
        """Show what has to be changed before the set can be used."""
        try:
            self.errors.mark_edited(self.table)
        except IndexError:
            return  # the cells of a new row are being set
        self.add_button.setEnabled(self.table.rowCount() < MOST_LETTERS)

    @override
    def accept(self) -> None:
        """Accept, or go to the first letter that is not valid."""
        row, _ = self._wrong_letter()
        if row >= 0:
            self.table.setCurrentCell(row, _SYMBOL)
        super().accept()

    def _problems(self) -> dict[QWidget, str]:
        """Return what is invalid, by field."""
        row, text = self._wrong_letter()
        if text:
            return {self.table: self.words.tr("Row {row}: {text}", row=row + 1, text=text)}
        try:
            validated_set(self.letter_set)
        except EditRejected as rejection:
            message = errors.message(rejection.problem, self.words)
            names = (self.name_ja, self.name_en)
            empty = [field for field in names if not field.text().strip()]
            return {empty[0] if empty else self.table: message}
        return {}

    def _wrong_letter(self) -> tuple[int, str]:
        """Return the row of the first letter that is not valid, and why; -1 if there is none."""
        for row, letter in enumerate(self.letter_set.letters):
            try:
                validated_letter(letter)
            except EditRejected as rejection:
                return row, errors.message(rejection.problem, self.words)
        return -1, ""
