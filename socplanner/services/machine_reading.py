"""Reading the machine-wide settings file; imported only where there is one.

No content keeps the program from starting: a value of the wrong form is a fault that is reported,
and the others are used.
"""

import json
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from socplanner.domain.letter_sets import LETTER_SETS
from socplanner.domain.local_text import LANGUAGES
from socplanner.domain.marking import Marking, Tlp
from socplanner.domain.names import bad_character, validated_line
from socplanner.domain.problem import EditRejected
from socplanner.services import files
from socplanner.services.file_problem import FileProblem
from socplanner.services.machine_settings import LOCKABLE, MachineFault, MachineSettings
from socplanner.services.settings import THEMES

MOST_BYTES = 1024 * 1024
"""The most bytes that are read: a thousand times a page of settings."""

LONGEST_NAMED = 60
LOCKED = "locked"
IGNORED_PREFIX = "x-"
"""The prefix of keys that the program ignores, such as a remark or a ticket."""


def read_machine_settings(place: str) -> MachineSettings:
    """Return the settings of the file `place`, with its faults; nothing is raised."""
    try:
        stored = json.loads(files.read(Path(place), MOST_BYTES))
    except FileProblem as problem:
        return MachineSettings(faults=(MachineFault(problem.code),))
    except (ValueError, RecursionError):
        return MachineSettings(faults=(MachineFault("not-json"),))
    if not isinstance(stored, dict):
        return MachineSettings(faults=(MachineFault("not-json"),))
    return _settings_of(stored)


def _settings_of(stored: Mapping[str, Any]) -> MachineSettings:
    values: dict[str, Any] = {}
    faults: list[MachineFault] = []
    for name, value in stored.items():
        if name in FORMS:
            read = FORMS[name](value)
            if read is None:
                faults.append(MachineFault("bad-value", name))
            else:
                values[name] = read
        elif name != LOCKED and not name.startswith(IGNORED_PREFIX):
            faults.append(MachineFault("unknown-setting", _quoted(name)))
    locked = _locked(stored.get(LOCKED, []), values, faults)
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


def _locked(
    stored: object, values: Mapping[str, Any], faults: list[MachineFault]
) -> frozenset[str]:
    """Return the locked settings; only one that can be locked and has a value can be."""
    if not isinstance(stored, list):
        faults.append(MachineFault("bad-value", LOCKED))
        return frozenset()
    locked = set()
    for name in stored:
        if name not in LOCKABLE:
            faults.append(MachineFault("not-lockable", _quoted(name)))
        elif name not in values:
            faults.append(MachineFault("locked-without-value", name))
        else:
            locked.add(name)
    return frozenset(locked)


def _quoted(name: object) -> str:
    """Return `name` as faults quote it: short, without characters that move a cursor."""
    return "".join(each if each.isprintable() else "?" for each in str(name)[:LONGEST_NAMED])


def _one_of(choices: tuple[str, ...]) -> Callable[[object], str | None]:
    def read(stored: object) -> str | None:
        return stored if isinstance(stored, str) and stored in choices else None

    return read


def _folder(stored: object) -> str | None:
    """Return the absolute folder with `~` and variables expanded, or None if it is none."""
    if not isinstance(stored, str) or "\0" in stored:
        return None
    place = os.path.expandvars(os.path.expanduser(stored))  # noqa: PTH111 `Path` can raise
    return place if os.path.isabs(place) else None  # noqa: PTH117


def _line(stored: object) -> str | None:
    try:
        is_clean = isinstance(stored, str) and bad_character(stored, is_name=True) is None
        return validated_line(str(stored)) if is_clean else None
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
"""Every setting, and the function that returns its valid value, or None."""
