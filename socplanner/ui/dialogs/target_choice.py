"""The file that an export writes: its kind, its name, and the file dialog; kind and name agree."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLineEdit, QPushButton, QWidget

from socplanner.domain.problem import Problem
from socplanner.services.file_names import file_name_for
from socplanner.ui.dialogs.field_errors import FieldErrors
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.wording import errors
from socplanner.wording.language import Words

_NAME_WIDTH = 380


class TargetChoice(QObject):
    """The controls for one file; `target` is the answer.

    A name that the planner typed or chose stays; until then `suggest` sets it.
    """

    kind_changed = Signal()
    """Another kind of file was chosen, or typed as the end of the name."""

    def __init__(
        self,
        kinds: Mapping[str, str],
        target: Path,
        choose_target: Callable[[Path], Path | None],
        words: Words,
        parent: QWidget,
    ) -> None:
        """Offer `kinds`, titles by suffix; `target` is a file, or a folder to suggest names in."""
        super().__init__(parent)
        self._words = words
        self._parent = parent
        self._suffixes = tuple(kinds)
        self._choose_target = choose_target
        self._field_errors: FieldErrors | None = None
        self._is_named_by_hand = target.suffix.lower() in self._suffixes
        self._folder = target.parent if self._is_named_by_hand else target
        self.kinds = QComboBox(parent)
        self.file = QLineEdit(parent)
        self.browse_button = QPushButton(words.tr("&Browse…"), parent)
        for suffix, title in kinds.items():
            self.kinds.addItem(words.tr(title), suffix)
        self.kinds.setCurrentIndex(max(0, self.kinds.findData(target.suffix.lower())))
        if self._is_named_by_hand:
            self.file.setText(str(target))
        self.kinds.currentIndexChanged.connect(self._on_kind_changed)
        self.file.textEdited.connect(self._on_file_edited)
        self.browse_button.clicked.connect(self._browse)

    @property
    def kind(self) -> str:
        """The suffix of the chosen kind."""
        return str(self.kinds.currentData())

    @property
    def target(self) -> Path:
        """The file to write, with its extension; a relative name is in the initial folder."""
        text = self.file.text().strip()
        named = text if text.lower().endswith(self.kind) else text + self.kind
        return self._folder / Path(named).expanduser()

    def problem(self) -> str:
        """Return what is wrong with the name of the file; an empty text if nothing is."""
        if not self.file.text().strip():
            return self._words.tr("Write a name for the file, or choose one.")
        folder = self.target.parent
        if os.path.isdir(folder):  # noqa: PTH112 it never raises
            return ""
        missing = Problem("folder-missing", {"folder": str(folder)})
        return errors.message(missing, self._words)

    def add_file_row(self, form: QFormLayout, field_errors: FieldErrors) -> None:
        """Add the row of the file to `form`, and the line of `field_errors` under it."""
        row = QHBoxLayout()
        row.addWidget(self.file, 1)
        row.addWidget(self.browse_button)
        self.browse_button.setAutoDefault(False)
        self.file.setMinimumWidth(_NAME_WIDTH)
        label = PlainLabel(self._parent, self._words.tr("&File"))
        label.setBuddy(self.file)
        form.addRow(label, row)
        form.addRow("", field_errors.add(self.file, when_left=True))
        self._field_errors = field_errors
        self.file.setAccessibleName(self._words.tr("File"))

    def name_target(self, target: Path) -> None:
        """Put `target` into the file field, as if the planner had typed it."""
        self._on_file_edited(str(target))
        self.file.setText(str(target))

    def suggest(self, title: str) -> None:
        """Suggest a file name from `title`, unless the planner typed one."""
        if not self._is_named_by_hand:
            self.file.setText(str(self._folder / file_name_for(title, self.kind)))

    def _browse(self) -> None:
        chosen = self._choose_target(self.target)
        if chosen is not None:
            self.name_target(chosen)
            if self._field_errors is not None:
                self._field_errors.mark_edited(self.file)

    def _suffix_in(self, text: str) -> str | None:
        return next((each for each in self._suffixes if text.lower().endswith(each)), None)

    def _on_kind_changed(self) -> None:
        """Change the extension of the file to that of the chosen kind."""
        text = self.file.text()
        ending = self._suffix_in(text)
        if self._is_named_by_hand and ending is not None:
            self.file.setText(text[: -len(ending)] + self.kind)
        self.kind_changed.emit()

    def _on_file_edited(self, text: str) -> None:
        """Choose the kind of the typed extension, if the kind can be chosen."""
        self._is_named_by_hand = True
        kind = self._suffix_in(text)
        if kind is not None and self.kinds.isEnabled():
            with QSignalBlocker(self.kinds):
                self.kinds.setCurrentIndex(self.kinds.findData(kind))
            self.kind_changed.emit()
