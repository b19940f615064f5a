"""The findings as rows: they come and go with the edits, never by a reset."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from socplanner.domain.catalogue import Area
from socplanner.domain.duty_edits import MoveRoles, SetCells
from socplanner.domain.history import History
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.letters import BLANK, Cell
from socplanner.domain.local_text import LocalText
from socplanner.domain.party_edits import ChangeParty
from socplanner.domain.plan import Plan
from socplanner.services.checking import Checking
from socplanner.services.document import Document
from socplanner.services.i18n import words_for
from socplanner.services.translator import Translator
from socplanner.ui.checks.findings_model import Column, FindingsModel
from socplanner.ui.kit.viewpoint import Viewpoint
from tests.support.contexts import context_of

SOC, CISO = PartyId("soc"), PartyId("ciso")
B1, B2, A1 = RoleId("v2:B-1"), RoleId("v2:B-2"), RoleId("v2:A-1")


@pytest.fixture
def model(document: Document, checking: Checking, translator: Translator) -> FindingsModel:
    """Return the model, watched by Qt's own tester."""
    model = FindingsModel(context_of(document, translator, checking=checking))
    mode = QAbstractItemModelTester.FailureReportingMode.Warning
    assert QAbstractItemModelTester(model, mode, model).model() is model
    return model


def shown(model: FindingsModel) -> list[tuple[str, str]]:
    """Return rule and role of each row."""
    return [
        (str(model.index(row, Column.RULE).data()), str(model.index(row, Column.ROLE).data()))
        for row in range(model.rowCount())
    ]


def set_cell(document: Document, viewpoint: Viewpoint, role: RoleId, cell: str) -> None:
    """Write one cell of the SOC."""
    document.perform(SetCells(viewpoint.phase, ((role, SOC, Cell(cell)),)))


def test_a_new_plan_has_no_finding(model: FindingsModel) -> None:
    assert model.rowCount() == 0


def test_findings_are_in_the_order_of_the_roles_whichever_was_added_first(
    model: FindingsModel, document: Document, viewpoint: Viewpoint
) -> None:
    set_cell(document, viewpoint, B2, "")
    set_cell(document, viewpoint, A1, "A")
    set_cell(document, viewpoint, B1, "A/R")
    set_cell(document, viewpoint, B1, "R")
    assert [row for row in shown(model) if row[0] == "R01"] == [
        ("R01", "A-1 Overall policy management"),
        ("R01", "B-1 Basic real-time analysis"),
        ("R01", "B-2 Advanced real-time analysis"),
    ]


def test_undo_removes_the_row_without_a_reset(
    qtbot: QtBot, model: FindingsModel, document: Document, viewpoint: Viewpoint
) -> None:
    set_cell(document, viewpoint, B1, "")
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.rowsRemoved):
        document.undo()
    assert model.rowCount() == 0


def test_a_role_with_another_number_of_findings_changes_its_own_rows_only(
    qtbot: QtBot, model: FindingsModel, document: Document, viewpoint: Viewpoint
) -> None:
    set_cell(document, viewpoint, A1, "A")
    set_cell(document, viewpoint, B2, "")
    with qtbot.assertNotEmitted(model.modelReset):
        set_cell(document, viewpoint, B1, "R")
        assert [rule for rule, role in shown(model) if role.startswith("B-1")] == ["R01", "D02"]
        document.perform(MoveRoles(viewpoint.phase, frozenset({B1}), Area.UNPLACED))
    assert [rule for rule, role in shown(model) if role.startswith("B-1")] == ["R00"]
    assert len(shown(model)) == 3


def test_another_phase_and_another_plan_reset_the_findings(
    qtbot: QtBot, model: FindingsModel, document: Document, checking: Checking, plan: Plan
) -> None:
    phase = plan.phases[0].id
    target = plan.phases[1].id
    document.perform(SetCells(phase, ((B1, SOC, BLANK),)))
    document.perform(SetCells(target, ((A1, SOC, Cell("A")),)))
    checking.look_at_phase(target)
    assert {role for _, role in shown(model)} >= {"A-1 Overall policy management"}
    with qtbot.waitSignal(model.modelReset):
        document.open(History.of(plan))
    assert model.rowCount() == 0


def test_a_party_renamed_and_another_language_change_the_texts(
    model: FindingsModel,
    document: Document,
    viewpoint: Viewpoint,
    translator: Translator,
) -> None:
    set_cell(document, viewpoint, B1, "A/R")
    text = model.index(0, Column.TEXT)
    assert "SOC" in str(text.data())
    soc = document.plan.party(SOC)
    assert soc is not None
    renamed = type(soc)(soc.id, soc.kind, LocalText.same("Watch"), soc.initials)
    document.perform(ChangeParty(renamed))
    assert "Watch" in str(model.index(0, Column.TEXT).data())
    english = str(model.index(0, Column.ROLE).data())
    translator.use(words_for("ja"))
    assert str(model.index(0, Column.ROLE).data()) != english


def test_every_cell_has_an_accessible_text(
    model: FindingsModel, document: Document, viewpoint: Viewpoint
) -> None:
    from PySide6.QtCore import Qt

    set_cell(document, viewpoint, B1, "")
    texts = [
        str(model.index(0, column).data(Qt.ItemDataRole.AccessibleTextRole)) for column in Column
    ]
    assert texts[Column.SEVERITY] == "Error"
    assert texts[Column.RULE] == "R01 Exactly one is accountable"
    assert texts[Column.TEXT] == "No party is accountable (A)."


def test_a_severity_is_an_icon_that_is_seen_on_a_selected_row(
    model: FindingsModel, document: Document
) -> None:
    document.perform(SetCells(document.plan.phases[0].id, ((B1, SOC, BLANK),)))
    icon = model.index(0, Column.SEVERITY).data(Qt.ItemDataRole.DecorationRole)
    assert isinstance(icon, QIcon)
    usual, selected = (icon.pixmap(16, mode) for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected))
    assert not usual.isNull()
    assert usual.toImage() != selected.toImage()
    assert model.index(0, Column.RULE).data(Qt.ItemDataRole.DecorationRole) is None
