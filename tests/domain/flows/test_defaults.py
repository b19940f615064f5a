"""The default flows of the catalogue, and what a plan gets of them."""

import re
from dataclasses import replace

import pytest

from socplanner.domain.flow_edits import AdoptFlows, ChangeStep, RemoveFlow
from socplanner.domain.flow_inputs import BusinessFlow, Counterpart, Receiver
from socplanner.domain.flow_validation import flow_faults
from socplanner.domain.flows.defaults import (
    DefaultFlows,
    adapted_flow,
    counterpart_of,
    listed_flows,
    missing_counterparts,
)
from socplanner.domain.ids import PartyId
from socplanner.domain.party_edits import RemoveParty
from socplanner.services.catalogues import default_flows
from tests.support.flows import chain, flow, step
from tests.support.plans import sample
from tests.support.small_plan import A1, CERT, SOC, small_plan, text

DEFAULTS = default_flows()
MAKER = replace(sample("manufacturer"), flows=(), counterparts=())
PPC = Counterpart("ppc", "authority", text("PPC"))


def test_there_are_eleven_flows_of_a_hundred_and_six_steps() -> None:
    assert len(DEFAULTS.flows) == 11
    assert sum(len(each.steps) for each in DEFAULTS.flows) == 106
    assert all(each.version == 1 for each in DEFAULTS.flows)


@pytest.mark.parametrize("wanted", DEFAULTS.flows, ids=lambda each: each.id)
def test_each_default_can_be_adopted_by_a_sample_and_is_then_its_own(
    wanted: BusinessFlow,
) -> None:
    assert list(flow_faults(wanted)) == []
    adapted = adapted_flow(MAKER, wanted, DEFAULTS)
    plan = AdoptFlows((adapted,), missing_counterparts(MAKER, adapted, DEFAULTS)).apply(MAKER)
    assert plan.flows == (adapted,)
    listed = {each.flow.id: each for each in listed_flows(plan, DEFAULTS)}
    assert not listed[wanted.id].is_default
    assert sum(each.is_default for each in listed.values()) == 10


def test_receivers_become_the_parties_of_the_plan() -> None:
    to = step("1", to="party:soc party:ciso counterpart:cert counterpart:ppc x:A-2")
    defaults = DefaultFlows((flow(to),), (PPC,), {"cert": CERT})
    plan = small_plan()
    adapted = adapted_flow(plan, defaults.flows[0], defaults).steps[0].to
    assert [each.text for each in adapted] == [
        *("party:soc", "party:ciso", "party:cert", "counterpart:ppc", "x:A-2")
    ]
    without = RemoveParty(CERT).apply(RemoveParty(SOC).apply(plan))
    adapted = adapted_flow(without, defaults.flows[0], defaults).steps[0].to
    # IT stands in for the SOC; the authority is a counterpart again.
    assert Receiver("party", PartyId("it")) in adapted
    assert Receiver("counterpart", "cert") in adapted


def test_only_counterparts_that_are_named_and_missing_are_added() -> None:
    named = flow(step("1", to="counterpart:ppc"))
    defaults = DefaultFlows((named,), (PPC, PPC._replace(id="police")), {})
    assert missing_counterparts(small_plan(), named, defaults) == (PPC,)
    adopted = AdoptFlows((named,), (PPC,)).apply(small_plan())
    assert missing_counterparts(adopted, named, defaults) == ()
    assert counterpart_of(adopted, "police", defaults) == PPC._replace(id="police")
    assert counterpart_of(adopted, "other", defaults) is None


def test_a_newer_default_is_listed_and_changes_nothing() -> None:
    old = chain(A1)._replace(version=1)
    defaults = DefaultFlows((chain(A1, A1)._replace(version=2),), (), {})
    plan = AdoptFlows((old,)).apply(small_plan())
    plan = ChangeStep("flow", old.steps[0]._replace(limit="P1D")).apply(plan)
    (listed,) = listed_flows(plan, defaults)
    assert listed.flow.steps[0].limit == "P1D"
    assert listed.newer == defaults.flows[0]
    (same,) = listed_flows(plan, DefaultFlows((old,), (), {}))
    assert same.newer is None


def test_a_flow_of_the_plan_s_own_is_last_and_has_no_newer_one() -> None:
    own = chain(A1)._replace(id="own")
    plan = AdoptFlows((own,)).apply(small_plan())
    default = chain(A1)._replace(version=1)
    listed = listed_flows(plan, DefaultFlows((default,), (), {}))
    assert [(each.flow.id, each.is_default) for each in listed] == [("flow", True), ("own", False)]
    assert RemoveFlow("own").apply(plan).flows == ()


def test_no_text_of_a_default_has_a_duration_for_programs() -> None:
    coded = re.compile(r"(?<![A-Za-z0-9])PT?\d+[YMWDHS](?![A-Za-z0-9])")
    texts = [
        text
        for each in DEFAULTS.flows
        for step_ in each.steps
        for local in (step_.does, step_.sends, step_.event, step_.condition, step_.note)
        for text in (local.ja, local.en)
    ]
    assert len(texts) == 106 * 10
    assert [text for text in texts if coded.search(text)] == []
