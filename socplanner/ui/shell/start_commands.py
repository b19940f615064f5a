"""The start page: shown while no plan is open, and from the File menu; it opens what is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from socplanner.services.catalogues import shipped
from socplanner.services.settings import THEMES
from socplanner.services.settings_store import SettingsStore
from socplanner.ui.kit.icons import program_icon
from socplanner.ui.kit.samples import samples
from socplanner.ui.start.start_page import StartPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from socplanner.ui.shell.file_commands import FileCommands
    from socplanner.ui.shell.main_window import MainWindow

_WITHOUT_PLAN = {
    *("new", "open", "import", "quit", "recover", "start", "guide", "shortcuts", "about"),
    *("ja", "en", *THEMES),
}
"""The commands that need no plan."""


class StartCommands(QObject):
    """Shows the page over the window, whose other commands are disabled meanwhile."""

    def __init__(
        self,
        window: MainWindow,
        files: FileCommands,
        open_path: Callable[[str], object],
        store: SettingsStore,
    ) -> None:
        """Perform the choices of the page by `files` and `open_path`.

        `store` has the recent plans.
        """
        super().__init__(window)
        self._window = window
        self._files = files
        self._store = store
        self._disabled: list[str] = []
        self.page = StartPage(shipped(), program_icon(), window.context.translator, window)
        self.page.new_requested.connect(self._new)
        self.page.open_requested.connect(window.actions_["open"].trigger)
        self.page.import_requested.connect(window.actions_["import"].trigger)
        self.page.plan_chosen.connect(open_path)
        self.page.sample_chosen.connect(self._open_sample)
        self.page.closed.connect(self.close)
        window.context.document.opened.connect(self.close)

    def show(self, *, has_plan: bool) -> None:
        """Show the page; if a plan is open behind it, there is a way back."""
        words = self._window.context.translator.words
        recent = self._store.settings.recent
        self.page.show_plans(recent, samples(words), can_leave=has_plan)
        self._window.show_page(self.page)
        actions = self._window.actions_.by_id
        if not self._disabled:
            self._disabled = [
                action_id
                for action_id, action in actions.items()
                if action.isEnabled() and action_id not in _WITHOUT_PLAN
            ]
        for action_id in self._disabled:
            actions[action_id].setEnabled(False)
        self.page.new.setFocus()

    def close(self) -> None:
        """Show the open plan again."""
        for action_id in self._disabled:
            self._window.actions_[action_id].setEnabled(True)
        self._disabled = []
        self._window.show_page(None)
        self._window.focus_view()

    def _new(self, pattern: str) -> None:
        self._files.new(pattern)

    def _open_sample(self, path: str) -> None:
        self._files.open_sample(path)
