"""The settings while the program runs: one place to read them, and each change is on disk."""

import os
from collections.abc import Callable
from pathlib import Path

from socplanner.services import paths
from socplanner.services.file_problem import FileProblem
from socplanner.services.settings import Settings, load, store


class Memory:
    """Holds the settings. A disk that takes none is a line in the log, never a fault."""

    def __init__(self, place: Path, log: Callable[[str], None]) -> None:
        """Read what `place` holds; `log` is told what cannot be written."""
        self._place = place
        self._log = log
        self._settings = load(place)

    @property
    def settings(self) -> Settings:
        """The settings as they are."""
        return self._settings

    def folder(self) -> Path:
        """Return the folder used last, if it is there, or the one where documents are kept."""
        last = self._settings.last_folder
        if os.path.isdir(last):  # noqa: PTH112 it never raises
            return Path(last)
        return paths.documents_folder()

    def keep(self, settings: Settings) -> None:
        """Take `settings` from now on."""
        if settings == self._settings:
            return
        self._settings = settings
        try:
            store(settings, self._place)
        except FileProblem as problem:
            self._log(f"settings not kept: {problem.code}")
