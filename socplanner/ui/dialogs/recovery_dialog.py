"""The dialog that lists work that was not saved, and asks what becomes of it."""

from collections.abc import Sequence
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QListWidget, QListWidgetItem, QWidget

from socplanner.services.local_time import local_time_text
from socplanner.services.recovery.shown_work import ShownWork
from socplanner.ui.dialogs.question_dialog import QuestionDialog
from socplanner.ui.kit.dialog_size import resize_for_texts
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.wording.language import Words

_SIZE = (560, 480)
_ROWS, _AIR = 3, 8


class Decision(Enum):
    """What becomes of the chosen work."""

    OPEN = auto()
    SAVE = auto()
    DISCARD = auto()
    LATER = auto()


class RecoveryDialog(QuestionDialog):
    """Lists the works; what is `chosen` is about the one at `index`."""

    def __init__(
        self,
        works: Sequence[ShownWork],
        folder: Path,
        report: str,
        words: Words,
        parent: QWidget | None = None,
    ) -> None:
        """List `works`, which are kept in `folder`; `report` is of a crash, empty without one."""
        super().__init__(words.tr("Work that was not saved"), words.tr("&Open"), words, parent)
        self._works = works
        self._report = report
        self.chosen = Decision.LATER
        self.list = QListWidget(self)
        self.edits = QListWidget(self)
        self.facts = PlainLabel(self)
        roles = QDialogButtonBox.ButtonRole
        self.save_button = self.buttons.addButton(words.tr("&Save elsewhere…"), roles.ActionRole)
        self.discard_button = self.buttons.addButton(words.tr("&Discard…"), roles.DestructiveRole)
        self.cancel_button.setText(words.tr("Later"))
        self._lay_out(folder)
        self.save_button.clicked.connect(self._choose_save)
        self.discard_button.clicked.connect(self._choose_discard)
        self.list.itemActivated.connect(self._on_activated)
        self.list.currentRowChanged.connect(self._show_current)
        self.list.setCurrentRow(0)
        self._show_current()
        self.list.setFocus()
        resize_for_texts(self, *_SIZE)

    @property
    def index(self) -> int:
        """The place of the current work in the list."""
        return max(self.list.currentRow(), 0)

    @override
    def accept(self) -> None:
        """Open the current work, unless another button was pressed."""
        if self.chosen is Decision.LATER:
            self.chosen = Decision.OPEN
        super().accept()

    def _lay_out(self, folder: Path) -> None:
        words = self.words
        texts = [
            words.tr("socplanner stopped unexpectedly last time.") if self._report else "",
            words.tr(
                "The work below is in no plan file yet. Opened, it stays unsaved until you save "
                "it. It is kept in {folder} until you open, save or discard it.",
                folder=folder,
            ),
        ]
        about = PlainLabel(self, "\n".join(text for text in texts if text))
        about.setWordWrap(True)
        self.facts.setWordWrap(True)
        self.list.setAccessibleName(words.tr("Work that was not saved"))
        self.list.setWordWrap(True)
        self.edits.setAccessibleName(words.tr("Edits that are not saved"))
        self.edits.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        for work in self._works:
            item = QListWidgetItem(_title_of(work, words), self.list)
            item.setSizeHint(QSize(0, self.list.sizeHintForRow(self.list.row(item)) + _AIR))
        row = self.list.sizeHintForRow(0)
        rows = min(max(len(self._works), 1), _ROWS)
        self.list.setFixedHeight(rows * row + 2 * self.list.frameWidth() + 4)
        heading = PlainLabel(self, words.tr("Edits, the last one first"))
        for widget in (about, self.list, self.facts, heading):
            self.column.addWidget(widget)
        self.column.addWidget(self.edits, 1)
        if self._report:
            self.report_button = self.buttons.addButton(
                words.tr("Copy a &report"), QDialogButtonBox.ButtonRole.ActionRole
            )
            self.report_button.clicked.connect(self._copy_report)
        self.finish_layout()

    def _show_current(self) -> None:
        """Show the facts and the edits of the current work."""
        words, work = self.words, self._works[self.index]
        path = work.path
        lines = [words.tr("File: {path}", path=path) if path else words.tr("Not in a file yet.")]
        if work.has_changed_file:
            lines.append(
                words.tr(
                    "The file has changed since. Saving to it asks first; nothing is overwritten "
                    "unasked."
                )
            )
        if work.is_damaged:
            lines.append(
                words.tr(
                    "The end of what was kept is damaged: edits may be missing. The damaged file "
                    "stays."
                )
            )
        self.facts.setText("\n".join(lines))
        names = work.names.get(words.language, ())
        self.edits.clear()
        self.edits.addItems([*reversed(names)])
        rest = work.edits - len(names)
        if rest > 0:
            text = words.count("and {n} earlier edit", "and {n} earlier edits", rest)
            self.edits.addItem(text)
        if not names:
            self.edits.addItem(
                words.tr("Opened without its invisible characters, and not edited since")
                if path
                else words.tr("A new plan without edits")
            )

    def _on_activated(self) -> None:
        self.accept()

    def _choose_save(self) -> None:
        self.chosen = Decision.SAVE
        self.accept()

    def _choose_discard(self) -> None:
        self.chosen = Decision.DISCARD
        self.accept()

    def _copy_report(self) -> None:
        QGuiApplication.clipboard().setText(self._report)


def _title_of(work: ShownWork, words: Words) -> str:
    """Return organisation and file, and below them when and how many edits."""
    file = Path(work.path).name if work.path else words.tr("not in a file yet")
    made = local_time_text(work.made_at) or "?"
    edits = words.count("{n} edit", "{n} edits", work.edits)
    return f"{work.organisation} — {file}\n{made} · {edits}"
