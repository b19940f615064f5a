"""What every test has: a program that touches nothing of its user, and the shipped catalogue."""

import gc
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from hypothesis import HealthCheck, Phase, settings

from socplanner.domain.catalogue import Catalogue
from socplanner.services import catalogues
from socplanner.services.i18n import words_for
from socplanner.ui.shell import system_motion
from socplanner.wording.language import Words
from tests.support import messages
from tests.support.awaited import AWAITED

settings.register_profile(
    "quick", max_examples=40, deadline=None, suppress_health_check=list(HealthCheck)
)
settings.register_profile("thorough", max_examples=1000, deadline=None)
settings.register_profile(  # the same examples each time, few, and no search for the smallest
    "mutants",
    max_examples=25,
    deadline=None,
    database=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))

_FOLDERS = (
    "HOME",
    "XDG_CONFIG_HOME",
    "XDG_CONFIG_DIRS",
    "XDG_DATA_HOME",
    "XDG_STATE_HOME",
    "XDG_CACHE_HOME",
    "XDG_DOCUMENTS_DIR",
)


def pytest_configure() -> None:
    """Compile the translations where a `.po` is newer than its `.mo`."""
    for po in messages.po_files():
        mo = po.with_suffix(".mo")
        if not mo.exists() or mo.stat().st_mtime < po.stat().st_mtime:
            messages.compile_all()
            return


@pytest.fixture(autouse=True)
def _font_stays() -> Iterator[None]:
    """Give the application its font back: a program sets one, and texts have other widths then."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    application = None if widgets is None else widgets.QApplication.instance()
    before = None if application is None else application.font()
    yield
    if application is not None and application.font() != before:
        application.setFont(before)


@pytest.fixture(autouse=True)
def _no_keys_are_pressed() -> Iterator[None]:
    """Release Ctrl, Shift and Alt: Qt has the modifiers of the last event until another comes.

    `QTest.keyClick` with Ctrl leaves it held, and what the next test selects is added instead.
    """
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    none = Qt.KeyboardModifier.NoModifier
    if widgets.QApplication.keyboardModifiers() is not none:
        QTest.keyRelease(widgets.QWidget(), Qt.Key.Key_Control, none)


@pytest.fixture(autouse=True)
def _garbage_waits() -> Iterator[None]:
    """Collect garbage between tests only.

    A window that a test has left to the collector may be painted when its last variable is gone;
    collected in that moment, it is destroyed under its painter, and the process with it.
    """
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def _awaited_dialogs_open() -> Iterator[None]:
    """Fail where a dialog that a test awaits has not opened."""
    yield
    missing = list(AWAITED)
    AWAITED.clear()
    assert missing == []


@pytest.fixture(autouse=True)
def _nobodys_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give each test a home of its own, and English where it asks the system."""
    for name in _FOLDERS:
        place = tmp_path / "home" / name.lower()
        place.mkdir(parents=True, exist_ok=True)
        monkeypatch.setenv(name, str(place))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


@pytest.fixture(autouse=True)
def _no_motion(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the system ask for no motion."""
    monkeypatch.setattr(system_motion, "system_reduces_motion", lambda: True)


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """Return the catalogue that is shipped."""
    return catalogues.shipped()


@pytest.fixture(scope="session")
def words() -> Words:
    """Return English words."""
    return words_for("en")


@pytest.fixture(scope="session")
def ja() -> Words:
    """Return Japanese words."""
    return words_for("ja")
