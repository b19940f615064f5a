"""The matrix as a table: cell signals for letters, column signals for parties, never a reset."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from socplanner.domain.checks.finding import Severity
from socplanner.domain.duty_edits import ApplyPattern, SetCells
from socplanner.domain.history import History
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.letters import Cell
from socplanner.domain.local_text import LocalText
from socplanner.domain.matrix import matrix_of
from socplanner.domain.party_edits import AddParty, MoveParty, RemoveParty
from socplanner.domain.plan import Party, Plan
from socplanner.services.checking import Checking
from socplanner.services.document import Document
from socplanner.services.i18n import words_for
from socplanner.services.translator import Translator
from socplanner.ui.kit.viewpoint import Viewpoint
from socplanner.ui.matrix.load_model import LoadModel
from socplanner.ui.matrix.matrix_model import MatrixModel
from tests.support.contexts import context_of

B1, SOC, CISO = RoleId("v2:B-1"), PartyId("soc"), PartyId("ciso")
_ACCESSIBLE_TEXT = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def model(
    document: Document, viewpoint: Viewpoint, checking: Checking, translator: Translator
) -> MatrixModel:
    """Return the model, watched by Qt's own tester."""
    model = MatrixModel(context_of(document, translator, viewpoint, checking))
    mode = QAbstractItemModelTester.FailureReportingMode.Warning
    assert QAbstractItemModelTester(model, mode, model).model() is model
    return model


@pytest.fixture
def load(model: MatrixModel, translator: Translator) -> LoadModel:
    """Return the model of the load, watched too."""
    load = LoadModel(model, translator, model)
    mode = QAbstractItemModelTester.FailureReportingMode.Warning
    assert QAbstractItemModelTester(load, mode, load).model() is load
    return load


def agrees(model: MatrixModel, document: Document, viewpoint: Viewpoint) -> bool:
    """Tell whether the model shows what the domain's matrix says."""
    matrix = matrix_of(document.plan, viewpoint.phase)
    shown = {
        line.role.id: tuple(model.cell(row, at) for at in range(model.columnCount()))
        for row, line in enumerate(model.lines)
        if line.role is not None
    }
    loads = {
        party: {k: n for k, n in current.items() if n} for party, current in matrix.load().items()
    }
    counted = {
        party.id: {k: n for k, n in model.load(at).items() if n}
        for at, party in enumerate(model.parties)
    }
    return shown == {row.role.id: row.cells for row in matrix.rows} and counted == loads


def test_each_function_is_above_its_roles(model: MatrixModel) -> None:
    bands = [line.function for line in model.lines if line.is_band]
    assert bands == list("ABCDEFGHI")
    assert model.rowCount() == 9 + 54
    band = model.index(0, 0)
    assert model.flags(band) == Qt.ItemFlag.NoItemFlags
    assert band.data() is None


def test_a_letter_announces_its_cell_alone(
    qtbot: QtBot, model: MatrixModel, document: Document, viewpoint: Viewpoint
) -> None:
    changes: list[tuple[int, int, int, int]] = []

    def note(first: object, last: object) -> None:
        changes.append((first.row(), first.column(), last.row(), last.column()))  # type: ignore[attr-defined]

    model.dataChanged.connect(note)
    row, column = model.row_of(B1), model.column_of(CISO)
    with qtbot.assertNotEmitted(model.modelReset):
        document.perform(SetCells(viewpoint.phase, ((B1, CISO, Cell("I")),)))
    assert changes == [(row, column, row, column)]
    assert agrees(model, document, viewpoint)


def test_a_pattern_a_party_and_a_phase_are_followed_without_a_reset(
    qtbot: QtBot,
    model: MatrixModel,
    load: LoadModel,
    document: Document,
    viewpoint: Viewpoint,
) -> None:
    new = Party(PartyId("board"), "internal", LocalText.same("Board"))
    with qtbot.assertNotEmitted(model.modelReset):
        for edit in (
            ApplyPattern(viewpoint.phase, "minimum-insource"),
            AddParty(new, 2),
            MoveParty(new.id, 6),
            MoveParty(SOC, 0),
            SetCells(viewpoint.phase, ((B1, new.id, Cell("C")),)),
            RemoveParty(SOC),
        ):
            document.perform(edit)
            assert agrees(model, document, viewpoint), edit
            assert load.columnCount() == model.columnCount()
        viewpoint.look_at_phase(document.plan.phases[1].id)
        assert agrees(model, document, viewpoint)
        while document.history.index:
            document.undo()
            assert agrees(model, document, viewpoint)


def test_another_plan_is_the_one_reset(
    qtbot: QtBot, model: MatrixModel, document: Document, viewpoint: Viewpoint, plan: Plan
) -> None:
    document.perform(SetCells(viewpoint.phase, ((B1, CISO, Cell("I")),)))
    with qtbot.waitSignal(model.modelReset):
        document.open(History.of(plan))
    assert agrees(model, document, viewpoint)


def test_a_cell_has_an_accessible_text_in_both_languages(
    model: MatrixModel, translator: Translator
) -> None:
    index = model.index(model.row_of(B1), model.column_of(SOC))
    assert index.data(_ACCESSIBLE_TEXT) == "B-1 Basic real-time analysis – SOC: Accountable"
    blank = model.index(model.row_of(B1), model.column_of(CISO))
    assert blank.data(_ACCESSIBLE_TEXT) == "B-1 Basic real-time analysis – CISO: Not involved"
    translator.use(words_for("ja"))
    assert "説明責任" in str(index.data(_ACCESSIBLE_TEXT))


def test_headers_have_accessible_texts_with_sourcing_kind_and_load(model: MatrixModel) -> None:
    row = model.headerData(model.row_of(B1), Qt.Orientation.Vertical, _ACCESSIBLE_TEXT)
    assert row == "B-1 Basic real-time analysis\nOutsourced · Area IV"
    column = model.headerData(model.column_of(SOC), Qt.Orientation.Horizontal, _ACCESSIBLE_TEXT)
    assert str(column).startswith("SOC (Internal)\nR Responsible: ")


def test_a_finding_marks_its_row_and_the_cells_it_names(
    model: MatrixModel, document: Document, viewpoint: Viewpoint
) -> None:
    row = model.row_of(B1)
    assert model.worst(row) is None
    document.perform(SetCells(viewpoint.phase, ((B1, CISO, Cell("A")),)))
    assert model.worst(row) is Severity.ERROR
    marked = [at for at in range(model.columnCount()) if model.mark(row, at) is not None]
    assert marked == sorted([model.column_of(CISO), model.column_of(SOC)])
    tip = model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "More than one party is accountable" in str(tip)
    document.undo()
    assert model.worst(row) is None
    assert all(model.mark(row, at) is None for at in range(model.columnCount()))


def test_the_load_counts_each_letter_of_a_party(
    model: MatrixModel, load: LoadModel, document: Document, viewpoint: Viewpoint
) -> None:
    column = model.column_of(CISO)
    informed = int(str(load.index(3, column).data()))
    document.perform(SetCells(viewpoint.phase, ((B1, CISO, Cell("I")),)))
    assert load.index(3, column).data() == str(informed + 1)
    assert (
        load.index(3, column).data(_ACCESSIBLE_TEXT) == f"CISO: I Informed in {informed + 1} roles"
    )
