"""Where things are: what came with the program, and what it may write for its user."""

import sys
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


@cache
def resources() -> Path:
    """Return the folder of what is shipped: beside the package in source, inside it in a wheel."""
    frozen = getattr(sys, "_MEIPASS", None)
    places = [Path(frozen) / "resources"] if frozen else []
    places += [_PACKAGE / "_resources", _PACKAGE.parent / "resources"]
    for place in places:
        if (place / "catalogue").is_dir():
            return place
    raise FileNotFoundError(places[-1])


def settings_file() -> Path:
    """Return where the user's settings are kept."""
    import platformdirs

    return Path(platformdirs.user_config_dir("socplanner", appauthor=False)) / "settings.json"


def log_file() -> Path:
    """Return where the program writes what it did."""
    import platformdirs

    return Path(platformdirs.user_log_dir("socplanner", appauthor=False)) / "socplanner.log"


def documents_folder() -> Path:
    """Return where a user keeps files; the home folder where that is not known."""
    import platformdirs

    place = Path(platformdirs.user_documents_dir())
    return place if place.is_dir() else Path.home()


def notices() -> str:
    """Return the licences of what is shipped with the program; nothing where they are not."""
    name = "THIRD_PARTY_NOTICES.md"
    places = (resources() / name, resources().parent / name)
    found = next((place for place in places if place.is_file()), None)
    return "" if found is None else found.read_text(encoding="utf-8")
