"""Where Qt finds its plugins, before it is loaded."""

import os

from socplanner.services import paths


def point_qt_at_plugins() -> None:
    """Set the folder of Qt's plugins in a frozen program; elsewhere PySide6 finds it."""
    folder = paths.frozen_qt_plugins()
    if folder is not None:
        os.environ["QT_PLUGIN_PATH"] = str(folder)
