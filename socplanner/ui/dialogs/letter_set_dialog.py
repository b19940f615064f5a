"""The dialog for the letter set of a plan, with a preview of what each letter becomes."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from socplanner.domain.history import Edit
from socplanner.domain.ids import slug_for
from socplanner.domain.letter_set_edits import (
    ChangeCustomSets,
    SwitchLetterSet,
    losses,
    proposed_mapping,
    with_custom_set,
)
from socplanner.domain.letter_set_validation import MOST_CUSTOM_SETS
from socplanner.domain.letter_sets import LETTER_SETS, all_sets
from socplanner.domain.letters import LetterSet
from socplanner.domain.plan import Plan
from socplanner.ui.dialogs.custom_letters_dialog import CustomLettersDialog
from socplanner.ui.dialogs.letter_mapping_table import LetterMappingTable
from socplanner.ui.dialogs.plain_table import plain_table, rows_high
from socplanner.ui.dialogs.question_dialog import QuestionDialog
from socplanner.ui.kit.dialog_size import resize_for_texts
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.ui.kit.theme import ink_on
from socplanner.wording.flags import letter_meaning
from socplanner.wording.language import Words
from socplanner.wording.letter_losses import losses_in_words

_ROWS_SHOWN = 6


class LetterSetDialog(QuestionDialog):
    """Shows all letter sets and edits custom ones; `edit` is the result."""

    def __init__(self, plan: Plan, words: Words, parent: QWidget | None = None) -> None:
        """Begin with the set of `plan`."""
        super().__init__(words.tr("Letter set"), words.tr("Apply"), words, parent)
        self._plan = plan
        self._custom_sets = plan.custom_sets
        self._chosen = plan.letter_set
        self.sets = QComboBox(self)
        self.new_button = QPushButton(words.tr("&New…"), self)
        self.change_button = QPushButton(words.tr("&Change…"), self)
        self.remove_button = QPushButton(words.tr("&Remove"), self)
        self.letters = plain_table(
            words.tr("The letters of the set"),
            (words.tr("Letter"), words.tr("Name"), words.tr("Meaning in the checks")),
            self,
        )
        self.mapping = LetterMappingTable(plan, words, self)
        self.loss = PlainLabel(self)
        self._heading = PlainLabel(self, words.tr("Replacement of the letters in the plan:"))
        self._lay_out()
        self._connect()
        self._fill_sets()
        self.finish_layout()
        resize_for_texts(self, 720, 620)
        self.sets.setFocus()

    @property
    def edit(self) -> Edit:
        """The edit that switches to the chosen set, or only changes the custom sets."""
        if self._chosen == self._plan.letter_set:
            return ChangeCustomSets(self._custom_sets)
        return SwitchLetterSet(self._chosen, self.mapping.mapping, self._custom_sets)

    def _lay_out(self) -> None:
        words = self.words
        about = PlainLabel(self, words.tr("Letter &set"))
        about.setBuddy(self.sets)
        bar, buttons = QHBoxLayout(), QHBoxLayout()
        bar.addWidget(about)
        bar.addWidget(self.sets, 1)
        label = PlainLabel(self, words.tr("Custom sets:"))
        buttons.addWidget(label)
        for button in (self.new_button, self.change_button, self.remove_button):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.new_button.setToolTip(words.tr("Create a custom set from the one shown"))
        self.loss.setWordWrap(True)
        self.loss.setMinimumHeight(self.loss.fontMetrics().lineSpacing() * 3)
        self.loss.setAlignment(Qt.AlignmentFlag.AlignTop)
        rows_high(self.letters, _ROWS_SHOWN)
        rows_high(self.mapping, _ROWS_SHOWN)
        column = QVBoxLayout()
        column.addWidget(self._heading)
        column.addWidget(self.mapping, 1)
        column.addWidget(self.loss)
        self.column.addLayout(bar)
        self.column.addLayout(buttons)
        self.column.addWidget(self.letters, 1)
        self.column.addLayout(column)

    def _connect(self) -> None:
        self.sets.activated.connect(self._on_chosen)
        self.new_button.clicked.connect(self._new_set)
        self.change_button.clicked.connect(self._change)
        self.remove_button.clicked.connect(self._remove)
        self.mapping.changed.connect(self._show_loss)

    def _fill_sets(self) -> None:
        """Fill the list of sets, and show the chosen one."""
        self.sets.clear()
        for set_id, letter_set in all_sets(self._custom_sets).items():
            symbols = " ".join(letter.symbol for letter in letter_set.letters)
            self.sets.addItem(f"{self.words.local(letter_set.name)}   ({symbols})", set_id)
        self.sets.setCurrentIndex(self.sets.findData(self._chosen.id))
        self._show_set()

    def _on_chosen(self) -> None:
        self._chosen = all_sets(self._custom_sets)[str(self.sets.currentData())]
        self._show_set()

    def _show_set(self) -> None:
        is_custom = self._chosen.id not in LETTER_SETS
        self.new_button.setEnabled(len(self._custom_sets) < MOST_CUSTOM_SETS)
        self.change_button.setEnabled(is_custom)
        self.remove_button.setEnabled(is_custom and self._chosen.id != self._plan.letter_set.id)
        self._show_letters()
        is_other = self._chosen != self._plan.letter_set
        self._heading.setVisible(is_other)
        self.mapping.setVisible(is_other)
        self.mapping.set_choices(
            self._chosen.letters, proposed_mapping(self._plan.letter_set, self._chosen)
        )
        self._show_loss()

    def _show_letters(self) -> None:
        self.letters.setRowCount(len(self._chosen.letters))
        for row, letter in enumerate(self._chosen.letters):
            chip = QTableWidgetItem(letter.symbol)
            chip.setBackground(QColor(letter.colour))
            chip.setForeground(ink_on(QColor(letter.colour)))
            chip.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
            self.letters.setItem(row, 0, chip)
            self.letters.setItem(row, 1, QTableWidgetItem(self.words.local(letter.name)))
            meaning = QTableWidgetItem(letter_meaning(letter, self.words))
            self.letters.setItem(row, 2, meaning)

    def _show_loss(self) -> None:
        is_other = self._chosen != self._plan.letter_set
        lost = losses(self._plan, self.mapping.mapping)
        self.loss.setText(losses_in_words(lost, self.words) if is_other else "")
        self.accept_button.setEnabled(is_other or self._custom_sets != self._plan.custom_sets)

    def _new_set(self) -> None:
        """Ask for a new custom set, starting with the letters shown, and choose it."""
        used = frozenset(all_sets(self._custom_sets))
        dialog = CustomLettersDialog(self._chosen.letters, None, self.words, self)
        if dialog.ask():
            letter_set = dialog.letter_set
            self._use_set(
                LetterSet(
                    slug_for(letter_set.name.en, used, "own"), letter_set.name, letter_set.letters
                )
            )

    def _change(self) -> None:
        dialog = CustomLettersDialog(self._chosen.letters, self._chosen.name, self.words, self)
        if dialog.ask():
            letter_set = dialog.letter_set
            self._use_set(LetterSet(self._chosen.id, letter_set.name, letter_set.letters))

    def _use_set(self, letter_set: LetterSet) -> None:
        self._custom_sets = with_custom_set(self._custom_sets, letter_set)
        self._chosen = letter_set
        self._fill_sets()

    def _remove(self) -> None:
        """Remove the shown custom set from the list, and show the set of the plan."""
        self._custom_sets = tuple(each for each in self._custom_sets if each.id != self._chosen.id)
        self._chosen = all_sets(self._custom_sets)[self._plan.letter_set.id]
        self._fill_sets()
