"""How often each party has each letter: in all roles, and in those that pass a filter."""

from collections import Counter
from collections.abc import Iterable, Mapping

from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.letter_counts import letter_counts
from socplanner.domain.letters import Cell, symbols_in
from socplanner.domain.plan import Duty


class LetterLoad:
    """Counts once, and again only what an edit touches."""

    def __init__(self) -> None:
        """Begin with nothing counted and no filter."""
        self._parties: tuple[PartyId, ...] = ()
        self._all: dict[PartyId, Counter[str]] = {}
        self._left: dict[PartyId, Counter[str]] = {}
        self._wanted: frozenset[RoleId] | None = None

    @property
    def is_filtered(self) -> bool:
        """Whether some roles are counted apart."""
        return self._wanted is not None

    def count(self, parties: Iterable[PartyId], duties: Mapping[RoleId, Duty]) -> None:
        """Count `duties` for `parties`, and those of the roles counted apart."""
        self._parties = tuple(parties)
        self.count_again(duties)

    def count_again(self, duties: Mapping[RoleId, Duty]) -> None:
        """Count `duties` for the same parties, after an edit of many roles."""
        self._all = self._counted(duties.values())
        self._count_left(duties)

    def count_apart(self, duties: Mapping[RoleId, Duty], wanted: frozenset[RoleId] | None) -> bool:
        """Count `wanted` roles of `duties` apart; return whether they differ from those before."""
        if wanted == self._wanted:
            return False
        self._wanted = wanted
        self._count_left(duties)
        return True

    def _count_left(self, duties: Mapping[RoleId, Duty]) -> None:
        wanted = self._wanted or frozenset()
        self._left = self._counted(duty for role, duty in duties.items() if role in wanted)

    def _counted(self, duties: Iterable[Duty]) -> dict[PartyId, Counter[str]]:
        counts = letter_counts(duties)
        return {party: counts.get(party, Counter()) for party in self._parties}

    def recount(self, role: RoleId, changed: Iterable[tuple[PartyId, Cell, Cell]]) -> None:
        """Count the changed cells of `role`: parties with their letters before and after."""
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
        """Return the letters of `party` in the roles that pass the filter."""
        return self._all[party] if self._wanted is None else self._left[party]

    @staticmethod
    def _add_cell(
        counts: Iterable[Mapping[PartyId, Counter[str]]], party: PartyId, cell: Cell, step: int
    ) -> None:
        for by_party in counts:
            load = by_party.get(party)
            if load is not None:
                for symbol in symbols_in(cell):
                    load[symbol] += step
