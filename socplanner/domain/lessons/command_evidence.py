"""Who lacks authority: what R09 and D01 find, for all roles of a plan at once.

The checks look at a row with every party of the plan; for thousands of roles that is too slow
beside a gesture. A test holds that both find the same.
"""

from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.lessons.lesson_facts import LessonFacts, RoleLetters


def without_authority(facts: LessonFacts, parties: RoleLetters) -> tuple[PartyId, ...]:
    """Return a party that is accountable and those above it that perform; empty for none (R09)."""
    for party in parties.accountable:
        above = facts.above(party)
        if above:
            superiors = [each for each in parties.performing if each in above]
            if superiors:
                return (party, *superiors)
    return ()


def decided_outside(facts: LessonFacts, parties: RoleLetters) -> tuple[PartyId, ...]:
    """Return the providers that decide about a role instead of someone inside (D01)."""
    outside = tuple([each for each in parties.accountable if each in facts.providers])
    if outside:
        return outside
    performing = tuple([each for each in parties.performing if each in facts.providers])
    if not performing or not facts.inside.isdisjoint(parties.involved):
        return ()
    return performing


def valid_waivers(
    facts: LessonFacts,
) -> frozenset[tuple[str, PhaseId, RoleId | None, PartyId | None]]:
    """Return the subjects of the waivers of findings that are valid today."""
    waivers = facts.plan.waivers
    return frozenset([each.subject for each in waivers if not each.has_ended(facts.today)])
