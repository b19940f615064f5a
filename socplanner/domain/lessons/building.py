"""The prompts about failures of building a team."""

from collections.abc import Iterator

from socplanner.domain.cost.party_costs import rates_of
from socplanner.domain.coverage import Coverage
from socplanner.domain.ids import PartyId
from socplanner.domain.lessons.begun_roles import begun_roles
from socplanner.domain.lessons.evidence import DOUBTFUL, MET, NOT_MET, UNCLEAR, Evidence
from socplanner.domain.lessons.lesson_facts import LessonFacts, lesson_role
from socplanner.domain.lessons.people_evidence import with_roles
from socplanner.domain.lessons.recognised_parties import recognised
from socplanner.domain.lessons.role_evidence import (
    THERE,
    about_row,
    carried_out,
    covers,
    executive_accountable,
    is_performed,
    mature,
    missing_role,
    performed,
)
from socplanner.domain.plan import Party
from socplanner.domain.thresholds import limit_of

_RESPONSE = ("D-2", "D-3", "D-4")
_CRITICAL = ("B-2", "D-2", "D-3", "D-4", "C-5")
_CONCERNING_SITES = ("D-1", "D-2", "D-5", "E-2")
_STANDARDS = ("A-2", "A-3")


def csirt_has_authority(facts: LessonFacts) -> Iterator[Evidence]:
    """FB1: the CSIRT is accountable for a role of response or performs one, and A-3 exists."""
    teams = recognised(facts.plan, "csirt")
    rows = [row for row in map(facts.named, _RESPONSE) if row is not None]
    if not teams or not rows:
        yield Evidence(UNCLEAR, "csirt-none", "none") if rows else missing_role(_RESPONSE[0])
        return
    if not any(row.holding for row in rows):
        yield about_row(rows[0], UNCLEAR, "letters-none")
        return
    row = next(
        (r for r in rows if any(t in r.accountable or t in r.performing for t in teams)), None
    )
    if row is None:
        yield about_row(rows[0], NOT_MET, "no-part", teams)
    else:
        part = tuple(t for t in teams if t in row.accountable or t in row.performing)
        yield about_row(row, MET, "has-part", part)
    yield carried_out(facts, "A-3", DOUBTFUL)


def reports_find_a_receiver(facts: LessonFacts) -> Iterator[Evidence]:
    """FB2: where a provider reports, someone inside receives reports at every hour of its own."""
    reporting, receiving = facts.named("B-4"), facts.named("D-1")
    if reporting is None or receiving is None:
        yield missing_role("B-4" if reporting is None else "D-1")
        return
    if not reporting.performing_providers:
        evidence = performed(facts, "B-4")
        yield evidence._replace(code="inside-only") if evidence.verdict is MET else evidence
        return
    if receiving.performing and not receiving.performing_inside:
        yield about_row(receiving, NOT_MET, "performs-outside", receiving.performing)
        return
    outside = {party.id for party in facts.plan.parties if party.is_provider}
    bands = tuple(b for b in facts.coverage(receiving).bands if b.party not in outside)
    hours = facts.coverage(reporting), Coverage(bands)
    yield covers(reporting, receiving, hours, by=THERE)


def not_all_at_once(facts: LessonFacts) -> Iterator[Evidence]:
    """FB3: from phase to phase one pattern at most, and not too many roles in-house."""
    begun = begun_roles(facts)
    if begun is None:
        yield Evidence(UNCLEAR, "one-phase", "none")
        return
    limit = limit_of(facts.plan.thresholds, "inhouse-roles")
    if len(begun.rows) > limit:
        values = (("n", len(begun.rows)), ("most", limit))
        yield Evidence(DOUBTFUL, "roles-begin", "move", phase=begun.phase.id, values=values)
    patterns = [facts.plan.catalogue.pattern(p.pattern or "") for p in (begun.before, begun.phase)]
    before, after = patterns
    if before is None or after is None:
        yield Evidence(UNCLEAR, "pattern-none", "terms", phase=begun.phase.id)
        return
    step = len(after.insourced) - len(before.insourced)
    verdict = NOT_MET if step > 1 else MET
    yield Evidence(verdict, "pattern-step", "move", phase=begun.phase.id, values=(("n", step),))


