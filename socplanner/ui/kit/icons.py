"""The icons of the program, drawn in the text colour of a palette."""

from functools import cache

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QIcon, QPalette, QPixmap

from socplanner.services import paths

_SIZES = (18, 36)


def icon(name: str, palette: QPalette) -> QIcon:
    """Return the icon `name` in the text colour of `palette`, greyed where disabled."""
    group = QPalette.ColorGroup
    text = QPalette.ColorRole.ButtonText
    result = QIcon()
    for mode, colours in (
        (QIcon.Mode.Normal, group.Active),
        (QIcon.Mode.Disabled, group.Disabled),
    ):
        colour = palette.color(colours, text).name()
        for size in _SIZES:
            result.addPixmap(_pixmap(name, colour, size), mode)
    return result


def program_icon() -> QIcon:
    """Return the icon of the program."""
    return QIcon(str(paths.resources() / "icons" / "socplanner.svg"))


@cache
def _drawing(name: str) -> str:
    return (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


def _pixmap(name: str, colour: str, size: int) -> QPixmap:
    """Return a drawing in `colour`, `size` pixels wide."""
    sized = _drawing(name).replace("<svg ", f'<svg width="{size}" height="{size}" ', 1)
    pixmap = QPixmap(QSize(size, size))
    data = QByteArray(sized.replace("currentColor", colour).encode())
    pixmap.loadFromData(data, "SVG")
    return pixmap
