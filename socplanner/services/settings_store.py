"""The settings while the program runs: one place to read them, and each change is on disk.

What the machine has locked goes before the user's choice, and that before the machine's default.
"""

import os
from collections.abc import Callable
from pathlib import Path

from socplanner.domain.local_text import Language
from socplanner.services import paths
from socplanner.services.file_problem import FileProblem
from socplanner.services.machine_settings import (
    NO_MACHINE_SETTINGS,
    Lockable,
    MachineSettings,
)
from socplanner.services.settings import Settings, Theme, load, update


class Memory:
    """Holds the settings. A disk that takes none is a line in the log, never a fault."""

    def __init__(
        self,
        place: Path,
        log: Callable[[str], None],
        machine: MachineSettings = NO_MACHINE_SETTINGS,
    ) -> None:
        """Read what `place` holds; `log` is told what cannot be written."""
        self._place = place
        self._log = log
        self.machine = machine
        self._settings = load(place)

    @property
    def settings(self) -> Settings:
        """The user's settings as they are."""
        return self._settings

    @property
    def language(self) -> Language | None:
        """The language to speak; None leaves it to the system."""
        if self.is_locked("language"):
            return self.machine.language
        return self._settings.language or self.machine.language

    @property
    def theme(self) -> Theme:
        """How the window is to look."""
        if self.is_locked("theme"):
            return self.machine.theme or "system"
        return self._settings.theme or self.machine.theme or "system"

    def is_locked(self, name: Lockable) -> bool:
        """Tell whether the machine's settings leave the user no choice of `name`."""
        return name in self.machine.locked

    def folder(self) -> Path:
        """Return the folder to begin in: the one used last, the machine's, or the documents'.

        A folder that is not there, a share out of reach say, is passed over.
        """
        last, machine = self._settings.last_folder, self.machine.folder
        for place in (machine, last) if self.is_locked("folder") else (last, machine):
            if os.path.isdir(place):  # noqa: PTH112 it never raises
                return Path(place)
        return paths.documents_folder()

    def change(self, changed: Callable[[Settings], Settings]) -> None:
        """Change the settings, on disk too, and nothing else that another window wrote there.

        They are read again, changed and written under one lock.
        """
        try:
            self._settings = update(self._place, self._settings, changed)
        except FileProblem as problem:
            self._settings = changed(self._settings)
            self._log(f"settings not kept: {problem.code}")
