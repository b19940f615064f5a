"""The panel of parties: order, loads, what it asks for."""

from collections import Counter
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from socplanner.domain.duty_edits import SetCells
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.letters import Cell
from socplanner.domain.local_text import LocalText
from socplanner.domain.party_edits import AddParty, RemoveParty
from socplanner.domain.plan import Party
from socplanner.services.document import Document
from socplanner.services.tally import Tally
from socplanner.services.translator import Translator
from socplanner.ui.parties.parties_panel import PartiesPanel
from socplanner.ui.parties.party_list_model import PartyRole
from tests.support.contexts import context_of


@pytest.fixture
def panel(qtbot: QtBot, document: Document, tally: Tally, translator: Translator) -> PartiesPanel:
    """Return the panel, shown, its model watched by Qt's own tester."""
    panel = PartiesPanel(context_of(document, translator, tally=tally))
    tester = QAbstractItemModelTester(
        panel.model, QAbstractItemModelTester.FailureReportingMode.Warning, panel
    )
    assert tester.model() is panel.model
    qtbot.addWidget(panel)
    panel.resize(200, 500)
    panel.show()
    return panel


def names(panel: PartiesPanel) -> list[str]:
    """Return what the list shows."""
    return [str(panel.model.index(row, 0).data()) for row in range(panel.model.rowCount())]


def test_parties_are_in_the_order_of_the_plan(panel: PartiesPanel, document: Document) -> None:
    assert names(panel) == [party.name.en for party in document.plan.parties]


def test_a_party_moved_keeps_the_cursor_and_undo_moves_it_back(
    qtbot: QtBot, panel: PartiesPanel, document: Document
) -> None:
    before = names(panel)
    panel.list.setCurrentIndex(panel.model.index(2, 0))
    qtbot.keyClick(panel.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert names(panel)[1] == before[2]
    current = panel.current()
    assert current is not None
    assert current.name.en == before[2]
    document.undo()
    assert names(panel) == before


def test_adding_and_removing_a_party_adds_and_removes_a_row(
    panel: PartiesPanel, document: Document
) -> None:
    before = names(panel)
    document.perform(AddParty(Party(PartyId("x"), "authority", LocalText.same("Police"))))
    assert names(panel) == [*before, "Police"]
    document.perform(RemoveParty(PartyId("soc")))
    assert "SOC" not in names(panel)
    document.undo()
    document.undo()
    assert names(panel) == before


def test_the_load_follows_each_letter(panel: PartiesPanel, document: Document) -> None:
    row = panel.model.row_of(PartyId("consult"))
    before = int(panel.model.index(row, 0).data(PartyRole.LOAD))
    cell = (RoleId("v2:A-1"), PartyId("consult"), Cell("C"))
    document.perform(SetCells(PhaseId("now"), (cell,)))
    assert int(panel.model.index(row, 0).data(PartyRole.LOAD)) == before + 1


def test_delete_requests_removal_and_f2_a_change(qtbot: QtBot, panel: PartiesPanel) -> None:
    panel.list.setCurrentIndex(panel.model.index(0, 0))
    with qtbot.waitSignal(panel.remove_requested) as removal:
        qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
    assert removal.args == ["ciso"]
    with qtbot.waitSignal(panel.edit_requested) as change:
        qtbot.keyClick(panel.list, Qt.Key.Key_F2)
    assert change.args == ["ciso"]


def test_the_panel_follows_the_language(panel: PartiesPanel, translator: Translator) -> None:
    translator.set_language("ja")
    assert names(panel)[1] == "セキュリティ統括"


def test_a_load_of_thousands_is_shown_with_its_first_digit(
    panel: PartiesPanel, tally: Tally, monkeypatch: pytest.MonkeyPatch
) -> None:
    pictures = []
    for load in (1164, 8164):
        monkeypatch.setattr(tally, "load_of", lambda _party, load=load: Counter(R=load))
        panel.list.viewport().update()
        pictures.append(panel.list.grab().toImage())
    assert pictures[0] != pictures[1]


def test_the_narrow_dock_becomes_a_list_with_names(panel: PartiesPanel) -> None:
    narrow = panel.width()
    height = panel.list.visualRect(panel.model.index(0, 0)).height()
    assert narrow < 80
    assert not panel.has_names
    panel.show_names(True)
    assert panel.width() > 200
    assert panel.list.visualRect(panel.model.index(0, 0)).height() != height
    panel.show_names(False)
    assert panel.width() == narrow


def test_another_kind_begins_below_a_line(panel: PartiesPanel, document: Document) -> None:
    kinds = [party.kind for party in document.plan.parties]
    expected = [False, *(kind != before for before, kind in pairwise(kinds))]
    assert [panel.model.begins_kind(row) for row in range(len(kinds))] == expected
    assert any(expected)
    heights = [
        panel.list.visualRect(panel.model.index(row, 0)).height() for row in range(len(kinds))
    ]
    assert heights[expected.index(True)] > heights[0]


def test_duties_are_the_letters_that_bind(panel: PartiesPanel, tally: Tally) -> None:
    row = panel.model.row_of(PartyId("csirt"))
    load = tally.load_of(PartyId("csirt"))
    assert panel.model.index(row, 0).data(PartyRole.DUTIES) == load["A"] + load["R"]
    assert panel.model.greatest_load() == max(
        panel.model.index(each, 0).data(PartyRole.LOAD) for each in range(panel.model.rowCount())
    )
