"""Reading the machine-wide settings file; loaded only where there is one.

Whatever is in it, the program begins: a part of the wrong form is a fault that is told.
"""

import json
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from socplanner.domain.letter_sets import LETTER_SETS
from socplanner.domain.local_text import LANGUAGES
from socplanner.domain.marking import Marking, Tlp
from socplanner.domain.names import bad_character, proved_line
from socplanner.domain.problem import EditRejected
from socplanner.services import files
from socplanner.services.file_problem import FileProblem
from socplanner.services.machine_settings import LOCKABLE, MachineFault, MachineSettings
from socplanner.services.settings import THEMES

MOST_BYTES = 1024 * 1024
"""A page of settings is a thousandth of it."""

LONGEST_NAMED = 60
LOCKED = "locked"
OF_OTHERS = "x-"
"""Begins keys that are not for us, such as a remark or a ticket."""


def read_machine_settings(place: str) -> MachineSettings:
    """Return what the file in `place` sets, with what is wrong in it."""
    try:
        said = json.loads(files.read(Path(place), MOST_BYTES))
    except FileProblem as problem:
        return MachineSettings(faults=(MachineFault(problem.code),))
    except (ValueError, RecursionError):
        return MachineSettings(faults=(MachineFault("not-json"),))
    if not isinstance(said, dict):
        return MachineSettings(faults=(MachineFault("not-json"),))
    return _settings_of(said)


def _settings_of(said: Mapping[str, Any]) -> MachineSettings:
    values: dict[str, Any] = {}
    faults: list[MachineFault] = []
    for name, value in said.items():
        if name in FORMS:
            read = FORMS[name](value)
            if read is None:
                faults.append(MachineFault("bad-value", name))
            else:
                values[name] = read
        elif name != LOCKED and not name.startswith(OF_OTHERS):
            faults.append(MachineFault("unknown-setting", _named(name)))
    locked = _locked(said.get(LOCKED, []), values, faults)
    tlp = values.get("tlp")
    return MachineSettings(
        values.get("language"),
        values.get("theme"),
        values.get("folder", ""),
        values.get("letter-set"),
        Marking(None if tlp is None else Tlp(tlp), values.get("classification", "")),
        locked,
        tuple(faults),
    )


def _locked(said: object, values: Mapping[str, Any], faults: list[MachineFault]) -> frozenset[str]:
    """Return what is locked; a lock needs something it can lock, and a value to hold."""
    if not isinstance(said, list):
        faults.append(MachineFault("bad-value", LOCKED))
        return frozenset()
    locked = set()
    for name in said:
        if name not in LOCKABLE:
            faults.append(MachineFault("not-lockable", _named(name)))
        elif name not in values:
            faults.append(MachineFault("locked-without-value", name))
        else:
            locked.add(name)
    return frozenset(locked)


def _named(name: object) -> str:
    """Return how a fault names what somebody wrote: short, and nothing that moves a cursor."""
    return "".join(each if each.isprintable() else "?" for each in str(name)[:LONGEST_NAMED])


def _one_of(known: tuple[str, ...]) -> Callable[[object], str | None]:
    def read(said: object) -> str | None:
        return said if isinstance(said, str) and said in known else None

    return read


def _folder(said: object) -> str | None:
    """Return a folder with the user's own places filled in, or None where it names none."""
    if not isinstance(said, str) or "\0" in said:
        return None
    place = os.path.expandvars(os.path.expanduser(said))  # noqa: PTH111 `Path` can raise
    return place if os.path.isabs(place) else None  # noqa: PTH117


def _line(said: object) -> str | None:
    try:
        is_clean = isinstance(said, str) and bad_character(said, is_name=True) is None
        return proved_line(str(said)) if is_clean else None
    except EditRejected:
        return None


FORMS: Mapping[str, Callable[[object], str | None]] = {
    "language": _one_of(LANGUAGES),
    "theme": _one_of(THEMES),
    "folder": _folder,
    "letter-set": _one_of(tuple(LETTER_SETS)),
    "tlp": _one_of(tuple(Tlp)),
    "classification": _line,
}
"""Every setting there is, and what proves its value."""
