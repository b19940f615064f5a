"""Pieces of evidence about one role that several prompts share."""

from collections.abc import Collection, Iterator

from socplanner.domain.assessment import SIDES
from socplanner.domain.catalogue import Sourcing
from socplanner.domain.checks.row_rules import CheckedRow
from socplanner.domain.coverage import WEEK, Coverage, CoverageMode, CoverageState, DayKind
from socplanner.domain.coverage_week import Span, week_of
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.lesson_inputs import LessonVerdict
from socplanner.domain.lessons.evidence import (
    DOUBTFUL,
    MET,
    NOT_MET,
    UNCLEAR,
    Evidence,
    EvidencePlace,
    ids_of_parties,
)
from socplanner.domain.lessons.lesson_facts import LessonFacts
from socplanner.domain.maturity.role_maturity import is_answer, points_of, sides_of
from socplanner.domain.plan import Party
from socplanner.domain.role_coverage import SUNDAY_NIGHT, Moment

THERE = frozenset({CoverageMode.ON_DUTY, CoverageMode.ON_CALL})
"""The modes in which a person acts."""

ACTING = THERE | {CoverageMode.PRE_APPROVED}
"""The modes in which something happens: a person acts, or an action is approved beforehand."""

_READY = frozenset({CoverageState.ON_DUTY, CoverageState.ON_CALL, CoverageState.PRE_APPROVED})


def about_row(
    row: CheckedRow,
    verdict: LessonVerdict,
    code: str,
    parties: tuple[Party, ...] = (),
    place: EvidencePlace = "cell",
    **values: str | float,
) -> Evidence:
    """Return evidence about the role of `row`."""
    ids = ids_of_parties(parties)
    return Evidence(verdict, code, place, row.role.id, ids, row.phase, tuple(values.items()))


def about_role(
    facts: LessonFacts,
    role: RoleId,
    verdict: LessonVerdict,
    code: str,
    parties: Collection[PartyId] = (),
    place: EvidencePlace = "cell",
    **values: str | float,
) -> Evidence:
    """Return evidence about one of many roles."""
    return Evidence(verdict, code, place, role, tuple(parties), facts.phase, tuple(values.items()))


def missing_role(code: str) -> Evidence:
    """Return the evidence that the plan has no role `code`."""
    return Evidence(UNCLEAR, "no-role", "none", values=(("code", code),))


def is_undecided(row: CheckedRow) -> bool:
    """Return whether nothing is decided about who performs the role."""
    return row.duty.sourcing is Sourcing.UNDECIDED and not row.performing


def performed(facts: LessonFacts, code: str, worst: LessonVerdict = NOT_MET) -> Evidence:
    """Return whether the role is performed by any party; `worst` where it is not."""
    row = facts.named(code)
    if row is None:
        return missing_role(code)
    if row.duty.sourcing is Sourcing.NOT_CARRIED_OUT:
        return about_row(row, worst, "not-performed")
    if is_undecided(row):
        return about_row(row, UNCLEAR, "undecided")
    if not row.performing:
        return about_row(row, worst, "performs-none")
    return about_row(row, MET, "performs", row.performing)


def is_performed(facts: LessonFacts, code: str) -> bool:
    """Return whether the role is there and performed by any party."""
    return performed(facts, code).verdict is MET


def carried_out(facts: LessonFacts, code: str, worst: LessonVerdict = NOT_MET) -> Evidence:
    """Return whether the role is carried out at all, by any party."""
    row = facts.named(code)
    if row is None:
        return missing_role(code)
    if row.duty.sourcing is Sourcing.UNDECIDED:
        return about_row(row, UNCLEAR, "undecided")
    if row.duty.sourcing is Sourcing.NOT_CARRIED_OUT:
        return about_row(row, worst, "not-performed")
    return about_row(row, MET, "carried-out")


def has_accountable(facts: LessonFacts, code: str, worst: LessonVerdict = NOT_MET) -> Evidence:
    """Return whether a party is accountable for the role."""
    row = facts.named(code)
    if row is None:
        return missing_role(code)
    if row.accountable:
        return about_row(row, MET, "accountable", row.accountable)
    if not row.holding:
        return about_row(row, UNCLEAR, "letters-none")
    return about_row(row, worst, "accountable-none")


