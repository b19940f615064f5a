"""The default flows for a plan."""

from socplanner.domain.flows.defaults import NO_DEFAULT_FLOWS, DefaultFlows
from socplanner.domain.plan import Plan
from socplanner.services import catalogues


def flows_of_catalogue(plan: Plan) -> DefaultFlows:
    """Return the default flows of the catalogue of `plan`; none for one that is not shipped."""
    edition = plan.catalogue.edition
    if catalogues.catalogue_of(edition) is not plan.catalogue:
        return NO_DEFAULT_FLOWS
    return catalogues.default_flows(edition)
