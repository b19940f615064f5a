"""The base of dialogs that ask: the question first, then Cancel and one button with a verb.

The verb is disabled only while there is nothing to do. What is wrong with a field is written under
it (`field_errors`), and the verb leads there.
"""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from socplanner.ui.dialogs.field_errors import FieldErrors
from socplanner.ui.kit.flat_style import make_primary
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.ui.kit.type_scale import scaled
from socplanner.wording.language import Words

_KEY_SPACE = 6
_MARGINS = (20, 14, 20, 14)


class QuestionDialog(QDialog):
    """A dialog with a button that accepts and a Cancel button; subclasses fill `column`."""

    def __init__(self, title: str, accept: str, words: Words, parent: QWidget | None) -> None:
        """Set the texts of the title and of the button that accepts."""
        super().__init__(parent)
        self.words = words
        self.setWindowTitle(title)
        self.buttons = QDialogButtonBox(self)
        self.accept_button = self.buttons.addButton(accept, QDialogButtonBox.ButtonRole.AcceptRole)
        self.cancel_button = self.buttons.addButton(
            words.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole
        )
        self.accept_button.setDefault(True)
        make_primary(self.accept_button)
        self.errors = FieldErrors(self, self.accept_button)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.question = PlainLabel(self, title)
        self.question.setFont(scaled(self.font(), "title"))
        self.question.setWordWrap(True)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(*_MARGINS)
        self.column.setSpacing(8)
        self.column.addWidget(self.question)

    def finish_layout(self) -> None:
        """Add the buttons at the bottom, last in the order of Tab; call it after all widgets."""
        for label in self.findChildren(QLabel):
            if label.buddy() is not None:
                # Qt measures a label without the space that its underlined key may need.
                label.setMinimumWidth(label.sizeHint().width() + _KEY_SPACE)
        # The order of Tab is the order of adoption; setTabOrder cannot follow a combo box (6.11).
        self.buttons.setParent(None)
        self.buttons.setParent(self)
        self.column.addWidget(self.buttons)

    @override
    def accept(self) -> None:
        """Accept, unless a field is wrong: then show it."""
        if not self.errors.stop():
            super().accept()

    def ask(self) -> bool:
        """Show the dialog until it is closed; return whether it was accepted."""
        agreed = self.exec() == QDialog.DialogCode.Accepted
        self.deleteLater()
        return bool(agreed)
