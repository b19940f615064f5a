"""The prompts about failures of operating."""

from collections.abc import Iterator

from socplanner.domain.assessment import NO_SCORES
from socplanner.domain.catalogue import Sourcing
from socplanner.domain.cost.contracts import contracts_in
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.lessons.evidence import (
    DOUBTFUL,
    MET,
    NOT_MET,
    UNCLEAR,
    Evidence,
    EvidencePlace,
)
from socplanner.domain.lessons.flow_evidence import (
    INTELLIGENCE,
    about_flow,
    information_outside,
    not_adopted,
)
from socplanner.domain.lessons.lesson_facts import LessonFacts, lesson_role
from socplanner.domain.lessons.people_evidence import about_party
from socplanner.domain.lessons.role_evidence import (
    about_role,
    about_row,
    carried_out,
    mature,
    missing_role,
    performed,
)
from socplanner.domain.maturity.role_maturity import is_answer
from socplanner.domain.plan import Duty, Party
from socplanner.domain.road_map.days import day_number
from socplanner.domain.staffing.phase_staffing import PartyStaffing

YEAR = 365
_UNDERSTOOD = 4
_ONLY_ONE_KNOWS = "2"
_RESPONSE = frozenset(("B", "C", "D"))
_OUTSOURCED = (Sourcing.OUTSOURCE, Sourcing.BOTH)
_INHOUSE = (Sourcing.INSOURCE, Sourcing.BOTH)


def alerts_are_read(facts: LessonFacts) -> Iterator[Evidence]:
    """FO1: the posts of monitoring (B-1) have the hours that their work needs."""
    role = lesson_role("B-1")
    row = facts.named("B-1")
    if row is None or facts.staffing is None:
        yield (
            missing_role("B-1")
            if row is None
            else Evidence(UNCLEAR, "no-staffing", "people", phase=facts.phase)
        )
        return
    if row.duty.sourcing is Sourcing.NOT_CARRIED_OUT:
        yield about_row(row, NOT_MET, "not-performed")
        return
    posts = [
        (each.party, post)
        for each in facts.staffing.parties
        for post in each.posts
        if role in post.post.roles
    ]
    loads = [(party, post.figures) for party, post in posts if post.figures["load_hours"].value]
    for party, figures in loads:
        load, hours = figures["load_hours"].value or 0, figures["coverage_hours"].value or 0
        verdict, code = (NOT_MET, "load-short") if load > hours else (MET, "load-fits")
        yield about_party(facts, party, verdict, code, n=round(load), most=round(hours))
    if not loads:
        yield about_row(row, UNCLEAR, "load-none", place="people")
    if not row.duty.coverage:
        yield about_row(row, DOUBTFUL, "hours-none", place="hours")


def reports_are_understood(facts: LessonFacts) -> Iterator[Evidence]:
    """FO2: someone inside judges what is outsourced, and understands it."""
    outsourced, unscored = 0, 0
    judges = {party for party in facts.inside if facts.people(facts.parties[party]).headcount != 0}
    for role, current in facts.duties.items():
        if current.sourcing not in _OUTSOURCED:
            continue
        outsourced += 1
        if judges.isdisjoint(facts.letters[role].involved):
            yield about_role(facts, role, NOT_MET, "judge-none")
        score = facts.scores(role).outsourced.score
        points = int(score) if score is not None and score.isdigit() else 0
        aims_high = _aims_high(facts, current)
        unscored += not points and not aims_high
        if 0 < points < _UNDERSTOOD and not aims_high:
            verdict = DOUBTFUL if points == _UNDERSTOOD - 1 else NOT_MET
            yield about_role(
                facts, role, verdict, "score", place="score", score=points, least=_UNDERSTOOD
            )
    if unscored and unscored == outsourced:
        yield Evidence(UNCLEAR, "no-assessment", "score", phase=facts.phase)
    elif unscored:
        values = (("n", unscored),)
        yield Evidence(DOUBTFUL, "scores-none", "score", phase=facts.phase, values=values)
    elif outsourced:
        yield Evidence(MET, "understood", "none", values=(("n", outsourced),))
    elif any(each.performing for each in facts.letters.values()):
        yield Evidence(MET, "nothing-outsourced", "none")


def _aims_high(facts: LessonFacts, current: Duty) -> bool:
    aim = current.aim.outsourced
    return facts.is_later and aim is not None and aim.isdigit() and int(aim) >= _UNDERSTOOD


def criteria_are_reviewed(facts: LessonFacts) -> Iterator[Evidence]:
    """FO3: A-2 exists; when it was last reviewed, only the planner knows."""
    evidence = carried_out(facts, "A-2")
    yield evidence
    if evidence.verdict is MET:
        yield Evidence(UNCLEAR, "own-answer", "none")


def knowledge_is_shared(facts: LessonFacts) -> Iterator[Evidence]:
    """FO4: no role that is performed inside depends on one person's knowledge."""
    is_stated = False
    numbers = {party: facts.people(facts.parties[party]).headcount for party in facts.inside}
    for role, current in facts.duties.items():
        if current.sourcing not in _INHOUSE:
            continue
        score = facts.scores(role).inhouse.score
        performing = facts.letters[role].performing
        people = [numbers[each] for each in performing if each in numbers]
        is_stated = is_stated or is_answer(score) or any(each is not None for each in people)
        if score == _ONLY_ONE_KNOWS and not (facts.is_later and (current.aim.inhouse or "") > "2"):
            yield _of_one_person(facts, role, "one-knows", "score")
        elif people and None not in people and sum(filter(None, people)) == 1:
            yield _of_one_person(facts, role, "alone", "cell")
    if is_stated:
        yield Evidence(MET, "knowledge-shared", "none")
    elif any(current.sourcing in _INHOUSE for current in facts.duties.values()):
        yield Evidence(UNCLEAR, "knowledge-none", "score", phase=facts.phase)
    else:
        yield Evidence(UNCLEAR, "inside-none", "none")


