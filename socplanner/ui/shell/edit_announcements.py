"""Announces to a screen reader what an edit, an undo or a redo did."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from socplanner.ui.kit.announcing import announce, has_screen_reader
from socplanner.ui.kit.plan_context import PlanContext


class EditAnnouncements(QObject):
    """Announces the name of each step of the history that is made, undone or redone."""

    announced = Signal(str)
    """The text that a screen reader reads."""

    def __init__(self, context: PlanContext, window: QWidget) -> None:
        """Follow the document of `context`; `window` is what the announcement belongs to."""
        super().__init__(window)
        self._window = window
        self._document = context.document
        self._translator = context.translator
        self._history = context.document.history
        context.document.history_changed.connect(self._on_history_changed)

    def _on_history_changed(self) -> None:
        before, after = self._history, self._document.history
        self._history = after
        if before.steps[0] is not after.steps[0] or before.index == after.index:
            return
        if has_screen_reader():
            self.announce(before.index < after.index, self._is_new(before.steps, after.steps))

    @staticmethod
    def _is_new(before: tuple[object, ...], after: tuple[object, ...]) -> bool:
        """Return whether the last step of `after` was just made."""
        return len(after) != len(before) or after[-1] is not before[-1]

    def announce(self, is_onward: bool, is_new: bool) -> None:
        """Announce the step that was crossed: made, redone or undone."""
        from socplanner.wording.edits import label

        words, history = self._translator.words, self._document.history
        edit = history.undo_edit if is_onward else history.redo_edit
        if edit is None:
            return
        name = label(edit, self._document.plan, words)
        if is_onward:
            text = name if is_new else words.tr("Redone: {step}", step=name)
        else:
            text = words.tr("Undone: {step}", step=name)
        self.announced.emit(text)
        announce(self._window, text)
