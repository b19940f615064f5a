"""Counts of the letters that parties have over many roles."""

from collections import Counter
from collections.abc import Iterable

from socplanner.domain.ids import PartyId
from socplanner.domain.letters import Cell, symbols_in
from socplanner.domain.plan import Duty

MANY_ROLES = 200
"""Where more roles change at once, counting all roles again is faster than one by one."""


def cell_counts(duties: Iterable[Duty]) -> Counter[tuple[PartyId, Cell]]:
    """Return how often each party has each cell: few cells differ, so letters are counted later."""
    counts: Counter[tuple[PartyId, Cell]] = Counter()
    for duty in duties:
        counts.update(duty.letters.items())
    return counts


def letter_counts(duties: Iterable[Duty]) -> dict[PartyId, Counter[str]]:
    """Return for each party with any letter how often it has each letter."""
    counts: dict[PartyId, Counter[str]] = {}
    for (party, cell), times in cell_counts(duties).items():
        load = counts.setdefault(party, Counter())
        for symbol in symbols_in(cell):
            load[symbol] += times
    return counts
