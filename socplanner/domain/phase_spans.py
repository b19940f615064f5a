"""Parts of a plan that are there from one phase to another, and values that fold over phases.

Both ends are included; None begins with the first phase of the plan, or ends with the last.
"""

from collections.abc import Mapping, Sequence
from typing import Protocol, Self, TypeVar

from socplanner.domain.ids import PartyId, PhaseId


class Folding(Protocol):
    """A value that a later phase may change in part."""

    def followed_by(self, later: Self) -> Self:
        """Return the value of a later phase that states `later`."""
        ...


FoldingT = TypeVar("FoldingT", bound=Folding)
Span = tuple[PhaseId | None, PhaseId | None]


def is_in_span(
    phases: Sequence[PhaseId], begins: PhaseId | None, ends: PhaseId | None, phase: PhaseId
) -> bool:
    """Return whether what `begins` and `ends` so is there in `phase`, one of `phases`."""
    first = 0 if begins is None else phases.index(begins)
    last = len(phases) - 1 if ends is None else phases.index(ends)
    return first <= phases.index(phase) <= last


def span_without(
    phases: Sequence[PhaseId], begins: PhaseId | None, ends: PhaseId | None, phase: PhaseId
) -> Span | None:
    """Return begin and end once `phase` of `phases` is gone; None where it was the only one.

    What begins in it begins in the next one, and what ends in it ends in the one before.
    """
    if (begins or phases[0]) == phase == (ends or phases[-1]):
        return None
    place = phases.index(phase)
    if begins == phase:
        begins = phases[place + 1]
    if ends == phase:
        ends = phases[place - 1]
    return begins, ends


def folded_without(
    by_place: Mapping[tuple[PhaseId, PartyId], FoldingT],
    phases: Sequence[PhaseId],
    phase: PhaseId,
) -> dict[tuple[PhaseId, PartyId], FoldingT]:
    """Return what phases state for parties once `phase` is gone: the next one states it instead."""
    kept = {at: each for at, each in by_place.items() if at[0] != phase}
    following = phases[phases.index(phase) + 1 :]
    for (in_phase, party), each in by_place.items():
        if in_phase == phase and following:
            at = following[0], party
            kept[at] = each.followed_by(kept[at]) if at in kept else each
    return kept
