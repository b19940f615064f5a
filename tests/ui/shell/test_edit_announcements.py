"""Each edit, undo and redo is announced by its name."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from socplanner.domain.catalogue import Area
from socplanner.domain.duty_edits import MoveRoles
from socplanner.domain.history import History
from socplanner.domain.ids import RoleId
from socplanner.domain.new_plan import NOW
from socplanner.services.document import Document
from socplanner.services.i18n import words_for
from socplanner.services.translator import Translator
from socplanner.ui.shell.edit_announcements import EditAnnouncements
from tests.support.contexts import context_of
from tests.support.plans import hybrid_plan

MOVE = MoveRoles(NOW, frozenset({RoleId("v2:D-3")}), Area.I)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """Return a window."""
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def announced(
    window: QWidget, document: Document, translator: Translator, monkeypatch: pytest.MonkeyPatch
) -> list[str]:
    """Return what is announced, as if a screen reader were running."""
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    texts: list[str] = []
    EditAnnouncements(context_of(document, translator), window).announced.connect(texts.append)
    return texts


def test_a_move_its_undo_and_its_redo_are_announced(
    announced: list[str], document: Document
) -> None:
    document.perform(MOVE)
    document.undo()
    document.redo()
    assert announced == [
        "Move D-3 to area I",
        "Undone: Move D-3 to area I",
        "Redone: Move D-3 to area I",
    ]


def test_it_is_in_the_language_of_the_window(
    announced: list[str], document: Document, translator: Translator
) -> None:
    translator.use(words_for("ja"))
    document.perform(MOVE)
    assert announced == ["D-3を領域Iへ移動"]


def test_saving_and_opening_announce_no_edit(announced: list[str], document: Document) -> None:
    document.mark_saved()
    document.open(History.of(hybrid_plan()))
    assert announced == []
