"""One of the four scores is written; the other three stay, whatever they were."""

import pytest

from socplanner.domain.duty_edits import SetMaturity, SetScore
from socplanner.domain.ids import RoleId
from socplanner.domain.phases import duty
from socplanner.domain.plan import Maturity
from socplanner.domain.problem import EditRejected
from tests.support.small_plan import A1, A2, NOW, small_plan


def test_a_score_of_several_roles_is_written_and_their_others_stay() -> None:
    plan = SetMaturity(NOW, frozenset({A1}), Maturity("1", "2", "3", "4")).apply(small_plan())
    after = SetScore(NOW, frozenset({A1, A2}), "inhouse_target", "5").apply(plan)
    assert duty(after, NOW, A1).maturity == Maturity("1", "5", "3", "4")
    assert duty(after, NOW, A2).maturity == Maturity(None, "5")


def test_a_score_can_be_removed() -> None:
    plan = SetMaturity(NOW, frozenset({A1}), Maturity("1")).apply(small_plan())
    after = SetScore(NOW, frozenset({A1}), "inhouse", None).apply(plan)
    assert duty(after, NOW, A1).maturity == Maturity()


def test_a_score_of_an_unknown_role_is_refused() -> None:
    with pytest.raises(EditRejected):
        SetScore(NOW, frozenset({RoleId("x:Z-9")}), "inhouse", "1").apply(small_plan())
