"""The fonts of pictures: that of the program, and after it those that have Japanese glyphs.

The list stands in SVG files as it is, so that a machine with other fonts finds one of them.
"""

from PySide6.QtGui import QFont, QGuiApplication

JAPANESE_FAMILIES = (
    "Noto Sans CJK JP",
    "Noto Sans JP",
    "Yu Gothic UI",
    "Hiragino Sans",
    "Meiryo",
    "IPAexGothic",
    "VL Gothic",
)
LAST_FAMILY = "sans-serif"


def print_font(pixels: int, *, is_bold: bool = False) -> QFont:
    """Return the font of pictures, `pixels` high, with widths that do not depend on a screen."""
    font = QFont(QGuiApplication.font())
    font.setFamilies([font.family(), *JAPANESE_FAMILIES, LAST_FAMILY])
    font.setPixelSize(pixels)
    font.setBold(is_bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
