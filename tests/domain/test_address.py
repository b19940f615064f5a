"""Every value of a plan has an address; what differs there is what two plans differ in."""

from dataclasses import fields, replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from socplanner.domain.address import (
    Address,
    AssessmentAddress,
    PartyAddress,
    PhaseAddress,
    PlanAddress,
    RoleAddress,
    ScoreAddress,
    addresses,
    changed_values,
    value_at,
    with_value_at,
)
from socplanner.domain.assessment import Assessment
from socplanner.domain.catalogue import Area, Sourcing
from socplanner.domain.duty_values import DutyAddress
from socplanner.domain.ids import AssessmentId, PartyId, PhaseId, RoleId
from socplanner.domain.letters import Cell
from socplanner.domain.marking import Marking, Tlp
from socplanner.domain.phases import duty, with_duties
from socplanner.domain.plan import Aim, Duty, Party, frozen
from socplanner.domain.problem import EditRejected
from tests.support.small_plan import A1, A2, B2, CISO, IT, NOW, SOC, TARGET, small_plan, text

FIRST = AssessmentId("first")
PLAN = replace(small_plan(), assessments=(Assessment(FIRST, "2025-11-28"),))
OTHER: dict[str, tuple[str, ...]] = {
    "organisation": ("Acme",),
    "tlp": ("amber", ""),
    "classification": ("internal", ""),
    "performers": ("5", ""),
    "kind": ("internal", "provider", "authority"),
    "name-ja": ("別", "名"),
    "name-en": ("Other", "Name"),
    "initials-ja": ("別", ""),
    "initials-en": ("OT", ""),
    "executive": ("yes", ""),
    "parent": ("ciso", ""),
    "headcount": ("7", ""),
    "resident": ("yes", ""),
    "lead": ("Ms Mori", ""),
    "pattern": ("half", "all"),
    "letters": ("A/R", "C", ""),
    "sourcing": tuple(each.value for each in Sourcing),
    "area": tuple(each.value for each in Area),
    "coverage": ("24x365", ""),
    "note": ("by mail", ""),
    "aim_inhouse": ("4", ""),
    "aim_outsourced": ("na", ""),
    "aim_until": ("2027-03-31", ""),
    "begins": ("2026-04-01", ""),
    "ends": ("2027-03-31", ""),
    "approver": ("Board", ""),
    "approval_day": ("2026-03-20", ""),
    "approval_number": ("26-014", ""),
    "budget": ("12,000,000 yen", ""),
    "day": ("2026-11-30", ""),
    "by": ("Audit", ""),
    "score": ("3", "unknown", ""),
    "evidence": ("Policy, 4th edition", ""),
    "remark": ("see\nthere", ""),
}
"""For each kind of field, values that may stand in it."""


def _field_of(address: Address) -> str:
    return address.value.field if isinstance(address, RoleAddress) else address.field


AREA_OF_A2 = DutyAddress(A2, "area")
ADDRESSES = [each for each in addresses(PLAN) if _field_of(each) in OTHER]


def test_every_field_of_a_duty_a_party_and_a_marking_has_an_address() -> None:
    named = {_field_of(each).partition("-")[0] for each in addresses(PLAN)}
    duty_fields = {field.name for field in fields(Duty)} - {"aim"}
    party_fields = {field.name for field in fields(Party)} - {"id", "is_executive", "is_resident"}
    of_aim = {f"aim_{field.name}" for field in fields(Aim)}
    marking = {field.name for field in fields(Marking)}
    assert duty_fields | party_fields | of_aim | marking | {"executive", "resident"} <= named


@pytest.mark.parametrize("address", dict.fromkeys(ADDRESSES), ids=str)
def test_a_value_is_read_where_it_was_written_and_changes_nothing_else(address: Address) -> None:
    for value in OTHER[_field_of(address)]:
        try:
            after = with_value_at(PLAN, address, value)
        except EditRejected as rejection:
            assert rejection.problem.code in {"party-above-itself", "no-name"}  # noqa: PT017
            continue
        assert value_at(after, address) == value
        changed = {each.address for each in changed_values(PLAN, after)}
        later = {TARGET} if isinstance(address, RoleAddress) else set()
        assert changed <= {address, *(address._replace(phase=each) for each in later)}  # type: ignore[call-arg]
        assert (address in changed) == (value_at(PLAN, address) != value)


@settings(max_examples=60, deadline=None)
@example([(RoleAddress(NOW, AREA_OF_A2), 0), (RoleAddress(TARGET, AREA_OF_A2), 1)])
@given(st.lists(st.tuples(st.sampled_from(ADDRESSES), st.integers(0, 9)), max_size=8))
def test_the_changed_values_lead_from_one_plan_to_the_other(
    steps: list[tuple[Address, int]],
) -> None:
    after = PLAN
    for address, number in steps:
        values = OTHER[_field_of(address)]
        try:
            after = with_value_at(after, address, values[number % len(values)])
        except EditRejected:
            continue
    rebuilt = PLAN
    for _ in PLAN.phases:  # a later phase follows an earlier one where it states nothing itself
        for change in changed_values(rebuilt, after):
            rebuilt = with_value_at(rebuilt, change.address, change.after)
    assert changed_values(rebuilt, after) == ()


