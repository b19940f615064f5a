"""Whatever an edit changes, each model shows what one made afterwards would show."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt

from socplanner.domain.catalogue import Area, Sourcing
from socplanner.domain.check_edits import SetThresholds
from socplanner.domain.duty_edits import ChangeSourcing, MoveRoles, SetCells, SetNote
from socplanner.domain.history import Edit
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.letter_set_edits import SwitchLetterSet, proposed_mapping
from socplanner.domain.letters import BLANK
from socplanner.domain.local_text import LocalText
from socplanner.domain.party_edits import ChangeParty, MoveParty, RemoveParty
from socplanner.domain.phase_edits import RemovePhase, RenameOrganisation
from socplanner.domain.plan import Plan
from socplanner.domain.thresholds import THRESHOLDS
from socplanner.services.checking import Checking
from socplanner.services.document import Document
from socplanner.services.tally import Tally
from socplanner.services.translator import Translator
from socplanner.ui.board.board_model import BoardModel
from socplanner.ui.checks.findings_model import FindingsModel
from socplanner.ui.kit.viewpoint import Viewpoint
from socplanner.ui.matrix.matrix_model import MatrixModel
from socplanner.ui.parties.party_list_model import PartyListModel
from tests.support.contexts import context_of
from tests.support.letter_sets import CUSTOM_SET

NOW, TARGET = PhaseId("now"), PhaseId("target")
B3, D4 = RoleId("v2:B-3"), RoleId("v2:D-4")
CISO, SOC = PartyId("ciso"), PartyId("soc")
ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)


@dataclass(frozen=True)
class OtherCatalogue:
    """Give the roles of the catalogue other names: no edit of today does, a newer edition will."""

    def apply(self, plan: Plan) -> Plan:
        roles = (
            role._replace(name=LocalText(f"新{role.name.ja}", f"New {role.name.en}"))
            for role in plan.catalogue.roles
        )
        return replace(plan, catalogue=replace(plan.catalogue, roles=tuple(roles)))


def _renamed(plan: Plan) -> Edit:
    party = plan.party(SOC)
    assert party is not None
    return ChangeParty(replace(party, name=LocalText("監視", "Watch")))


EDITS: dict[str, Callable[[Plan], Edit]] = {
    "role moved": lambda _: MoveRoles(NOW, frozenset({B3, D4}), Area.UNPLACED),
    "sourcing": lambda _: ChangeSourcing(NOW, frozenset({B3}), Sourcing.UNDECIDED),
    "letter": lambda _: SetCells(NOW, ((B3, CISO, BLANK),)),
    "note": lambda _: SetNote(NOW, frozenset({B3}), "to be agreed"),
    "party renamed": _renamed,
    "party moved": lambda plan: MoveParty(plan.parties[-1].id, 0),
    "party removed": lambda _: RemoveParty(SOC),
    "letters": lambda plan: SwitchLetterSet(
        CUSTOM_SET, proposed_mapping(plan.letter_set, CUSTOM_SET)
    ),
    "phase removed": lambda _: RemovePhase(NOW),
    "thresholds": lambda _: SetThresholds({THRESHOLDS[0].id: THRESHOLDS[0].least}),
    "organisation": lambda _: RenameOrganisation("Another"),
    "catalogue": lambda _: OtherCatalogue(),
}


def _models(
    document: Document, translator: Translator, phase: PhaseId
) -> dict[str, QAbstractItemModel]:
    viewpoint, checking, tally = Viewpoint(document), Checking(document), Tally(document)
    for follower in (viewpoint, checking, tally):
        follower.look_at_phase(phase)
    return {
        "board": BoardModel(context_of(document, translator, viewpoint, checking)),
        "matrix": MatrixModel(context_of(document, translator, viewpoint, checking)),
        "findings": FindingsModel(context_of(document, translator, checking=checking)),
        "parties": PartyListModel(context_of(document, translator, tally=tally), document),
    }


def _shown(model: QAbstractItemModel) -> list[list[str]]:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())
    return [
        [str(model.index(row, column).data(role)) for column in range(columns)]
        for row in range(model.rowCount(QModelIndex()))
        for role in ROLES
    ]


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_its_undo_and_its_redo_leave_every_model_as_if_new(
    name: str, document: Document, translator: Translator
) -> None:
    models = _models(document, translator, NOW)
    for made in models.values():
        _shown(made)  # what was shown before is what might be kept too long
    document.perform(EDITS[name](document.plan))
    phase = NOW if name != "phase removed" else TARGET
    for turn in (lambda: None, document.undo, document.redo):
        turn()
        expected = _models(document, translator, phase)
        for kind, model in models.items():
            assert _shown(model) == _shown(expected[kind]), kind
