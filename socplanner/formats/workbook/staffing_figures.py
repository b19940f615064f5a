"""Which figures the staffing sheet lists, in which order: inputs before what follows from them.

Rules:

- Assumptions, and what follows from them alone, stand first; then each party with its posts and
  workloads, and last its own figures. A figure is listed once, where it is first needed.
- Assumptions that no figure needs are left out.
"""

from collections.abc import Iterable
from typing import NamedTuple

from socplanner.domain.formula import Input
from socplanner.domain.staffing.calculation import Figure
from socplanner.domain.staffing.phase_staffing import PartyStaffing, PhaseStaffing
from socplanner.domain.staffing_inputs import Post, Workload

RESULTS = (
    "need_people",
    "need_fte",
    "today_people",
    "today_fte",
    "gap",
    "shortfall",
    "night_hours",
    "on_call_need",
    "on_call_today",
)
"""The figures of a party that are results, in the order of their columns."""


class FigureGroup(NamedTuple):
    """Figures that are listed under one heading: that of a post, a workload or a party, or None."""

    about: Post | Workload | PartyStaffing | None
    figures: tuple[Figure, ...]


class FigureGroups:
    """The figures of a phase in groups."""

    def __init__(self, staffing: PhaseStaffing) -> None:
        """Arrange the figures of `staffing`."""
        self._assumed = {id(figure) for figure in staffing.assumed.values()}
        self._general: dict[str, Figure] = {}
        self._listed: dict[int, Figure] = {}
        later = [group for party in staffing.parties for group in self._of_party(party)]
        self.groups = (FigureGroup(None, tuple(self._general.values())), *later)
        self._staffing = staffing  # figures are known by identity: keep them

    def same_figure(self, figure: Figure) -> Figure:
        """Return the figure that is listed in place of `figure`, which may be itself."""
        return self._general[figure.symbol] if self._is_general(figure) else figure

    def _of_party(self, party: PartyStaffing) -> Iterable[FigureGroup]:
        for staffed in party.posts:
            yield FigureGroup(staffed.post, tuple(self._needed(staffed.figures.values())))
        for work in party.work:
            yield FigureGroup(work.workload, tuple(self._needed([work.fte])))
        yield FigureGroup(party, tuple(self._needed(party.figures[name] for name in RESULTS)))

    def _needed(self, figures: Iterable[Figure]) -> Iterable[Figure]:
        """Yield `figures` with all they need that is not listed yet, inputs first."""
        for figure in figures:
            if id(figure) in self._listed:
                continue
            yield from self._needed(figure.inputs)
            if self._is_general(figure):
                self._general.setdefault(figure.symbol, figure)
            else:
                self._listed[id(figure)] = figure
                yield figure

    def _is_general(self, figure: Figure) -> bool:
        """Return whether `figure` is an assumption, or calculated from assumptions alone."""
        if id(figure) in self._assumed:
            return True
        is_alias = isinstance(figure.formula, Input)
        return bool(figure.inputs) and not is_alias and all(map(self._is_general, figure.inputs))
