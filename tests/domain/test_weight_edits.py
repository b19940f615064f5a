"""Weights: of functions and roles, replaced as a whole, and the order of the gaps that follows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.domain.custom_role_edits import AddCustomRole, RemoveCustomRole
from socplanner.domain.duty_edits import SetAim
from socplanner.domain.history import History
from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.local_text import LocalText
from socplanner.domain.maturity.gaps import gaps
from socplanner.domain.maturity.role_maturity import role_maturities
from socplanner.domain.problem import EditRejected
from socplanner.domain.summary import summary_of
from socplanner.domain.weight_edits import SetWeights
from socplanner.domain.weights import weight_in
from tests.support.plans import hybrid_plan

PLAN = hybrid_plan()
NOW = PhaseId("now")
ROLES = [role.id for role in PLAN.roles()]
WEIGHTS = st.dictionaries(
    st.sampled_from([*PLAN.catalogue.function_by_code, *ROLES]), st.integers(0, 9)
)


def test_the_weight_of_a_role_comes_before_that_of_its_function() -> None:
    weights = {"B": 3, "v2:B-1": 0}
    assert weight_in(weights, "v2:B-1", "B") == 0
    assert weight_in(weights, "v2:B-2", "B") == 3
    assert weight_in(weights, "v2:D-1", "D") == 1


def test_a_function_of_the_usual_weight_is_not_stored_but_a_role_is() -> None:
    plan = SetWeights({"D": 1, "B": 2, "v2:B-1": 1}).apply(PLAN)
    assert dict(plan.weights) == {"B": 2, "v2:B-1": 1}
    assert SetWeights({"v2:B-1": 1, "B": 2}).apply(plan) is plan


@pytest.mark.parametrize(
    ("weights", "code"),
    [({"Z": 2}, "unknown-role"), ({"B": 10}, "bad-number"), ({"v2:B-1": -1}, "bad-number")],
)
def test_what_cannot_be_is_refused(weights: dict[str, int], code: str) -> None:
    with pytest.raises(EditRejected, match=code):
        SetWeights(weights).apply(PLAN)


def test_a_custom_role_is_removed_with_its_weight() -> None:
    plan = AddCustomRole("NIGHT", "B", LocalText.same("Night")).apply(PLAN)
    plan = SetWeights({"own:NIGHT": 5, "B": 2}).apply(plan)
    assert dict(RemoveCustomRole(RoleId("own:NIGHT")).apply(plan).weights) == {"B": 2}


@given(WEIGHTS)
def test_weights_are_one_step_that_is_undone(weights: dict[str, int]) -> None:
    history = History.of(PLAN).perform(SetWeights(weights))
    for role in PLAN.roles():
        stated = weights.get(role.id, weights.get(role.function, 1))
        assert weight_in(history.plan.weights, role.id, role.function) == stated
    if history.plan is not PLAN:
        assert history.undone().plan is PLAN


@given(WEIGHTS)
def test_gaps_are_in_the_order_of_their_priority(weights: dict[str, int]) -> None:
    plan = SetAim(NOW, frozenset(ROLES), "inhouse", "3").apply(PLAN)
    plan = SetAim(NOW, frozenset(ROLES), "outsourced", "4").apply(plan)
    plan = SetWeights(weights).apply(plan)
    listed = gaps(role_maturities(plan, NOW, None), plan.weights)
    assert [each.priority for each in listed] == sorted(
        (each.role.gap * each.weight for each in listed), reverse=True
    )
    on_the_page = summary_of(plan, NOW, "2026-01-01").gaps
    assert [each.priority for each in on_the_page] == [
        each.priority for each in gaps((each.role for each in on_the_page), plan.weights)
    ]
