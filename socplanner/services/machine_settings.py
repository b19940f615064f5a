"""What an IT department sets for everybody on a machine: defaults, and what is locked.

The file is theirs: it is read, and never written or moved. What is wrong in it is told and left
out; the rest of it holds. Where there is none, that is all a start pays for.
"""

from typing import TYPE_CHECKING, Literal, NamedTuple

from socplanner.domain.local_text import Language
from socplanner.domain.marking import NO_MARKING, Marking

if TYPE_CHECKING:
    from socplanner.services.settings import Theme

Lockable = Literal["language", "theme", "folder"]
LOCKABLE: tuple[Lockable, ...] = ("language", "theme", "folder")
"""Settings of the program. What stands in a plan is decided there, and only begins as set here."""


class MachineFault(NamedTuple):
    """Something in the file that is not valid: the code of what is wrong, and the setting."""

    code: str
    setting: str = ""


class MachineSettings(NamedTuple):
    """What holds on this machine; no value leaves it to the user, or to the system."""

    language: Language | None = None
    theme: "Theme | None" = None
    folder: str = ""
    letter_set: str | None = None
    marking: Marking = NO_MARKING
    locked: frozenset[str] = frozenset()
    faults: tuple[MachineFault, ...] = ()


NO_MACHINE_SETTINGS = MachineSettings()
