"""The pictures of the guide, made from the running program: `make pictures`.

Both languages, light, offscreen: the same pictures each time. `python -m tests.support.pictures
FOLDER` puts them elsewhere.
"""

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QApplication

from socplanner.domain.local_text import LANGUAGES
from socplanner.ui.kit.appearance import use_theme
from socplanner.ui.kit.flat_style import FlatStyle
from tests.support import (
    find_pictures,
    first_plan_pictures,
    flow_pictures,
    hours_pictures,
    matrix_pictures,
    print_pictures,
    recovery_pictures,
    tender_pictures,
    version_pictures,
)
from tests.support.studio import Studio

PICTURES = Path(__file__).resolve().parents[2] / "docs" / "guide" / "pictures"

_CHAPTERS = (
    first_plan_pictures,
    matrix_pictures,
    find_pictures,
    hours_pictures,
    flow_pictures,
    print_pictures,
    tender_pictures,
    version_pictures,
    recovery_pictures,
)


def main(arguments: list[str]) -> int:
    """Make every picture anew."""
    pictures = Path(arguments[0]) if arguments else PICTURES
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QApplication(["socplanner"])
    application.setStyle(FlatStyle())
    use_theme(application, "light")
    for language in LANGUAGES:
        names: set[str] = set()
        for module in _CHAPTERS:
            with TemporaryDirectory() as folder:
                studio = Studio(application, language, Path(folder), pictures / language, names)
                for shot in module.SHOTS:
                    shot(studio)
                studio.leave()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
