"""The settings while the program runs: one place to read them; each change is written to disk.

A setting locked by the machine precedes the user's choice, and that the machine's default.
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


class SettingsStore:
    """The settings in memory and on disk. A failed write is a line in the log, never an error."""

    def __init__(
        self,
        place: Path,
        log: Callable[[str], None],
        machine: MachineSettings = NO_MACHINE_SETTINGS,
    ) -> None:
        """Read the settings in `place`; `log` is called with the reason of a failed write."""
        self._place = place
        self._log = log
        self.machine = machine
        self._settings = load(place)

    @property
    def settings(self) -> Settings:
        """The user's settings, without those of the machine."""
        return self._settings

    @property
    def language(self) -> Language | None:
        """The language to use; None for that of the system."""
        if self.is_locked("language"):
            return self.machine.language
        return self._settings.language or self.machine.language

    @property
    def theme(self) -> Theme:
        """The theme of the window."""
        if self.is_locked("theme"):
            return self.machine.theme or "system"
        return self._settings.theme or self.machine.theme or "system"

    def is_locked(self, name: Lockable) -> bool:
        """Return whether the machine's settings lock `name`."""
        return name in self.machine.locked

    def folder(self, chosen: str = "") -> Path:
        """Return the folder in which file dialogs begin.

        It is the one `chosen` in the settings, then the folder used last, then the machine's (which
        is first if it is locked), then that of documents. A folder that is not there, such as an
        unreachable share, is skipped.
        """
        last, machine = self._settings.last_folder, self.machine.folder
        is_locked = self.is_locked("folder")
        for place in (machine, chosen, last) if is_locked else (chosen, last, machine):
            if os.path.isdir(place):  # noqa: PTH112 it never raises
                return Path(place)
        return paths.documents_folder()

    def plans_folder(self) -> Path:
        """Return the folder in which file dialogs for plans begin."""
        return self.folder(self._settings.plans_folder)

    def exports_folder(self) -> Path:
        """Return the folder in which file dialogs for workbooks and pictures begin."""
        return self.folder(self._settings.exports_folder)

    def change(self, changed: Callable[[Settings], Settings]) -> None:
        """Change the settings, in memory and on disk, and keep what another window wrote there.

        They are read again, changed and written under one lock. If that fails, only those in memory
        change.
        """
        try:
            self._settings = update(self._place, self._settings, changed)
        except FileProblem as problem:
            self._settings = changed(self._settings)
            self._log(f"settings not kept: {problem.code}")
