"""A viewport made here, for views that are there from the first moment."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QWidget


def give_viewport(area: QAbstractScrollArea) -> None:
    """Put a new viewport in the place of the one Qt has made; call it before any other setting.

    When it meets a widget that Qt has made, PySide (6.11) loads every kind of widget there is, to
    find out which one it is. That is a twentieth of the start.
    """
    viewport = QWidget(area)
    viewport.setBackgroundRole(QPalette.ColorRole.Base)
    viewport.setAutoFillBackground(True)
    area.setViewport(viewport)
