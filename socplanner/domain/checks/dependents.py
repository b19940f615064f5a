"""Which roles have findings that depend on another role, so that they are checked with it."""

from socplanner.domain.ids import RoleId

REPORTING, RECEIVING = RoleId("v2:B-4"), RoleId("v2:D-1")
"""The role that reports incidents, and the one that receives the reports and depends on it."""


def with_dependents(roles: frozenset[RoleId]) -> frozenset[RoleId]:
    """Return `roles`, and those whose findings depend on one of them."""
    return roles | {RECEIVING} if REPORTING in roles else roles
