"""Light and dark: readable, and back again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QCheckBox, QListWidget, QListWidgetItem, QWidget

from socplanner.domain.letters import Letter
from socplanner.domain.local_text import LocalText
from socplanner.ui.kit.appearance import palette_of, use_theme, with_edges
from socplanner.ui.kit.box_delegate import BoxDelegate
from socplanner.ui.kit.theme import ink_on, letter_colours
from socplanner.ui.kit.tokens import is_dark
from tests.support.contrast import contrast, luminance

ANY_COLOUR = st.integers(0, 0xFFFFFF).map(lambda number: QColor(f"#{number:06X}"))
PAIRS = [
    (QPalette.ColorRole.WindowText, QPalette.ColorRole.Window),
    (QPalette.ColorRole.Text, QPalette.ColorRole.Base),
    (QPalette.ColorRole.Text, QPalette.ColorRole.AlternateBase),
    (QPalette.ColorRole.ButtonText, QPalette.ColorRole.Button),
    (QPalette.ColorRole.HighlightedText, QPalette.ColorRole.Highlight),
    (QPalette.ColorRole.ToolTipText, QPalette.ColorRole.ToolTipBase),
    (QPalette.ColorRole.PlaceholderText, QPalette.ColorRole.Base),
    (QPalette.ColorRole.Link, QPalette.ColorRole.Base),
]


@pytest.mark.parametrize(("text", "ground"), PAIRS)
@pytest.mark.parametrize("is_dark", [False, True])
def test_text_is_readable_in_both_palettes(
    qapp: QApplication, text: QPalette.ColorRole, ground: QPalette.ColorRole, *, is_dark: bool
) -> None:
    palette = palette_of(is_dark=is_dark)
    assert contrast(palette.color(text), palette.color(ground)) >= 4.5


def test_dark_is_dark_and_the_theme_of_the_system_is_restored(qapp: QApplication) -> None:
    use_theme(qapp, "system")
    before = qapp.palette().color(QPalette.ColorRole.Window)
    use_theme(qapp, "dark")
    assert is_dark(qapp.palette())
    use_theme(qapp, "system")
    assert qapp.palette().color(QPalette.ColorRole.Window) == before


@pytest.mark.parametrize("ground", [QPalette.ColorRole.Window, QPalette.ColorRole.Base])
def test_an_empty_box_is_visible_on_a_dark_ground(
    qapp: QApplication, ground: QPalette.ColorRole
) -> None:
    use_theme(qapp, "dark")
    box, view = QCheckBox("Replace"), QListWidget()
    view.setItemDelegate(BoxDelegate(view))
    item = QListWidgetItem("SOC", view)
    item.setCheckState(Qt.CheckState.Unchecked)
    shown: QWidget = box if ground is QPalette.ColorRole.Window else view
    shown.resize(120, 40)
    picture = shown.grab().toImage()
    lit = max(luminance(picture.pixelColor(x, y)) for x in range(5, 10) for y in range(6, 26))
    around = luminance(palette_of(is_dark=True).color(ground))
    assert (lit + 0.05) / (around + 0.05) >= 3
    use_theme(qapp, "system")
    assert QCheckBox().palette().color(QPalette.ColorRole.Base) == qapp.palette().color(
        QPalette.ColorRole.Base
    )


@given(ANY_COLOUR)
def test_ink_is_legible_on_any_colour(fill: QColor) -> None:
    assert contrast(fill, ink_on(fill)) >= 4.5


@given(ANY_COLOUR)
def test_a_letter_of_any_colour_is_legible_and_not_glaring_in_the_dark(fill: QColor) -> None:
    letter = Letter("X", LocalText.same("X"), fill.name(), performs=True)
    tint = letter_colours(letter, palette_of(is_dark=True))
    assert contrast(tint.fill, tint.ink) >= 4.5
    assert luminance(tint.fill) < 0.25


@pytest.mark.parametrize("is_dark", [False, True])
@pytest.mark.parametrize("is_contrasty", [False, True])
def test_the_outline_of_a_list_to_choose_from_is_visible(
    qapp: QApplication, *, is_dark: bool, is_contrasty: bool
) -> None:
    palette = palette_of(is_dark=is_dark, is_contrasty=is_contrasty)
    drawn = with_edges(palette).color(QPalette.ColorRole.Window).darker(140)
    assert contrast(drawn, palette.color(QPalette.ColorRole.Base)) >= 3.0
