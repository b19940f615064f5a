"""The fonts of pictures: that of the program, and after it those that have Japanese glyphs.

SVG files name them all, so that a machine with other fonts finds one of them.
"""

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from socplanner.ui.kit.font_families import family_for

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
_UNSEARCHABLE = ("liga", "locl")
"""Features that replace letters by glyphs for which a PDF has no character (Noto, Qt 6.11):
ligatures, and the forms of digits beside Latin letters."""


def font_families() -> list[str]:
    """Return the families by which a file names the fonts of pictures, those found here first."""
    font, writing = print_font(12), QFontDatabase.WritingSystem
    here = [family_for(font, system) for system in (writing.Latin, writing.Japanese)]
    return list(dict.fromkeys(name for name in (*here, *JAPANESE_FAMILIES, LAST_FAMILY) if name))


def print_font(pixels: int, *, is_bold: bool = False) -> QFont:
    """Return the font of pictures, `pixels` high, with widths that do not depend on a screen."""
    font = QFont(QGuiApplication.font())
    font.setFamilies([font.family(), *JAPANESE_FAMILIES, LAST_FAMILY])
    font.setPixelSize(pixels)
    font.setBold(is_bold)
    for feature in _UNSEARCHABLE:
        font.setFeature(QFont.Tag(feature), 0)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
