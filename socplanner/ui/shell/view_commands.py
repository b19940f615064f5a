"""The base of commands for one view: each edit has a name, and a dialog or a removal."""

from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from socplanner.domain.history import Edit
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.kit.undo_notice import undo_notice


class EditDialog(Protocol):
    """A dialog that has an edit of the plan once it is accepted."""

    def ask(self) -> bool:
        """Show the dialog until it is closed; return whether it was accepted."""
        ...

    @property
    def edit(self) -> Edit | None:
        """The edit that was accepted; None where nothing was changed."""
        ...


class ViewCommands(QObject):
    """Opens dialogs and performs their edits; a cancelled dialog changes nothing."""

    noticed = Signal(object)
    """A `Notice` about what was done, or why it cannot be done."""

    def __init__(self, context: PlanContext, window: QWidget) -> None:
        """Edit the plan of `context`, with dialogs above `window`."""
        super().__init__(window)
        self.context = context
        self.window_ = window

    def edit(self, name: str, subject: str) -> None:
        """Perform the edit `name` of `subject`: an id, or empty for something new."""
        document, words = self.context.document, self.context.translator.words
        removal = self.removal(name, subject)
        if removal is not None:
            edit, text = removal
            if document.try_perform(edit):
                self.noticed.emit(undo_notice(text, document, words))
            return
        dialog = self.dialog(name, subject)
        if dialog is not None and dialog.ask() and dialog.edit is not None:
            document.try_perform(dialog.edit)

    def dialog(self, name: str, subject: str) -> EditDialog | None:
        """Return a new dialog for the edit `name` of `subject`; None where there is none."""
        raise NotImplementedError

    def removal(self, name: str, subject: str) -> tuple[Edit, str] | None:
        """Return the edit that removes `subject` and the text of its notice, if `name` does."""
        return None
