"""The actions Undo, Redo and History; the first two are named after the edit of their step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from socplanner.domain.history import Edit
from socplanner.domain.plan import Plan
from socplanner.ui.kit.actions import Actions, plain
from socplanner.ui.kit.plain_text import tool_tip
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.wording.language import Words

if TYPE_CHECKING:
    from socplanner.ui.history.history_window import HistoryWindow


class UndoActions(QObject):
    """Keeps the texts of both actions up to date with the history of the plan."""

    def __init__(self, actions: Actions, context: PlanContext, parent: QWidget) -> None:
        """Show the current history, and follow its changes."""
        super().__init__(parent)
        self._actions = actions
        self._document = context.document
        self._translator = context.translator
        self._window = parent
        self._list: HistoryWindow | None = None
        actions.connect_handlers(
            {
                "undo": context.document.undo,
                "redo": context.document.redo,
                "history": self.show_list,
            }
        )
        context.document.history_changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Name the edits that would be undone and redone, in the window's language."""
        words, history = self._translator.words, self._document.history
        undo = (
            words.tr("&Undo (earlier steps were dropped)") if history.dropped else words.tr("&Undo")
        )
        self._show("undo", self._document.undo_edit, undo, words.tr("&Undo: {edit}"))
        self._show("redo", history.redo_edit, words.tr("&Redo"), words.tr("&Redo: {edit}"))

    def show_list(self) -> None:
        """Show every step in a window that can stay open."""
        if self._list is None:
            from socplanner.ui.history.history_window import HistoryWindow

            self._list = HistoryWindow(self._document, self._translator, self._window)
        self._list.begin()

    def _show(self, action_id: str, edit: Edit | None, bare: str, named: str) -> None:
        action = self._actions[action_id]
        label = "" if edit is None else _label(edit, self._document.plan, self._translator.words)
        action.setText(bare if edit is None else named.format(edit=label.replace("&", "&&")))
        action.setToolTip(tool_tip(label or plain(bare)))
        action.setEnabled(edit is not None)


def _label(edit: Edit, plan: Plan, words: Words) -> str:
    # Imported for the first edit: before it there is no name to show.
    from socplanner.wording.edits import label

    return label(edit, plan, words)
