"""The context menu of selected roles sets letters, and leads to note, waiver and copy."""

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from socplanner.domain.assignment_edits import parties_with
from socplanner.domain.duty_edits import SetCells
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.letters import BLANK
from socplanner.domain.phases import duty
from socplanner.services.checking import Checking
from socplanner.services.document import Document
from socplanner.services.translator import Translator
from socplanner.ui.kit.viewpoint import Viewpoint
from socplanner.ui.shell.role_menu import RoleMenu
from tests.support.contexts import context_of

NOW = PhaseId("now")
A1, B1 = RoleId("v2:A-1"), RoleId("v2:B-1")
LEGAL = PartyId("legal")


@pytest.fixture
def role_menu(
    document: Document, viewpoint: Viewpoint, checking: Checking, translator: Translator
) -> RoleMenu:
    """Return the commands with two selected roles."""
    viewpoint.select([A1, B1])
    return RoleMenu(context_of(document, translator, viewpoint, checking), document)


@pytest.fixture
def menu(role_menu: RoleMenu, qtbot: QtBot) -> QMenu:
    """Return a menu with the commands."""
    menu = QMenu()
    qtbot.addWidget(menu)
    role_menu.extend(menu)
    return menu


def choice(menu: QMenu, name: str) -> QAction:
    """Return the action with the object name `name`, in any submenu."""
    action = menu.findChild(QAction, name)
    assert isinstance(action, QAction)
    return action


def cell(document: Document, role: RoleId) -> str:
    """Return the letters of Legal in `role`."""
    return duty(document.plan, NOW, role).letters.get(LEGAL, BLANK)


def test_a_party_becomes_responsible_and_not_any_more(
    role_menu: RoleMenu, menu: QMenu, document: Document, qtbot: QtBot
) -> None:
    before = document.plan
    choice(menu, "performs:legal").trigger()
    assert all("R" in cell(document, role) for role in (A1, B1))
    again = QMenu()
    qtbot.addWidget(again)
    role_menu.extend(again)
    assert choice(again, "performs:legal").isChecked()
    choice(again, "performs:legal").trigger()
    assert document.plan == before


def test_a_party_becomes_the_only_accountable_one(menu: QMenu, document: Document) -> None:
    choice(menu, "accountable:legal").trigger()
    for role in (A1, B1):
        assert parties_with(document.plan, duty(document.plan, NOW, role), "accountable") == (
            LEGAL,
        )


def test_a_letter_is_set_in_all_roles(menu: QMenu, document: Document) -> None:
    document.perform(SetCells(NOW, ((A1, LEGAL, BLANK), (B1, LEGAL, BLANK))))
    choice(menu, "I:legal").trigger()
    assert [cell(document, role) for role in (A1, B1)] == ["I", "I"]
    choice(menu, "?:legal").trigger()
    assert [cell(document, role) for role in (A1, B1)] == ["?", "?"]
    choice(menu, "?:legal").trigger()
    assert [cell(document, role) for role in (A1, B1)] == ["", ""]


def test_note_and_waiver_are_requested(
    role_menu: RoleMenu, document: Document, viewpoint: Viewpoint, qtbot: QtBot
) -> None:
    viewpoint.select([A1])
    cells = ((A1, party.id, BLANK) for party in document.plan.parties)
    document.perform(SetCells(NOW, tuple(cells)))
    menu = QMenu()
    qtbot.addWidget(menu)
    role_menu.extend(menu)
    by_text = {action.text(): action for action in menu.actions()}
    with qtbot.waitSignal(role_menu.note_requested):
        by_text["&Note…"].trigger()
    with qtbot.waitSignal(role_menu.waive_requested) as waived:
        by_text["&Waive findings…"].trigger()
    assert {finding.role for finding in (waived.args or [()])[0]} == {A1}
