"""The duties of one party: the rows in which it has a letter, and the other parties there."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from socplanner.domain.ids import PartyId
from socplanner.domain.letters import UNDECIDED, Cell, Letter
from socplanner.domain.matrix import Matrix, Row, by_function
from socplanner.domain.plan import Party

Assignment = tuple[Party, Cell]


@dataclass(frozen=True, slots=True)
class PartyDuty:
    """One role with the letters of the party (`cell`), and the other parties with a part in it.

    `accountable` may include the party itself; they are internal parties only: a provider cannot be
    accountable for the organisation. `working` have their letters with them.
    """

    row: Row
    cell: Cell
    accountable: tuple[Party, ...]
    working: tuple[Assignment, ...]
    consulted: tuple[Party, ...]
    informed: tuple[Party, ...]


def duties_of(matrix: Matrix, party: PartyId) -> Iterator[PartyDuty]:
    """Yield the duties of `party`, by function; raise KeyError if the plan has none such."""
    places = {each.id: place for place, each in enumerate(matrix.plan.parties)}
    column = places[party]
    for row in by_function(matrix).rows:
        if row.cells[column]:
            yield _duty(matrix, row, column)


def _duty(matrix: Matrix, row: Row, column: int) -> PartyDuty:
    plan = matrix.plan
    letters_in = plan.letter_set.letters_in
    assigned = [
        (party, cell, letters_in(cell))
        for party, cell in zip(plan.parties, row.cells, strict=True)
        if cell
    ]
    others = [each for each in assigned if each[0] is not plan.parties[column]]

    def with_a(flag: Callable[[Letter], bool]) -> tuple[Party, ...]:
        return tuple(party for party, _, letters in others if any(map(flag, letters)))

    answering = (
        party
        for party, _, letters in assigned
        if party.kind == "internal" and any(letter.accountable for letter in letters)
    )
    working = ((party, cell) for party, cell, letters in others if any(map(_works, letters)))
    return PartyDuty(
        row,
        row.cells[column],
        tuple(answering),
        tuple(working),
        with_a(lambda letter: letter.two_way),
        with_a(lambda letter: letter.one_way),
    )


def _works(letter: Letter) -> bool:
    """Return whether a party with `letter` works on the role, or may: undecided counts."""
    return letter.performs or letter.supports or letter.verifies or letter is UNDECIDED
