"""Waivers and limits are changed as one step; one that is wrong changes nothing."""

from dataclasses import replace
from types import MappingProxyType

import pytest

from socplanner.domain.check_edits import (
    RemoveWaiver,
    RemoveWaivers,
    SetThresholds,
    SetWaiver,
    SetWaivers,
)
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.limits import MOST_WAIVERS
from socplanner.domain.plan import Plan
from socplanner.domain.problem import EditRejected
from socplanner.domain.thresholds import THRESHOLDS, Threshold
from socplanner.domain.waivers import Waiver
from tests.support.small_plan import A1, A2, CISO, NOW, TARGET, small_plan

WAIVERS = (Waiver("R01", NOW, A1, None, "agreed"), Waiver("R04", NOW, A2, None, "agreed"))


def waived() -> Plan:
    """Return a plan with waivers."""
    return SetWaivers(WAIVERS).apply(small_plan())


def test_several_waivers_are_set_and_removed() -> None:
    plan = waived()
    assert plan.waivers == WAIVERS
    assert RemoveWaivers(tuple(each.subject for each in WAIVERS)).apply(plan).waivers == ()


def test_one_bad_waiver_rejects_all() -> None:
    wrong = Waiver("R01", NOW, RoleId("x:lost"), None, "agreed")
    with pytest.raises(EditRejected, match="unknown-role"):
        SetWaivers((*WAIVERS, wrong)).apply(small_plan())
    with pytest.raises(EditRejected, match="unknown-waiver"):
        RemoveWaivers((wrong.subject,)).apply(small_plan())


@pytest.mark.parametrize(
    ("waiver", "code", "named"),
    [
        (Waiver("R01", PhaseId("gone"), A1, None, "agreed"), "unknown-phase", "gone"),
        (Waiver("R01", NOW, RoleId("x:gone"), None, "agreed"), "unknown-role", "x:gone"),
        (Waiver("C01", NOW, None, PartyId("gone"), "agreed"), "unknown-party", "gone"),
        (Waiver("R01", NOW, A1, None, "agreed", "2026-13-01"), "bad-day", "2026-13-01"),
    ],
)
def test_a_waiver_is_about_something_that_is_there(waiver: Waiver, code: str, named: str) -> None:
    with pytest.raises(EditRejected) as rejected:
        SetWaiver(waiver).apply(small_plan())
    assert rejected.value.problem.code == code
    assert list(rejected.value.problem.values.values()) == [named]


def test_a_waiver_replaces_the_earlier_one_of_its_subject() -> None:
    first = Waiver("R01", NOW, A1, None, "for\tanother reason", "2026-12-31")
    plan = SetWaiver(first).apply(waived())
    assert plan.waivers == (first._replace(reason="for another reason"), WAIVERS[1])
    last = WAIVERS[1]._replace(reason="other")
    assert SetWaiver(last).apply(waived()).waivers == (WAIVERS[0], last)
    elsewhere = WAIVERS[0]._replace(phase=TARGET)
    assert SetWaiver(elsewhere).apply(waived()).waivers == (*WAIVERS, elsewhere)
    of_party = Waiver("C01", NOW, None, CISO, "agreed")
    assert SetWaiver(of_party).apply(waived()).waivers == (*WAIVERS, of_party)


def test_the_same_waiver_again_changes_nothing() -> None:
    plan = waived()
    assert SetWaiver(WAIVERS[1]).apply(plan) is plan


def test_one_waiver_is_removed_and_the_others_stay() -> None:
    assert RemoveWaiver(WAIVERS[0].subject).apply(waived()).waivers == WAIVERS[1:]
    with pytest.raises(EditRejected) as rejected:
        RemoveWaiver(WAIVERS[0].subject).apply(small_plan())
    assert rejected.value.problem.values == {"rule": "R01"}


def test_a_plan_has_no_more_waivers_than_can_be_opened_again() -> None:
    many = tuple(WAIVERS[0]._replace(rule=f"R{number}") for number in range(MOST_WAIVERS - 1))
    almost = replace(small_plan(), waivers=many)
    full = SetWaiver(WAIVERS[1]).apply(almost)
    assert len(full.waivers) == MOST_WAIVERS
    with pytest.raises(EditRejected) as rejected:
        SetWaiver(WAIVERS[1]._replace(phase=TARGET)).apply(full)
    assert rejected.value.problem.code == "too-many-waivers"
    assert rejected.value.problem.values == {"most": MOST_WAIVERS}
    assert SetWaiver(WAIVERS[1]._replace(reason="other")).apply(full).waivers[-1].reason == "other"


@pytest.mark.parametrize("limit", THRESHOLDS, ids=lambda limit: limit.id)
def test_a_limit_is_set_within_its_bounds(limit: Threshold) -> None:
    plan = small_plan()
    for value in {limit.least, limit.most} - {limit.default}:
        assert SetThresholds({limit.id: value}).apply(plan).thresholds == {limit.id: value}
    for value in (limit.least - 1, limit.most + 1):
        with pytest.raises(EditRejected) as rejected:
            SetThresholds({limit.id: value}).apply(plan)
        assert rejected.value.problem.code == "bad-threshold"
        assert rejected.value.problem.values == {
            "threshold": limit.id,
            "least": limit.least,
            "most": limit.most,
        }


def test_only_limits_that_are_not_as_usual_are_stored() -> None:
    plan = small_plan()
    assert SetThresholds({"performers": 3}).apply(plan) is plan
    changed = SetThresholds({"performers": 5, "informed": 4}).apply(plan)
    assert changed.thresholds == {"performers": 5}
    assert SetThresholds(MappingProxyType({"performers": 5})).apply(changed) is changed
    assert SetThresholds({}).apply(changed).thresholds == {}


def test_an_unknown_limit_is_refused() -> None:
    with pytest.raises(EditRejected) as rejected:
        SetThresholds({"performers": 5, "gone": 1}).apply(small_plan())
    assert rejected.value.problem.code == "unknown-threshold"
    assert rejected.value.problem.values == {"threshold": "gone"}
