"""Choosing the letter set of a plan: what each letter becomes is seen before anything changes."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from socplanner.domain.letter_set_edits import (
    SwitchLetterSet,
    losses,
    proposed_mapping,
    used_letters,
)
from socplanner.domain.letter_sets import LETTER_SETS
from socplanner.domain.letters import Letter, LetterSet
from socplanner.domain.plan import Plan
from socplanner.ui.dialogs.own_letters_dialog import OwnLettersDialog
from socplanner.ui.dialogs.question_dialog import QuestionDialog
from socplanner.ui.theme import ink_on
from socplanner.wording.flags import letter_meaning
from socplanner.wording.language import Words

_OWN = "own"


class LetterSetDialog(QuestionDialog):
    """Shows the sets there are; `edit` is what was chosen."""

    def __init__(self, plan: Plan, words: Words, parent: QWidget | None = None) -> None:
        """Begin with the set the plan has."""
        super().__init__(words.tr("Letter set"), words.tr("Apply"), words, parent)
        self._plan = plan
        self._used = used_letters(plan)
        self._own: LetterSet | None = None
        if plan.letter_set != LETTER_SETS.get(plan.letter_set.id):
            self._own = plan.letter_set
        self._build()
        self._fill_sets(plan.letter_set)
        self.finish_layout()
        self.resize(760, 520)

    @property
    def edit(self) -> SwitchLetterSet:
        """What is to be done to the plan."""
        mapping = {
            letter.symbol: str(combo.currentData())
            for letter, combo in zip(self._plan.letter_set.letters, self._combos, strict=True)
        }
        return SwitchLetterSet(self._chosen, mapping)

    def _build(self) -> None:
        words = self.words
        self._sets = QComboBox(self)
        self._sets.activated.connect(self._show_set)
        about = QLabel(words.tr("Letter &set:"), self)
        about.setBuddy(self._sets)
        self._own_button = QPushButton(words.tr("Letters of your &own…"), self)
        self._own_button.clicked.connect(self._edit_own)
        bar = QHBoxLayout()
        bar.addWidget(about)
        bar.addWidget(self._sets, 1)
        bar.addWidget(self._own_button)
        self._letters = self._table(
            words.tr("The letters of the set"),
            (words.tr("Letter"), words.tr("Name"), words.tr("What it means to the checks")),
        )
        self._mapping = self._table(
            words.tr("What becomes of the letters"),
            (words.tr("Letter now"), words.tr("Cells"), words.tr("Becomes")),
        )
        self._loss = QLabel(self)
        self._loss.setWordWrap(True)
        self._heading = QLabel(words.tr("What becomes of the letters in the plan:"), self)
        self.column.addLayout(bar)
        for widget in (self._letters, self._heading, self._mapping, self._loss):
            self.column.addWidget(widget)
        self._combos: list[QComboBox] = []

    def _table(self, name: str, heads: tuple[str, ...]) -> QTableWidget:
        table = QTableWidget(0, len(heads), self)
        table.setAccessibleName(name)
        table.setHorizontalHeaderLabels(list(heads))
        table.verticalHeader().hide()
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setStretchLastSection(True)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        table.setTabKeyNavigation(False)
        return table

    def _fill_sets(self, chosen: LetterSet) -> None:
        self._sets.clear()
        for each in LETTER_SETS.values():
            symbols = " ".join(letter.symbol for letter in each.letters)
            self._sets.addItem(f"{self.words.local(each.name)}   ({symbols})", each.id)
        if self._own is not None:
            symbols = " ".join(letter.symbol for letter in self._own.letters)
            self._sets.addItem(f"{self.words.local(self._own.name)}   ({symbols})", _OWN)
        is_own = self._own is not None and chosen == self._own
        self._sets.setCurrentIndex(self._sets.findData(_OWN if is_own else chosen.id))
        self._show_set()

    def _show_set(self) -> None:
        chosen = self._sets.currentData()
        own = self._own
        self._chosen = own if chosen == _OWN and own is not None else LETTER_SETS[str(chosen)]
        self._show_letters()
        self._show_mapping()

    def _show_letters(self) -> None:
        letters = self._chosen.letters
        self._letters.setRowCount(len(letters))
        for row, letter in enumerate(letters):
            chip = QTableWidgetItem(letter.symbol)
            chip.setBackground(QColor(letter.colour))
            chip.setForeground(ink_on(QColor(letter.colour)))
            chip.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
            self._letters.setItem(row, 0, chip)
            self._letters.setItem(row, 1, QTableWidgetItem(self.words.local(letter.name)))
            meaning = QTableWidgetItem(letter_meaning(letter, self.words))
            self._letters.setItem(row, 2, meaning)

    def _show_mapping(self) -> None:
        old = self._plan.letter_set
        proposed = proposed_mapping(old, self._chosen)
        self._mapping.setRowCount(len(old.letters))
        self._combos = []
        for row, letter in enumerate(old.letters):
            name = f"{letter.symbol}  {self.words.local(letter.name)}"
            self._mapping.setItem(row, 0, QTableWidgetItem(name))
            count = QTableWidgetItem(str(self._used[letter.symbol]))
            count.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._mapping.setItem(row, 1, count)
            combo = self._combo(letter, proposed[letter.symbol])
            self._mapping.setCellWidget(row, 2, combo)
            self._combos.append(combo)
        is_same = self._chosen == old
        self._heading.setVisible(not is_same)
        self._mapping.setVisible(not is_same)
        self._show_loss()

    def _combo(self, letter: Letter, proposed: str) -> QComboBox:
        combo = QComboBox(self._mapping)
        for each in self._chosen.letters:
            combo.addItem(f"{each.symbol}  {self.words.local(each.name)}", each.symbol)
        combo.addItem(self.words.tr("(is taken away)"), "")
        combo.setCurrentIndex(combo.findData(proposed))
        said = self.words.tr("What becomes of {letter}", letter=letter.symbol)
        combo.setAccessibleName(said)
        combo.activated.connect(self._show_loss)
        return combo

    def _show_loss(self) -> None:
        words, edit = self.words, self.edit
        loss = losses(self._plan, edit.mapping)
        said = []
        if loss.emptied:
            said.append(
                words.count("{n} cell loses a letter.", "{n} cells lose a letter.", loss.emptied)
            )
        if loss.merged:
            said.append(
                words.count(
                    "In {n} cell two letters become one.",
                    "In {n} cells two letters become one.",
                    loss.merged,
                )
            )
        if not said and self._chosen != self._plan.letter_set:
            said.append(words.tr("Nothing is lost."))
        self._loss.setText(" ".join(said))
        self.accept_button.setEnabled(self._chosen != self._plan.letter_set)

    def _edit_own(self) -> None:
        dialog = OwnLettersDialog(self._own or self._chosen, self.words, self)
        if dialog.ask():
            self._own = dialog.letter_set
            self._fill_sets(self._own)
