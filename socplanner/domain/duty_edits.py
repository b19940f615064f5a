"""Edits of roles in a phase: area, sourcing, letters, aim, coverage, note."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from types import MappingProxyType

from socplanner.domain.assessment import Score, Side
from socplanner.domain.catalogue import Area, Sourcing
from socplanner.domain.duty_values import clean_value, validate_text
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.letters import BLANK, UNDECIDED_LETTER, Cell, symbols_in
from socplanner.domain.patterns import Proposed, propose_pattern, propose_sourcing
from socplanner.domain.phases import duty, phase_index, with_duties, with_phase
from socplanner.domain.plan import (
    Duty,
    Plan,
)
from socplanner.domain.problem import EditRejected
from socplanner.domain.waivers import is_day


@dataclass(frozen=True, slots=True)
class MoveRoles:
    """Place `roles` in `area`, `Area.UNPLACED` included; nothing else of them changes."""

    phase: PhaseId
    roles: frozenset[RoleId]
    area: Area

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with the roles moved; raise EditRejected for an unknown role or phase."""
        return _with_each(plan, self.phase, self.roles, lambda each: replace(each, area=self.area))


@dataclass(frozen=True, slots=True)
class ChangeSourcing:
    """Give `roles` another `sourcing`, and the usual letters that go with it."""

    phase: PhaseId
    roles: frozenset[RoleId]
    sourcing: Sourcing
    replace_hand_letters: bool = False

    def preview(self, plan: Plan) -> tuple[Proposed, ...]:
        """Return what `apply` would do to each role; raise EditRejected as it does."""
        current_duties(plan, self.phase, self.roles)
        return propose_sourcing(
            plan,
            self.phase,
            self.roles,
            self.sourcing,
            replace_hand_letters=self.replace_hand_letters,
        )

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with another sourcing; raise EditRejected for an unknown role or phase."""
        return _proposed(plan, self.phase, self.preview(plan))


@dataclass(frozen=True, slots=True)
class ApplyPattern:
    """Give every role the sourcing of a pattern, and store it as the pattern of the phase."""

    phase: PhaseId
    pattern: str
    replace_hand_letters: bool = False

    def preview(self, plan: Plan) -> tuple[Proposed, ...]:
        """Return what `apply` would do to each role; raise EditRejected as it does."""
        _require_phase(plan, self.phase)
        pattern = plan.catalogue.pattern(self.pattern)
        if pattern is None:
            raise EditRejected("unknown-pattern", pattern=self.pattern)
        return propose_pattern(
            plan, self.phase, pattern, replace_hand_letters=self.replace_hand_letters
        )

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` after the pattern; raise EditRejected if it or the phase is unknown."""
        after = _proposed(plan, self.phase, self.preview(plan))
        index = phase_index(after, self.phase)
        phase = after.phases[index]
        if phase.pattern == self.pattern:
            return after
        return with_phase(after, index, replace(phase, pattern=self.pattern))


@dataclass(frozen=True, slots=True)
class SetCells:
    """Write letters into cells of the matrix, each named by role and party; a blank clears one.

    They are stored in the order of the letter set (`R/A` becomes `A/R`).
    """

    phase: PhaseId
    cells: tuple[tuple[RoleId, PartyId, Cell], ...]

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with the cells written; raise EditRejected for anything unknown."""
        by_role = current_duties(plan, self.phase, {role for role, _, _ in self.cells})
        party_ids = {party.id for party in plan.parties}
        ordered: dict[Cell, Cell] = {}
        letters: dict[RoleId, dict[PartyId, Cell]] = {}
        for role, party, cell in self.cells:
            if party not in party_ids:
                raise EditRejected("unknown-party", party=party)
            if cell not in ordered:
                ordered[cell] = _ordered(plan, cell)
            if role not in letters:
                letters[role] = dict(by_role[role].letters)
            letters[role][party] = ordered[cell]
        for role, cells in letters.items():
            kept = {party: cell for party, cell in cells.items() if cell}
            by_role[role] = replace(by_role[role], letters=MappingProxyType(kept))
        return with_duties(plan, self.phase, by_role)


@dataclass(frozen=True, slots=True)
class SetNote:
    """Replace the note of `roles`; an empty text removes it."""

    phase: PhaseId
    roles: frozenset[RoleId]
    note: str

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with the cleaned note; raise EditRejected if it is too long."""
        note = _fitting("note", self.note)
        return _with_each(plan, self.phase, self.roles, lambda each: replace(each, note=note))


