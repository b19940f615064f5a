"""The dialog after an error in the program: it offers to save a copy of the plan."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from socplanner.services.recovery.crash_report import report_of_exception
from socplanner.ui.kit.dialog_size import resize_for_texts
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.wording.language import Words


class CrashDialog(QDialog):
    """Shows what happened; `wants_copy` is whether the planner asked to save a copy."""

    def __init__(
        self,
        details: str,
        log: str,
        words: Words,
        parent: QWidget | None = None,
        *,
        is_kept: bool = False,
    ) -> None:
        """Show `details`, a traceback, and the path of the log; a report of it can be copied.

        With `is_kept`, unsaved work is in the journal, so that the next start can recover it.
        """
        super().__init__(parent)
        self.wants_copy = False
        self.setWindowTitle(words.tr("Something went wrong"))
        label = PlainLabel(
            self,
            words.tr(
                "An error interrupted socplanner. Your plan is unchanged: it is as it was before "
                "this step.\n\nSave a copy, then close the program and open it again."
            ),
        )
        if is_kept:
            kept = words.tr("What is not saved is also kept for the next start of socplanner.")
            label.setText(f"{label.text()}\n{kept}")
        label.setWordWrap(True)
        log_label = PlainLabel(self, words.tr("Log: {file}", file=log))
        log_label.setTextFormat(Qt.TextFormat.PlainText)
        log_label.setWordWrap(True)
        log_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.details = QPlainTextEdit(details, self)
        self.details.setReadOnly(True)
        self.details.setAccessibleName(words.tr("Details of the error"))
        roles = QDialogButtonBox.ButtonRole
        buttons = QDialogButtonBox(self)
        self.copy_button = buttons.addButton(words.tr("&Save a copy…"), roles.AcceptRole)
        clipboard_button = buttons.addButton(words.tr("Copy a &report"), roles.ActionRole)
        continue_button = buttons.addButton(words.tr("&Continue"), roles.RejectRole)
        self.copy_button.setDefault(True)
        self.copy_button.clicked.connect(self._save_copy)
        clipboard_button.clicked.connect(self._copy_report)
        continue_button.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (label, self.details, log_label, buttons):
            column.addWidget(widget)
        resize_for_texts(self, 560, 360)

    def _save_copy(self) -> None:
        self.wants_copy = True
        self.accept()

    def _copy_report(self) -> None:
        report = report_of_exception(self.details.toPlainText())
        QGuiApplication.clipboard().setText(report)
