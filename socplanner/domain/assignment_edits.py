"""Edits that make a party accountable or responsible for roles.

Rules:

- A letter is found by its flag, so that any letter set works. Other letters of a cell stay.
- A letter with both flags (`accountable` and `performs`) that is removed for one of them is
  replaced by the letter for the other.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from socplanner.domain.duty_edits import current_duties
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.letters import BLANK, Cell, LetterSet, symbols_in
from socplanner.domain.phases import with_duties
from socplanner.domain.plan import Duty, Plan, frozen
from socplanner.domain.problem import EditRejected

Part = Literal["accountable", "performs"]
"""What a party does for a role, by the flag of the letter."""

PARTS: tuple[Part, ...] = ("accountable", "performs")


@dataclass(frozen=True, slots=True)
class AssignParty:
    """Give `party` the letter for `part` in `roles`.

    Where `is_only`, it is the only party with that part: no party has it where `party` is None.
    `instead_of` is a party that loses the letter.
    """

    phase: PhaseId
    roles: frozenset[RoleId]
    part: Part
    party: PartyId | None
    is_only: bool = False
    instead_of: PartyId | None = None

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with the letters; raise EditRejected for anything unknown."""
        letter_set, part = plan.letter_set, self.part
        _require_party(plan, self.party)

        def cells(duty: Duty) -> dict[PartyId, Cell]:
            letters = dict(duty.letters)
            if self.is_only:
                others = letters.keys() - {self.party}
                letters |= {each: _without(letter_set, letters[each], part) for each in others}
            if self.instead_of in letters and self.instead_of != self.party:
                cell = letters[self.instead_of]
                letters[self.instead_of] = _without(letter_set, cell, part)
            if self.party is not None:
                letters[self.party] = _with(letter_set, letters.get(self.party, BLANK), part)
            return letters

        return _with_letters(plan, self.phase, self.roles, cells)


@dataclass(frozen=True, slots=True)
class UnassignParty:
    """Remove the letter of `party` for `part` in `roles`; its other letters stay."""

    phase: PhaseId
    roles: frozenset[RoleId]
    part: Part
    party: PartyId

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` without the letters; raise EditRejected for anything unknown."""
        _require_party(plan, self.party)

        def cells(duty: Duty) -> dict[PartyId, Cell]:
            cell = duty.letters.get(self.party, BLANK)
            return {**duty.letters, self.party: _without(plan.letter_set, cell, self.part)}

        return _with_letters(plan, self.phase, self.roles, cells)


def parties_with(plan: Plan, duty: Duty, part: Part) -> tuple[PartyId, ...]:
    """Return the parties that have `part` in `duty`, in the order of the plan."""
    meaning, letters = plan.letter_set.meaning, duty.letters
    return tuple(
        party.id
        for party in plan.parties
        if party.id in letters and getattr(meaning(letters[party.id]), part)
    )


def _with_letters(
    plan: Plan,
    phase: PhaseId,
    roles: frozenset[RoleId],
    cells: Callable[[Duty], dict[PartyId, Cell]],
) -> Plan:
    wanted = {}
    for role, duty in current_duties(plan, phase, roles).items():
        letters = {party: cell for party, cell in cells(duty).items() if cell}
        wanted[role] = replace(duty, letters=frozen(letters))
    return with_duties(plan, phase, wanted)


def _with(letter_set: LetterSet, cell: Cell, part: Part) -> Cell:
    """Return `cell` with a letter for `part`."""
    if getattr(letter_set.meaning(cell), part):
        return cell
    return letter_set.cell((*symbols_in(cell), letter_set.symbol_for(part)))


def _without(letter_set: LetterSet, cell: Cell, part: Part) -> Cell:
    """Return `cell` without the letters for `part`."""
    letters = letter_set.letters_in(cell)
    symbols = [each.symbol for each in letters if not getattr(each, part)]
    (other,) = (each for each in PARTS if each != part)
    if any(getattr(each, part) and getattr(each, other) for each in letters):
        letter = letter_set.letter(letter_set.symbol_for(other))
        if letter is not None and not getattr(letter, part):
            symbols.append(letter.symbol)
    return letter_set.cell(symbols)


def _require_party(plan: Plan, party: PartyId | None) -> None:
    if party is not None and plan.party(party) is None:
        raise EditRejected("unknown-party", party=party)
