"""Lanes by party: which one is accountable, or responsible, for each role.

A role with several such parties stands in a lane of its own, for only there is it plain that there
are several; a role with none stands in the strip. A drop makes the party of the lane the only one,
and the strip removes the letter: the other letters stay.
"""

from socplanner.domain.assignment_edits import AssignParty, Part, parties_with
from socplanner.domain.catalogue import Role
from socplanner.domain.history import Edit
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.phases import duty
from socplanner.domain.plan import Duty, Plan
from socplanner.ui.board.lanes import Axes, Lane, LaneHeading, LaneId, LaneSet, LaneSpot
from socplanner.wording.language import Words
from socplanner.wording.terms import parties_in_words, party_initials, party_name

_PARTY = "party:"
_SEVERAL, _NONE = LaneId("several"), LaneId("none")


def lanes_by_accountable(plan: Plan, phase: PhaseId, words: Words) -> LaneSet:
    """Return a lane for each party, with the roles that it is accountable for."""
    return _lanes(plan, phase, words, "accountable")


def lanes_by_responsible(plan: Plan, phase: PhaseId, words: Words) -> LaneSet:
    """Return a lane for each party, with the roles that it is responsible for."""
    return _lanes(plan, phase, words, "performs")


def _lanes(plan: Plan, phase: PhaseId, words: Words, part: Part) -> LaneSet:
    def lane_of(_role: Role, duty: Duty) -> LaneId:
        parties = parties_with(plan, duty, part)
        if len(parties) > 1:
            return _SEVERAL
        return LaneId(f"{_PARTY}{parties[0]}") if parties else _NONE

    def edit(roles: frozenset[RoleId], lane: LaneId) -> Edit | None:
        if lane == _SEVERAL:
            return None
        party = None if lane == _NONE else PartyId(lane.removeprefix(_PARTY))
        return AssignParty(phase, roles, part, party, is_only=True)

    def remark(roles: frozenset[RoleId], lane: LaneId) -> str:
        if lane == _SEVERAL:
            return words.tr("Drop on one party: nothing changes here")
        present = dict.fromkeys(
            party for role in roles for party in parties_with(plan, duty(plan, phase, role), part)
        )
        if not present:
            return words.tr("other letters unchanged")
        names = parties_in_words(
            plan, [each.id for each in plan.parties if each.id in present], words
        )
        return words.tr("so far: {parties} · other letters unchanged", parties=names)

    return LaneSet(_all_lanes(plan, words, part), Axes(), lane_of, edit, remark, flows=True)


def _all_lanes(plan: Plan, words: Words, part: Part) -> tuple[Lane, ...]:
    lanes = []
    for party in plan.parties:
        name = party_name(party, words)
        headings = (
            LaneHeading("", name, ""),
            LaneHeading(party_initials(party, words), "", ""),
        )
        lanes.append(Lane(LaneId(f"{_PARTY}{party.id}"), LaneSpot(0, 0), name, headings))
    is_accountable = part == "accountable"
    several = words.tr("Several accountable") if is_accountable else words.tr("Several responsible")
    no_party = words.tr("None accountable") if is_accountable else words.tr("None responsible")
    about = words.tr("Roles dropped here lose the letter")
    lanes.append(Lane(_SEVERAL, LaneSpot(0, 0), several, (LaneHeading("", several, ""),)))
    lanes.append(
        Lane(
            _NONE, None, no_party, (LaneHeading("", no_party, about), LaneHeading("", no_party, ""))
        )
    )
    return tuple(lanes)
