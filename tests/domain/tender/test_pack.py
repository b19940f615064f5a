"""A pack has what a vendor needs, and the plan that it is read from nothing else."""

from dataclasses import fields, replace

import pytest

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.coverage import CoverageState
from socplanner.domain.flow_inputs import BusinessFlow, FlowStep, Receiver
from socplanner.domain.ids import PartyId, PhaseId
from socplanner.domain.local_text import LocalText
from socplanner.domain.marking import Marking, Tlp
from socplanner.domain.phases import duty, with_duties
from socplanner.domain.plan import Aim, Plan
from socplanner.domain.staffing_inputs import Post, Staffing
from socplanner.domain.tender.pack import PackInput, pack_of
from socplanner.domain.tender.vendor_view import vendor_view
from socplanner.domain.tender_edits import StoreBid
from socplanner.domain.tender_inputs import NO_SERVICE_TERMS, Bid
from tests.support.small_plan import A1, A2, A3, CISO, IT, MSS, NOW, SOC, text, with_row
from tests.support.tenders import CONDITIONS, SECRETS, TERMS, tender_plan

PLAN = tender_plan()
KEPT = {"id", "organisation", "catalogue", "letter_set", "parties", "phases", "marking"} | {
    *("staffing", "cost", "flows", "tenders", "custom_roles")
}
"""The fields of a plan of which a vendor may see something."""


def test_the_duties_are_those_of_the_provider_with_their_terms() -> None:
    pack = pack_of(PLAN, NOW, MSS)
    assert [each.role.id for each in pack.duties] == [A1, A2, A3]
    assert [each.role.id for each in pack.performed] == [A1, A2]
    assert [each.terms for each in pack.performed] == [TERMS, NO_SERVICE_TERMS]
    assert pack.stated.handling == CONDITIONS.handling
    assert [each.volume for each in pack.volumes] == [70]


def test_the_aim_is_that_of_the_outsourced_side_of_performed_roles() -> None:
    aim = Aim("5", "4", "2027-03-31")
    duties = {role: replace(duty(PLAN, NOW, role), aim=aim) for role in (A1, A3)}
    pack = pack_of(with_duties(PLAN, NOW, duties), NOW, MSS)
    assert [each.aim for each in pack.duties] == ["4", None, None]


def test_parties_inside_are_listed_with_roles_and_hours() -> None:
    ciso, soc = pack_of(PLAN, NOW, MSS).inside
    assert (ciso.party.id, soc.party.id) == (CISO, SOC)
    assert [each.id for each in ciso.accountable] == [A1, A3]
    assert [each.id for each in soc.consulted] == [A1]
    assert soc.hours == ("mon-fri 9:00-17:00",)
    unmanned, on_duty = CoverageState.UNMANNED, CoverageState.ON_DUTY
    assert soc.states == (unmanned, on_duty, unmanned)
    assert ciso.states == (CoverageState.NOT_STATED,) * 3


def test_without_posts_the_hours_are_those_that_name_the_party() -> None:
    hours = "mon-fri 9:00-17:00 by soc, otherwise by it"
    plan = replace(PLAN, staffing=Staffing())
    plan = with_duties(plan, NOW, {A2: replace(duty(plan, NOW, A2), coverage=hours)})
    soc = pack_of(plan, NOW, MSS).inside[1]
    (text_,) = soc.hours
    assert "soc" in text_
    assert "by it" not in text_


def test_inputs_are_from_parties_that_are_consulted() -> None:
    first, second = pack_of(PLAN, NOW, MSS).performed
    assert [each.parties[0].id for each in first.inputs] == [SOC]
    assert second.inputs == ()


def _flow(*steps: FlowStep) -> BusinessFlow:
    return BusinessFlow("alert", text("Secret flow"), steps)


def test_inputs_of_flows_come_from_who_performs_the_step_before() -> None:
    sends = LocalText("記録", "Log extract")
    flow = _flow(
        FlowStep("one", A3, text("Secret step"), sends=sends, tlp=Tlp.RED),
        FlowStep("two", A1, text("Watch"), after=("one",)),
        FlowStep("three", A2, text("Own work"), after=("two",), to=(Receiver("role", A1),)),
    )
    pack = pack_of(replace(PLAN, flows=(flow,)), NOW, MSS)
    soc = pack.plan.party(SOC)
    assert soc is not None
    assert pack.performed[0].inputs == (PackInput((soc,), sends, Tlp.RED),)
    assert pack.performed[1].inputs == ()


def test_a_party_that_only_gives_something_is_visible() -> None:
    flow = _flow(FlowStep("one", PLAN.catalogue.roles[3].id, text("x"), to=(Receiver("role", A1),)))
    view = vendor_view(replace(PLAN, flows=(flow,)), NOW, MSS)
    assert view.party(IT) is not None
    assert vendor_view(PLAN, NOW, MSS).party(IT) is None


def test_nothing_secret_is_in_the_plan_that_a_vendor_may_see() -> None:
    plan = StoreBid(MSS, Bid("rival", "Secret rival")).apply(PLAN)
    shown = str(vendor_view(replace(plan, flows=(_flow(),)), NOW, MSS))
    for secret in (*SECRETS[:-1], "Secret rival", "Secret flow", "123456"):
        assert secret in str(replace(plan, flows=(_flow(),))) or secret.startswith("Secret aim")
        assert secret not in shown


def test_other_fields_of_a_plan_are_blank() -> None:
    view = vendor_view(PLAN, NOW, MSS)
    blank = Plan("", "", PLAN.catalogue, PLAN.letter_set, (), ())
    for field in fields(Plan):
        if field.name not in KEPT:
            assert getattr(view, field.name) == getattr(blank, field.name), field.name
    assert [party.headcount for party in view.parties] == [None] * len(view.parties)
    assert view.marking == Marking(Tlp.AMBER, "Internal")


def test_the_view_of_a_view_is_the_same() -> None:
    view = vendor_view(PLAN, NOW, MSS)
    assert vendor_view(view, NOW, MSS) == view
    assert pack_of(view, NOW, MSS) == pack_of(PLAN, NOW, MSS)


def test_a_post_of_another_party_is_not_shown() -> None:
    post = Post("it", text("Secret post"), IT, "24x365")
    staffing = PLAN.staffing._replace(posts=(*PLAN.staffing.posts, post))
    view = vendor_view(replace(PLAN, staffing=staffing), NOW, MSS)
    assert [each.party for each in view.staffing.posts] == [SOC]
    assert {each.seats for each in view.staffing.posts} == {1}


def test_a_provider_without_rows_has_an_empty_pack() -> None:
    plan = PLAN
    for role in (A1, A2, A3):
        plan = with_row(plan, role, Sourcing.INSOURCE, ciso="A", soc="R")
    pack = pack_of(plan, NOW, MSS)
    assert (pack.duties, pack.inside) == ((), ())


@pytest.mark.parametrize(("phase", "party"), [("gone", "mss"), ("now", "gone")])
def test_an_unknown_phase_or_party_is_a_key_error(phase: str, party: str) -> None:
    with pytest.raises(KeyError):
        pack_of(PLAN, PhaseId(phase), PartyId(party))
