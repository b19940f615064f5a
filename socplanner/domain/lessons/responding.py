"""The prompts about failures of responding to an incident."""

from collections.abc import Iterator

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.flows.lanes import parties_of_steps
from socplanner.domain.lessons.evidence import DOUBTFUL, MET, NOT_MET, UNCLEAR, Evidence
from socplanner.domain.lessons.flow_evidence import (
    REPORTING,
    about_flow,
    begins_before,
    hand_over_roles,
    not_adopted,
)
from socplanner.domain.lessons.lesson_facts import LessonFacts
from socplanner.domain.lessons.people_evidence import has_deputy
from socplanner.domain.lessons.recognised_parties import recognised
from socplanner.domain.lessons.role_evidence import (
    ACTING,
    about_row,
    carried_out,
    covers,
    has_accountable,
    manned,
    missing_role,
    performed,
    unbroken,
)

_DECIDING = ("D-2", "D-6", "A-3")
_AT_ONCE = ("D-2", "D-6")
_AFTER_A_REPORT = ("A-4", "F-1", "A-5")
_OF_ONE_PERSON = ("D-2", "D-3", "D-6", "D-8")
_ENOUGH = 3


def deciders_are_reachable(facts: LessonFacts) -> Iterator[Evidence]:
    """FI1: those who decide have a deputy, and command and coordination are there at night."""
    for code in _DECIDING:
        evidence = has_accountable(facts, code)
        row = facts.named(code)
        if row is None or evidence.verdict is not MET:
            yield evidence
        else:
            yield from has_deputy(facts, row)
    for code in _AT_ONCE:
        yield manned(facts, code)


def evidence_is_preserved(facts: LessonFacts) -> Iterator[Evidence]:
    """FI2: the organisation itself preserves evidence (C-5), before it recovers on site (D-5)."""
    row = facts.named("C-5")
    if row is None:
        yield missing_role("C-5")
        return
    sourcing = row.duty.sourcing
    if sourcing is Sourcing.UNDECIDED:
        yield about_row(row, UNCLEAR, "undecided")
    elif sourcing is Sourcing.NOT_CARRIED_OUT:
        yield about_row(row, NOT_MET, "not-performed")
    elif sourcing is Sourcing.OUTSOURCE:
        yield about_row(row, NOT_MET, "outsourced-only", row.performing_providers)
    else:
        yield about_row(row, MET, "inside-too", row.performing_inside)
        order = begins_before(facts, "C-5", "D-5")
        if order is not None:
            yield order


def isolation_is_awake(facts: LessonFacts) -> Iterator[Evidence]:
    """FI3: whenever alerts are watched (B-1), isolation (D-4) acts or the provider may isolate."""
    watching, isolating = facts.named("B-1"), facts.named("D-4")
    if watching is None or isolating is None:
        yield missing_role("B-1" if watching is None else "D-4")
        return
    yield carried_out(facts, "A-3", DOUBTFUL)
    if isolating.duty.sourcing is Sourcing.NOT_CARRIED_OUT:
        yield about_row(isolating, NOT_MET, "not-performed")
        return
    both = [p for p in watching.performing_providers if p in isolating.performing_providers]
    if both:
        yield about_row(isolating, MET, "provider-isolates", tuple(both))
        return
    hours = facts.coverage(watching), facts.coverage(isolating)
    yield covers(watching, isolating, hours, by=ACTING)


def logs_are_kept(facts: LessonFacts) -> Iterator[Evidence]:
    """FI4: logs and records exist; how long they are kept, only the planner knows."""
    exist = [carried_out(facts, code) for code in ("G-6", "H-1")]
    yield from exist
    if all(each.verdict is MET for each in exist):
        yield Evidence(UNCLEAR, "own-answer", "none")


