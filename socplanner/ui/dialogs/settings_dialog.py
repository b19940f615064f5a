"""The settings in one place, made from one table (`setting_rows`).

Nothing changes before the dialog is accepted: `values` are the fields to store, and
`trigger_choices` triggers the actions that were chosen, as the menu does.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from socplanner.domain.letter_sets import LETTER_SETS
from socplanner.services.chosen_folders import folder_meant, folder_problem
from socplanner.ui.dialogs.question_dialog import QuestionDialog
from socplanner.ui.dialogs.setting_rows import SETTING_ROWS, Kind, SettingRow
from socplanner.ui.kit.actions import Actions, plain
from socplanner.ui.kit.clean_line import keep_clean
from socplanner.ui.kit.ink_label import InkLabel
from socplanner.ui.kit.plain_text import PlainLabel, tool_tip
from socplanner.wording import errors
from socplanner.wording.language import Words

_LONGEST_PATH = 4096
_WIDTH = 560

ChooseFolder = Callable[[str, Path], Path | None]
"""Opens a file dialog with a title, in a folder; returns the chosen folder, or None."""


class SettingsDialog(QuestionDialog):
    """Shows what is set; the caller applies what was chosen."""

    def __init__(
        self,
        actions: Actions,
        values: Mapping[str, str],
        choose_folder: ChooseFolder,
        words: Words,
        parent: QWidget | None = None,
        *,
        locked: str = "",
    ) -> None:
        """Begin with the choices of `actions`, and the `values` of the other settings.

        `locked` is why folders cannot be chosen, if so.
        """
        super().__init__(words.tr("Settings"), words.tr("Apply"), words, parent)
        self._actions = actions
        self._choose_folder = choose_folder
        self._locked = locked
        self.lists: dict[str, QComboBox] = {}
        self.boxes: dict[str, QCheckBox] = {}
        self.lines: dict[str, QLineEdit] = {}
        self.letters = QComboBox(self)
        self._form = QFormLayout()
        for row in SETTING_ROWS:
            self._add_row(row, values.get(row.id, ""))
        self.column.addLayout(self._form)
        self.finish_layout()
        self.resize(max(_WIDTH, self.sizeHint().width()), self.sizeHint().height())
        self.errors.find_by(self._problems)
        self.values_before = self.values

    @property
    def values(self) -> dict[str, str]:
        """The values of the fields that are not actions, by the name in `Settings`."""
        result = {"letter_set": str(self.letters.currentData())}
        for row in SETTING_ROWS:
            if row.kind is Kind.NAME:
                result[row.id] = self.lines[row.id].text().strip()
            elif row.kind is Kind.FOLDER and not self._locked:
                result[row.id] = folder_meant(self.lines[row.id].text())
        return result

    def trigger_choices(self) -> None:
        """Trigger the actions of the choices that differ from what is set."""
        for choices in self.lists.values():
            action = choices.currentData()
            if isinstance(action, QAction) and not action.isChecked():
                action.trigger()
        for name, box in self.boxes.items():
            if self._actions[name].isChecked() != box.isChecked():
                self._actions[name].trigger()

    def _add_row(self, row: SettingRow, value: str) -> None:
        title = self.words.tr(row.title) if row.title else ""
        match row.kind:
            case Kind.CHOICE:
                self._form.addRow(title, self._list(row.id))
            case Kind.SWITCH:
                self._form.addRow("", self._box(row.id))
            case Kind.LETTERS:
                self._fill_letters(value)
                self._form.addRow(title, self.letters)
            case Kind.NAME:
                field = self._line(row, value)
                keep_clean(field, self.words)
                self._form.addRow(title, field)
            case Kind.FOLDER:
                self._add_folder(row, title, value)
        if row.about:
            self._form.addRow("", InkLabel(self, "text-2", "caption", self.words.tr(row.about)))

    def _list(self, group: str) -> QComboBox:
        """Return a list of the actions of `group`; a locked one shows why it is."""
        choices = QComboBox(self)
        for spec in self._actions.table:
            if spec.group == group:
                action = self._actions[spec.id]
                choices.addItem(plain(self.words.tr(spec.text)), action)
                if action.isChecked():
                    choices.setCurrentIndex(choices.count() - 1)
                if not action.isEnabled():
                    choices.setEnabled(False)
                    choices.setToolTip(tool_tip(action.statusTip()))
        self.lists[group] = choices
        return choices

    def _box(self, name: str) -> QCheckBox:
        spec = next(each for each in self._actions.table if each.id == name)
        box = QCheckBox(plain(self.words.tr(spec.text)), self)
        box.setChecked(self._actions[name].isChecked())
        self.boxes[name] = box
        return box

    def _fill_letters(self, value: str) -> None:
        for set_id, each in LETTER_SETS.items():
            self.letters.addItem(self.words.local(each.name), set_id)
        self.letters.setCurrentIndex(max(0, self.letters.findData(value)))

    def _line(self, row: SettingRow, value: str) -> QLineEdit:
        field = QLineEdit(value, self)
        field.setPlaceholderText(self.words.tr(row.empty))
        self.lines[row.id] = field
        return field

    def _add_folder(self, row: SettingRow, title: str, value: str) -> None:
        """Add a line for a folder, with its button and the line for what is wrong with it."""
        field, line = self._line(row, value), QHBoxLayout()
        field.setMaxLength(_LONGEST_PATH)
        button = QPushButton(self.words.tr("Browse…"), self)
        button.setObjectName(row.id)
        button.setAutoDefault(False)
        button.setAccessibleName(f"{plain(title)}: {button.text()}")
        button.clicked.connect(self._browse)
        line.addWidget(field, 1)
        line.addWidget(button)
        label = PlainLabel(self, title)
        label.setBuddy(field)
        self._form.addRow(label, line)
        self._form.addRow("", self.errors.add(field, when_left=True))
        for widget in (field, button) if self._locked else ():
            widget.setEnabled(False)
            widget.setToolTip(tool_tip(self._locked))

    def _browse(self) -> None:
        row = next(each for each in SETTING_ROWS if each.id == self.sender().objectName())
        field = self.lines[row.id]
        folder = self._choose_folder(plain(self.words.tr(row.title)), Path(field.text()))
        if folder is not None:
            field.setText(str(folder))
            self.errors.mark_edited(field)

    def _problems(self) -> dict[QWidget, str]:
        """Return what is wrong with the folders."""
        result: dict[QWidget, str] = {}
        for row in SETTING_ROWS:
            if row.kind is Kind.FOLDER and not self._locked:
                field = self.lines[row.id]
                problem = folder_problem(folder_meant(field.text()))
                if problem is not None:
                    result[field] = errors.message(problem, self.words)
        return result