def tools_have_operators(facts: LessonFacts) -> Iterator[Evidence]:
    """FB4: parties that pay for tools in the phase operate some, and have people."""
    plan, phase = facts.plan, facts.phase
    operating: set[PartyId] = set()
    for role in facts.performed_roles("G"):
        operating.update(facts.letters[role].performing, facts.letters[role].accountable)
    has_shared_tools = bool(rates_of(plan, phase, None).tools)
    paying = [party for party in plan.parties if rates_of(plan, phase, party.id).tools]
    if has_shared_tools:
        verdict, code = (MET, "tools-operated") if operating else (NOT_MET, "tools-alone")
        yield Evidence(verdict, code, "cost", phase=phase)
    elif not paying:
        yield Evidence(UNCLEAR, "tools-none", "cost", phase=phase)
    for party in paying:
        if party.id not in operating:
            yield _about_cost(facts, party, "tools-no-role")
        elif facts.people(party).headcount == 0:
            yield _about_cost(facts, party, "tools-no-people")
        else:
            yield Evidence(MET, "tools-of-party", "cost", None, (party.id,), phase)


def _about_cost(facts: LessonFacts, party: Party, code: str) -> Evidence:
    return Evidence(NOT_MET, code, "cost", None, (party.id,), facts.phase)


def critical_roles_are_shared(facts: LessonFacts) -> Iterator[Evidence]:
    """FB5: no single person performs two of the critical roles or more."""
    if not any(is_performed(facts, code) for code in _CRITICAL):
        yield performed(facts, _CRITICAL[0])
        return
    is_shared = True
    for party_id, rows in with_roles(facts, _CRITICAL).items():
        party, number = facts.parties[party_id], len(rows)
        people = facts.people(party).headcount
        if number < 2 or (people is not None and people > 1):
            continue
        is_shared = False
        if people is None:
            yield about_row(rows[0], UNCLEAR, "people-none", (party,), "people")
        else:
            yield about_row(rows[0], NOT_MET, "alone-critical", (party,), "cell", n=number)
    if is_shared:
        yield Evidence(MET, "critical-shared", "none")


def plan_is_approved(facts: LessonFacts) -> Iterator[Evidence]:
    """FB6: an executive answers for the policy (A-1), and the phase has approver and day."""
    yield executive_accountable(facts, "A-1")
    terms = facts.plan.phases[facts.place].terms
    if terms.approver and terms.approval_day:
        values = (("approver", terms.approver), ("day", terms.approval_day))
        yield Evidence(MET, "approved", "terms", phase=facts.phase, values=values)
    else:
        half = terms.approver or terms.approval_day
        verdict, code = (DOUBTFUL, "approval-half") if half else (NOT_MET, "approval-none")
        yield Evidence(verdict, code, "terms", phase=facts.phase)


def providers_know_the_standards(facts: LessonFacts) -> Iterator[Evidence]:
    """FB7: providers that monitor or isolate know criteria and policy, which are documented."""
    roles = [*facts.performed_roles("B"), lesson_role("D-4")]
    performing = {
        party for role in roles if role in facts.letters for party in facts.letters[role].performing
    }
    providers = tuple(
        each for each in facts.plan.parties if each.id in performing & facts.providers
    )
    if not providers:
        if performing:
            yield Evidence(MET, "no-provider", "none")
        return
    for code in _STANDARDS:
        row = facts.named(code)
        if row is None:
            yield missing_role(code)
            continue
        without = tuple(party for party in providers if party not in row.holding)
        for party in without:
            yield about_row(row, NOT_MET, "letter-none", (party,))
        if not without:
            yield about_row(row, MET, "informed", providers)
        yield mature(facts, code, 4, 1)


def sites_are_included(facts: LessonFacts) -> Iterator[Evidence]:
    """FB8: sites and group companies have a part in reporting, response and the inventory."""
    rows = [row for row in map(facts.named, _CONCERNING_SITES) if row is not None]
    sites = recognised(facts.plan, "sites")
    if not sites or not rows:
        yield Evidence(UNCLEAR, "sites-none", "none") if rows else missing_role("D-1")
        return
    for site in sites:
        lacking = [row for row in rows if site not in row.holding]
        if len(lacking) == len(rows):
            yield about_row(lacking[0], NOT_MET, "site-no-part", (site,))
        else:
            for row in lacking:
                yield about_row(row, DOUBTFUL, "letter-none", (site,))
            if not lacking:
                yield about_row(rows[0], MET, "has-part", (site,))