def legal_and_press_take_part(facts: LessonFacts) -> Iterator[Evidence]:
    """FI5: legal and public relations are consulted in D-6, and consulted or performing in D-7."""
    inside, reporting = facts.named("D-6"), facts.named("D-7")
    if inside is None or reporting is None:
        yield missing_role("D-6" if inside is None else "D-7")
        return
    if not inside.holding and not reporting.holding:
        yield about_row(inside, UNCLEAR, "letters-none")
        return
    for kind in ("legal", "pr"):
        parties = recognised(facts.plan, kind)
        if not parties:
            yield Evidence(UNCLEAR, f"{kind}-none", "none")
            continue
        for row in (inside, reporting):
            consulted = (*row.two_way, *row.performing, *row.accountable)
            present = tuple(party for party in parties if party in consulted)
            if present:
                yield about_row(row, MET, "consulted", present)
            else:
                yield about_row(row, NOT_MET, "consulted-none", parties[:1])


def reports_are_in_time(facts: LessonFacts) -> Iterator[Evidence]:
    """FI6: each step of external reporting has a party with a deputy, and a time limit."""
    evidence = performed(facts, "D-7")
    yield evidence
    row = facts.named("D-7")
    if row is None or evidence.verdict is not MET:
        return
    yield from has_deputy(facts, row)
    flow = facts.own_flow(REPORTING)
    if flow is None:
        yield not_adopted(facts, UNCLEAR, REPORTING)
        return
    parties = parties_of_steps(facts.plan, facts.phase, flow)
    limited = 0
    for step in flow.steps:
        if not parties[step.id].performing:
            yield about_flow(facts, NOT_MET, "step-no-party", REPORTING, step.role, step=step.id)
        elif not step.limit:
            yield about_flow(facts, DOUBTFUL, "step-no-limit", REPORTING, step.role, step=step.id)
        else:
            limited += 1
    if limited:
        yield about_flow(facts, MET, "steps-limited", REPORTING, n=limited)


def lessons_are_learnt(facts: LessonFacts) -> Iterator[Evidence]:
    """FI7: reports (D-8) are performed, and so is what learns from them."""
    yield performed(facts, "D-8")
    yield from unbroken(facts, _AFTER_A_REPORT, NOT_MET)


def decisions_stay_inside(facts: LessonFacts) -> Iterator[Evidence]:
    """FI8: no provider hands over to another one with no internal party between."""
    compared = 0
    for first, second in hand_over_roles(facts):
        one, other = facts.plan.role(first), facts.plan.role(second)
        if one is None or other is None:
            continue
        sending, receiving = facts.row(one), facts.row(other)
        if not sending.performing or not receiving.performing:
            continue
        compared += 1
        if sending.performing_inside or receiving.performing_inside:
            continue
        outside = tuple(p for p in receiving.performing_providers if p not in sending.performing)
        between = [p for p in sending.involved_inside if p in receiving.involved_inside]
        if outside and not between:
            parties = (*sending.performing_providers, *outside)
            yield about_row(receiving, NOT_MET, "handed-over-outside", parties, other=str(first))
    if compared:
        yield Evidence(MET, "handed-over-inside", "none")


def command_is_not_alone(facts: LessonFacts) -> Iterator[Evidence]:
    """FI9: who commands, analyses, coordinates and reports at once has three people or more."""
    rows = [row for row in map(facts.named, _OF_ONE_PERSON) if row is not None]
    if len(rows) < len(_OF_ONE_PERSON) or not all(row.performing for row in rows):
        for code in _OF_ONE_PERSON:
            evidence = performed(facts, code)
            if evidence.verdict is not MET:
                yield evidence._replace(verdict=UNCLEAR)
        return
    everywhere = [p for p in rows[0].performing if all(p in row.performing for row in rows)]
    for party in everywhere:
        number = facts.people(party).headcount
        if number is None:
            yield about_row(rows[0], UNCLEAR, "people-none", (party,), "people")
        else:
            verdict = MET if number >= _ENOUGH else NOT_MET
            yield about_row(rows[0], verdict, "all-four", (party,), "people", n=number)
    if not everywhere:
        yield about_row(rows[0], MET, "four-parted", rows[0].performing)
