"""Lanes follow the letters, hand-overs follow the lanes."""

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.flows.handovers import HandOver, hand_overs
from socplanner.domain.flows.lanes import parties_of_steps, role_parties
from socplanner.domain.ids import PartyId
from tests.support.flows import NIGHTLY, chain, flow, plan_with, step
from tests.support.small_plan import A1, A2, A3, A4, B1, CISO, IT, MSS, NOW, SOC


def test_parties_of_a_role_by_the_flags_of_their_letters() -> None:
    plan = plan_with({A1: {CISO: "A", SOC: "R", IT: "C", MSS: "I"}, A2: {SOC: "A/R"}})
    parties = role_parties(plan, NOW, A1)
    assert (parties.accountable, parties.performing) == ((CISO,), (SOC,))
    assert (parties.consulted, parties.informed) == ((IT,), (MSS,))
    assert role_parties(plan, NOW, A2)[1:3] == ((SOC,), (SOC,))


def test_where_two_perform_both_have_the_step() -> None:
    parties = parties_of_steps(NIGHTLY, NOW, chain(A1, A4, B1))
    assert [parties[each].performing for each in "123"] == [(MSS,), (SOC, IT), ()]


def test_a_role_that_is_not_carried_out_differs_from_one_without_a_party() -> None:
    plan = plan_with({}, sourcing={A1: Sourcing.NOT_CARRIED_OUT, A2: Sourcing.INSOURCE})
    assert not role_parties(plan, NOW, A1).is_carried_out
    assert role_parties(plan, NOW, A2).is_carried_out


def test_hand_overs_and_those_that_leave_the_organisation() -> None:
    both = chain(A1, A2, A4, A3, B1)
    result = list(hand_overs(NIGHTLY, both, parties_of_steps(NIGHTLY, NOW, both)))
    # From 2 to 3 SOC stays, from 3 to 4 IT does, and no one has step 5.
    assert result == [HandOver("1", "2", leaves=True)]
    crossing = chain(A2, A3)
    result = list(hand_overs(NIGHTLY, crossing, parties_of_steps(NIGHTLY, NOW, crossing)))
    assert result == [HandOver("1", "2", leaves=False)]


def test_two_providers_are_two_organisations() -> None:
    from dataclasses import replace

    other = PartyId("other")
    plan = plan_with({A1: {MSS: "R"}, A2: {SOC: "R"}})
    mss = next(party for party in plan.parties if party.id == MSS)
    plan = replace(plan, parties=(*plan.parties, replace(mss, id=other)))
    from socplanner.domain.duty_edits import SetCells
    from socplanner.domain.letters import Cell

    plan = SetCells(NOW, ((A3, other, Cell("R")),)).apply(plan)
    direct = flow(step("1", A1), step("2", A3, "1"))
    result = list(hand_overs(plan, direct, parties_of_steps(plan, NOW, direct)))
    assert result == [HandOver("1", "2", leaves=True)]
