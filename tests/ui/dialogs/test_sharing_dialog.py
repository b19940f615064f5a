"""The dialog of an agreement: every pick is on the screen, and what is chosen is the agreement."""

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from socplanner.domain.local_text import LANGUAGES, Language, LocalText
from socplanner.services import catalogues
from socplanner.services.i18n import words_for
from socplanner.ui.dialogs.local_field import LocalField
from socplanner.ui.dialogs.sharing_dialog import SharingDialog
from tests.support.plans import sample


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_pick_has_to_be_scrolled_to_sideways(qtbot: QtBot, language: Language) -> None:
    plan = sample("bank")
    defaults, words = catalogues.default_flows(), words_for(language)
    dialog = SharingDialog(plan.sharing[0], "KSO", plan, defaults, words)
    qtbot.addWidget(dialog)
    dialog.show()
    QApplication.processEvents()
    for side in ("send", "receive"):
        dialog.show_side(side)
        QApplication.processEvents()
        form = dialog.forms[side]
        area = next(each for each in dialog.findChildren(QScrollArea) if each.widget() is form)
        assert area.horizontalScrollBar().maximum() == 0
        for boxes in form.picks.values():
            for box in boxes.values():
                assert box.mapTo(form, box.rect().topRight()).x() <= area.viewport().width()
    assert dialog.agreement == plan.sharing[0]


def test_a_long_text_shows_its_beginning(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    field = LocalField(LocalText.same("Indicators and more " * 9), words_for("en"), parent)
    parent.show()
    assert field.cursorPosition() == 0
    assert field.cursorRect().left() < 10
