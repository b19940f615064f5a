"""Pieces of evidence about the people of parties that several prompts share."""

from collections.abc import Iterable, Iterator

from socplanner.domain.checks.row_rules import CheckedRow
from socplanner.domain.ids import PartyId
from socplanner.domain.lesson_inputs import LessonVerdict
from socplanner.domain.lessons.evidence import DOUBTFUL, MET, NOT_MET, UNCLEAR, Evidence
from socplanner.domain.lessons.lesson_facts import LessonFacts
from socplanner.domain.lessons.role_evidence import about_row, is_performed
from socplanner.domain.plan import Party
from socplanner.domain.staffing_inputs import People

HALF = 50
"""The percent of a person's time from which the person counts as dedicated."""


def about_party(
    facts: LessonFacts, party: Party, verdict: LessonVerdict, code: str, **values: str | float
) -> Evidence:
    """Return evidence about the people of `party`."""
    return Evidence(verdict, code, "people", None, (party.id,), facts.phase, tuple(values.items()))


def dedicated(people: People, usual_share: float) -> int | None:
    """Return how many of `people` have half of their time or more for this; None if not known.

    `usual_share` is the share of shared people where none is stated.
    """
    if people.headcount is None:
        return None
    shared = people.shared
    if shared is None:
        shared = 0 if people.share is None else people.headcount
    share = usual_share if people.share is None else people.share
    return people.headcount if share >= HALF else people.headcount - shared


def has_deputy(facts: LessonFacts, row: CheckedRow) -> Iterator[Evidence]:
    """Yield whether the accountable party of `row` has more than one person."""
    for party in row.accountable:
        number = facts.people(party).headcount
        if number is None:
            yield about_row(row, UNCLEAR, "people-none", (party,), "people")
        else:
            verdict, code = (MET, "people") if number > 1 else (DOUBTFUL, "alone")
            yield about_row(row, verdict, code, (party,), "people", n=number)


def with_roles(facts: LessonFacts, codes: Iterable[str]) -> dict[PartyId, list[CheckedRow]]:
    """Return the internal parties that perform roles of `codes`, by id, each with its roles."""
    result: dict[PartyId, list[CheckedRow]] = {}
    for code in codes:
        row = facts.named(code)
        if row is not None and is_performed(facts, code):
            for party in row.performing_inside:
                result.setdefault(party.id, []).append(row)
    return result


def needs_of_parties(facts: LessonFacts) -> Iterator[Evidence]:
    """Yield whether each internal party with work has the people for it."""
    staffing = facts.staffing
    if staffing is None:
        yield Evidence(UNCLEAR, "no-staffing", "people", phase=facts.phase)
        return
    for each in staffing.parties:
        need, people = each.figures["need_people"].value, each.figures["today_people"].value
        if each.party.kind != "internal" or not need:
            continue
        if people is None:
            yield about_party(facts, each.party, DOUBTFUL, "party-people-none")
            continue
        need_fte, fte = each.figures["need_fte"].value or 0, each.figures["today_fte"].value or 0
        if need > people:
            yield about_party(
                facts, each.party, NOT_MET, "people-short", n=round(need), most=round(people)
            )
        else:
            verdict, code = (DOUBTFUL, "fte-short") if need_fte > fte else (MET, "fte-enough")
            numbers = {"need": round(need_fte, 2), "has": round(fte, 2)}
            yield about_party(facts, each.party, verdict, code, **numbers)
