"""The prompts of keys 6 to 10: technology, data, own protection, threat information, calm."""

from collections.abc import Iterator

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.lessons.evidence import DOUBTFUL, MET, NOT_MET, UNCLEAR, Evidence
from socplanner.domain.lessons.flow_evidence import (
    INTELLIGENCE,
    about_flow,
    information_outside,
    not_adopted,
    walked_at_night,
)
from socplanner.domain.lessons.frequency import times_a_year
from socplanner.domain.lessons.lesson_facts import LessonFacts, lesson_role
from socplanner.domain.lessons.role_evidence import (
    about_row,
    carried_out,
    has_accountable,
    manned,
    mature,
    performed,
    unbroken,
)

_PAIRS = (("G-1", "G-2"), ("G-3", "G-4"), ("G-6", "G-7"))
"""The basic operation of a kind of product, and its advanced operation."""

_TO_JUDGE_BY = ("E-1", "E-2", "G-6", "H-1")
_RULES_FOR = ("G-2", "G-4", "G-7")
AT_NIGHT = ("D-1", "D-2", "D-4", "D-6")
"""The roles without which an incident at night waits for the morning."""


def products_are_operated(facts: LessonFacts) -> Iterator[Evidence]:
    """K06a: what is operated is also tuned, each by a party."""
    for basic, advanced in _PAIRS:
        row = facts.named(basic)
        if row is not None and row.duty.sourcing is Sourcing.NOT_CARRIED_OUT:
            continue
        yield performed(facts, basic)
        yield has_accountable(facts, basic, DOUBTFUL)
        yield performed(facts, advanced)
        tuning = facts.named(advanced)
        if tuning is None or tuning.is_carried_out:
            yield has_accountable(facts, advanced, DOUBTFUL)


def records_to_judge_by(facts: LessonFacts) -> Iterator[Evidence]:
    """K07a: inventories, logs and records for audits are carried out well enough."""
    for code in _TO_JUDGE_BY:
        evidence = carried_out(facts, code)
        yield evidence if evidence.verdict is not MET else mature(facts, code, 3, 3)


def team_is_protected(facts: LessonFacts) -> Iterator[Evidence]:
    """K08a: G-10 is performed, not by providers only, and well enough."""
    yield performed(facts, "G-10")
    yield has_accountable(facts, "G-10", DOUBTFUL)
    row = facts.named("G-10")
    if row is not None and row.performing_providers and not row.performing_inside:
        yield about_row(row, NOT_MET, "performs-outside", row.performing_providers)
    yield mature(facts, "G-10", 3, 1)


def threats_reach_the_rules(facts: LessonFacts) -> Iterator[Evidence]:
    """K09a: what F-2 collects goes through F-4 to the rules of the products."""
    yield from unbroken(facts, ("F-2", "F-4"), NOT_MET)
    rules = list(unbroken(facts, _RULES_FOR, DOUBTFUL))
    if all(each.verdict is DOUBTFUL for each in rules):
        rules = [each._replace(verdict=NOT_MET) for each in rules]
    yield from rules
    flow = facts.own_flow(INTELLIGENCE)
    filtering, wanted = lesson_role("F-4"), {lesson_role(code) for code in _RULES_FOR}
    if flow is not None and not any(
        step.role == filtering and any(receiver.id in wanted for receiver in step.to)
        for step in flow.steps
    ):
        yield about_flow(facts, DOUBTFUL, "rules-none", INTELLIGENCE, filtering)


def information_is_passed_on(facts: LessonFacts) -> Iterator[Evidence]:
    """K09b: the organisation also passes threat information on."""
    shares = [carried_out(facts, code) for code in ("F-3", "I-6")]
    yield from shares
    if not all(each.verdict is MET for each in shares):
        return
    flow = facts.own_flow(INTELLIGENCE)
    if flow is None:
        yield not_adopted(facts, UNCLEAR, INTELLIGENCE)
        return
    steps = list(information_outside(facts, (flow,)))
    for step in steps:
        verdict, code = (MET, "sends") if step.tlp is not None else (DOUBTFUL, "sends-unlabelled")
        yield about_flow(facts, verdict, code, INTELLIGENCE, step.role)
    if not steps:
        yield about_flow(facts, NOT_MET, "sends-none", INTELLIGENCE)


def works_on_sunday(facts: LessonFacts) -> Iterator[Evidence]:
    """K10a: at three on Sunday night the response to an incident does not stop."""
    walked = list(walked_at_night(facts, AT_NIGHT))
    yield from walked
    seen = {each.role for each in walked}
    for code in AT_NIGHT:
        if lesson_role(code) not in seen:
            yield manned(facts, code)


def response_is_rehearsed(facts: LessonFacts) -> Iterator[Evidence]:
    """K10b: E-7 takes place once a year or more often."""
    evidence = carried_out(facts, "E-7")
    row = facts.named("E-7")
    if row is None or evidence.verdict is not MET:
        yield evidence
        return
    times = times_a_year(row.duty.coverage)
    if times is None:
        yield about_row(row, UNCLEAR, "frequency-none", place="hours")
        return
    verdict = MET if times >= 1 else DOUBTFUL
    yield about_row(row, verdict, "frequency", place="hours", text=row.duty.coverage)
