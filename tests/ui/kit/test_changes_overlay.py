"""The overlay of changes follows plan and phase while it is on, and costs nothing while off."""

import pytest
from pytestqt.qtbot import QtBot

from socplanner.domain.duty_edits import SetNote
from socplanner.domain.history import History
from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.new_plan import NOW
from socplanner.domain.phase_changes import changing_roles, compared_phases
from socplanner.domain.phase_edits import AddPhase, RemovePhase
from socplanner.domain.plan import Plan
from socplanner.services.document import Document
from socplanner.ui.kit.changes_overlay import ChangesOverlay
from socplanner.ui.kit.viewpoint import Viewpoint
from tests.support.plans import hybrid_plan

A1, B1, TARGET = RoleId("v2:A-1"), RoleId("v2:B-1"), PhaseId("target")


@pytest.fixture
def overlay(document: Document, viewpoint: Viewpoint) -> ChangesOverlay:
    """Return the overlay, turned on."""
    overlay = ChangesOverlay(document, viewpoint)
    overlay.turn(is_on=True)
    return overlay


def is_true_to(overlay: ChangesOverlay, plan: Plan, phase: PhaseId) -> bool:
    """Return whether the overlay shows what a comparison of all roles finds."""
    phases = compared_phases(plan, phase)
    if phases is None:
        return not overlay.is_on and not overlay.roles
    return overlay.phases == phases and overlay.roles == changing_roles(plan, phases)


def test_it_follows_every_kind_of_edit(
    overlay: ChangesOverlay, document: Document, viewpoint: Viewpoint
) -> None:
    assert is_true_to(overlay, document.plan, NOW)
    before = set(overlay.roles)
    document.perform(SetNote(TARGET, frozenset({A1}), "only later"))
    assert set(overlay.roles) - before <= {A1}
    assert is_true_to(overlay, document.plan, NOW)
    viewpoint.look_at_phase(TARGET)
    assert is_true_to(overlay, document.plan, TARGET)
    document.perform(SetNote(NOW, frozenset({A1}), "only later"))
    assert is_true_to(overlay, document.plan, TARGET)
    for step in (document.undo, document.undo, document.redo, document.redo):
        step()
        assert is_true_to(overlay, document.plan, TARGET)


def test_a_further_phase_and_its_removal_are_followed(
    overlay: ChangesOverlay, document: Document, viewpoint: Viewpoint
) -> None:
    later = PhaseId("later")
    document.perform(AddPhase(later, document.plan.phases[0].name))
    viewpoint.look_at_phase(later)
    assert is_true_to(overlay, document.plan, later)
    document.perform(RemovePhase(later))
    assert is_true_to(overlay, document.plan, viewpoint.phase)


def test_another_plan_with_one_phase_has_nothing_to_show(
    overlay: ChangesOverlay, document: Document, qtbot: QtBot, plan: Plan
) -> None:
    with qtbot.waitSignal(overlay.changed):
        document.open(History.of(hybrid_plan(None)))
    assert not overlay.is_on
    document.open(History.of(plan))
    assert is_true_to(overlay, plan, NOW)


def test_turned_off_it_announces_nothing(document: Document, viewpoint: Viewpoint) -> None:
    overlay = ChangesOverlay(document, viewpoint)
    announced: list[bool] = []
    overlay.changed.connect(lambda: announced.append(overlay.is_on))
    document.perform(SetNote(TARGET, frozenset({B1}), "quiet"))
    viewpoint.look_at_phase(TARGET)
    assert announced == []
    overlay.turn(is_on=True)
    overlay.turn(is_on=True)
    overlay.turn(is_on=False)
    assert announced == [True, False]
