"""The entry point of the window program: settings, language and display, before Qt is loaded."""

import os
import sys
from pathlib import Path

from socplanner import __version__
from socplanner.domain.local_text import LANGUAGES, Language
from socplanner.services import paths
from socplanner.services.first_plan import first_plan
from socplanner.services.i18n import system_language, words_for
from socplanner.services.logs import Log, system_facts
from socplanner.services.machine_places import machine_settings
from socplanner.services.machine_settings import MachineSettings
from socplanner.services.qt_plugins import point_qt_at_plugins
from socplanner.services.settings_store import SettingsStore

REFUSED = 2
SELF_TEST = "--self-test"
LANGUAGE = "--language"


def run(arguments: list[str]) -> int:
    """Open the window with the plan named in `arguments` and return the exit code.

    `arguments` may have a path, `--language=ja` or `--language=en`, and `--self-test`.
    """
    language, places = _requested(arguments)
    if SELF_TEST in places:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        point_qt_at_plugins()
        from socplanner.self_test import run_self_test

        return run_self_test()
    log = Log(paths.log_file())
    store = SettingsStore(paths.settings_file(), log.write, _machine_settings(log))
    requested = None if store.is_locked("language") else language
    words = words_for(requested or store.language or system_language())
    if not _has_display():
        return _refuse(
            words.tr(
                "there is no display to open a window on. Commands that need none: socplanner new, "
                "check, export (see socplanner --help)."
            )
        )
    first = first_plan(_place(places, store))
    point_qt_at_plugins()
    try:
        from socplanner.ui.shell.program import open_window
    except ImportError as error:
        log.write(f"window not loaded: {error}")
        return _refuse(words.tr("the window cannot be loaded: {reason}", reason=error))
    log.write(f"socplanner {__version__}, {system_facts()}")
    return open_window(first, words, store, log)


def _machine_settings(log: Log) -> MachineSettings:
    """Return the settings of this machine; write faults in them to the log."""
    machine = machine_settings(paths.machine_settings_files())
    for fault in machine.faults:
        log.write(f"machine-wide settings: {fault.code} {fault.setting}")
    return machine


def _requested(arguments: list[str]) -> tuple[Language | None, list[str]]:
    """Return the language in `arguments`, or None, and the other arguments."""
    requested = next((each for each in LANGUAGES if f"{LANGUAGE}={each}" in arguments), None)
    return requested, [each for each in arguments if not each.startswith(f"{LANGUAGE}=")]


def _place(places: list[str], store: SettingsStore) -> Path | None:
    """Return the file to open: the one named, else the last one opened, else None."""
    named = places[0] if places else store.settings.last_plan
    return Path(named) if named else None


def _has_display() -> bool:
    """Return whether a window can be opened; Qt would end the process with a core dump."""
    if not sys.platform.startswith("linux"):
        return True
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(os.environ.get(name) for name in names)


def _refuse(message: str) -> int:
    if sys.stderr is not None:
        sys.stderr.write(f"socplanner: {message}\n")
    return REFUSED