def executive_accountable(facts: LessonFacts, code: str) -> Evidence:
    """Return whether an executive is accountable for the role; doubtful where another party is."""
    evidence = has_accountable(facts, code)
    row = facts.named(code)
    if row is None or not row.accountable:
        return evidence
    if any(party.is_executive for party in row.accountable):
        return evidence
    return about_row(row, DOUBTFUL, "accountable-no-executive", row.accountable)


def mature(facts: LessonFacts, code: str, met_from: int, doubtful_from: int) -> Evidence:
    """Return whether the role has a score of `met_from`, or at least of `doubtful_from`."""
    row = facts.named(code)
    if row is None:
        return missing_role(code)
    scores = facts.scores(row.role.id)
    sides = sides_of(row.duty.sourcing, scores) or SIDES
    answered = [scores.of(side).score for side in sides if is_answer(scores.of(side).score)]
    points = [each for score in answered if (each := points_of(score)) is not None]
    best, aim = max(points, default=0), _aim(facts, row)
    reached = max(best, aim)
    if not reached:
        code_of = "no-assessment" if facts.assessment is None else "score-none"
        return about_row(row, UNCLEAR, code_of, place="score")
    verdict = NOT_MET if reached < doubtful_from else DOUBTFUL if reached < met_from else MET
    word = "score" if best == reached else "score-aimed"
    return about_row(row, verdict, word, place="score", score=reached, least=met_from)


def _aim(facts: LessonFacts, row: CheckedRow) -> int:
    """Return the aim of a role in a later phase, 0 for none."""
    if not facts.is_later:
        return 0
    aims = [row.duty.aim.of(side) for side in sides_of(row.duty.sourcing)]
    return max((int(aim) for aim in aims if aim not in (None, "na", "unknown")), default=0)


def manned(
    facts: LessonFacts, code: str, worst: LessonVerdict = NOT_MET, moment: Moment = SUNDAY_NIGHT
) -> Evidence:
    """Return whether the role is on duty, on call or pre-approved at `moment`."""
    row = facts.named(code)
    if row is None:
        return missing_role(code)
    if row.duty.sourcing is Sourcing.NOT_CARRIED_OUT:
        return about_row(row, worst, "not-performed")
    at = moment.day, moment.day_before, moment.minute
    state = facts.coverage(row).state_at(*at)
    if state is CoverageState.NOT_STATED:
        return about_row(row, UNCLEAR, "hours-none", place="hours")
    verdict = MET if state in _READY else worst
    return about_row(row, verdict, "state", row.performing, "hours", state=state.value)


def covers(
    wanted: CheckedRow,
    acting: CheckedRow,
    hours: tuple[Coverage, Coverage],
    *,
    by: frozenset[CoverageMode],
) -> Evidence:
    """Return whether the role `acting` acts, in one of the modes `by`, whenever `wanted` is there.

    `hours` are the coverages of both. Where one of them is not stated, the verdict is unclear.
    """
    for row, coverage in zip((wanted, acting), hours, strict=True):
        if not coverage.bands:
            return about_row(row, UNCLEAR, "hours-none", place="hours")
    week = uncovered_minutes(*hours, WEEK, by)
    other = str(wanted.role.id)
    if week:
        n = max(1, round(week / 60))
        return about_row(acting, NOT_MET, "gap", acting.performing, "hours", other=other, n=n)
    if uncovered_minutes(*hours, (DayKind.HOLIDAY,), by):
        return about_row(acting, DOUBTFUL, "gap-holidays", acting.performing, "hours", other=other)
    return about_row(acting, MET, "covers", acting.performing, "hours", other=other)


def uncovered_minutes(
    wanted: Coverage, acting: Coverage, days: tuple[DayKind, ...], by: frozenset[CoverageMode]
) -> int:
    """Return the minutes of `days` in which `wanted` is there and `acting` does not act."""
    first, second = week_of(wanted), week_of(acting)
    return sum(
        max(0, min(span.end, other.end) - max(span.start, other.start))
        for day in days
        for span in first[day]
        if _acts(span, ACTING)
        for other in second[day]
        if not _acts(other, by)
    )


def _acts(span: Span, by: frozenset[CoverageMode]) -> bool:
    return span.covered is not None and span.covered.mode in by


def unbroken(
    facts: LessonFacts, codes: tuple[str, ...], worst: LessonVerdict
) -> Iterator[Evidence]:
    """Yield whether each role of a chain is performed."""
    for code in codes:
        yield performed(facts, code, worst)
