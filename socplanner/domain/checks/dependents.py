"""Which roles have findings that depend on another role, so that they are checked with it."""

from socplanner.domain.ids import RoleId
from socplanner.domain.plan import Plan

REPORTING, RECEIVING = RoleId("v2:B-4"), RoleId("v2:D-1")
"""The role that reports incidents, and the one that receives the reports and depends on it."""

CRITERIA = (RoleId("v2:A-2"), RoleId("v2:A-3"))
"""The roles that set the criteria by which events are judged."""

JUDGED = frozenset(RoleId(f"v2:{code}") for code in ("B-1", "B-2", "B-3", "B-4", "B-5", "D-4"))
"""The roles that judge events by these criteria."""


def with_dependents(roles: frozenset[RoleId], plan: Plan) -> frozenset[RoleId]:
    """Return `roles`, and those whose findings depend on one of them in `plan`."""
    result = roles | {RECEIVING} if REPORTING in roles else roles
    if plan.tenders and not roles.isdisjoint(CRITERIA):
        result |= JUDGED
    if not plan.flows:
        return result
    from socplanner.domain.flows.flow_index import flow_index  # few plans

    neighbours = flow_index(plan.flows).neighbours
    return result.union(*(neighbours.get(role, ()) for role in roles))
