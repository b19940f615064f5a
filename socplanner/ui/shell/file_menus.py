"""The menus of recent plans and of samples."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from socplanner.services.settings import Settings
from socplanner.services.settings_store import SettingsStore
from socplanner.services.translator import Translator
from socplanner.ui.kit.plain_text import tool_tip
from socplanner.ui.kit.samples import samples


class RecentMenu(QObject):
    """Lists the plans opened last, the latest first."""

    chosen = Signal(str)
    """The path of the chosen plan."""

    def __init__(self, menu: QMenu, store: SettingsStore, translator: Translator) -> None:
        """Fill `menu` each time it is opened."""
        super().__init__(menu)
        self._menu = menu
        self._store = store
        self._translator = translator
        menu.aboutToShow.connect(self.fill)
        menu.triggered.connect(self._choose)

    def fill(self) -> None:
        """List the recent plans of the settings."""
        self._menu.clear()
        words, recent = self._translator.words, self._store.settings.recent
        for place, path in enumerate(recent, start=1):
            action = self._menu.addAction(_item_text(place, Path(path)))
            action.setData(path)
            action.setToolTip(tool_tip(path))
        self._menu.addSeparator()
        clear_action = self._menu.addAction(
            words.tr("&Clear this list") if recent else words.tr("none")
        )
        clear_action.setEnabled(bool(recent))
        clear_action.triggered.connect(self._clear_recent)

    def _choose(self, action: QAction) -> None:
        if action.data():
            self.chosen.emit(action.data())

    def _clear_recent(self) -> None:
        self._store.change(Settings.without_all_recent)


class SampleMenu(QObject):
    """Lists the sample plans that are shipped."""

    chosen = Signal(str)
    """The path of the chosen plan."""

    def __init__(self, menu: QMenu, translator: Translator) -> None:
        """Fill `menu` each time it is opened."""
        super().__init__(menu)
        self._menu = menu
        self._translator = translator
        menu.aboutToShow.connect(self.fill)
        menu.triggered.connect(self._choose)

    def fill(self) -> None:
        """List the samples in the window's language."""
        self._menu.clear()
        for sample in samples(self._translator.words):
            action = self._menu.addAction(sample.name.replace("&", "&&"))
            action.setData(str(sample.path))

    def _choose(self, action: QAction) -> None:
        if action.data():
            self.chosen.emit(action.data())


def _item_text(place: int, path: Path) -> str:
    """Return the text of a menu item; the first nine have their number as mnemonic."""
    key = f"&{place}  " if place < 10 else ""
    return key + f"{path.name}   ({path.parent})".replace("&", "&&")
