"""The settings in one place: each choice of the View menu, and what a new plan begins with.

The rows are made from the table of actions: a group of actions of which one is checked is a list,
an action that is on or off is a box. A change takes effect at once, as in the menu.
"""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QWidget

from socplanner.domain.letter_sets import LETTER_SETS
from socplanner.ui.dialogs.question_dialog import QuestionDialog
from socplanner.ui.kit.actions import Actions, plain
from socplanner.ui.kit.plain_text import tool_tip
from socplanner.wording.language import N_, Words

_GROUPS = (
    ("language", N_("Language")),
    ("theme", N_("Appearance")),
    ("text-size", N_("Text size")),
    ("card-size", N_("Cards on the board")),
)
_SWITCHES = ("mirror-areas", "reduce-motion")


class SettingsDialog(QuestionDialog):
    """Shows what is chosen, and triggers the action of another choice."""

    letter_set_chosen = Signal(str)
    """The id of the letter set that new plans begin with."""

    def __init__(
        self, actions: Actions, letter_set: str, words: Words, parent: QWidget | None = None
    ) -> None:
        """Begin with the choices of `actions`, and the id of the usual `letter_set`."""
        super().__init__(words.tr("Settings"), words.tr("Close"), words, parent)
        self.lists: dict[str, QComboBox] = {}
        self.boxes: dict[str, QCheckBox] = {}
        self.letters = QComboBox(self)
        form = QFormLayout()
        for group, title in _GROUPS:
            form.addRow(words.tr(title), self._list(group, actions))
        for set_id, each in LETTER_SETS.items():
            self.letters.addItem(words.local(each.name), set_id)
        self.letters.setCurrentIndex(max(0, self.letters.findData(letter_set)))
        self.letters.activated.connect(self._choose_letters)
        form.addRow(words.tr("Letter set of new plans"), self.letters)
        for spec in actions.table:
            if spec.id in _SWITCHES:
                form.addRow("", self._box(plain(words.tr(spec.text)), actions[spec.id]))
        self.column.addLayout(form)
        self.finish_layout()
        self.cancel_button.hide()

    def _list(self, group: str, actions: Actions) -> QComboBox:
        """Return a list of the actions of `group`; a locked one shows why it is."""
        choices = QComboBox(self)
        for spec in actions.table:
            if spec.group == group:
                action = actions[spec.id]
                choices.addItem(plain(self.words.tr(spec.text)), action)
                if action.isChecked():
                    choices.setCurrentIndex(choices.count() - 1)
                if not action.isEnabled():
                    choices.setEnabled(False)
                    choices.setToolTip(tool_tip(action.statusTip()))
        choices.activated.connect(self._choose)
        self.lists[group] = choices
        return choices

    def _box(self, text: str, action: QAction) -> QCheckBox:
        box = QCheckBox(text, self)
        box.setChecked(action.isChecked())
        box.clicked.connect(action.trigger)
        self.boxes[action.objectName()] = box
        return box

    def _choose(self) -> None:
        choices = self.sender()
        if isinstance(choices, QComboBox):
            choices.currentData().trigger()

    def _choose_letters(self) -> None:
        self.letter_set_chosen.emit(str(self.letters.currentData()))
