"""`socplanner settings`: the machine-wide settings, and the places of the program's files."""

import os
from collections.abc import Iterator
from pathlib import Path

from socplanner.cli.arguments import Request
from socplanner.cli.terminal import Terminal
from socplanner.services import paths
from socplanner.services.machine_places import place_of_machine_settings
from socplanner.services.machine_reading import read_machine_settings
from socplanner.services.machine_settings import (
    LOCKABLE,
    NO_MACHINE_SETTINGS,
    MachineSettings,
)
from socplanner.wording.language import Words
from socplanner.wording.machine_settings import machine_fault

WRONG = 1


def settings(request: Request, words: Words, terminal: Terminal) -> int:
    """Print the settings of the machine's file, or of that in `request`; return 1 for a fault."""
    requested = request.places[0] if request.places else None
    places = paths.machine_settings_files()
    place = requested or place_of_machine_settings(places)
    machine = NO_MACHINE_SETTINGS if place is None else read_machine_settings(place)
    shown = place or words.tr("{file} (not found)", file=places[0])
    lines = [words.tr("Machine-wide settings: {file}", file=shown), *_setting_lines(machine, words)]
    lines += [
        f"  ! {machine_fault(each.code, each.setting, ', '.join(LOCKABLE), words)}"
        for each in machine.faults
    ]
    if requested is None:
        lines += _place_lines(words)
    terminal.answer("\n".join(lines))
    return WRONG if machine.faults else 0


def _setting_lines(machine: MachineSettings, words: Words) -> Iterator[str]:
    """Yield each setting that has a value, by its name in the file."""
    tlp = machine.marking.tlp
    values = {
        "language": machine.language,
        "theme": machine.theme,
        "folder": machine.folder,
        "letter-set": machine.letter_set,
        "tlp": None if tlp is None else tlp.value,
        "classification": machine.marking.classification,
    }
    for name, value in values.items():
        if value:
            locked = words.tr("(locked)") if name in machine.locked else ""
            missing = "" if name != "folder" or os.path.isdir(value) else words.tr("(not found)")  # noqa: PTH112
            yield " ".join(part for part in (f"  {name}: {value}", locked, missing) if part)


def _place_lines(words: Words) -> list[str]:
    """Return lines with the files that the program reads and writes."""
    return [
        words.tr("Settings of the user: {file}", file=paths.settings_file()),
        words.tr("Log: {file}", file=paths.log_file()),
        words.tr("Files of the program: {folder}", folder=Path(paths.resources())),
    ]
