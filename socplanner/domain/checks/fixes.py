"""The obvious fixes of a finding, as edits.

Rules:

- A finding that only a person can resolve has no fix; `needs_note` names those resolved by a note.
- Each fix is one edit, so that one undo removes it. A fix that would change nothing is left out.
- Fixes are computed for one finding on request, never while checking.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from socplanner.domain.assessment import SIDES, Side, newest_scores
from socplanner.domain.assessment_edits import SetScore
from socplanner.domain.catalogue import Area, Role, Sourcing
from socplanner.domain.checks.finding import Finding
from socplanner.domain.coverage_text import with_on_call
from socplanner.domain.duty_edits import (
    ChangeSourcing,
    MoveRoles,
    SetAim,
    SetCells,
    SetCoverage,
)
from socplanner.domain.flow_edits import ChangeStep
from socplanner.domain.ids import PartyId, role_id
from socplanner.domain.letters import BLANK, Cell, LetterSet
from socplanner.domain.phases import duty
from socplanner.domain.plan import Duty, Plan
from socplanner.domain.problem import EditRejected
from socplanner.domain.tender_edits import SetServiceTerms
from socplanner.domain.tender_inputs import NO_SERVICE_TERMS, NO_TENDER
from socplanner.domain.usual_letters import sourcing_by_pattern, usual_letters

Fix = (
    MoveRoles
    | ChangeSourcing
    | SetCells
    | SetScore
    | SetAim
    | SetCoverage
    | ChangeStep
    | SetServiceTerms
)
Cells = dict[PartyId, Cell]


def fixes(plan: Plan, finding: Finding) -> tuple[Fix, ...]:
    """Return the edits that resolve `finding`, the most likely first; empty if there are none."""
    fixes_of = _FIXES.get((finding.rule, finding.variant))
    role = None if finding.role is None else plan.role(finding.role)
    if fixes_of is None or role is None or plan.phase(finding.phase) is None:
        return ()
    case = _Case(plan, finding, role)
    return tuple(fix for fix in fixes_of(case) if _does_something(plan, fix))


def needs_note(finding: Finding) -> bool:
    """Return whether `finding` is resolved by a note of the role, which only a person can write."""
    return (finding.rule, finding.variant) in _NEED_NOTES


def _does_something(plan: Plan, fix: Fix) -> bool:
    try:
        return fix.apply(plan) != plan
    except EditRejected:
        return False


class _Case:
    """A finding with its role, and the duty of that role."""

    def __init__(self, plan: Plan, finding: Finding, role: Role) -> None:
        self.plan = plan
        self.finding = finding
        self.role = role
        self.current: Duty = duty(plan, finding.phase, role.id)
        self.letter_set: LetterSet = plan.letter_set

    def cells(self, cells: Mapping[PartyId, Cell]) -> SetCells:
        """Return the edit that writes `cells` into the row."""
        entries = tuple((self.role.id, party, cell) for party, cell in cells.items())
        return SetCells(self.finding.phase, entries)

    def sourced(self, sourcing: Sourcing) -> ChangeSourcing:
        """Return the edit that changes the sourcing."""
        return ChangeSourcing(self.finding.phase, frozenset({self.role.id}), sourcing)

    def scored(self, sides: tuple[Side, ...]) -> SetScore:
        """Return the edit that sets `sides` to not applicable."""
        return SetScore(frozenset({self.role.id}), sides, "na")

    def usual(self, flag: str) -> Cells:
        """Return the cells to write so that the usual parties have a letter with `flag`."""
        usual = usual_letters(self.plan, self.role, self.current.sourcing) or {}
        added: Cells = {}
        for party, cell in usual.items():
            for letter in self.letter_set.letters_in(cell):
                if getattr(letter, flag):
                    present = added.get(party, self.current.letters.get(party, BLANK))
                    added[party] = self._with(present, letter.symbol)
        return added

    def without(self, parties: Iterable[PartyId], flag: str) -> Cells:
        """Return the cells of `parties` without the letters that have `flag`."""
        remaining: Cells = {}
        for party in parties:
            letters = self.letter_set.letters_in(self.current.letters.get(party, BLANK))
            kept = [each.symbol for each in letters if not getattr(each, flag)]
            remaining[party] = self.letter_set.cell(kept)
        return remaining

    def by_letters(self) -> Sourcing | None:
        """Return the sourcing that the performing parties amount to; None if none performs."""
        kinds = set()
        for party in self.plan.parties:
            letters = self.letter_set.letters_in(self.current.letters.get(party.id, BLANK))
            if any(each.performs for each in letters):
                kinds.add(party.kind)
        inside, outside = "internal" in kinds, "provider" in kinds
        if inside and outside:
            return Sourcing.BOTH
        if inside:
            return Sourcing.INSOURCE
        return Sourcing.OUTSOURCE if outside else None

    def _with(self, cell: Cell, symbol: str) -> Cell:
        symbols = {each.symbol for each in self.letter_set.letters_in(cell)}
        return self.letter_set.cell(symbols | {symbol})


def _place(case: _Case) -> Iterator[Fix]:
    if case.role.default_area is not Area.UNPLACED:
        roles = frozenset({case.role.id})
        yield MoveRoles(case.finding.phase, roles, case.role.default_area)


def _by_pattern(case: _Case) -> Iterator[Fix]:
    phase = case.plan.phase(case.finding.phase)
    pattern_id = phase.pattern if phase is not None else None
    pattern = None if pattern_id is None else case.plan.catalogue.pattern(pattern_id)
    if pattern is not None:
        sourcing = sourcing_by_pattern(case.plan, pattern, case.role)
        if sourcing is not Sourcing.UNDECIDED:
            yield case.sourced(sourcing)


def _answer(case: _Case) -> Iterator[Fix]:
    yield case.cells(case.usual("accountable"))


def _one_answers(case: _Case) -> Iterator[Fix]:
    for kept in case.finding.parties:
        others = [party for party in case.finding.parties if party != kept]
        yield case.cells(case.without(others, "accountable"))


def _perform(case: _Case) -> Iterator[Fix]:
    yield case.cells(case.usual("performs"))
    yield from _sourcing_of_letters(case)


def _fill_in(case: _Case) -> Iterator[Fix]:
    yield case.cells(usual_letters(case.plan, case.role, case.current.sourcing) or {})


def _answer_inside(case: _Case) -> Iterator[Fix]:
    inside = case.usual("accountable")
    yield case.cells({**inside, **case.without(case.finding.parties, "accountable")})


def _involve_internal(case: _Case) -> Iterator[Fix]:
    yield case.cells({**case.usual("accountable"), **case.usual("two_way")})


def _stop_performing(case: _Case) -> Iterator[Fix]:
    yield from _sourcing_of_letters(case)
    yield case.cells(case.without(case.finding.parties, "performs"))


def _sourcing_of_letters(case: _Case) -> Iterator[Fix]:
    sourcing = case.by_letters()
    if sourcing is not None:
        yield case.sourced(sourcing)


def _clear_unused_score(case: _Case) -> Iterator[Fix]:
    yield case.scored((_side(case),))


def _clear_scores(case: _Case) -> Iterator[Fix]:
    scores = newest_scores(case.plan.assessments, case.role.id)
    yield case.scored(tuple(side for side in SIDES if scores.of(side).score is not None))


def _raise_aim(case: _Case) -> Iterator[Fix]:
    side = _side(case)
    score = newest_scores(case.plan.assessments, case.role.id).of(side).score
    roles = frozenset({case.role.id})
    yield SetAim(case.finding.phase, roles, side, score)
    yield SetAim(case.finding.phase, roles, side, None)


def _add_on_call(case: _Case) -> Iterator[Fix]:
    roles = frozenset({case.role.id})
    yield SetCoverage(case.finding.phase, roles, with_on_call(case.current.coverage))


def _widen_label(case: _Case) -> Iterator[Fix]:
    from socplanner.domain.checks.flow_fixes import wider_label  # few plans

    yield from wider_label(case.plan, case.finding)


def _name_receiver(case: _Case) -> Iterator[Fix]:
    from socplanner.domain.checks.flow_fixes import receiving_steps  # few plans

    yield from receiving_steps(case.plan, case.finding)


def _inform(case: _Case) -> Iterator[Fix]:
    symbol = case.letter_set.symbol_for("one_way")
    if symbol:
        yield case.cells(dict.fromkeys(case.finding.parties, case.letter_set.cell((symbol,))))


def _side(case: _Case) -> Side:
    return "inhouse" if case.finding.variant == "inhouse" else "outsourced"


def _annex_criteria(case: _Case) -> Iterator[Fix]:
    missing = dict(case.finding.values)["codes"]
    edition, role = case.role.id.partition(":")[0], case.role.id
    annexed = tuple(role_id(edition, code) for code in str(missing).split(", "))
    for party in case.finding.parties:
        terms = case.plan.tenders.get(party, NO_TENDER).terms.get(role, NO_SERVICE_TERMS)
        criteria = (*terms.criteria, *annexed)
        yield SetServiceTerms(((party, role, terms._replace(criteria=criteria)),))


_NEED_NOTES = frozenset({("P01", "no-note"), ("D02", "no-reason")})
_FIXES: Mapping[tuple[str, str], Callable[[_Case], Iterator[Fix]]] = {
    ("R00", "area"): _place,
    ("R00", "sourcing"): _by_pattern,
    ("R01", "none"): _answer,
    ("R01", "many"): _one_answers,
    ("R02", "none"): _perform,
    ("R08", "empty"): _fill_in,
    ("D01", "provider-accountable"): _answer_inside,
    ("D01", "nobody-inside"): _involve_internal,
    ("D02", "provider-performs"): _stop_performing,
    ("D02", "internal-performs"): _stop_performing,
    ("D02", "no-internal"): _perform,
    ("D02", "no-provider"): _perform,
    ("D02", "performed-anyway"): _stop_performing,
    ("D03", "area"): _place,
    ("D03", "pattern"): _by_pattern,
    ("M01", "inhouse"): _clear_unused_score,
    ("M01", "outsourced"): _clear_unused_score,
    ("M02", "nobody-inside"): _involve_internal,
    ("M04", "inhouse"): _raise_aim,
    ("M04", "outsourced"): _raise_aim,
    ("M05", "scored"): _clear_scores,
    ("M06", "owner"): _answer,
    ("W01", "no-party"): _perform,
    ("W03", "unmanned"): _add_on_call,
    ("W04", "narrow"): _widen_label,
    ("W06", "no-letter"): _inform,
    ("W10", "nothing"): _name_receiver,
    ("V02", "nobody-inside"): _involve_internal,
    ("V03", "criteria"): _annex_criteria,
}
