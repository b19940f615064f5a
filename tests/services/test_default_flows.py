"""Which default flows a plan gets: those of its catalogue, if the program ships it."""

from dataclasses import replace

from socplanner.domain.flows.defaults import NO_DEFAULT_FLOWS, listed_flows
from socplanner.services.catalogues import NEWEST, default_flows
from socplanner.services.default_flows import flows_of_catalogue
from tests.support.flows import chain
from tests.support.plans import hybrid_plan, sample
from tests.support.small_plan import A1, small_plan


def test_a_plan_of_a_shipped_catalogue_has_its_flows_read_once() -> None:
    for plan in (hybrid_plan(), sample("manufacturer"), sample("bank")):
        assert flows_of_catalogue(plan) is default_flows(NEWEST)


def test_a_catalogue_of_one_s_own_has_none() -> None:
    assert flows_of_catalogue(small_plan()) is NO_DEFAULT_FLOWS


def test_another_catalogue_that_calls_itself_as_a_shipped_one_has_none() -> None:
    plan = hybrid_plan()
    other = replace(plan, catalogue=replace(plan.catalogue, patterns=()))
    assert other.catalogue.edition == NEWEST
    assert flows_of_catalogue(other) is NO_DEFAULT_FLOWS


def test_a_plan_without_defaults_lists_its_own_flows_alone() -> None:
    plan = replace(small_plan(), flows=(chain(A1),))
    listed = listed_flows(plan, flows_of_catalogue(plan))
    assert [(each.flow.id, each.is_default, each.newer) for each in listed] == [
        ("flow", False, None)
    ]
