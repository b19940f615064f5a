"""The order of the lines: that of the catalogue under bands, or sorted by one thing, without."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import Enum

from socplanner.domain.catalogue import Area, Role, Sourcing
from socplanner.domain.checks.finding import Finding
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.letters import BLANK, Cell, Letter, LetterSet, symbols_in
from socplanner.domain.plan import Duty, Plan
from socplanner.ui.matrix.matrix_lines import Line
from socplanner.wording.language import Words

Rank = tuple[int | str, ...]
_AREAS = {area: place for place, area in enumerate(Area)}
_SOURCINGS = {sourcing: place for place, sourcing in enumerate(Sourcing)}
_NUMBERS = re.compile(r"(\d+)")


class SortedBy(Enum):
    """The values that lines can be sorted by."""

    CATALOGUE = "catalogue"
    CODE = "code"
    NAME = "name"
    AREA = "area"
    SOURCING = "sourcing"
    FINDINGS = "findings"
    PARTY = "party"


@dataclass(frozen=True, slots=True)
class LineOrder:
    """What the lines are sorted by, and whether backwards; blank cells come last in both cases."""

    by: SortedBy = SortedBy.CATALOGUE
    party: PartyId | None = None
    is_backwards: bool = False

    @property
    def is_canonical(self) -> bool:
        """Whether the lines are in the order of the catalogue, under their bands."""
        return self.by is SortedBy.CATALOGUE

    def after_click(self, by: SortedBy, party: PartyId | None = None) -> "LineOrder":
        """Return the order after a click on the header of `by`: up, down, the catalogue's again."""
        if (self.by, self.party) != (by, party):
            return LineOrder(by, party)
        return CANONICAL if self.is_backwards else replace(self, is_backwards=True)


CANONICAL = LineOrder()


@dataclass(frozen=True, slots=True)
class Ranking:
    """Ranks roles for an order, by the values of the plan and the findings."""

    plan: Plan
    words: Words
    duty: Callable[[RoleId], Duty]
    findings: Callable[[RoleId], Iterable[Finding]]

    def in_order(self, lines: Iterable[Line], order: LineOrder) -> tuple[Line, ...]:
        """Return the roles of `lines`, sorted; equal ones stay in the order of the catalogue."""
        filled: list[tuple[Rank, Line]] = []
        blank: list[Line] = []
        for line in lines:
            if line.role is not None:
                rank = self._rank(line.role, order)
                if rank:
                    filled.append((rank, line))
                else:
                    blank.append(line)
        filled.sort(key=_first, reverse=order.is_backwards)
        return (*(line for _, line in filled), *blank)

    def _rank(self, role: Role, order: LineOrder) -> Rank:
        """Return the sort key of `role`, or None where it has no such value."""
        duty = self.duty(role.id)
        rank: Rank = ()
        match order.by:
            case SortedBy.CODE:
                rank = natural(role.code)
            case SortedBy.NAME:
                rank = natural(self.words.local(role.name))
            case SortedBy.AREA:
                rank = (_AREAS[duty.area],)
            case SortedBy.SOURCING:
                rank = (_SOURCINGS[duty.sourcing],)
            case SortedBy.FINDINGS:
                severities = [each.severity for each in self.findings(role.id)]
                rank = (min(severities), -len(severities)) if severities else ()
            case SortedBy.PARTY if order.party is not None:
                cell = duty.letters.get(order.party, BLANK)
                rank = _letters_rank(self.plan.letter_set, cell) if cell else ()
        return rank


def natural(text: str) -> Rank:
    """Return the key that sorts `text` as people do: `A-2` before `A-10`."""
    parts = _NUMBERS.split(text.casefold())
    return tuple(f"{int(each):012d}" if place % 2 else each for place, each in enumerate(parts))


def _letters_rank(letters: LetterSet, cell: Cell) -> Rank:
    """Return the places of the letters of `cell` in the set, accountable ones first."""
    ordered = sorted(letters.letters, key=_is_not_accountable)
    places = {letter.symbol: place for place, letter in enumerate(ordered)}
    return tuple(places.get(symbol, len(places)) for symbol in symbols_in(cell))


def _is_not_accountable(letter: Letter) -> bool:
    return not letter.accountable


def _first(ranked: tuple[Rank, Line]) -> Rank:
    return ranked[0]
