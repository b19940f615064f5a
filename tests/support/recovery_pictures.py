"""The picture of the chapter on trouble: the work that a run left."""

from pathlib import Path

from socplanner.domain.catalogue import Area
from socplanner.domain.duty_edits import MoveRoles, SetCells, SetNote
from socplanner.domain.history import Edit, History
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.letters import Cell
from socplanner.services.recovery.edit_names import names_of_edits
from socplanner.services.recovery.shown_work import ShownWork
from socplanner.ui.dialogs.recovery_dialog import RecoveryDialog
from tests.support.studio import Studio

_FOLDER = Path("~/.local/share/socplanner/recovery")
_LATEST = 1_796_090_400.0
_A1, _B1, _D1 = (RoleId(f"v2:{code}") for code in ("A-1", "B-1", "D-1"))


def recovery(studio: Studio) -> None:
    """Take the dialog with one work of four edits."""
    plan = studio.plan
    now = plan.phases[0].id
    party = PartyId(plan.parties[0].id)
    edits: tuple[Edit, ...] = (
        MoveRoles(now, frozenset({_D1}), Area.I),
        MoveRoles(now, frozenset({_A1, _B1}), Area.III),
        SetCells(now, ((_D1, party, Cell("C")),)),
        SetNote(now, frozenset({_B1}), "…"),
    )
    history = History.of(plan)
    for edit in edits:
        history = history.perform(edit)
    total, names = names_of_edits(history)
    work = ShownWork(plan.organisation, "~/plans/plan.socplan", _LATEST, total, names)
    dialog = RecoveryDialog([work], _FOLDER, "1", studio.words)
    studio.shoot(dialog, "recovery")
    dialog.close()
    dialog.deleteLater()


SHOTS = (recovery,)
