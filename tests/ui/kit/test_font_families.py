"""Japanese text is drawn by Japanese fonts, and digits by one font wherever they stand."""

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QTextLayout
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from socplanner.services.i18n import words_for
from socplanner.services.translator import Translator
from socplanner.ui.kit.font_families import with_japanese_family
from socplanner.ui.kit.qt_words import QtWords
from socplanner.ui.shell.glyphs import draws_japanese

HAN, KANA, LATIN = "役割 6", "実施しない 6", "roles 6"


def families(text: str, font: QFont) -> list[str]:
    """Return the family that draws each character of `text`, empty for a space."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    result = [""] * len(text)
    for place, character in enumerate(text):
        if character != " ":
            (run,) = layout.glyphRuns(place, 1)
            result[place] = run.rawFont().familyName()
    return result


@pytest.fixture
def font(qapp: QApplication) -> QFont:
    """Return the alias that is the system's font where no desktop has chosen one."""
    if not draws_japanese(qapp.font()):
        pytest.skip("no Japanese font")
    return QFont("Sans Serif", 10)


def test_digits_come_from_one_family_behind_any_script(font: QFont) -> None:
    named = with_japanese_family(font)
    digits = {families(text, named)[-1] for text in (HAN, KANA, LATIN)}
    assert digits == {families("6", named)[0]}


def test_han_characters_come_from_the_family_of_kana(font: QFont) -> None:
    named = with_japanese_family(font)
    kana = families("あ", named)[0]
    assert set(families("骨直海今令", named)) == {kana}
    japanese = QFontDatabase.families(QFontDatabase.WritingSystem.Japanese)
    assert any(kana in family for family in japanese)


def test_size_and_weight_stay_and_twice_is_once(font: QFont) -> None:
    font.setBold(True)
    font.setPixelSize(17)
    named = with_japanese_family(font)
    assert (named.bold(), named.pixelSize()) == (True, 17)
    assert with_japanese_family(named).families() == named.families()


def test_widgets_have_the_locale_of_the_language(qtbot: QtBot, qapp: QApplication) -> None:
    translator = Translator(words_for("ja"))
    words = QtWords(translator, qapp)
    window = QWidget()
    qtbot.addWidget(window)
    label = QLabel(window)
    assert window.locale().name() == label.locale().name() == "ja_JP"
    translator.set_language("en")
    assert label.locale().name() == "en_US"
    assert words is not None
