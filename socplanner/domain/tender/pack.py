"""The content of a tender pack: the duties of a provider with their terms, and who stays inside.

Everything here is read from the plan as a vendor may see it (`vendor_view`).
"""

from collections.abc import Iterator
from typing import NamedTuple

from socplanner.domain.assessment import Score
from socplanner.domain.catalogue import Role
from socplanner.domain.coverage import CoverageState
from socplanner.domain.coverage_text import coverage_of
from socplanner.domain.ids import PartyId, PhaseId
from socplanner.domain.local_text import LocalText
from socplanner.domain.marking import Tlp
from socplanner.domain.matrix import matrix_of
from socplanner.domain.party_duties import PartyDuty, duties_of
from socplanner.domain.plan import Party, Phase, Plan
from socplanner.domain.role_coverage import DECISIVE_MOMENTS
from socplanner.domain.staffing_inputs import Workload
from socplanner.domain.tender.received import Received, received_by
from socplanner.domain.tender.vendor_view import stated_tender, vendor_view
from socplanner.domain.tender_inputs import NO_SERVICE_TERMS, ProviderTender, ServiceTerms


class PackInput(NamedTuple):
    """What the provider gets for a role: from `parties`, by a flow `what`, with its label.

    Without `what` the parties are consulted.
    """

    parties: tuple[Party, ...]
    what: LocalText | None = None
    tlp: Tlp | None = None


class PackDuty(NamedTuple):
    """A role of the provider with its terms and aim; `inputs` come from other parties."""

    duty: PartyDuty
    performs: bool
    terms: ServiceTerms
    aim: Score | None
    inputs: tuple[PackInput, ...]

    @property
    def role(self) -> Role:
        """The role."""
        return self.duty.row.role


class RetainedParty(NamedTuple):
    """A party inside that is accountable for roles of the provider or consulted about them.

    `hours` are those of its posts, or else those of roles that name it; `states` is how it is there
    at the moments that decide.
    """

    party: Party
    accountable: tuple[Role, ...]
    consulted: tuple[Role, ...]
    hours: tuple[str, ...]
    states: tuple[CoverageState, ...]


class Pack(NamedTuple):
    """The content of a pack, and the plan that it is read from."""

    plan: Plan
    phase: Phase
    party: Party
    duties: tuple[PackDuty, ...]
    inside: tuple[RetainedParty, ...]
    stated: ProviderTender
    volumes: tuple[Workload, ...]

    @property
    def performed(self) -> tuple[PackDuty, ...]:
        """The duties that a vendor answers for: those that the provider performs."""
        return tuple(each for each in self.duties if each.performs)


def pack_of(plan: Plan, phase: PhaseId, party: PartyId) -> Pack:
    """Return the pack of `party` in `phase`; raise KeyError if the plan has none such."""
    view = vendor_view(plan, phase, party)
    provider = view.party(party)
    if provider is None:
        raise KeyError(party)
    stated = stated_tender(view, party)
    rows = tuple(duties_of(matrix_of(view, phase), party))
    received = tuple(received_by(view, phase, party, [each.row.role.id for each in rows]))
    duties = tuple(_duty(view, each, stated, received) for each in rows)
    inside = tuple(_inside(view, duties))
    return Pack(view, view.phases[0], provider, duties, inside, stated, view.staffing.workloads)


def _duty(
    view: Plan, duty: PartyDuty, stated: ProviderTender, received: tuple[Received, ...]
) -> PackDuty:
    role = duty.row.role.id
    inputs = [
        PackInput(
            tuple(party for party in view.parties if party.id in each.parties),
            each.step.sends,
            each.step.tlp,
        )
        for each in received
        if each.role == role
    ]
    giving = {party for each in inputs for party in each.parties}
    consulted = tuple(party for party in duty.consulted if party not in giving)
    if consulted:
        inputs.append(PackInput(consulted))
    return PackDuty(
        duty,
        view.letter_set.meaning(duty.cell).performs,
        stated.terms.get(role, NO_SERVICE_TERMS),
        duty.row.duty.aim.outsourced,
        tuple(dict.fromkeys(inputs)),
    )


def _inside(view: Plan, duties: tuple[PackDuty, ...]) -> Iterator[RetainedParty]:
    """Yield the parties inside that are retained, in the order of the plan."""
    for party in view.parties:
        if party.kind != "internal":
            continue
        accountable = tuple(each.role for each in duties if party in each.duty.accountable)
        consulted = tuple(each.role for each in duties if party in each.duty.consulted)
        if not accountable and not consulted:
            continue
        hours = _hours(view, party, duties)
        states = tuple(_state(hours, place) for place in range(len(DECISIVE_MOMENTS)))
        yield RetainedParty(party, accountable, consulted, hours, states)


def _hours(view: Plan, party: Party, duties: tuple[PackDuty, ...]) -> tuple[str, ...]:
    """Return the hours of the posts of `party`, or else of bands that name it."""
    posts = (post.coverage for post in view.staffing.posts if post.party == party.id)
    texts = tuple(dict.fromkeys(posts))
    if texts:
        return texts
    named = (
        each.duty.row.duty.coverage
        for each in duties
        if any(band.party == party.id for band in coverage_of(each.duty.row.duty.coverage).bands)
    )
    return tuple(dict.fromkeys(named))


def _state(hours: tuple[str, ...], place: int) -> CoverageState:
    """Return the best state of any of `hours` at a moment that decides."""
    moment = DECISIVE_MOMENTS[place]
    states = [
        coverage_of(text).state_at(moment.day, moment.day_before, moment.minute) for text in hours
    ]
    order = list(CoverageState)
    return min(states, key=order.index, default=CoverageState.NOT_STATED)
