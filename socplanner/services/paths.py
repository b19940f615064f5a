"""The places of files: those shipped with the program, and those written for its user."""

import os
import sys
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


@cache
def resources() -> Path:
    """Return the folder of shipped files: inside the package in a wheel, else beside it.

    Raise FileNotFoundError if there is none.
    """
    places = (_PACKAGE / "_resources", _PACKAGE.parent / "resources")
    for place in places:
        if (place / "catalogue").is_dir():
            return place
    raise FileNotFoundError(places[-1])


def frozen_qt_plugins() -> Path | None:
    """Return the folder of Qt's plugins in the frozen program, or None where it is not frozen."""
    if not getattr(sys, "frozen", False):
        return None
    qt = _PACKAGE.parent / "PySide6"
    return (qt if sys.platform == "win32" else qt / "Qt") / "plugins"


def settings_file() -> Path:
    """Return the path of the user's settings file."""
    folder = _of_freedesktop("XDG_CONFIG_HOME", ".config")
    if folder is None:
        import platformdirs

        folder = Path(platformdirs.user_config_dir("socplanner", appauthor=False))
    return folder / "settings.json"


def machine_settings_files() -> tuple[str, ...]:
    """Return the paths where machine-wide settings may be, by precedence."""
    if sys.platform == "win32":
        folders = [os.environ.get("PROGRAMDATA") or r"C:\ProgramData"]
    elif sys.platform == "darwin":
        folders = ["/Library/Application Support"]
    else:
        configured = os.environ.get("XDG_CONFIG_DIRS", "").split(":")
        folders = [each for each in configured if each.startswith("/")] or ["/etc/xdg"]
    return tuple(os.path.join(each, "socplanner", "settings.json") for each in folders)  # noqa: PTH118


def log_file() -> Path:
    """Return the path of the log file."""
    folder = _of_freedesktop("XDG_STATE_HOME", ".local/state")
    if folder is None:
        import platformdirs

        folder = Path(platformdirs.user_log_dir("socplanner", appauthor=False))
    return folder / "socplanner.log"


def recovery_folder() -> Path:
    """Return the folder of journals, which keep unsaved work across a crash."""
    return _data_folder() / "recovery"


def versions_folder() -> Path:
    """Return the folder of earlier versions of plans."""
    return _data_folder() / "versions"


def _data_folder() -> Path:
    """Return the folder of this user for what the program keeps."""
    folder = _of_freedesktop("XDG_DATA_HOME", ".local/share")
    if folder is None:
        import platformdirs

        folder = Path(platformdirs.user_data_dir("socplanner", appauthor=False))
    return folder


def documents_folder() -> Path:
    """Return the user's folder of documents, or the home folder if there is none."""
    import platformdirs

    place = Path(platformdirs.user_documents_dir())
    return place if os.path.isdir(place) else Path.home()  # noqa: PTH112 it never raises


def notices() -> str:
    """Return the licences of shipped libraries; empty where that file is not shipped."""
    name = "THIRD_PARTY_NOTICES.md"
    places = (resources() / name, resources().parent / name)
    notice = next((place for place in places if place.is_file()), None)
    return "" if notice is None else notice.read_text(encoding="utf-8")


def guide() -> Path:
    """Return the folder of the guide: among the resources, or in `docs` of the source."""
    shipped = resources() / "guide"
    return shipped if shipped.is_dir() else resources().parent / "docs" / "guide"


def _of_freedesktop(variable: str, usual: str) -> Path | None:
    """Return our folder by the rule of freedesktop.org, or None on other systems.

    These two lines save the import of platformdirs, a hundredth of every start.
    """
    if not sys.platform.startswith("linux"):
        return None
    configured = os.environ.get(variable, "")
    base = Path(configured) if configured.startswith("/") else Path.home() / usual
    return base / "socplanner"
