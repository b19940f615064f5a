"""What a change makes and resolves is what two whole checks differ by."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.checks.effect import NO_EFFECT, effect_of
from socplanner.domain.checks.finding import Finding
from socplanner.domain.checks.run import check_phase, check_plan
from socplanner.domain.duty_edits import SetCells
from socplanner.domain.ids import PartyId, PhaseId
from socplanner.domain.letters import BLANK, Cell
from socplanner.domain.party_edits import AddParty
from socplanner.domain.phase_edits import AddPhase
from socplanner.domain.plan import Party, Plan
from socplanner.domain.waivers import Waiver
from tests.support.small_plan import (
    A1,
    CISO,
    NOW,
    PARTIES,
    ROLES,
    SOC,
    TARGET,
    small_plan,
    text,
    with_row,
)

TODAY = "2026-11-29"
CELLS = st.lists(
    st.tuples(
        st.sampled_from(ROLES),
        st.sampled_from(PARTIES),
        st.sampled_from(("", "R", "A", "A/R", "C", "I", "?")).map(Cell),
    ),
    max_size=8,
)


def _findings(plan: Plan) -> set[Finding]:
    """Return every finding of `plan` without its figures."""
    return {
        each._replace(values=(), parties=each.parties if each.role is None else ())
        for each in check_plan(plan)
    }


def test_nothing_changed_has_no_effect() -> None:
    plan = small_plan()
    assert effect_of(plan, plan, TODAY) == NO_EFFECT


def test_a_role_losing_its_accountable_party_makes_findings_in_all_phases() -> None:
    plan = small_plan("half", "half")
    after = SetCells(NOW, ((A1, CISO, BLANK),)).apply(plan)
    (made,) = (each for each in effect_of(plan, after, TODAY).made if each.finding.rule == "R01")
    assert (made.finding.role, made.phases) == (A1, (NOW, TARGET))
    (gone,) = (
        each for each in effect_of(after, plan, TODAY).resolved if each.finding.rule == "R01"
    )
    assert gone.phases == (NOW, TARGET)


def test_what_is_waived_does_not_count() -> None:
    plan = small_plan(target=None)
    plan = replace(plan, waivers=(Waiver("R01", NOW, A1, None, "agreed"),))
    after = SetCells(NOW, ((A1, CISO, BLANK),)).apply(plan)
    assert "R01" not in {each.finding.rule for each in effect_of(plan, after, TODAY).made}


@given(CELLS, CELLS)
def test_it_is_the_difference_of_two_whole_checks(
    first: list[tuple[str, str, Cell]], second: list[tuple[str, str, Cell]]
) -> None:
    before = SetCells(NOW, tuple(first)).apply(small_plan("half", "all"))  # type: ignore[arg-type]
    after = SetCells(TARGET, tuple(second)).apply(before)  # type: ignore[arg-type]
    effect = effect_of(before, after, TODAY)
    for result, expected in (
        (effect.made, _findings(after) - _findings(before)),
        (effect.resolved, _findings(before) - _findings(after)),
    ):
        apart = {each.finding._replace(phase=phase) for each in result for phase in each.phases}
        named = {
            each._replace(values=(), parties=each.parties if each.role is None else ())
            for each in apart
        }
        assert named == expected


def test_a_finding_about_a_party_with_other_figures_is_neither_made_nor_resolved() -> None:
    plan = small_plan("all", None)
    plan = replace(plan, thresholds={"performing-roles": 1})
    after = SetCells(NOW, ((A1, SOC, BLANK),)).apply(plan)
    rules = {each.finding.rule for each in (*effect_of(plan, after, TODAY).made,)}
    assert "C01" not in rules


def test_a_new_party_is_counted_by_the_rules_that_measure_by_parties() -> None:
    plan = small_plan("all", None)
    party = Party(PartyId("new"), "internal", text("New"))
    after = AddParty(party).apply(plan)
    made = effect_of(plan, after, TODAY).made
    assert [(each.finding.rule, each.finding.parties) for each in made] == [("C04", ("new",))]


def test_everything_in_a_new_phase_is_new() -> None:
    plan = SetCells(NOW, ((A1, CISO, BLANK),)).apply(small_plan("half", None))
    later = PhaseId("later")
    after = AddPhase(later, text("Later")).apply(plan)
    made = effect_of(plan, after, TODAY).made
    assert {phases for _, phases in made} == {(later,)}
    assert "R01" in {each.finding.rule for each in made}
    assert [each.finding for each in made] == list(check_phase(after, later))


def test_new_parties_change_findings_of_roles_that_were_not_edited() -> None:
    cells = {"ciso": "A/C", "soc": "R/C", "it": "C", "mss": "C"}
    plan = with_row(small_plan("half", None), A1, Sourcing.INSOURCE, **cells)
    after = plan
    for number in range(9):
        after = AddParty(Party(PartyId(f"p{number}"), "internal", text("P"))).apply(after)
    resolved = effect_of(plan, after, TODAY).resolved
    assert [(each.finding.rule, each.finding.role) for each in resolved] == [("R04", A1)]
    made = effect_of(after, plan, TODAY).made
    assert [(each.finding.rule, each.finding.role) for each in made] == [("R04", A1)]
