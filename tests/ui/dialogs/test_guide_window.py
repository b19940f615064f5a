"""The guide beside the window: its pages, pictures, links and languages."""

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from socplanner.services import paths
from socplanner.services.translator import Translator
from socplanner.ui.dialogs.guide_window import GuideWindow

PICTURE = QTextDocument.ResourceType.ImageResource.value


@pytest.fixture
def guide(qtbot: QtBot, translator: Translator) -> GuideWindow:
    """Return the guide, shown, in English."""
    guide = GuideWindow(paths.guide(), translator)
    qtbot.addWidget(guide)
    guide.begin()
    return guide


def page(guide: GuideWindow) -> str:
    """Return the name of the page that is shown."""
    return Path(guide.browser.source().toLocalFile()).name


def test_it_begins_with_the_first_plan(guide: GuideWindow) -> None:
    assert page(guide) == "first-plan.en.md"
    assert guide.browser.toPlainText().startswith("Your first plan")
    assert guide.browser.accessibleName() == "Guide"
    assert not guide.back.isEnabled()


def test_pictures_are_shown_and_are_no_wider_than_a_page(guide: GuideWindow) -> None:
    for name in ("board", "new-plan"):
        picture = guide.browser.loadResource(PICTURE, QUrl(f"pictures/en/{name}.png"))
        assert isinstance(picture, QImage)
        width = picture.width() / picture.devicePixelRatio()
        assert 500 < width <= 720
    assert guide.browser.horizontalScrollBar().maximum() == 0


def test_links_lead_to_other_pages_and_back(guide: GuideWindow) -> None:
    guide.follow(QUrl("matrix.en.md#import-the-answers"))
    assert page(guide) == "matrix.en.md"
    QApplication.processEvents()
    assert guide.browser.verticalScrollBar().value() > 0
    assert guide.browser.textCursor().block().text() == "Import the answers"
    guide.back.click()
    assert page(guide) == "first-plan.en.md"


def test_a_link_out_of_the_guide_is_explained_and_not_followed(
    guide: GuideWindow, tmp_path: Path
) -> None:
    guide.follow(QUrl("matrix.en.md"))
    for link in (QUrl("../command-line.md"), QUrl("https://www.python.org/"), QUrl("gone.md")):
        guide.follow(link)
        assert page(guide) == "matrix.en.md"
        assert guide.missing.isVisible()
    guide.follow(QUrl("../command-line.md"))
    assert "command-line.md" in guide.missing.text()
    guide.follow(QUrl("first-plan.en.md"))
    assert not guide.missing.isVisible()


def test_the_guide_is_in_the_language_of_the_window(
    guide: GuideWindow, translator: Translator
) -> None:
    guide.follow(QUrl("matrix.en.md"))
    translator.set_language("ja")
    assert page(guide) == "matrix.ja.md"
    assert guide.browser.toPlainText().startswith("責任分担表")
    assert guide.windowTitle() == "手引き"


def test_the_guide_reopens_at_the_page_shown_last(guide: GuideWindow) -> None:
    guide.follow(QUrl("matrix.en.md"))
    guide.close()
    guide.begin()
    assert guide.isVisible()
    assert page(guide) == "matrix.en.md"
