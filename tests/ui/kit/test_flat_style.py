"""The style draws four primitives in the colours of the program, and leaves the rest to Qt."""

import ast
import inspect
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from socplanner.ui.kit import flat_style
from socplanner.ui.kit.appearance import palette_of
from socplanner.ui.kit.flat_style import FlatStyle, make_primary
from socplanner.ui.kit.tokens import token


@pytest.fixture
def style() -> FlatStyle:
    """Return the style; a widget does not own its style."""
    return FlatStyle()


@pytest.fixture(params=[False, True], ids=["light", "dark"])
def window(request: pytest.FixtureRequest, qtbot: QtBot) -> QWidget:
    """Return an active window in light or dark colours."""
    window = QWidget()
    window.setPalette(palette_of(is_dark=request.param))
    window.resize(200, 100)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    return window


def placed(widget: QWidget, style: FlatStyle, window: QWidget) -> QWidget:
    """Put `widget` into `window`, in `style`."""
    widget.setStyle(style)
    widget.setPalette(window.palette())
    widget.setParent(window)
    widget.setGeometry(10, 10, 120, 30)
    widget.show()
    return widget


def image(widget: QWidget) -> QImage:
    """Return what `widget` looks like."""
    return widget.grab().toImage()


def at(picture: QImage, x: int, y: int) -> QColor:
    """Return a colour of `picture`."""
    return picture.pixelColor(x, y)


def test_a_button_is_flat_in_the_colours_of_the_tokens(style: FlatStyle, window: QWidget) -> None:
    button = QPushButton()
    placed(button, style, window)
    picture = image(button)
    wanted = token("raised", window.palette())
    assert at(picture, 8, 6) == at(picture, 8, 24) == wanted
    button.setDown(True)
    assert at(image(button), 8, 6) == token("pressed", window.palette())
    button.setDown(False)
    button.setEnabled(False)
    assert at(image(button), 8, 15) == token("pressed", window.palette())


def test_the_button_of_a_dialog_is_filled_with_the_accent(
    style: FlatStyle, window: QWidget
) -> None:
    button = QPushButton("Apply")
    placed(button, style, window)
    make_primary(button)
    assert at(image(button), 8, 15) == token("accent", window.palette())
    ink = button.palette().color(QPalette.ColorRole.ButtonText)
    assert ink == token("on-accent", window.palette())


def test_a_field_with_the_keyboard_has_an_edge_in_the_accent(
    style: FlatStyle, window: QWidget, qtbot: QtBot
) -> None:
    field = QLineEdit()
    placed(field, style, window)
    field.clearFocus()
    assert at(image(field), 60, 0) == token("edge", window.palette())
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    assert at(image(field), 60, 0) == token("accent-ink", window.palette())
    assert at(image(field), 60, 4) == token("raised", window.palette())


def test_a_button_with_the_keyboard_has_a_ring(
    style: FlatStyle, window: QWidget, qtbot: QtBot
) -> None:
    button = QPushButton("Apply")
    placed(button, style, window)
    button.clearFocus()
    before = image(button)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(button.hasFocus)
    window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)  # as the key Tab does
    assert image(button) != before
    ring = image(button).copy(QRect(QPoint(50, 0), QPoint(70, 2)))
    assert token("accent-ink", window.palette()) in list(pixels(ring))


def pixels(picture: QImage) -> Iterator[QColor]:
    """Yield every colour of `picture`."""
    for x in range(picture.width()):
        for y in range(picture.height()):
            yield picture.pixelColor(x, y)


def test_nothing_else_of_a_style_is_replaced() -> None:
    """An override of sizes or hints in Python would be called thousands of times."""
    tree = ast.parse(inspect.getsource(flat_style))
    (style,) = (each for each in tree.body if isinstance(each, ast.ClassDef))
    methods = {each.name for each in style.body if isinstance(each, ast.FunctionDef)}
    assert methods == {"__init__", "drawPrimitive"}
