"""Text at twice its size in a window of 1280 by 800: nothing is wider than the screen."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from socplanner.domain.history import History
from socplanner.domain.local_text import Language
from socplanner.services import paths
from socplanner.services.document import Document
from socplanner.services.i18n import words_for
from socplanner.services.plan_files import open_plan
from socplanner.services.translator import Translator
from socplanner.ui.shell.main_window import MainWindow
from tests.i18n.test_windows import _dialogs as dialogs
from tests.support.plans import hybrid_plan

WIDEST, HIGHEST = 1270, 760
"""What a screen of 1280 by 800 leaves within frame and title."""


@pytest.fixture
def large_text(qapp: QApplication) -> Iterator[None]:
    """Show all text at twice the size of the system."""
    usual = QFont(qapp.font())
    large = QFont(usual)
    large.setPointSizeF(usual.pointSizeF() * 2)
    qapp.setFont(large)
    yield
    qapp.setFont(usual)


@pytest.mark.usefixtures("large_text")
@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("view", ["board", "matrix"])
def test_the_window_fits_with_text_twice_as_large(
    qtbot: QtBot, qapp: QApplication, language: Language, view: str
) -> None:
    plan = open_plan(paths.resources() / "examples" / "manufacturer.socplan").plan
    document = Document(History.of(plan))
    window = MainWindow(document, Translator(words_for(language)))
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show_view(view)
    window.viewpoint.select([next(plan.roles()).id])
    window.show()
    qapp.processEvents()
    assert window.minimumSizeHint().width() <= 1280
    assert window.minimumSizeHint().height() <= 800
    for button in window.rail.buttons.values():
        wide = button.fontMetrics().horizontalAdvance(button.text())
        assert button.width() >= wide, button.text()
    editor = window.inspector.editor
    assert editor is not None
    assert editor.minimumSizeHint().width() <= window.inspector.width()
    assert window.status.saved.width() >= window.status.saved.sizeHint().width()
    window.leave()


@pytest.mark.usefixtures("large_text")
def test_party_names_need_a_wider_window_with_larger_text(qtbot: QtBot) -> None:
    window = MainWindow(Document(History.of(hybrid_plan())), Translator(words_for("en")))
    qtbot.addWidget(window)
    window.show()
    shown = []
    for width in (1700, 3400):
        window.resize(width, 900)
        QApplication.processEvents()
        shown.append(window.parties.has_names)
    assert shown == [False, True]
    window.leave()


@pytest.mark.usefixtures("large_text")
@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_dialog_fits_with_text_twice_as_large(
    qtbot: QtBot, qapp: QApplication, language: Language
) -> None:
    document = Document(History.of(hybrid_plan()))
    words = words_for(language)
    window = MainWindow(document, Translator(words))
    qtbot.addWidget(window)
    too_large = []
    for dialog in dialogs(document, window, words):
        dialog.show()
        qapp.processEvents()
        least = dialog.minimumSizeHint()
        if least.width() > WIDEST or least.height() > HIGHEST:
            too_large.append((type(dialog).__name__, least.width(), least.height()))
        dialog.hide()
    assert too_large == []
    window.leave()
