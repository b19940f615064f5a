"""The rows of the board never move; each change is told of just the rows it touches."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from socplanner.domain.catalogue import Area, Sourcing
from socplanner.domain.checks.finding import Severity
from socplanner.domain.duty_edits import MoveRoles, SetCells, SetNote
from socplanner.domain.history import History
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.letter_set_edits import SwitchLetterSet
from socplanner.domain.letters import BLANK
from socplanner.domain.party_edits import RemoveParty
from socplanner.services.checking import Checking
from socplanner.services.document import Document
from socplanner.services.translator import Translator
from socplanner.ui.board.board_model import BoardModel
from socplanner.ui.board.lanes import LaneId
from socplanner.ui.kit.viewpoint import Viewpoint
from tests.support.contexts import context_of
from tests.support.lanes import II, IV
from tests.support.letter_sets import letter_of, set_of
from tests.support.plans import big_plan

NOW, TARGET = PhaseId("now"), PhaseId("target")
B3, D4 = RoleId("v2:B-3"), RoleId("v2:D-4")
CISO, SOC = PartyId("ciso"), PartyId("soc")


@pytest.fixture
def model(
    document: Document, viewpoint: Viewpoint, checking: Checking, translator: Translator
) -> BoardModel:
    """Return the model, watched for broken promises."""
    made = BoardModel(context_of(document, translator, viewpoint, checking))
    mode = QAbstractItemModelTester.FailureReportingMode.Warning
    QAbstractItemModelTester(made, mode, made)
    return made


@pytest.fixture
def messages(model: BoardModel) -> list[tuple[int, int]]:
    """Return what the model tells, as first and last rows."""
    received: list[tuple[int, int]] = []

    def on_event(first: QModelIndex, last: QModelIndex) -> None:
        received.append((first.row(), last.row()))

    model.dataChanged.connect(on_event)
    return received


def lanes_of(model: BoardModel) -> list[LaneId]:
    """Return the lane of each row."""
    return [model.lane(row) for row in range(model.rowCount())]


def text(model: BoardModel, role: RoleId, kind: Qt.ItemDataRole) -> str:
    """Return what the row of `role` says."""
    return str(model.index(model.row_of(role)).data(kind))


def test_there_is_a_row_for_every_role_in_the_order_of_the_catalogue(model: BoardModel) -> None:
    assert model.rowCount() == 54
    assert model.index(0).data() == "A-1 Overall policy management"
    assert model.row_of(RoleId("v2:nothing")) == -1


def test_a_move_changes_one_row_and_no_other(
    model: BoardModel, document: Document, messages: list[tuple[int, int]]
) -> None:
    row = model.row_of(B3)
    document.perform(MoveRoles(NOW, frozenset({B3}), Area.IV))
    assert model.lane(row) == IV
    assert set(messages) == {(row, row)}
    document.undo()
    assert model.lane(row) == II


def test_many_changed_rows_are_announced_as_one_range(
    model: BoardModel, document: Document, messages: list[tuple[int, int]]
) -> None:
    document.open(History.of(big_plan(300, 12)))
    messages.clear()
    roles = frozenset(model.role(row).id for row in range(0, 300, 3))
    document.perform(MoveRoles(NOW, roles, Area.UNPLACED))
    assert len(messages) <= 2
    assert min(first for first, _ in messages) == 0


def test_a_note_leaves_every_area_as_it_was(model: BoardModel, document: Document) -> None:
    before = lanes_of(model)
    document.perform(SetNote(NOW, frozenset({B3}), "text"))
    assert lanes_of(model) == before


def test_a_card_is_the_same_object_until_its_content_changes(
    model: BoardModel, document: Document
) -> None:
    row, other = model.row_of(B3), model.row_of(D4)
    card, same = model.card(row), model.card(other)
    document.perform(SetCells(NOW, ((B3, SOC, BLANK),)))
    assert model.card(other) is same
    assert model.card(row) != card


def test_a_card_shows_the_most_severe_finding_and_its_deviations(
    model: BoardModel, document: Document
) -> None:
    row = model.row_of(B3)
    assert model.card(row).severity is None
    assert not model.card(row).deviates
    accountable = [badge for badge in model.card(row).badges if badge.is_accountable]
    assert [badge.initials for badge in accountable] == ["SOC"]
    document.perform(SetCells(NOW, ((B3, SOC, BLANK),)))
    document.perform(MoveRoles(NOW, frozenset({B3}), Area.I))
    assert model.card(row).severity is Severity.ERROR
    assert model.card(row).deviates


def test_another_phase_shows_its_own_duties(model: BoardModel, viewpoint: Viewpoint) -> None:
    row = model.row_of(B3)
    assert model.card(row).sourcing is Sourcing.BOTH
    viewpoint.look_at_phase(TARGET)
    assert model.phase == TARGET
    assert model.card(row).sourcing is Sourcing.INSOURCE


def test_names_and_cards_follow_the_language(model: BoardModel, translator: Translator) -> None:
    row = model.row_of(B3)
    assert model.card(row).name == "Triage information gathering"
    translator.set_language("ja")
    assert model.card(row).name == "トリアージ情報収集"
    assert text(model, B3, Qt.ItemDataRole.DisplayRole) == "B-3 トリアージ情報収集"


def test_removing_a_party_removes_its_badges(model: BoardModel, document: Document) -> None:
    row = model.row_of(RoleId("v2:A-1"))
    assert "CISO" in {badge.initials for badge in model.card(row).badges}
    document.perform(RemoveParty(CISO))
    assert "CISO" not in {badge.initials for badge in model.card(row).badges}


def test_badges_follow_what_the_letters_of_the_plan_mean(
    model: BoardModel, document: Document
) -> None:
    row = model.row_of(B3)
    before = model.card(row)
    meanings = {"R": "one_way", "I": "performs", "A": "accountable", "C": "two_way"}
    custom = set_of(*(letter_of(symbol, flag) for symbol, flag in meanings.items()))
    document.perform(SwitchLetterSet(custom, dict(zip("RACI", "RACI", strict=True))))
    after = model.card(row)
    assert [badge for badge in before.badges if badge.is_responsible]
    assert before.badges != after.badges
    document.undo()
    assert model.card(row) == before


def test_a_card_has_an_accessible_text(model: BoardModel, document: Document) -> None:
    document.perform(SetCells(NOW, ((B3, SOC, BLANK),)))
    document.perform(MoveRoles(NOW, frozenset({B3}), Area.IV))
    assert text(model, B3, Qt.ItemDataRole.AccessibleTextRole) == (
        "B-3 Triage information gathering, Area IV, not in its default area, Both, "
        "responsible: Monitoring provider, 2 errors"
    )


def test_the_tooltip_has_everything_on_a_line_each(model: BoardModel, document: Document) -> None:
    document.perform(MoveRoles(NOW, frozenset({B3}), Area.IV))
    lines = text(model, B3, Qt.ItemDataRole.ToolTipRole).splitlines()
    assert lines == [
        "B-3 Triage information gathering",
        "Function: B Real-time analysis",
        "Area: IV Led by specialists, with the organisation",
        "Default area in the catalogue: II Led by the organisation, with partners",
        "Sourcing: Both",
        "Accountable: SOC",
        "Responsible: SOC, Monitoring provider",
    ]


def test_another_plan_is_shown_with_its_own_roles(model: BoardModel, document: Document) -> None:
    document.open(History.of(big_plan(100, 12)))
    assert model.rowCount() == 100
    assert model.plan is document.plan
