"""The families by which text is drawn: each character in the first one that has it.

Where the system's font is an alias as "Sans Serif", Qt (6.11, fontconfig) chooses a family for each
run of a script, and digits and brackets count to the run before them: behind kana they come in the
Japanese font, behind Latin letters and Han characters in the usual one. With families by their
names, the first that has a character draws it, wherever it stands.

Han characters have no language of their own: fontconfig goes by `LANG`, whatever the
locale of a widget. The family that draws kana is Japanese anywhere, so it is named second.
"""

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetrics, QRawFont


def with_japanese_family(font: QFont) -> QFont:
    """Return `font` with the name of its family, and then that of the one that draws kana."""
    japanese = family_for(font, QFontDatabase.WritingSystem.Japanese)
    names = (QFontInfo(font).family(), japanese)
    result = QFont(font)
    result.setFamilies(list(dict.fromkeys(name for name in names if name)))
    return result


def family_for(font: QFont, system: QFontDatabase.WritingSystem) -> str:
    """Return the family that draws the writing `system` in a text of `font`, or an empty text.

    Qt (6.11) crashes in `fromFont` where no font has the writing system.
    """
    sample = QFontDatabase.writingSystemSample(system)
    if not QFontMetrics(font).inFontUcs4(ord(sample[0])):
        return ""
    return QRawFont.fromFont(font, system).familyName()
