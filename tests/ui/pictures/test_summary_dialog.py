"""The page for the directors on the screen: numbers as buttons, the page below them."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from socplanner.domain.local_text import LANGUAGES, Language
from socplanner.domain.picture_options import Paper, PictureOptions, PictureSubject
from socplanner.services import paths
from socplanner.services.i18n import words_for
from socplanner.services.plan_files import open_plan
from socplanner.ui.pictures.picture_facts import PictureFacts, picture_facts
from socplanner.ui.pictures.summary_dialog import SummaryDialog
from tests.ui.pictures.conftest import DAY


def facts(language: Language = "en") -> PictureFacts:
    """Return the facts of the page of the manufacturer."""
    plan = open_plan(paths.resources() / "examples" / "manufacturer.socplan").plan
    options = PictureOptions(PictureSubject.SUMMARY, plan.phases[-1].id)
    return picture_facts(plan, replace(options, paper=Paper.A3), words_for(language), DAY)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_is_a_button_with_its_values(qtbot: QtBot, language: Language) -> None:
    dialog = SummaryDialog(facts(language))
    qtbot.addWidget(dialog)
    assert list(dialog.cards) == ["decided", "maturity", "people", "cost", "unmanned"]
    for card in dialog.cards.values():
        assert "→" in card.text()
        assert card.accessibleName() in dialog.page.accessibleDescription() or card.text()
    assert dialog.cards["unmanned"].accessibleName().endswith(": 4 → 4")


def test_a_number_that_is_chosen_closes_the_page(qtbot: QtBot) -> None:
    dialog = SummaryDialog(facts())
    qtbot.addWidget(dialog)
    dialog.cards["cost"].click()
    assert (dialog.chosen, dialog.result()) == ("cost", QDialog.DialogCode.Accepted)
    assert not dialog.wants_export


def test_enter_presses_the_number_with_the_focus_and_else_closes(qtbot: QtBot) -> None:
    dialog = SummaryDialog(facts())
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.cards["people"].setFocus()
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert (dialog.chosen, dialog.wants_export) == ("people", False)
    other = SummaryDialog(facts())
    qtbot.addWidget(other)
    other.show()
    other.page.setFocus()
    QTest.keyClick(other, Qt.Key.Key_Return)
    assert (other.chosen, other.wants_export, other.isVisible()) == (None, False, False)


def test_closing_chooses_nothing(qtbot: QtBot) -> None:
    dialog = SummaryDialog(facts())
    qtbot.addWidget(dialog)
    dialog.close_button.click()
    assert (dialog.chosen, dialog.wants_export) == (None, False)


def test_the_page_keeps_the_form_of_its_paper_and_is_painted(qtbot: QtBot) -> None:
    dialog = SummaryDialog(facts())
    qtbot.addWidget(dialog)
    dialog.resize(1100, 760)
    dialog.show()
    qtbot.waitExposed(dialog)
    page = dialog.page
    assert page.height() >= page.heightForWidth(page.width())
    assert page.heightForWidth(420) == 297
    image = page.grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(0, image.width(), 7) for y in (60, 90)}
    assert len(colours) > 3
