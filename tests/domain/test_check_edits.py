"""Several waivers are given, and taken back, as one step; one that is wrong takes none."""

import pytest

from socplanner.domain.check_edits import RemoveWaivers, SetWaivers
from socplanner.domain.ids import RoleId
from socplanner.domain.problem import EditRejected
from socplanner.domain.waivers import Waiver
from tests.support.small_plan import A1, A2, NOW, small_plan

WAIVERS = (Waiver("R01", NOW, A1, None, "agreed"), Waiver("R04", NOW, A2, None, "agreed"))


def test_several_are_given_and_taken_back() -> None:
    plan = SetWaivers(WAIVERS).apply(small_plan())
    assert plan.waivers == WAIVERS
    assert RemoveWaivers(tuple(each.subject for each in WAIVERS)).apply(plan).waivers == ()


def test_one_that_is_about_nothing_refuses_all() -> None:
    wrong = Waiver("R01", NOW, RoleId("x:lost"), None, "agreed")
    with pytest.raises(EditRejected, match="unknown-role"):
        SetWaivers((*WAIVERS, wrong)).apply(small_plan())
    with pytest.raises(EditRejected, match="unknown-waiver"):
        RemoveWaivers((wrong.subject,)).apply(small_plan())
