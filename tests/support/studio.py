"""Where the pictures of the guide are taken: one program, in one language, on no screen."""

import shutil
from pathlib import Path

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from socplanner.domain.local_text import Language
from socplanner.domain.plan import Plan
from socplanner.services import paths
from socplanner.services.first_plan import FirstPlan
from socplanner.services.i18n import words_for
from socplanner.services.plan_files import open_plan
from socplanner.services.settings_store import SettingsStore
from socplanner.ui.shell.program import Program

WINDOW = (1280, 800)
_PAINTED = 500
"""Milliseconds in which a window fills in what does not belong to its first paint."""


class Studio:
    """Takes pictures of one program in one language."""

    def __init__(
        self,
        application: QApplication,
        language: Language,
        folder: Path,
        place: Path,
        names: set[str] | None = None,
    ) -> None:
        """Open a sample plan; workbooks go to `folder`, pictures to `place`.

        `names` are those of the pictures that `place` got already: none may be replaced.
        """
        self._application = application
        self._is_painted = False
        self._place = place
        self._place.mkdir(parents=True, exist_ok=True)
        self._names = set() if names is None else names
        self.folder = folder
        self.language = language
        self.words = words_for(language)
        path = folder / "manufacturer.socplan"
        shutil.copy(paths.resources() / "examples" / path.name, path)
        opened = open_plan(path)
        store = SettingsStore(folder / "settings.json", print)
        self.program = Program(application, self.words, store, FirstPlan(opened))
        self.window = self.program.window
        self.window.resize(*WINDOW)

    @property
    def plan(self) -> Plan:
        """The plan that is open."""
        return self.program.document.plan

    def process_events(self) -> None:
        """Let everything that is on its way arrive; once, also what follows the first paint."""
        if self.window.isVisible() and not self._is_painted:
            self._is_painted = True
            QTest.qWait(_PAINTED)
        for _ in range(6):
            self._application.processEvents()

    def shoot(
        self, widget: QWidget, name: str, part: QRect | None = None, *, scale: int = 1
    ) -> None:
        """Keep how `widget`, or a `part` of it, looks now as the picture `name`.

        With a `scale` of 2 it has four times the points: sharp wherever it is shown smaller.
        """
        widget.show()
        self.process_events()
        if widget is self.window and (focused := self._application.focusWidget()) is not None:
            focused.clearFocus()  # which of two windows has it is chance
            self.process_events()
        part = widget.rect() if part is None else part
        image = QImage(part.size() * scale, QImage.Format.Format_RGB888)
        image.setDevicePixelRatio(scale)
        widget.render(image, QPoint(), QRegion(part))
        image.save(self._file(name), quality=0)  # 0 is the smallest file

    def _file(self, name: str) -> str:
        """Return where the picture `name` goes; raise ValueError for a second one of that name."""
        if name in self._names:
            raise ValueError(name)
        self._names.add(name)
        return str(self._place / f"{name}.png")

    def keep(self, name: str, png: bytes) -> None:
        """Keep the bytes of a PNG file as the picture `name`."""
        image = QImage.fromData(png).convertToFormat(QImage.Format.Format_RGB888)
        image.save(self._file(name), quality=0)

    def leave(self) -> None:
        """Close the window."""
        self.window.leave()
        self.program.deleteLater()
