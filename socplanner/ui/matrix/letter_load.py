"""How often each party holds each letter: in all roles, and in those a filter leaves."""

from collections import Counter
from collections.abc import Iterable, Mapping

from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.letters import Cell, symbols_in
from socplanner.domain.plan import Duty


class LetterLoad:
    """Counts once, and again only what an edit touches."""

    def __init__(self) -> None:
        """Begin with nothing counted and no filter."""
        self._all: dict[PartyId, Counter[str]] = {}
        self._left: dict[PartyId, Counter[str]] = {}
        self._wanted: frozenset[RoleId] | None = None

    @property
    def is_filtered(self) -> bool:
        """Whether some roles are counted apart."""
        return self._wanted is not None

    def count(self, parties: Iterable[PartyId], duties: Mapping[RoleId, Duty]) -> None:
        """Count `duties` for `parties`, and those of the roles counted apart."""
        self._all = {party: Counter() for party in parties}
        _count_into(self._all, duties.values())
        self._count_left(duties)

    def count_apart(self, duties: Mapping[RoleId, Duty], wanted: frozenset[RoleId] | None) -> bool:
        """Count `wanted` roles of `duties` apart; tell whether these are others than before."""
        if wanted == self._wanted:
            return False
        self._wanted = wanted
        self._count_left(duties)
        return True

    def _count_left(self, duties: Mapping[RoleId, Duty]) -> None:
        self._left = {party: Counter() for party in self._all}
        if self._wanted is not None:
            held = (duty for role, duty in duties.items() if role in self._wanted)
            _count_into(self._left, held)

    def recount(self, role: RoleId, changed: Iterable[tuple[PartyId, Cell, Cell]]) -> None:
        """Count what `changed` of `role`: parties with their letters before and after."""
        counts = [self._all]
        if self._wanted is not None and role in self._wanted:
            counts.append(self._left)
        for party, old, new in changed:
            self._add_cell(counts, party, new, 1)
            self._add_cell(counts, party, old, -1)

    def of(self, party: PartyId) -> Counter[str]:
        """Return the letters of `party` in all roles."""
        return self._all[party]

    def left_of(self, party: PartyId) -> Counter[str]:
        """Return the letters of `party` in the roles that the filter leaves."""
        return self._all[party] if self._wanted is None else self._left[party]

    @staticmethod
    def _add_cell(
        counts: Iterable[Mapping[PartyId, Counter[str]]], party: PartyId, cell: Cell, step: int
    ) -> None:
        for each in counts:
            load = each.get(party)
            if load is not None:
                for symbol in symbols_in(cell):
                    load[symbol] += step


def _count_into(counts: Mapping[PartyId, Counter[str]], duties: Iterable[Duty]) -> None:
    """Count letters: equal cells of a party first, for there are few kinds of them."""
    cells: Counter[tuple[PartyId, Cell]] = Counter()
    for duty in duties:
        cells.update(duty.letters.items())
    for (party, cell), times in cells.items():
        load = counts.get(party)
        if load is not None:
            for symbol in symbols_in(cell):
                load[symbol] += times
