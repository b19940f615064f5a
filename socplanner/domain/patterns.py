"""What a pattern or a new sourcing would change, worked out before anything is changed.

A letter counts as set by hand where it is not the usual one for the sourcing the role has: such
cells are kept, and named, unless the planner says otherwise.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from socplanner.domain.catalogue import Pattern, Role, Sourcing
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.letters import BLANK, Cell
from socplanner.domain.phases import duty
from socplanner.domain.plan import Duty, Plan, frozen
from socplanner.domain.usual_letters import sourcing_by_pattern, usual_letters


@dataclass(frozen=True, slots=True)
class Proposed:
    """What would become of one role; `kept` are the parties whose hand-set letters stay."""

    role: Role
    before: Duty
    after: Duty
    kept: tuple[PartyId, ...] = ()

    @property
    def changes_anything(self) -> bool:
        """Whether the role would not be as it was."""
        return self.before != self.after

    def letter_moves(self) -> tuple[tuple[PartyId, Cell, Cell], ...]:
        """Return each party whose letters would change, with the letters before and after."""
        parties = dict.fromkeys((*self.before.letters, *self.after.letters))
        moves = (
            (
                party,
                self.before.letters.get(party, BLANK),
                self.after.letters.get(party, BLANK),
            )
            for party in parties
        )
        return tuple(move for move in moves if move[1] != move[2])


def propose_pattern(
    plan: Plan, phase: PhaseId, pattern: Pattern, *, replace_hand_letters: bool = False
) -> tuple[Proposed, ...]:
    """Return what applying `pattern` to every role that has a default area would do.

    A role that the plan has nobody for becomes undecided, unless it is sourced as asked already.
    """
    wanted = {}
    for role in plan.roles():
        sourcing = pattern.sourcing_of(role)
        if sourcing is Sourcing.UNDECIDED:
            continue
        is_so = duty(plan, phase, role.id).sourcing is sourcing
        wanted[role.id] = sourcing if is_so else sourcing_by_pattern(plan, pattern, role)
    return _propose(plan, phase, wanted, replace_hand_letters)


def propose_sourcing(
    plan: Plan,
    phase: PhaseId,
    roles: Iterable[RoleId],
    sourcing: Sourcing,
    *,
    replace_hand_letters: bool = False,
) -> tuple[Proposed, ...]:
    """Return what giving `roles` another `sourcing` does; raise KeyError for an unknown role."""
    return _propose(plan, phase, dict.fromkeys(roles, sourcing), replace_hand_letters)


def _propose(
    plan: Plan,
    phase: PhaseId,
    wanted: Mapping[RoleId, Sourcing],
    replace_hand_letters: bool,
) -> tuple[Proposed, ...]:
    proposed = []
    unknown = set(wanted)
    for role in plan.roles():
        if role.id in wanted:
            unknown.discard(role.id)
            current = duty(plan, phase, role.id)
            proposed.append(_resourced(plan, role, current, wanted[role.id], replace_hand_letters))
    if unknown:
        raise KeyError(min(unknown))
    return tuple(each for each in proposed if each.changes_anything or each.kept)


def _resourced(
    plan: Plan, role: Role, current: Duty, sourcing: Sourcing, replace_hand_letters: bool
) -> Proposed:
    """Return `role` moved to `sourcing` with the letters that go with it."""
    usual = usual_letters(plan, role, sourcing)
    if usual is None or (sourcing is current.sourcing and not replace_hand_letters):
        return Proposed(role, current, replace(current, sourcing=sourcing))
    never_meant = _usual_rows(plan, role, current.sourcing)
    letters: dict[PartyId, Cell] = {}
    kept = []
    for party in dict.fromkeys(each.id for each in plan.parties):
        now, then = current.letters.get(party, BLANK), usual.get(party, BLANK)
        by_hand = all(now != row.get(party, BLANK) for row in never_meant)
        if by_hand and not replace_hand_letters:
            if now != then:
                kept.append(party)
            then = now
        if then:
            letters[party] = then
    same = letters == current.letters
    after = replace(
        current, sourcing=sourcing, letters=current.letters if same else frozen(letters)
    )
    return Proposed(role, current, after, tuple(kept))


def _usual_rows(plan: Plan, role: Role, sourcing: Sourcing) -> list[Mapping[PartyId, Cell]]:
    """Return the rows that nobody can have meant: the usual one, or any while undecided."""
    if sourcing is not Sourcing.UNDECIDED:
        return [usual_letters(plan, role, sourcing) or {}]
    return [{}, *(usual_letters(plan, role, each) or {} for each in Sourcing)]
