"""The matrix view, shown, as every test of it begins."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from socplanner.services.checking import Checking
from socplanner.services.document import Document
from socplanner.services.translator import Translator
from socplanner.ui.kit.viewpoint import Viewpoint
from socplanner.ui.matrix.matrix_view import MatrixView
from tests.support.contexts import context_of


@pytest.fixture
def view(
    qtbot: QtBot,
    document: Document,
    viewpoint: Viewpoint,
    checking: Checking,
    translator: Translator,
) -> MatrixView:
    """Return the view in the room it has at 1280x800, shown and with the keyboard."""
    view = MatrixView(context_of(document, translator, viewpoint, checking))
    qtbot.addWidget(view)
    view.resize(820, 640)
    view.show()
    view.table.setFocus()
    return view


@pytest.fixture
def clipboard(qapp: QApplication) -> Iterator[None]:
    """Leave the clipboard empty."""
    yield
    QGuiApplication.clipboard().clear()