def test_a_changed_value_is_what_each_of_the_plans_has_there() -> None:
    after = with_value_at(PLAN, RoleAddress(NOW, DutyAddress(A1, "note")), "why")
    for change in changed_values(PLAN, after):
        assert value_at(PLAN, change.address) == change.before
        assert value_at(after, change.address) == change.after


def test_a_plan_does_not_differ_from_itself() -> None:
    assert changed_values(PLAN, PLAN) == ()


def test_what_only_one_plan_has_is_no_changed_value() -> None:
    without = replace(PLAN, parties=PLAN.parties[:-1], phases=PLAN.phases[:1])
    assert all(
        PartyId("cert") not in each.address and TARGET not in each.address
        for each in (*changed_values(PLAN, without), *changed_values(without, PLAN))
    )


@pytest.mark.parametrize(
    "address",
    [
        PlanAddress("colour"),
        PartyAddress(PartyId("nobody"), "kind"),
        PartyAddress(SOC, "colour"),
        PhaseAddress(PhaseId("never"), "pattern"),
        RoleAddress(NOW, DutyAddress(RoleId("x:Z-9"), "note")),
        RoleAddress(PhaseId("never"), DutyAddress(A1, "note")),
        AssessmentAddress(AssessmentId("never"), "by"),
        ScoreAddress(AssessmentId("never"), A1, "inhouse", "score"),
        ScoreAddress(FIRST, RoleId("x:Z-9"), "inhouse", "score"),
    ],
)
def test_an_address_the_plan_does_not_have_is_a_key_error(address: Address) -> None:
    with pytest.raises(KeyError):
        value_at(PLAN, address)
    with pytest.raises(KeyError):
        with_value_at(PLAN, address, "")


@pytest.mark.parametrize(
    ("address", "value", "code"),
    [
        (PlanAddress("tlp"), "purple", "unknown-value"),
        (PlanAddress("performers"), "many", "unknown-value"),
        (PlanAddress("performers"), "0", "bad-threshold"),
        (PartyAddress(SOC, "kind"), "friend", "unknown-value"),
        (PartyAddress(SOC, "headcount"), "some", "unknown-value"),
        (PartyAddress(SOC, "headcount"), "-1", "bad-headcount"),
        (PhaseAddress(NOW, "pattern"), "none-such", "unknown-pattern"),
        (RoleAddress(NOW, DutyAddress(A1, "sourcing")), "perhaps", "unknown-value"),
        (RoleAddress(NOW, DutyAddress(A1, "aim_inhouse")), "9", "unknown-value"),
        (RoleAddress(NOW, DutyAddress(A1, "letters", SOC)), "X", "unknown-letter"),
        (RoleAddress(NOW, DutyAddress(A1, "letters")), "R", "unknown-value"),
        (RoleAddress(NOW, DutyAddress(A1, "note")), "x" * 20_000, "text-too-long"),
        (RoleAddress(NOW, DutyAddress(A1, "aim_until")), "soon", "unknown-value"),
        (AssessmentAddress(FIRST, "day"), "soon", "bad-day"),
        (AssessmentAddress(FIRST, "by"), "x" * 201, "name-too-long"),
        (ScoreAddress(FIRST, A1, "inhouse", "score"), "9", "unknown-value"),
        (ScoreAddress(FIRST, A1, "inhouse", "remark"), "x" * 20_000, "text-too-long"),
    ],
)
def test_a_value_that_is_none_of_its_field_is_rejected(
    address: Address, value: str, code: str
) -> None:
    with pytest.raises(EditRejected) as rejected:
        with_value_at(PLAN, address, value)
    assert rejected.value.problem.code == code


def test_values_are_texts_as_a_workbook_writes_them() -> None:
    wanted = Duty(Area.II, Sourcing.BOTH, frozen({IT: Cell("A/R")}), Aim("3"), "8x5", "why")
    plan = with_duties(PLAN, NOW, {B2: wanted})
    plan = replace(plan, marking=Marking(Tlp.AMBER_STRICT, "internal"))
    assert duty(plan, NOW, B2) == wanted
    shown = {
        field: value_at(plan, RoleAddress(NOW, DutyAddress(B2, field)))
        for field in ("area", "sourcing", "coverage", "note", "aim_inhouse", "aim_outsourced")
    }
    assert shown == {
        "area": "II",
        "sourcing": "both",
        "coverage": "8x5",
        "note": "why",
        "aim_inhouse": "3",
        "aim_outsourced": "",
    }
    assert value_at(plan, RoleAddress(NOW, DutyAddress(B2, "letters", IT))) == "A/R"
    assert value_at(plan, PlanAddress("tlp")) == "amber+strict"
    assert value_at(plan, PartyAddress(CISO, "executive")) == "yes"
    assert value_at(plan, PartyAddress(CISO, "name-ja")) == text("CISO").ja


def test_addresses_are_named_once() -> None:
    listed = list(addresses(PLAN))
    assert len(listed) == len(set(listed))
