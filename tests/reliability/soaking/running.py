"""The real program in this process, in folders of its own; what goes wrong is noted."""

from __future__ import annotations

import faulthandler
import gc
import importlib
import os
import pkgutil
import signal
import sys
import threading
import time
import traceback
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

from PySide6.QtCore import (
    QEvent,
    QMessageLogContext,
    QObject,
    QtMsgType,
    QUrl,
    qInstallMessageHandler,
)
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

import socplanner
from socplanner.services import paths
from socplanner.services.first_plan import first_plan
from socplanner.services.i18n import words_for
from socplanner.services.plan_files import save_plan
from socplanner.services.settings_store import SettingsStore
from socplanner.ui.dialogs.file_questions import FileQuestions
from socplanner.ui.shell.program import Program
from socplanner.ui.shell.recovery import Recovery
from tests.support.plans import sample

_FOLDERS = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
_OFFSCREEN = ("This plugin does not support",)
"""Messages of the platform without a screen, which no planner has."""

_STARTED = 1.0
"""Seconds after which the program has made everything that it makes later than the window."""

_DEEPEST = 12


class Trouble(NamedTuple):
    """What went wrong at the gesture of a number."""

    number: int
    gesture: str
    text: str


class Troubles:
    """What went wrong; each text is noted once, with the gesture that had it first."""

    def __init__(self) -> None:
        """Begin with none."""
        self.all: list[Trouble] = []
        self.number = 0
        self.gesture = ""
        self.trail: Iterable[str] = ()
        """What was done last, of any gesture."""

        self._noted: set[str] = set()

    def note(self, text: str) -> None:
        """Note `text` for the gesture that is made."""
        key = text[:160]
        if key not in self._noted:
            self._noted.add(key)
            done = "".join(f"\n    {each}" for each in self.trail)
            self.all.append(Trouble(self.number, self.gesture, f"{text}{done}"))
            # At once: what goes wrong may end the process.
            sys.stderr.write(f"! {self.number} {self.gesture}: {text}{done}\n")

    def install(self) -> None:
        """Note uncaught exceptions and messages of Qt from now on."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_exception_in_thread
        qInstallMessageHandler(self._on_message)

    def remove(self) -> None:
        """Restore the usual handlers."""
        sys.excepthook, threading.excepthook = sys.__excepthook__, threading.__excepthook__
        qInstallMessageHandler(None)

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        lines = traceback.format_exception(kind, error, trace)
        self.note("exception: " + repr(error) + "\n" + "".join(lines[-_DEEPEST:]))

    def _on_exception_in_thread(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None:
            self._on_exception(caught.exc_type, caught.exc_value, caught.exc_traceback)

    def _on_message(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) and not message.startswith(
            _OFFSCREEN
        ):
            self.note(f"Qt: {message}")


class SoakQuestions(FileQuestions):
    """Asks by the program's own dialogs, but for those of the system, which it answers."""

    place: Path
    """The plan file that is chosen for everything."""

    folder: Path
    """Where exports go."""

    def file_to_open(self, folder: Path, title: str = "") -> Path | None:
        return self.place

    def file_to_save(self, title: str, suggestion: Path) -> Path | None:
        return self.place

    def folder_to_use(self, title: str, folder: Path) -> Path | None:
        return None

    def workbooks_to_open(self, folder: Path) -> list[Path]:
        return []

    def score_sheet_to_open(self, folder: Path) -> Path | None:
        return None

    def export_to_save(self, suggestion: Path) -> Path | None:
        return self.folder / suggestion.name

    def pack_to_save(self, suggestion: Path) -> Path | None:
        return self.folder / suggestion.name

    def bids_to_save(self, suggestion: Path) -> Path | None:
        return self.folder / suggestion.name

    def picture_to_save(self, suggestion: Path) -> Path | None:
        return self.folder / suggestion.name

    def show_folder(self, folder: Path) -> None:
        """Show nothing: the file manager is another program."""


class LinkCatcher(QObject):
    """Opens no link: browsers are other programs."""

    def open(self, url: QUrl) -> None:
        """Do nothing with `url`."""


class SoakedProgram:
    """The window program on a sample of 54 roles, put together as `open_window` does."""

    def __init__(self, folder: Path, application: QApplication, troubles: Troubles) -> None:
        """Open the plan in the empty `folder`, which is the home of the program too."""
        self.application = application
        self.place = folder / "works.socplan"
        self.first_plan = sample("manufacturer")
        save_plan(self.first_plan, self.place)
        store = SettingsStore(paths.settings_file(), troubles.note)
        self._links = LinkCatcher(application)
        for scheme in ("http", "https", "file", "mailto"):
            # The annotations of the binding have bytes, and the binding refuses them.
            QDesktopServices.setUrlHandler(scheme, self._links, "open")  # type: ignore[arg-type]
        program = Program(application, words_for("en"), store, first_plan(self.place))
        questions = SoakQuestions(program.translator, program.window.show_notice, program.window)
        questions.place, questions.folder = self.place, folder
        program.commands._questions = questions
        program.begin()
        self.recovery = Recovery(
            application,
            program.window,
            program.session,
            program.commands,
            paths.recovery_folder(),
        )
        program.schedule_care()
        gc.freeze()
        gc.enable()
        self.program, self.window, self.document = program, program.window, program.document
        self.wait(_STARTED)
        for request in (signal.SIGINT, signal.SIGTERM):  # the run ends, not only its window
            signal.signal(request, signal.SIG_DFL)
        faulthandler.enable()  # to the terminal, not to the mark of the run
        self.window.activateWindow()

    def wait(self, seconds: float) -> None:
        """Let the program work for some seconds."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            self.work()
            time.sleep(0.005)

    def work(self) -> None:
        """Let the program do what it has to do now."""
        for _ in range(3):
            self.application.processEvents()
            self.application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def end(self) -> None:
        """Close the window and destroy it."""
        self.window.leave()
        self.recovery.end()
        self.program.end_care()
        self.window.deleteLater()
        self.program.deleteLater()
        self.work()


def load_everything() -> None:
    """Import every module of the program, so that none counts as kept that is loaded later."""
    for module in pkgutil.walk_packages(socplanner.__path__, "socplanner."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)


def live_in(folder: Path) -> None:
    """Give this process a home of its own in `folder`."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for name in _FOLDERS:
        place = folder / name.lower()
        place.mkdir()
        os.environ[name] = str(place)
    os.environ["XDG_DOCUMENTS_DIR"] = str(folder)
