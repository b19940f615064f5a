"""The prompts of keys 1 to 5: one line of command, size, authority, what can be done, quality."""

from collections.abc import Iterator

from socplanner.domain.catalogue import Area, Sourcing
from socplanner.domain.checks.row_rules import CheckedRow
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.lessons.begun_roles import begun_roles
from socplanner.domain.lessons.command_evidence import (
    decided_outside,
    valid_waivers,
    without_authority,
)
from socplanner.domain.lessons.evidence import (
    DOUBTFUL,
    MET,
    NOT_MET,
    UNCLEAR,
    Evidence,
    ids_of_parties,
)
from socplanner.domain.lessons.flow_evidence import handover_limit
from socplanner.domain.lessons.lesson_facts import LessonFacts
from socplanner.domain.lessons.people_evidence import (
    about_party,
    dedicated,
    needs_of_parties,
    with_roles,
)
from socplanner.domain.lessons.role_evidence import (
    about_role,
    about_row,
    carried_out,
    executive_accountable,
    has_accountable,
    is_undecided,
    mature,
    missing_role,
    performed,
)
from socplanner.domain.plan import Party
from socplanner.domain.thresholds import limit_of

COMMAND = ("B", "C", "D", "F")
"""The functions from defence to response, which lie under one line of command."""

RESPONSE_TEAM = ("B", "C", "D", "F", "G")
_REPORTED = ("D-2", "D-6", "D-8", "A-5")
_ADVANCED = ("B-2", "C-1", "C-2", "C-3", "C-4", "C-5", "D-3", "F-1")
_ENOUGH = 2
_NO_COMMAND = (Sourcing.NOT_CARRIED_OUT, Sourcing.UNDECIDED)


def one_line_of_command(facts: LessonFacts) -> Iterator[Evidence]:
    """K01a: all who are accountable for roles of `COMMAND` have one party above them."""
    firsts: dict[PartyId, RoleId] = {}
    for role in facts.performed_roles(*COMMAND):
        for party_id in facts.letters[role].accountable:
            firsts.setdefault(party_id, role)
    roots: dict[PartyId, RoleId] = {}
    for party_id, role in firsts.items():
        if party_id in facts.providers:
            yield about_role(facts, role, NOT_MET, "accountable-outside", (party_id,))
        elif party_id in facts.parties:
            roots.setdefault(facts.root(facts.parties[party_id]).id, role)
    if len(roots) == 1:
        yield Evidence(MET, "one-root", "none", parties=tuple(roots))
        return
    worst = DOUBTFUL if len(roots) == _ENOUGH else NOT_MET
    for root, role in roots.items():
        yield about_role(facts, role, worst, "root", (root,))


def monitoring_hands_over(facts: LessonFacts) -> Iterator[Evidence]:
    """K01b: B-4 and D-1 have parties, one of them is part of both, and a flow limits the time."""
    for code in ("B-4", "D-1"):
        yield performed(facts, code)
        yield has_accountable(facts, code)
    reporting, receiving = facts.named("B-4"), facts.named("D-1")
    if reporting is None or receiving is None or not (reporting.holding and receiving.holding):
        return
    shared = [party for party in receiving.performing if party in reporting.holding]
    shared += [party for party in reporting.performing if party in receiving.holding]
    if shared:
        yield about_row(reporting, MET, "takes-part", tuple(dict.fromkeys(shared)))
    else:
        yield about_row(reporting, DOUBTFUL, "takes-part-none", receiving.performing)
    yield handover_limit(facts, "B-4", "D-1")


def people_match_the_work(facts: LessonFacts) -> Iterator[Evidence]:
    """K02a: every internal party has the people that its posts and its work need."""
    yield from needs_of_parties(facts)


def management_is_informed(facts: LessonFacts) -> Iterator[Evidence]:
    """K02b: an executive has a part in what is reported, and a business unit in D-6."""
    if not any(party.is_executive for party in facts.plan.parties):
        yield Evidence(UNCLEAR, "no-executive", "none")
        return
    for code in _REPORTED:
        row = facts.named(code)
        if row is None:
            yield missing_role(code)
        elif row.duty.sourcing is Sourcing.NOT_CARRIED_OUT:
            yield about_row(row, DOUBTFUL, "not-performed")
        elif not row.holding:
            yield about_row(row, UNCLEAR, "letters-none")
        else:
            executives = tuple(party for party in row.holding if party.is_executive)
            worst = NOT_MET if code in ("D-6", "D-8") else DOUBTFUL
            yield (
                about_row(row, MET, "informed", executives)
                if executives
                else about_row(row, worst, "executive-none")
            )
    coordination = facts.named("D-6")
    if coordination is not None and coordination.holding:
        yield _business_units(facts, coordination)


