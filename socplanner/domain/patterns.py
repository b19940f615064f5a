"""What a pattern or a new sourcing would change, as a value that preview and edit share.

Rules:

- A cell counts as set by hand if it is not the usual one for the present sourcing of the role. For
  an undecided role it does if it is neither empty nor usual for any sourcing.
- Cells set by hand are kept, and their parties listed in `kept`, unless `replace_hand_letters`.
- Letters stay where the sourcing stays, unless `replace_hand_letters`. Custom roles, and roles that
  become undecided, keep theirs in any case.
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
    """One role before and after; `kept` are the parties whose letters, set by hand, stay."""

    role: Role
    before: Duty
    after: Duty
    kept: tuple[PartyId, ...] = ()

    @property
    def changes_anything(self) -> bool:
        """Whether the role would have another duty."""
        return self.before != self.after

    def letter_moves(self) -> tuple[tuple[PartyId, Cell, Cell], ...]:
        """Return each party whose letters would change, with its cells before and after."""
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
    """Return what applying `pattern` to every role with a default area would change.

    A role for which the plan has no party becomes undecided, unless it has that sourcing already.
    """
    wanted = {}
    for role in plan.roles():
        sourcing = pattern.sourcing_of(role)
        if sourcing is Sourcing.UNDECIDED:
            continue
        has_sourcing = duty(plan, phase, role.id).sourcing is sourcing
        wanted[role.id] = sourcing if has_sourcing else sourcing_by_pattern(plan, pattern, role)
    return _propose(plan, phase, wanted, replace_hand_letters)


def propose_sourcing(
    plan: Plan,
    phase: PhaseId,
    roles: Iterable[RoleId],
    sourcing: Sourcing,
    *,
    replace_hand_letters: bool = False,
) -> tuple[Proposed, ...]:
    """Return what another `sourcing` of `roles` would change; raise KeyError for an unknown one."""
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
    """Return `role` with `sourcing`, and the usual letters for it where none were set by hand."""
    if sourcing is current.sourcing and not replace_hand_letters:
        return Proposed(role, current, current)
    usual = usual_letters(plan, role, sourcing)
    if usual is None:
        return Proposed(role, current, replace(current, sourcing=sourcing))
    not_by_hand = _usual_rows(plan, role, current.sourcing)
    letters: dict[PartyId, Cell] = {}
    kept = []
    for party in dict.fromkeys(each.id for each in plan.parties):
        present, proposed = current.letters.get(party, BLANK), usual.get(party, BLANK)
        is_by_hand = all(present != row.get(party, BLANK) for row in not_by_hand)
        if is_by_hand and not replace_hand_letters:
            if present != proposed:
                kept.append(party)
            proposed = present
        if proposed:
            letters[party] = proposed
    is_same = letters == current.letters
    after = replace(
        current, sourcing=sourcing, letters=current.letters if is_same else frozen(letters)
    )
    return Proposed(role, current, after, tuple(kept))


def _usual_rows(plan: Plan, role: Role, sourcing: Sourcing) -> list[Mapping[PartyId, Cell]]:
    """Return the rows not set by hand: the usual one; for an undecided role, empty or any usual."""
    if sourcing is not Sourcing.UNDECIDED:
        return [usual_letters(plan, role, sourcing) or {}]
    return [{}, *(usual_letters(plan, role, each) or {} for each in Sourcing)]
