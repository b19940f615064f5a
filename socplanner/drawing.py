"""The entry point of pictures without a window: it makes the Qt application that drawing needs.

No display is needed: on Linux Qt draws offscreen, elsewhere without opening a window.
"""

import os
import sys
from datetime import date

from socplanner.domain.picture_options import PictureOptions
from socplanner.domain.plan import Plan
from socplanner.domain.problem import EditRejected
from socplanner.services.qt_plugins import point_qt_at_plugins
from socplanner.wording.language import Words


def draw_picture(
    plan: Plan, options: PictureOptions, words: Words, day: date, suffix: str
) -> bytes:
    """Return a picture as the bytes of a file with `suffix`.

    Raise EditRejected where Qt cannot be loaded, no font has Japanese characters for a Japanese
    picture, or the picture is too large.
    """
    if sys.platform.startswith("linux"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    point_qt_at_plugins()
    try:
        from PySide6.QtGui import QGuiApplication

        from socplanner.ui.pictures.picture_files import picture_content
        from socplanner.ui.pictures.print_fonts import print_font
        from socplanner.ui.shell.glyphs import draws_japanese
    except ImportError as error:
        raise EditRejected("no-drawing", reason=str(error)) from error
    # Fonts belong to the application: the name keeps it until the picture is drawn.
    application = QGuiApplication.instance() or QGuiApplication(["socplanner"])
    if words.language == "ja" and not draws_japanese(print_font(12)):
        raise EditRejected("no-japanese-font")
    content = picture_content(plan, options, words, day, suffix)
    del application
    return content
