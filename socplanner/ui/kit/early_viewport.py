"""A viewport made in Python, for views that are part of every start."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QWidget


def give_viewport(area: QAbstractScrollArea) -> None:
    """Replace the viewport that Qt has made; call it before any other setting.

    To find the class of a widget that Qt has made, PySide (6.11) loads every class of widgets,
    which is a twentieth of the start.
    """
    viewport = QWidget(area)
    viewport.setBackgroundRole(QPalette.ColorRole.Base)
    viewport.setAutoFillBackground(True)
    area.setViewport(viewport)
