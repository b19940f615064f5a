"""From a foreign sheet to a plan: what was drawn is what the plan holds, and undo takes it away."""

from random import Random

import pytest

from socplanner.domain.external.import_edit import ImportExternalMatrix
from socplanner.domain.external.mapping_policy import MappingPolicy, resolve_mapping
from socplanner.domain.external.proposal import propose
from socplanner.domain.history import History
from socplanner.domain.letter_sets import LETTER_SETS
from socplanner.domain.phases import duties
from socplanner.formats.external.understanding import understand
from tests.support.external_sheets import KINDS, draw_layout
from tests.support.small_plan import NOW, small_plan

SETS = tuple(LETTER_SETS.values())


@pytest.mark.parametrize("kind", KINDS)
def test_a_drawn_table_can_be_imported_as_own_roles_and_new_parties(kind: str) -> None:
    accepted = 0
    for seed in range(30):
        layout = draw_layout(Random(f"take {kind}{seed}"), kind)
        understood = understand(layout.grids, SETS)
        plan = small_plan()
        proposal = propose(understood, plan, SETS)
        if not understood.is_clear or not all(each.is_sure for each in proposal.letters):
            continue
        accepted += 1
        mapping = resolve_mapping(proposal, MappingPolicy(function="A", new_parties=True))
        edit = ImportExternalMatrix(NOW, understood, mapping)
        history = History.of(plan).perform(edit)
        assert history.undone().plan == plan
        current = duties(history.plan, NOW)
        by_name = {role.name.ja: current[role.id].letters for role in history.plan.custom_roles}
        parties = {party.name.ja: party.id for party in history.plan.parties}
        for _, name, cells in layout.tasks:
            for party, letters in zip(layout.parties, cells, strict=True):
                if letters and party in parties and name in by_name:
                    cell = by_name[name][parties[party]]
                    assert frozenset(cell.split("/")) == letters, (layout.traits, name, party)
    assert accepted >= 15