def _business_units(facts: LessonFacts, row: CheckedRow) -> Evidence:
    """Return whether an internal party outside the response team has a part in the role."""
    team: set[PartyId] = set()
    for role in facts.performed_roles(*RESPONSE_TEAM):
        team.update(facts.letters[role].performing, facts.letters[role].accountable)
    units = tuple(
        party
        for party in row.holding
        if party.kind == "internal" and not party.is_executive and party.id not in team
    )
    if units:
        return about_row(row, MET, "informed", units)
    return about_row(row, DOUBTFUL, "business-none")


def authority_is_approved(facts: LessonFacts) -> Iterator[Evidence]:
    """K03a: A-3 is approved by an executive and documented, and D-4 is decided inside."""
    yield carried_out(facts, "A-3")
    yield executive_accountable(facts, "A-3")
    yield mature(facts, "A-3", 4, 3)
    row = facts.named("D-4")
    outside = () if row is None else row.accountable_providers
    if row is not None and outside:
        yield about_row(row, NOT_MET, "accountable-outside", outside)
    else:
        yield has_accountable(facts, "D-4")


def accountable_parties_command(facts: LessonFacts) -> Iterator[Evidence]:
    """K03b: no party performs above the one accountable (R09), and none decides outside (D01)."""
    is_decided = False
    waived = valid_waivers(facts)
    for role, current in facts.duties.items():
        if not current.letters or current.sourcing in _NO_COMMAND or current.area is Area.UNPLACED:
            continue
        is_decided = True
        parties = facts.letters[role]
        superiors = without_authority(facts, parties)
        if superiors and ("R09", facts.phase, role, None) not in waived:
            yield about_role(facts, role, DOUBTFUL, "no-authority", superiors)
        deciding = decided_outside(facts, parties)
        if deciding and ("D01", facts.phase, role, None) not in waived:
            yield about_role(facts, role, NOT_MET, "decided-outside", deciding)
    if is_decided:
        yield Evidence(MET, "authority", "none")


def few_roles_begin(facts: LessonFacts) -> Iterator[Evidence]:
    """K04a: not too many roles begin with a phase, in all and for the people of each party."""
    begun = begun_roles(facts)
    if begun is None:
        yield Evidence(UNCLEAR, "one-phase", "none")
        return
    most = limit_of(facts.plan.thresholds, "inhouse-roles")
    number = len(begun.rows)
    values = (("n", number), ("most", most))
    verdict = NOT_MET if number > most else MET
    yield Evidence(verdict, "roles-begin", "move", phase=begun.phase.id, values=values)
    by_party: dict[Party, int] = {}
    for row in begun.rows:
        for party in row.performing_inside:
            by_party[party] = by_party.get(party, 0) + 1
    later = LessonFacts(facts.plan, begun.phase.id, facts.today)
    for party, roles in by_party.items():
        people = later.people(party).headcount
        if people is not None and roles > people:
            yield about_party(later, party, DOUBTFUL, "roles-begin-each", n=roles, most=people)


def left_out_with_reason(facts: LessonFacts) -> Iterator[Evidence]:
    """K04b: what is not carried out has a reason in its note."""
    decided = {
        role: current
        for role, current in facts.duties.items()
        if current.sourcing is not Sourcing.UNDECIDED
    }
    left_out = [role for role, each in decided.items() if each.sourcing is Sourcing.NOT_CARRIED_OUT]
    without = [role for role in left_out if not decided[role].note.strip()]
    worst = NOT_MET if len(without) == len(left_out) else DOUBTFUL
    for role in without:
        yield about_role(facts, role, worst, "reason-none")
    if left_out and not without:
        yield about_role(facts, left_out[0], MET, "reasons", n=len(left_out))
    elif decided and not left_out:
        yield Evidence(MET, "nothing-left-out", "none")


def advanced_roles_have_people(facts: LessonFacts) -> Iterator[Evidence]:
    """K05a: parties that perform advanced roles in-house have two dedicated people or more."""
    listed = list(map(facts.named, _ADVANCED))
    rows = [row for row in listed if row is not None]
    if not rows or all(is_undecided(row) for row in rows):
        yield (missing_role(_ADVANCED[0]) if not rows else about_row(rows[0], UNCLEAR, "undecided"))
        return
    usual = facts.plan.staffing.assumptions.get("shared-share", 50)
    performing = with_roles(facts, _ADVANCED)
    for party_id, roles in performing.items():
        party = facts.parties[party_id]
        number = dedicated(facts.people(party), usual)
        if number is None:
            yield about_row(roles[0], UNCLEAR, "people-none", (party,), "people")
            continue
        verdict = MET if number >= _ENOUGH else DOUBTFUL if number else NOT_MET
        yield about_row(roles[0], verdict, "dedicated", (party,), "people", n=number)
    if not performing:
        outside = tuple(dict.fromkeys(party for row in rows for party in row.performing))
        yield Evidence(MET, "advanced-outside", "none", parties=ids_of_parties(outside))