def _of_one_person(facts: LessonFacts, role: RoleId, code: str, place: EvidencePlace) -> Evidence:
    """Return the evidence that one person knows how; in response that is not met."""
    worst = NOT_MET if facts.function_of(role) in _RESPONSE else DOUBTFUL
    performing = [each for each in facts.letters[role].performing if each in facts.inside]
    return about_role(facts, role, worst, code, performing, place)


def own_systems_are_scored(facts: LessonFacts) -> Iterator[Evidence]:
    """FO5: G-10 is carried out, with a score of 3 or more."""
    evidence = carried_out(facts, "G-10")
    yield evidence if evidence.verdict is not MET else mature(facts, "G-10", 3, 3)


def information_leaves(facts: LessonFacts) -> Iterator[Evidence]:
    """FO6: threat information is sent to a community or an authority."""
    shares = [carried_out(facts, code) for code in ("F-3", "I-6")]
    if all(each.verdict is NOT_MET for each in shares):
        yield from shares
    elif not facts.plan.flows:
        yield not_adopted(facts, UNCLEAR, INTELLIGENCE)
    else:
        steps = list(information_outside(facts, facts.plan.flows))
        for step in steps:
            yield Evidence(MET, "sends", "flow", step.role, (), facts.phase)
        if not steps:
            yield about_flow(facts, NOT_MET, "sends-none", INTELLIGENCE)


def rota_leaves_room(facts: LessonFacts) -> Iterator[Evidence]:
    """FO7: crews round the clock fit the week of the law, with people left for leave."""
    if facts.staffing is None:
        yield Evidence(UNCLEAR, "no-staffing", "people", phase=facts.phase)
        return
    inside = [each for each in facts.staffing.parties if each.party.kind == "internal"]
    rotas = [(each, post) for each in inside for post in each.posts if post.crews is not None]
    if not rotas:
        yield Evidence(MET, "no-rota", "people", phase=facts.phase)
    for each in dict.fromkeys(party.party.id for party, _ in rotas):
        yield from _room(facts, next(party for party in inside if party.party.id == each))


def _room(facts: LessonFacts, staffing: PartyStaffing) -> Iterator[Evidence]:
    party = staffing.party
    need, people = staffing.figures["need_people"].value, staffing.figures["today_people"].value
    if people is None:
        yield about_party(facts, party, UNCLEAR, "party-people-none")
    elif need and need > people:
        yield about_party(facts, party, NOT_MET, "people-short", n=round(need), most=round(people))
    for post in staffing.posts:
        if post.crews is None:
            continue
        hours = round(post.crews.week.value or 0, 1)
        verdict = {"fits": MET, "overtime": DOUBTFUL}.get(post.crews.verdict, NOT_MET)
        yield about_party(facts, party, verdict, "crew-week", n=hours)


def effect_is_measured(facts: LessonFacts) -> Iterator[Evidence]:
    """FO8: A-5 is performed, and there are figures of the last twelve months."""
    yield performed(facts, "A-5")
    newest = facts.assessment
    if newest is None or not newest.day:
        yield Evidence(UNCLEAR, "no-assessment", "score", phase=facts.phase)
        return
    age = day_number(facts.today) - day_number(newest.day)
    verdict = DOUBTFUL if age > YEAR else MET
    yield Evidence(verdict, "measured", "score", phase=facts.phase, values=(("day", newest.day),))


def provider_can_be_changed(facts: LessonFacts) -> Iterator[Evidence]:
    """FO9: a provider that monitors and operates has an exit in its contract."""
    providers = _performing(facts, "B") & _performing(facts, "G")
    if not providers:
        if _performing(facts, "B", "G", inside=True):
            yield Evidence(MET, "no-lock-in", "none")
        return
    contracts = contracts_in(facts.plan, facts.phase)
    for party in (each for each in facts.plan.parties if each.id in providers):
        own = [each for each in contracts if each.party == party.id]
        if any(each.exit is not None for each in own):
            yield Evidence(MET, "exit", "cost", None, (party.id,), facts.phase)
        else:
            verdict = NOT_MET if _only_the_provider_knows(facts, party) else DOUBTFUL
            yield Evidence(verdict, "exit-none", "cost", None, (party.id,), facts.phase)


def _performing(facts: LessonFacts, *functions: str, inside: bool = False) -> set[PartyId]:
    wanted = facts.inside if inside else facts.providers
    return {
        party
        for role in facts.performed_roles(*functions)
        for party in facts.letters[role].performing
        if party in wanted
    }


def _only_the_provider_knows(facts: LessonFacts, party: Party) -> bool:
    """Return whether a role of `party` is known neither inside nor well from its results."""
    for role in facts.performed_roles("B", "G"):
        if party.id not in facts.letters[role].performing:
            continue
        scores = facts.scores(role)
        if scores == NO_SCORES or (
            is_answer(scores.inhouse.score) and scores.inhouse.score != "na"
        ):
            continue
        if scores.outsourced.score in ("1", "2", "3"):
            return True
    return False
