"""Hands on the matrix: putting the cursor, selecting, pressing keys, and reading cells."""

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtTest import QTest

from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.phases import duty
from socplanner.services.document import Document
from socplanner.ui.kit.viewpoint import Viewpoint
from socplanner.ui.matrix.matrix_view import MatrixView

A6, B1, B2, B3 = (RoleId(f"v2:{code}") for code in ("A-6", "B-1", "B-2", "B-3"))
CISO, CSIRT, SOC = PartyId("ciso"), PartyId("csirt"), PartyId("soc")
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect


def go(view: MatrixView, role: RoleId, party: PartyId) -> None:
    """Put the cursor on a cell."""
    # Not setCurrentIndex: that heeds modifier keys which an earlier test may have left held.
    view.table.go(view.model.row_of(role), view.model.column_of(party))


def select(view: MatrixView, first: tuple[RoleId, PartyId], last: tuple[RoleId, PartyId]) -> None:
    """Select the rectangle between two cells."""
    model = view.model
    corners = [
        model.index(model.row_of(role), model.column_of(party)) for role, party in (first, last)
    ]
    view.table.go(corners[0].row(), corners[0].column())
    view.table.selectionModel().select(QItemSelection(*corners), _SELECT)


def at(view: MatrixView) -> tuple[str, PartyId]:
    """Return role and party under the cursor."""
    index = view.table.currentIndex()
    role = view.model.lines[index.row()].role
    assert role is not None
    return role.code, view.model.parties[index.column()].id


def letters(document: Document, viewpoint: Viewpoint, role: RoleId, party: PartyId) -> str:
    """Return the letters of a cell."""
    return duty(document.plan, viewpoint.phase, role).letters.get(party, "")


def steps(document: Document) -> int:
    """Return how many steps can be undone."""
    return document.history.index


def press(view: MatrixView, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
    """Press a key over the table."""
    QTest.keyClick(view.table, key, held or Qt.KeyboardModifier.NoModifier)
