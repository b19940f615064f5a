"""What roles need that a pattern moves in-house, and what they cost that it moves out.

Rules:

- A plan states nothing about roles where they are not, so both are estimates, and shown as such.
- A role moves in-house where own people get it, or lose the provider who shared it; it moves out
  where a provider gets it, or loses the own people who shared it.
- A role that moves in-house needs a share of a person (`role_share`). Those of a party together
  need a person at every hour in which one of them is on duty, if that is more.
- A role that moves out has the mean fee of those that are out in the plan; a contract of which
  roles move in-house costs so much less.
- A post is not needed where all of its roles that were in-house move out. Work of a party that is
  of no post stays.
- Hours of coverage stay as they are, but those that name a provider without the role go.
"""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from socplanner.domain.cost.contracts import ContractCost, contract_cost, contracts_in, fee_a_role
from socplanner.domain.cost.sourced_roles import SourcedRoles
from socplanner.domain.cost_inputs import ROLE_SHARE
from socplanner.domain.coverage import Coverage, CoverageMode
from socplanner.domain.coverage_text import coverage_of, coverage_text
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.local_text import LocalText
from socplanner.domain.plan import Plan
from socplanner.domain.staffing.assumed import Figures
from socplanner.domain.staffing.calculation import Calculation, Figure
from socplanner.domain.staffing.labour_law import LabourLaw
from socplanner.domain.staffing.needs import post_figures
from socplanner.domain.staffing.phase_staffing import PhaseStaffing
from socplanner.domain.staffing_inputs import Post, Staffing

MOVED_FTE = Calculation("moved_fte", "max(desk_fte, moved_roles * role_share / 100)")
MOVED_OUT_COST = Calculation("moved_out_cost", "moved_out_roles * fee_a_role * 12")


class Moves(NamedTuple):
    """What a pattern moves: `inside` by party (None where no party of the plan does them).

    `contracts` are those of the phase as the pattern leaves them, and `out_cost` is what the roles
    moved out cost in a year. `by_need` are the parties whose people are those of posts and work.
    """

    inside: Mapping[PartyId | None, tuple[RoleId, ...]]
    outside: tuple[RoleId, ...]
    contracts: Mapping[PartyId, tuple[ContractCost, ...]]
    out_cost: Figure
    by_need: frozenset[PartyId]


def moves_between(
    plan: Plan, phase: PhaseId, before: SourcedRoles, after: SourcedRoles, staffing: PhaseStaffing
) -> Moves:
    """Return what moves from the roles `before` to those `after` in `phase` of `plan`.

    `staffing` is that of the plan before.
    """
    performing = {role: party for party, roles in after.by_party.items() for role in roles}
    inside: dict[PartyId | None, list[RoleId]] = {}
    moved_in = after.inside - (before.inside - (before.outside - after.outside))
    moved_out = after.outside - (before.outside - (before.inside - after.inside))
    for role in after.duties:
        if role in moved_in:
            inside.setdefault(performing.get(role), []).append(role)
    outside = tuple(role for role in after.duties if role in moved_out)
    contracts: dict[PartyId, tuple[ContractCost, ...]] = {}
    as_planned = []
    for contract in contracts_in(plan, phase):
        performed = before.by_provider.get(contract.party, ())
        as_planned.append(contract_cost(contract, phase, performed))
        cost = contract_cost(contract, phase, performed, after.outside)
        contracts[contract.party] = (*contracts.get(contract.party, ()), cost)
    out_cost = Figure("moved_out_cost", 0)
    if outside:
        number = Figure("moved_out_roles", len(outside))
        out_cost = MOVED_OUT_COST.figure(number, fee_a_role(as_planned))
    return Moves(
        {party: tuple(roles) for party, roles in inside.items()},
        outside,
        contracts,
        out_cost,
        frozenset(each.party.id for each in staffing.parties if each.posts or each.work),
    )


def moved_figures(
    plan: Plan,
    after: SourcedRoles,
    roles: tuple[RoleId, ...],
    assumed: Figures,
    law: LabourLaw,
) -> Figures:
    """Return what `roles` need in a party to which they move, and their hours at night."""
    bands = dict.fromkeys(
        replace(band, party=None, answer_within=None)
        for role in roles
        for band in coverage_of(after.duties[role].coverage).bands
        if band.mode is CoverageMode.ON_DUTY
    )
    stated = plan.cost.role_share
    share = Figure(
        "role_share", ROLE_SHARE if stated is None else stated, is_default=stated is None
    )
    desk, night = Figure("desk_fte", 0), Figure("night_hours", 0)
    if bands:
        hours = coverage_text(Coverage(tuple(bands)))
        post = Post("moved", LocalText.same("moved"), PartyId(""), hours)
        figures = post_figures(post, (), assumed, law=law)
        desk = figures["post_fte"]._replace(symbol="desk_fte", subject="")
        night = figures["night_hours"]
    fte = MOVED_FTE.figure(desk, Figure("moved_roles", len(roles)), share)
    return MappingProxyType({"moved_fte": fte, "night_hours": night})


def staffing_needed(staffing: Staffing, before: SourcedRoles, after: SourcedRoles) -> Staffing:
    """Return `staffing` without the posts all of whose roles moved out, and without their work."""
    were, are = before.inside, after.inside
    gone = {
        post.id
        for post in staffing.posts
        if (inside := [role for role in post.roles if role in were])
        and not any(role in are for role in inside)
    }
    if not gone:
        return staffing
    return staffing._replace(
        posts=tuple(post for post in staffing.posts if post.id not in gone),
        workloads=tuple(each for each in staffing.workloads if each.post not in gone),
    )
