"""The pictures of the chapter on versions: what differs from a file, and conflicts of a merge."""

from collections.abc import Sequence
from dataclasses import replace

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.duty_edits import ChangeSourcing, SetCells, SetNote
from socplanner.domain.history import Edit, History
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.letters import Cell
from socplanner.domain.plan import Plan
from socplanner.services.document import Document
from socplanner.services.plan_merging import merged_plans
from socplanner.services.translator import Translator
from socplanner.ui.versions.conflicts_dialog import ConflictsDialog
from socplanner.ui.versions.differences_dialog import DifferencesDialog, OtherVersion
from tests.support.studio import Studio

_B1, _D1, _D4 = (RoleId(f"v2:{code}") for code in ("B-1", "D-1", "D-4"))
_CSIRT, _IT = PartyId("csirt"), PartyId("it")


def _after(plan: Plan, edits: Sequence[Edit]) -> Plan:
    for edit in edits:
        plan = edit.apply(plan)
    return plan


def differences(studio: Studio) -> None:
    """Take what a colleague's file changes."""
    plan = studio.plan
    phase = plan.phases[-1].id
    other = _after(
        plan,
        (
            ChangeSourcing(phase, frozenset({_B1}), Sourcing.BOTH),
            SetCells(phase, ((_D4, _IT, Cell("C")), (_D4, _CSIRT, Cell("R")))),
            SetNote(plan.phases[0].id, frozenset({_D1}), "24/7"),
        ),
    )
    other = replace(other, organisation=f"{plan.organisation} 2")
    document = Document(History.of(plan))
    versions = [OtherVersion("plan-2.socplan", lambda _: other)]
    dialog = DifferencesDialog(document, Translator(studio.words), versions)
    dialog.resize(640, 420)
    studio.shoot(dialog, "differences")
    dialog.close()


def conflicts(studio: Studio) -> None:
    """Take two conflicts of a merge."""
    plan = studio.plan
    now, phase = plan.phases[0].id, plan.phases[-1].id
    ours = _after(
        plan,
        (
            SetCells(phase, ((_D4, _IT, Cell("C")),)),
            SetNote(now, frozenset({_D1}), "24/7"),
        ),
    )
    theirs = _after(
        plan,
        (
            SetCells(phase, ((_D4, _IT, Cell("I")),)),
            SetNote(now, frozenset({_D1}), "8/5"),
        ),
    )
    document = Document(History.of(merged_plans(plan, ours, theirs).plan))
    dialog = ConflictsDialog(document, Translator(studio.words))
    dialog.resize(720, 300)
    studio.shoot(dialog, "conflicts")
    dialog.close()


SHOTS = (differences, conflicts)
