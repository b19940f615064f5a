"""Edits of the parties of a plan: add, change, reorder and remove them."""

from dataclasses import dataclass, replace

from socplanner.domain.cost_inputs import cost_without_party
from socplanner.domain.flow_inputs import Receiver, flows_without_party
from socplanner.domain.ids import PartyId, RoleId, is_slug
from socplanner.domain.letters import BLANK
from socplanner.domain.limits import MOST_PARTIES
from socplanner.domain.local_text import LocalText
from socplanner.domain.names import LONGEST_NAME, clean_line, validated_line, validated_name
from socplanner.domain.plan import Change, Party, Phase, Plan, frozen
from socplanner.domain.problem import EditRejected
from socplanner.domain.road_map_inputs import moves_without_party
from socplanner.domain.sharing_inputs import agreements_without, duties_without_receiver
from socplanner.domain.staffing_inputs import staffing_without_party
from socplanner.domain.tender_inputs import tenders_without_party
from socplanner.domain.waivers import without_party


@dataclass(frozen=True, slots=True)
class AddParty:
    """Add `party` before the one at `index`, or as the last where that is None."""

    party: Party
    index: int | None = None

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with the party; raise EditRejected if a field of it is not valid."""
        if plan.party(self.party.id) is not None:
            raise EditRejected("doubled-party", party=self.party.id)
        if len(plan.parties) >= MOST_PARTIES:
            raise EditRejected("too-many-parties", most=MOST_PARTIES)
        party = _validated(self.party, plan.parties)
        index = len(plan.parties) if self.index is None else self.index
        return replace(plan, parties=(*plan.parties[:index], party, *plan.parties[index:]))


@dataclass(frozen=True, slots=True)
class ChangeParty:
    """Replace the party that has the id of `party`."""

    party: Party

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with the party changed; raise EditRejected if a field is not valid."""
        present = _existing(plan, self.party.id)
        party = _validated(self.party, plan.parties)
        if present == party:
            return plan
        parties = tuple(party if each.id == party.id else each for each in plan.parties)
        return replace(plan, parties=parties)


@dataclass(frozen=True, slots=True)
class MoveParty:
    """Move `party` to `index` in the order of parties; beyond either end it is first or last."""

    party: PartyId
    index: int

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with the party moved; raise EditRejected if it is unknown."""
        moved = _existing(plan, self.party)
        rest = [each for each in plan.parties if each.id != self.party]
        index = max(0, min(self.index, len(rest)))
        parties = (*rest[:index], moved, *rest[index:])
        return plan if parties == plan.parties else replace(plan, parties=parties)


@dataclass(frozen=True, slots=True)
class RemoveParty:
    """Remove `party` with its letters, waivers, staffing, cost, tender, agreement, and as receiver.

    Parties below it have no parent any more; moves that it owns keep its name.
    """

    party: PartyId

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` without the party; raise EditRejected if it is unknown."""
        removed = _existing(plan, self.party)
        parties = tuple(
            replace(each, parent=None) if each.parent == self.party else each
            for each in plan.parties
            if each.id != self.party
        )
        phases = tuple(_phase_without(phase, self.party) for phase in plan.phases)
        waivers = without_party(plan.waivers, self.party)
        staffing = staffing_without_party(plan.staffing, self.party)
        cost = cost_without_party(plan.cost, self.party)
        moves = moves_without_party(plan.moves, self.party, _one_line(removed.name))
        flows = flows_without_party(plan.flows, self.party)
        receiver = Receiver("party", self.party)
        return replace(
            plan,
            parties=parties,
            phases=phases,
            waivers=waivers,
            staffing=staffing,
            cost=cost,
            moves=moves,
            flows=flows,
            sharing=agreements_without(plan.sharing, receiver),
            reporting=duties_without_receiver(plan.reporting, receiver),
            tenders=tenders_without_party(plan.tenders, self.party),
        )


def roles_with_letters_of(plan: Plan, party: PartyId) -> frozenset[RoleId]:
    """Return the roles for which `party` has a letter in any phase."""
    return frozenset(
        role
        for phase in plan.phases
        for role, change in phase.changes.items()
        if change.letters.get(party, BLANK)
    )


def _one_line(name: LocalText) -> str:
    """Return `name` in both languages where they differ, in Japanese if that is too long."""
    both = "/".join(dict.fromkeys((name.ja, name.en)))
    return both if len(both) <= LONGEST_NAME else name.ja


def _existing(plan: Plan, party: PartyId) -> Party:
    existing = plan.party(party)
    if existing is None:
        raise EditRejected("unknown-party", party=party)
    return existing


def _validated(party: Party, parties: tuple[Party, ...]) -> Party:
    """Return `party` with clean texts; raise EditRejected if it is not valid among `parties`."""
    if not is_slug(party.id):
        raise EditRejected("bad-id", id=party.id)
    name = validated_name(party.name)
    initials = LocalText(clean_line(party.initials.ja), clean_line(party.initials.en))
    if party.headcount is not None and not 0 <= party.headcount <= 100_000:
        raise EditRejected("bad-headcount", headcount=party.headcount)
    lead = validated_line(party.lead).strip() if party.lead.strip() else ""
    parents = {each.id: each.parent for each in parties} | {party.id: party.parent}
    above, seen = party.parent, {party.id}
    while above is not None:
        if above not in parents:
            raise EditRejected("unknown-party", party=above)
        if above in seen:
            raise EditRejected("party-above-itself", party=party.id)
        seen.add(above)
        above = parents[above]
    return replace(party, name=name, initials=initials, lead=lead)


def _phase_without(phase: Phase, party: PartyId) -> Phase:
    changes = {role: _change_without(change, party) for role, change in phase.changes.items()}
    if all(phase.changes[role] is change for role, change in changes.items()):
        return phase
    kept = {role: change for role, change in changes.items() if change != Change()}
    return replace(phase, changes=frozen(kept))


def _change_without(change: Change, party: PartyId) -> Change:
    if party not in change.letters:
        return change
    letters = {each: cell for each, cell in change.letters.items() if each != party}
    return replace(change, letters=frozen(letters))
