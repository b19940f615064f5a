"""Names of tasks and parties are told apart by what stands above them."""

from socplanner.domain.external.full_names import party_names, task_names
from socplanner.domain.external.import_edit import ImportExternalMatrix
from socplanner.domain.external.mapping_policy import MappingPolicy, resolve_mapping
from socplanner.domain.external.proposal import propose
from socplanner.domain.external.understood import PartyColumn, TaskRow, Understood, Written
from socplanner.domain.letter_sets import LETTER_SETS
from tests.support.small_plan import NOW, small_plan

SETS = tuple(LETTER_SETS.values())
CELLS = (Written("A", ("A",)), Written("R", ("R",)))
TWICE = Understood(
    form="letters",
    parties=(PartyColumn("Manager", (2,), "Head office"), PartyColumn("Manager", (3,), "Plant")),
    tasks=(
        TaskRow(4, "Deploy", CELLS, group="SIEM"),
        TaskRow(7, "Deploy", CELLS, group="EDR"),
        TaskRow(8, "Test", CELLS, group="EDR"),
    ),
    letter_sets=("raci",),
)


def test_the_heading_above_is_added_to_repeated_names() -> None:
    assert party_names(TWICE) == ("Manager (Head office)", "Manager (Plant)")
    assert task_names(TWICE) == ("Deploy (SIEM)", "Deploy (EDR)", "Test")


def test_a_number_distinguishes_equal_names() -> None:
    same = Understood(
        parties=(PartyColumn("Manager"), PartyColumn("Manager"), PartyColumn("")),
        tasks=(TaskRow(2, "Deploy", (), code="1.1"), TaskRow(3, "Deploy", (), code="1.2")),
    )
    assert party_names(same) == ("Manager (1)", "Manager (2)", "(1)")
    assert task_names(same) == ("Deploy (1.1)", "Deploy (1.2)")


def test_new_roles_and_parties_keep_distinguishing_names() -> None:
    plan = small_plan()
    proposal = propose(TWICE, plan, SETS)
    assert [match.name for match in proposal.parties] == list(party_names(TWICE))
    mapping = resolve_mapping(proposal, MappingPolicy(function="A", new_parties=True))
    after = ImportExternalMatrix(NOW, TWICE, mapping).apply(plan)
    added = [party.name.en for party in after.parties if party not in plan.parties]
    assert added == list(party_names(TWICE))
    assert [role.name.en for role in after.custom_roles] == list(task_names(TWICE))
