"""Roles dropped on a party make it responsible for them, with Ctrl accountable: one step."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from socplanner.domain.assignment_edits import Part, parties_with
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.phases import duty
from socplanner.services.document import Document
from socplanner.services.tally import Tally
from socplanner.services.translator import Translator
from socplanner.ui.kit.role_drag import packed
from socplanner.ui.parties.parties_panel import PartiesPanel
from tests.support.contexts import context_of

NOW = PhaseId("now")
ROLES = (RoleId("v2:A-1"), RoleId("v2:B-1"))
LEGAL = PartyId("legal")
NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
LEFT, MOVE = Qt.MouseButton.LeftButton, Qt.DropAction.MoveAction


@pytest.fixture(params=[False, True], ids=["chips", "names"])
def panel(
    qtbot: QtBot,
    document: Document,
    tally: Tally,
    translator: Translator,
    request: pytest.FixtureRequest,
) -> PartiesPanel:
    """Return the panel, shown, its edits performed as the window does."""
    panel = PartiesPanel(context_of(document, translator, tally=tally))
    panel.assign_requested.connect(document.try_perform)
    panel.show_names(request.param)
    qtbot.addWidget(panel)
    panel.resize(panel.width(), 700)
    panel.show()
    return panel


def spot(panel: PartiesPanel, party: PartyId) -> QPoint:
    """Return the middle of the row of `party`."""
    return panel.list.visualRect(panel.model.index(panel.model.row_of(party))).center()


def enter(
    panel: PartiesPanel, mime: QMimeData, at: QPoint, keys: Qt.KeyboardModifier = NONE
) -> bool:
    """Drag `mime` over the panel to `at`; return whether a drop would be accepted."""
    viewport = panel.list.viewport()
    begun = QDragEnterEvent(at, MOVE, mime, LEFT, keys)
    QApplication.sendEvent(viewport, begun)
    moved = QDragMoveEvent(at, MOVE, mime, LEFT, keys)
    QApplication.sendEvent(viewport, moved)
    return begun.isAccepted() and moved.isAccepted()


def drop(panel: PartiesPanel, party: PartyId, keys: Qt.KeyboardModifier = NONE) -> None:
    """Drop the roles on `party`."""
    mime = packed(panel._document.plan.id, ROLES)
    assert enter(panel, mime, spot(panel, party), keys)
    event = QDropEvent(spot(panel, party).toPointF(), MOVE, mime, LEFT, keys)
    QApplication.sendEvent(panel.list.viewport(), event)
    assert event.isAccepted()


def parties(document: Document, role: RoleId, part: Part) -> tuple[PartyId, ...]:
    """Return the parties that have `part` in `role`."""
    return parties_with(document.plan, duty(document.plan, NOW, role), part)


def test_a_drop_adds_a_responsible_party_as_one_step(
    panel: PartiesPanel, document: Document
) -> None:
    before = document.plan
    was = {role: parties(document, role, "performs") for role in ROLES}
    drop(panel, LEGAL)
    for role in ROLES:
        assert set(parties(document, role, "performs")) == {*was[role], LEGAL}
    document.undo()
    assert document.plan == before


def test_with_ctrl_the_party_is_the_only_accountable_one(
    panel: PartiesPanel, document: Document
) -> None:
    was = {role: parties(document, role, "performs") for role in ROLES}
    drop(panel, LEGAL, CONTROL)
    for role in ROLES:
        assert parties(document, role, "accountable") == (LEGAL,)
        assert parties(document, role, "performs") == was[role]


def test_the_party_under_the_mouse_is_marked_and_the_effect_shown(
    panel: PartiesPanel, document: Document
) -> None:
    hints: list[str] = []
    panel.hint_changed.connect(hints.append)
    plain = panel.grab().toImage()
    mime = packed(document.plan.id, ROLES)
    assert enter(panel, mime, spot(panel, LEGAL))
    assert panel.list.target_row == panel.model.row_of(LEGAL)
    assert panel.grab().toImage() != plain
    assert enter(panel, mime, spot(panel, LEGAL), CONTROL)
    QApplication.sendEvent(panel.list.viewport(), QDragLeaveEvent())
    assert panel.list.target_row == -1
    assert hints == [
        "Make Legal responsible for 2 roles · with Ctrl: accountable",
        "Make Legal accountable for 2 roles",
        "",
    ]


def test_other_data_and_the_space_below_accept_nothing(
    panel: PartiesPanel, document: Document
) -> None:
    text = QMimeData()
    text.setText("A-1")
    assert not enter(panel, text, spot(panel, LEGAL))
    assert not enter(panel, packed("another plan", ROLES), spot(panel, LEGAL))
    mime = packed(document.plan.id, ROLES)
    below = QPoint(10, panel.list.viewport().height() - 2)
    assert not enter(panel, mime, below)
    before = document.plan
    event = QDropEvent(below.toPointF(), MOVE, mime, LEFT, NONE)
    QApplication.sendEvent(panel.list.viewport(), event)
    assert document.plan is before
