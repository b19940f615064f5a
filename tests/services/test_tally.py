"""Counts stay those of the phase in view, whatever changes with it in one step."""

import pytest

from socplanner.domain.catalogue import Area, Sourcing
from socplanner.domain.duty_edits import MoveRoles
from socplanner.domain.history import History
from socplanner.domain.ids import PhaseId
from socplanner.domain.phase_edits import RemovePhase
from socplanner.domain.plan import Plan
from socplanner.domain.replace_plan import replacing
from socplanner.services.document import Document
from socplanner.services.tally import Tally
from socplanner.ui.kit.viewpoint import Viewpoint
from tests.support.plans import hybrid_plan

NOW, TARGET = PhaseId("now"), PhaseId("target")
BOTH = hybrid_plan()
FIRST, LAST = RemovePhase(TARGET).apply(BOTH), RemovePhase(NOW).apply(BOTH)
MOVED = MoveRoles(NOW, frozenset(role.id for role in BOTH.roles()), Area.II).apply(FIRST)


@pytest.mark.parametrize(
    ("before", "phase", "after"),
    [(FIRST, NOW, LAST), (LAST, TARGET, FIRST), (BOTH, TARGET, MOVED), (MOVED, NOW, BOTH)],
)
def test_counts_follow_a_version_with_other_phases(
    before: Plan, phase: PhaseId, after: Plan
) -> None:
    document = Document(History.of(before))
    viewpoint, tally = Viewpoint(document), Tally(document)
    viewpoint.phase_changed.connect(lambda: tally.look_at_phase(viewpoint.phase))
    viewpoint.look_at_phase(phase)
    document.perform(replacing(before, after, "restore"))
    fresh = Tally(document)
    fresh.look_at_phase(viewpoint.phase)
    assert [tally.of_area(each) for each in Area] == [fresh.of_area(each) for each in Area]
    assert [tally.of_sourcing(each) for each in Sourcing] == [
        fresh.of_sourcing(each) for each in Sourcing
    ]
    for party in after.parties:
        assert +tally.load_of(party.id) == +fresh.load_of(party.id)
