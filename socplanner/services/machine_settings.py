"""Settings that an IT department makes for all users of a machine: defaults and locks.

The file belongs to that department: it is read, and never written or moved. Faults in it are
reported and left out; the rest is used.
"""

from typing import TYPE_CHECKING, Literal, NamedTuple

from socplanner.domain.local_text import Language
from socplanner.domain.marking import NO_MARKING, Marking

if TYPE_CHECKING:
    from socplanner.services.settings import Theme

Lockable = Literal["language", "theme", "folder"]
LOCKABLE: tuple[Lockable, ...] = ("language", "theme", "folder")
"""The settings that can be locked. Values that are stored in a plan cannot: these are defaults."""


class MachineFault(NamedTuple):
    """A fault in the file: its code, and the setting, empty for the file as a whole."""

    code: str
    setting: str = ""


class MachineSettings(NamedTuple):
    """The settings of this machine; one without a value is left to the user, or to the system."""

    language: Language | None = None
    theme: "Theme | None" = None
    folder: str = ""
    letter_set: str | None = None
    marking: Marking = NO_MARKING
    locked: frozenset[str] = frozenset()
    faults: tuple[MachineFault, ...] = ()


NO_MACHINE_SETTINGS = MachineSettings()
