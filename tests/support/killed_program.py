"""The real program on a real display, used with xdotool from outside, and killed."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from socplanner.formats.journal.journal_text import UnreadableJournal, journal_of
from socplanner.services.settings_store import SettingsStore

ROOT = Path(__file__).resolve().parents[2]
_PATIENCE = 30.0
_PAUSE = 0.03
_FOLDERS = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")


class KilledProgram:
    """A process of the program with its window; `keys` and `mouse` are those of the system."""

    def __init__(self, home: Path, place: Path, view: str = "board") -> None:
        """Start the program in the folder `home` on the plan in `place`, and await its window."""
        home.mkdir(exist_ok=True)
        folders = {name: str(home / name.lower()) for name in _FOLDERS}
        self.recovery = home / "xdg_data_home" / "socplanner" / "recovery"
        _choose_settings(home / "xdg_config_home" / "socplanner" / "settings.json")
        environment = {**os.environ, **folders, "LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "xcb"}
        command = [sys.executable, "-m", "socplanner", "--language=en", str(place)]
        self.process = subprocess.Popen(command, cwd=ROOT, env=environment)
        self.window = self.window_named(place.name)
        self.do("windowsize", "--sync", self.window, "1200", "760")
        self.do("windowmove", self.window, "40", "60")
        self.do("windowactivate", "--sync", self.window)
        time.sleep(1.2)  # until everything is made that is made later than the window

    def window_named(self, text: str) -> str:
        """Return the visible window of the program whose title has `text`, once there is one."""
        return self._until(lambda: self._visible(text))

    def keys(self, *names: str) -> None:
        """Press and release keys by their names, one after the other."""
        for name in names:
            self.do("key", name)
            time.sleep(_PAUSE)

    def do(self, *words: str | int) -> str:
        """Let xdotool do `words`, and return what it prints."""
        command = ["xdotool", *map(str, words)]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
        return done.stdout

    def corner(self) -> tuple[int, int]:
        """Return where the upper left corner of the window's content is on the screen."""
        words = self.do("getwindowgeometry", "--shell", self.window).split()
        facts = dict(word.split("=") for word in words)
        return int(facts["X"]), int(facts["Y"])

    def has_kept(self, edits: int, seconds: float) -> bool:
        """Return whether so many edits are in the journal, within some seconds."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            for place in self.recovery.glob("*.journal"):
                with contextlib.suppress(UnreadableJournal, OSError):
                    if journal_of(place.read_bytes()).state.edits >= edits:
                        return True
            time.sleep(0.05)
        return False

    def kill(self) -> None:
        """End the process in this moment, with no chance to do anything."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def end(self) -> None:
        """End the process as the system does, if it runs."""
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait(_PATIENCE)

    def _visible(self, text: str) -> str:
        words = ("search", "--onlyvisible", "--pid", str(self.process.pid), "--name", text)
        done = subprocess.run(
            ["xdotool", *words], capture_output=True, encoding="utf-8", check=False
        )
        return done.stdout.split()[0] if done.stdout.split() else ""

    def _until(self, find: Callable[[], str]) -> str:
        until = time.monotonic() + _PATIENCE
        while not (result := find()):
            assert self.process.poll() is None, "the program ended by itself"
            assert time.monotonic() < until, "no window"
            time.sleep(0.1)
        return result


def _choose_settings(place: Path) -> None:
    """Have neither tour nor hints, which would lie over what is used."""
    if not place.exists():
        place.parent.mkdir(parents=True)
        store = SettingsStore(place, print)
        store.change(lambda before: replace(before, tour_ended=True, fonts_reported=True))
