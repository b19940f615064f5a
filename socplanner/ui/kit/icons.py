"""The icons of the program: drawings on a grid of 20 by 20, in any colour and size.

Each is an SVG file of `resources/icons` with lines of one width and no colour of its own
(`tests/ui/kit/test_icons.py`). A pixmap is drawn for the very size and pixel ratio it is shown at.
"""

from functools import cache

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QIcon, QPaintEngine, QPainter, QPalette, QPixmap

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.checks.finding import Severity
from socplanner.services import paths

_SIZES = (16, 20, 24, 30, 32, 40)
"""Pixels of the sizes in an icon of Qt: 16 and 20 at ratios of 1, 1.5 and 2."""

_OF_SEVERITY = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "info"}


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


def draw_icon(painter: QPainter, name: str, rect: QRectF, colour: QColor) -> None:
    """Draw the icon `name` in `colour` in the middle of `rect`, as large as its shorter side.

    On paper and in files it is drawn as lines, on a screen as a kept pixmap.
    """
    size = min(rect.width(), rect.height())
    if painter.paintEngine().type() is not QPaintEngine.Type.Raster:
        place = QRectF(rect.center() - QPointF(size, size) / 2, QSizeF(size, size))
        _draw_lines(painter, name, place, colour)
        return
    ratio = painter.device().devicePixelRatioF()
    pixmap = _pixmap(name, colour.name(), round(size * ratio))
    left, top = rect.center().x() - size / 2, rect.center().y() - size / 2
    painter.drawPixmap(
        QRectF(QPointF(round(left), round(top)), QSize(round(size), round(size)).toSizeF()),
        pixmap,
        QRectF(pixmap.rect()),
    )


def _draw_lines(painter: QPainter, name: str, place: QRectF, colour: QColor) -> None:
    from PySide6.QtSvg import QSvgRenderer

    data = _drawing(name).replace("currentColor", colour.name())
    QSvgRenderer(QByteArray(data.encode())).render(painter, place)


def icon_pixmap(name: str, colour: QColor, size: int, ratio: float) -> QPixmap:
    """Return the icon `name` in `colour`, `size` pixels wide on a screen of that pixel ratio."""
    pixmap = QPixmap(_pixmap(name, colour.name(), round(size * ratio)))
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def sourcing_icon(sourcing: Sourcing) -> str:
    """Return the name of the icon of `sourcing`."""
    return f"sourcing-{sourcing.value}"


def severity_icon(severity: Severity) -> str:
    """Return the name of the icon of `severity`."""
    return _OF_SEVERITY[severity]


def program_icon() -> QIcon:
    """Return the icon of the program."""
    return QIcon(str(paths.resources() / "icons" / "socplanner.svg"))


@cache
def _drawing(name: str) -> str:
    return (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


@cache
def _pixmap(name: str, colour: str, size: int) -> QPixmap:
    """Return a drawing in `colour`, `size` device pixels wide."""
    sized = _drawing(name).replace("<svg ", f'<svg width="{size}" height="{size}" ', 1)
    pixmap = QPixmap(QSize(size, size))
    data = QByteArray(sized.replace("currentColor", colour).encode())
    pixmap.loadFromData(data, "SVG")
    return pixmap