@dataclass(frozen=True, slots=True)
class SetCoverage:
    """Replace the coverage of `roles`, such as `24x365`; an empty text removes it."""

    phase: PhaseId
    roles: frozenset[RoleId]
    coverage: str

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with the cleaned coverage; raise EditRejected if it is too long."""
        text = _fitting("coverage", self.coverage)
        return _with_each(plan, self.phase, self.roles, lambda each: replace(each, coverage=text))


@dataclass(frozen=True, slots=True)
class SetAim:
    """Set what `roles` are to reach in the phase, for one side; None removes it."""

    phase: PhaseId
    roles: frozenset[RoleId]
    side: Side
    score: Score | None

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with the aim; raise EditRejected for an unknown role or phase."""
        return _with_each(
            plan,
            self.phase,
            self.roles,
            lambda each: replace(each, aim=replace(each.aim, **{self.side: self.score})),
        )


@dataclass(frozen=True, slots=True)
class SetAimDay:
    """Set the day by which `roles` are to reach their aim, as 2026-12-31; empty, it is removed."""

    phase: PhaseId
    roles: frozenset[RoleId]
    day: str

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with the day; raise EditRejected for a bad one, or as `SetAim`."""
        day = self.day.strip()
        if day and not is_day(day):
            raise EditRejected("bad-day", day=day)
        return _with_each(
            plan,
            self.phase,
            self.roles,
            lambda each: replace(each, aim=replace(each.aim, until=day or None)),
        )


def letter_toggle(
    plan: Plan, phase: PhaseId, roles: Iterable[RoleId], party: PartyId, symbol: str
) -> SetCells:
    """Return the edit that adds a letter to `party` in `roles`, or removes it where all have it."""
    cells = {role: duty(plan, phase, role).letters.get(party, BLANK) for role in roles}
    have = {role: symbol in symbols_in(cell) for role, cell in cells.items()}
    is_removed = all(have.values())
    changed = []
    for role, cell in cells.items():
        if have[role] == is_removed:
            # Undecided stands alone: it replaces every letter.
            before = BLANK if symbol == UNDECIDED_LETTER and not is_removed else cell
            changed.append((role, party, plan.letter_set.with_symbol(before, symbol)))
    return SetCells(phase, tuple(changed))


def _proposed(plan: Plan, phase: PhaseId, proposed: Iterable[Proposed]) -> Plan:
    return with_duties(plan, phase, {each.role.id: each.after for each in proposed})


def _ordered(plan: Plan, cell: Cell) -> Cell:
    """Return `cell` in the order of the plan's letters; raise EditRejected for an unknown one."""
    symbols = symbols_in(cell)
    for symbol in symbols:
        if plan.letter_set.letter(symbol) is None:
            raise EditRejected("unknown-letter", letter=symbol, choices=_letter_choices(plan))
    return plan.letter_set.cell(symbols)


def _require_phase(plan: Plan, phase: PhaseId) -> None:
    if plan.phase(phase) is None:
        raise EditRejected("unknown-phase", phase=phase)


def current_duties(plan: Plan, phase: PhaseId, roles: Iterable[RoleId]) -> dict[RoleId, Duty]:
    """Return the duties of `roles`; raise EditRejected if a role or the phase is unknown."""
    _require_phase(plan, phase)
    by_role = {}
    for role in roles:
        if plan.role(role) is None:
            raise EditRejected("unknown-role", role=role)
        by_role[role] = duty(plan, phase, role)
    return by_role


def _with_each(
    plan: Plan, phase: PhaseId, roles: Iterable[RoleId], changed: Callable[[Duty], Duty]
) -> Plan:
    """Return `plan` with the duty of each role changed; raise EditRejected as `current_duties`."""
    by_role = current_duties(plan, phase, roles)
    return with_duties(plan, phase, {role: changed(each) for role, each in by_role.items()})


def _fitting(field: str, text: str) -> str:
    """Return `text` cleaned for `field`; raise EditRejected if it is too long."""
    problem = validate_text(field, text)
    if problem is not None:
        raise EditRejected(problem.code, **problem.values)
    return clean_value(field, text)


def _letter_choices(plan: Plan) -> str:
    return ", ".join(letter.symbol for letter in plan.letter_set.letters)
