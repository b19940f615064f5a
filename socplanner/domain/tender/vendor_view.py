"""The plan as a vendor may see it: one phase, the rows of one provider, and its neighbours there.

Rules:

- A role is there if the provider has a letter for it, and a party if it has a letter for one of
  these roles or hands something to the provider; custom roles also if their criteria are annexed.
- Of a party there are kind, name and initials, of a role sourcing, letters and hours, and the aim
  of the outsourced side where the provider performs it. Notes, areas, other aims and scores,
  people, costs, moves, waivers and bids are not there, and neither is any other tender.
- Of business flows there is who hands what to a role that the provider performs, and its label.
- Of the posts of parties inside that are there, there are the hours, without names and seats: the
  provider calls them. Workloads are those of the provider itself.
- A band of hours that names a party which is not there names none.
- What a pack shows is read from this plan alone, so that nothing else can be in it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from socplanner.domain.cost_inputs import CostInputs
from socplanner.domain.coverage import Coverage
from socplanner.domain.coverage_text import coverage_of, coverage_text
from socplanner.domain.flow_inputs import BusinessFlow, FlowStep, Receiver
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.letters import BLANK
from socplanner.domain.marking import Marking
from socplanner.domain.phase_spans import is_in_span
from socplanner.domain.phases import duties
from socplanner.domain.plan import (
    NO_CUSTOM_ROLES,
    NO_TEXT,
    Aim,
    Change,
    CustomRoles,
    Duty,
    Party,
    Phase,
    Plan,
    frozen,
)
from socplanner.domain.staffing_inputs import Post, Staffing, Workload
from socplanner.domain.tender.received import Received, received_by
from socplanner.domain.tender_inputs import NO_TENDER, ProviderTender

Visible = frozenset[PartyId]


def vendor_view(plan: Plan, phase: PhaseId, party: PartyId) -> Plan:
    """Return `plan` as a vendor may see it; raise KeyError for an unknown phase or party."""
    shown, provider = plan.phase(phase), plan.party(party)
    if shown is None or provider is None:
        raise KeyError(phase, party)
    rows = {
        role: each for role, each in duties(plan, phase).items() if each.letters.get(party, BLANK)
    }
    performed = [
        role for role, each in rows.items() if plan.letter_set.meaning(each.letters[party]).performs
    ]
    received = tuple(received_by(plan, phase, party, performed))
    neighbours = {each for row in rows.values() for each in row.letters}
    visible = frozenset({party, *neighbours, *(one for each in received for one in each.parties)})
    stated = _stated(plan, party, rows)
    annexed = {role for each in stated.terms.values() for role in each.criteria}
    named = {*rows, *annexed, *(each.step.role for each in received)}
    custom = tuple(role for role in plan.custom_roles if role.id in named)
    changes = {role: _change(plan, each, party, visible) for role, each in rows.items()}
    return Plan(
        plan.id,
        plan.organisation,
        plan.catalogue,
        plan.letter_set,
        tuple(_party(each) for each in plan.parties if each.id in visible),
        (Phase(shown.id, shown.name, None, frozen(_givers(plan, phase, received) | changes)),),
        custom_roles=CustomRoles(custom) if custom else NO_CUSTOM_ROLES,
        marking=Marking(stated.handling.tlp or plan.marking.tlp, plan.marking.classification),
        staffing=_staffing(plan, phase, provider, visible),
        cost=CostInputs(plan.cost.currency),
        flows=_flows(received),
        tenders=frozen({} if stated == NO_TENDER else {party: stated}),
    )


def volumes_of(plan: Plan, phase: PhaseId, party: PartyId) -> tuple[Workload, ...]:
    """Return the workloads of `party` and of its posts that are there in `phase`."""
    phases = [each.id for each in plan.phases]
    posts = {post.id for post in plan.staffing.posts if post.party == party}
    return tuple(
        each
        for each in plan.staffing.workloads
        if (each.party == party or each.post in posts)
        and is_in_span(phases, each.begins, each.ends, phase)
    )


def _stated(plan: Plan, party: PartyId, rows: Mapping[RoleId, Duty]) -> ProviderTender:
    """Return what is stated of `party`: the terms of `rows` and the conditions, without bids."""
    tender = plan.tenders.get(party, NO_TENDER)
    terms = {role: each for role, each in tender.terms.items() if role in rows}
    return tender._replace(terms=frozen(terms), bids=())


def _givers(plan: Plan, phase: PhaseId, received: Iterable[Received]) -> dict[RoleId, Change]:
    """Return for each role that hands something on who performs it, and nothing else."""
    by_role = duties(plan, phase)
    changes = {}
    for each in received:
        cells = by_role[each.step.role].letters
        letters = {party: plan.letter_set.cell([_performs(plan)]) for party in each.parties}
        changes[each.step.role] = Change(
            letters=frozen({p: letters[p] for p in cells if p in letters})
        )
    return changes


def _performs(plan: Plan) -> str:
    return plan.letter_set.symbol_for("performs")


def _flows(received: Iterable[Received]) -> tuple[BusinessFlow, ...]:
    """Return flows of which there is only what the provider receives, and from which role."""
    return tuple(
        BusinessFlow(
            f"flow-{place}",
            NO_TEXT,
            (
                FlowStep(
                    "step",
                    each.step.role,
                    NO_TEXT,
                    sends=each.step.sends,
                    to=(Receiver("role", each.role),),
                    tlp=each.step.tlp,
                ),
            ),
        )
        for place, each in enumerate(received)
    )


def _party(party: Party) -> Party:
    return Party(party.id, party.kind, party.name, party.initials)


def _change(plan: Plan, row: Duty, party: PartyId, visible: Visible) -> Change:
    performs = plan.letter_set.meaning(row.letters[party]).performs
    return Change(
        sourcing=row.sourcing,
        letters=row.letters,
        aim=Aim(outsourced=row.aim.outsourced) if performs else Aim(),
        coverage=_coverage(row.coverage, visible) or None,
    )


def _coverage(text: str, visible: Visible) -> str:
    """Return hours in which no band names a party that is not `visible`."""
    coverage = coverage_of(text)
    if all(band.party is None or band.party in visible for band in coverage.bands):
        return text
    bands = (
        band if band.party in visible else replace(band, party=None) for band in coverage.bands
    )
    return coverage_text(Coverage(tuple(bands), coverage.remark))


def _staffing(plan: Plan, phase: PhaseId, provider: Party, visible: Visible) -> Staffing:
    """Return the hours of the posts of `visible` parties inside, and the work of the provider."""
    phases = [each.id for each in plan.phases]
    inside = {
        party.id: party
        for party in plan.parties
        if party.kind == "internal" and party.id in visible
    }
    posts = tuple(
        Post(
            f"post-{place}",
            inside[post.party].name,
            post.party,
            _coverage(post.coverage, visible),
        )
        for place, post in enumerate(plan.staffing.posts)
        if post.party in inside and is_in_span(phases, post.begins, post.ends, phase)
    )
    work = tuple(
        Workload(
            f"work-{place}",
            each.name,
            provider.id,
            volume=each.volume,
            incidents=each.incidents,
            hours_a_year=each.hours_a_year,
        )
        for place, each in enumerate(volumes_of(plan, phase, provider.id))
    )
    return Staffing(posts=posts, workloads=work)


def stated_tender(plan: Plan, party: PartyId) -> ProviderTender:
    """Return what a plan asks of the vendors for `party`; nothing where it states nothing."""
    return plan.tenders.get(party, NO_TENDER)
