"""The staffing of a phase: each party, what it needs and has, and the whole organisation."""

from types import MappingProxyType
from typing import NamedTuple

from socplanner.domain.ids import PartyId, PhaseId
from socplanner.domain.phase_spans import is_in_span
from socplanner.domain.phases import phase_index
from socplanner.domain.plan import Party, Phase, Plan
from socplanner.domain.staffing.assumed import Figures, assumed_figures
from socplanner.domain.staffing.calculation import Figure, sum_figure
from socplanner.domain.staffing.crews import CrewCheck, crew_check
from socplanner.domain.staffing.duty_hours import is_round_the_clock
from socplanner.domain.staffing.labour_law import JAPAN, LabourLaw
from socplanner.domain.staffing.needs import (
    WORK_FTE,
    bands_of,
    post_figures,
    work_hours,
)
from socplanner.domain.staffing.parties import GAP, party_figures, party_people
from socplanner.domain.staffing_inputs import People, Post, Workload

_ADDED = (
    "need_fte",
    "need_people",
    "today_people",
    "today_fte",
    "shortfall",
    "night_hours",
    "night_premium_hours",
    "on_call_need",
    "on_call_today",
)


class PostStaffing(NamedTuple):
    """What a post needs, and how its crews fit the law where it is manned round the clock."""

    post: Post
    figures: Figures
    crews: CrewCheck | None


class WorkStaffing(NamedTuple):
    """What a workload needs that is of no post."""

    workload: Workload
    fte: Figure


class PartyStaffing(NamedTuple):
    """What a party needs and has."""

    party: Party
    figures: Figures
    posts: tuple[PostStaffing, ...]
    work: tuple[WorkStaffing, ...]


class PhaseStaffing(NamedTuple):
    """The staffing of a phase.

    `total` adds up the internal parties, as far as their people are stated; `left_out` are those
    that need people and have no headcount, so that there is no gap in total.
    """

    phase: Phase
    assumed: Figures
    parties: tuple[PartyStaffing, ...]
    total: Figures
    left_out: tuple[PartyId, ...]
    law: LabourLaw


def staffing_of(plan: Plan, phase_id: PhaseId, law: LabourLaw = JAPAN) -> PhaseStaffing:
    """Return the staffing of a phase: of each party with posts, workloads or stated people.

    Raise KeyError for an unknown phase.
    """
    place = phase_index(plan, phase_id)
    staffing = plan.staffing
    assumed = assumed_figures(staffing.assumptions)
    phases = [phase.id for phase in plan.phases]

    def is_there(part: Post | Workload) -> bool:
        return is_in_span(phases, part.begins, part.ends, phase_id)

    posts = list(filter(is_there, staffing.posts))
    present = filter(is_there, staffing.workloads)
    by_post: dict[str, list[Figure]] = {post.id: [] for post in posts}
    by_party: dict[PartyId, list[WorkStaffing]] = {}
    for workload in present:
        hours = work_hours(workload, assumed)
        if workload.post in by_post:
            by_post[workload.post].append(hours)
        elif workload.party is not None:
            fte = WORK_FTE.figure(hours, assumed["net_hours"], subject=workload.id)
            by_party.setdefault(workload.party, []).append(WorkStaffing(workload, fte))
    staffed: dict[PartyId, list[PostStaffing]] = {}
    for post in posts:
        needed = post_figures(post, by_post[post.id], assumed, law=law)
        staffed.setdefault(post.party, []).append(_post_staffing(post, needed, assumed, law))
    named = {party for _, party in staffing.people} | staffed.keys() | by_party.keys()
    parties = tuple(
        _party_staffing(
            party,
            party_people(plan, phase_id, party),
            staffed.get(party.id, []),
            by_party.get(party.id, []),
            assumed,
            law,
        )
        for party in plan.parties
        if party.id in named
    )
    return _with_total(plan.phases[place], assumed, parties, law)


def _with_total(
    phase: Phase, assumed: Figures, parties: tuple[PartyStaffing, ...], law: LabourLaw
) -> PhaseStaffing:
    inside = [each for each in parties if each.party.kind == "internal"]
    left_out = tuple(
        each.party.id
        for each in inside
        if each.figures["need_fte"].value and each.figures["today_people"].value is None
    )
    total = {name: _total(name, inside) for name in _ADDED}
    if left_out:
        total["gap"] = Figure("gap", None)
    else:
        total["gap"] = GAP.figure(total["today_fte"], total["need_fte"])
    return PhaseStaffing(phase, assumed, parties, MappingProxyType(total), left_out, law)


def _total(name: str, parties: list[PartyStaffing]) -> Figure:
    """Return the sum of one figure of `parties`; people that are not stated are left out."""
    parts = [each.figures[name]._replace(subject=each.party.id) for each in parties]
    is_of_today = name in {"today_people", "today_fte", "shortfall", "on_call_today"}
    if is_of_today:
        parts = [part for part in parts if part.value is not None]
    return Figure(name, None) if is_of_today and not parts else sum_figure(name, parts)


def _party_staffing(
    party: Party,
    people: People,
    posts: list[PostStaffing],
    work: list[WorkStaffing],
    assumed: Figures,
    law: LabourLaw,
) -> PartyStaffing:
    needs, fte = [each.figures for each in posts], [each.fte for each in work]
    figures = party_figures(needs, fte, people, assumed, law=law)
    return PartyStaffing(party, figures, tuple(posts), tuple(work))


def _post_staffing(post: Post, needed: Figures, assumed: Figures, law: LabourLaw) -> PostStaffing:
    crews = None
    if is_round_the_clock(bands_of(post)):
        crews = crew_check(needed["seats"], needed["post_fte"], assumed, law=law)
    return PostStaffing(post, needed, crews)
