"""The two menus of plans to open: the recent ones, and the samples."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from socplanner.services.settings import Settings
from socplanner.services.settings_store import Memory
from socplanner.services.translator import Translator
from socplanner.ui.kit.plain_text import tool_tip
from socplanner.ui.kit.samples import samples


class RecentMenu(QObject):
    """Offers the plans opened last, the latest first."""

    chosen = Signal(str)

    def __init__(self, menu: QMenu, memory: Memory, translator: Translator) -> None:
        """Fill `menu` each time it is opened."""
        super().__init__(menu)
        self._menu = menu
        self._memory = memory
        self._translator = translator
        menu.aboutToShow.connect(self.fill)
        menu.triggered.connect(self._choose)

    def fill(self) -> None:
        """Offer what is remembered now."""
        self._menu.clear()
        words, recent = self._translator.words, self._memory.settings.recent
        for place, path in enumerate(recent, start=1):
            action = self._menu.addAction(_entry(place, Path(path)))
            action.setData(path)
            action.setToolTip(tool_tip(path))
        self._menu.addSeparator()
        forget = self._menu.addAction(words.tr("&Clear this list") if recent else words.tr("none"))
        forget.setEnabled(bool(recent))
        forget.triggered.connect(self._forget)

    def _choose(self, action: QAction) -> None:
        if action.data():
            self.chosen.emit(action.data())

    def _forget(self) -> None:
        self._memory.change(Settings.without_all_recent)


class SampleMenu(QObject):
    """Offers the plans that are shipped."""

    chosen = Signal(str)

    def __init__(self, menu: QMenu, translator: Translator) -> None:
        """Fill `menu` each time it is opened."""
        super().__init__(menu)
        self._menu = menu
        self._translator = translator
        menu.aboutToShow.connect(self.fill)
        menu.triggered.connect(self._choose)

    def fill(self) -> None:
        """Offer what is there, in the window's language."""
        self._menu.clear()
        for sample in samples(self._translator.words):
            action = self._menu.addAction(sample.name.replace("&", "&&"))
            action.setData(str(sample.path))

    def _choose(self, action: QAction) -> None:
        if action.data():
            self.chosen.emit(action.data())


def _entry(place: int, path: Path) -> str:
    """Return what the menu says of a file; the first nine have their number as a key."""
    key = f"&{place}  " if place < 10 else ""
    return key + f"{path.name}   ({path.parent})".replace("&", "&&")
