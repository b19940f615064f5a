"""The boards on the sheet for the directors: the first phase and the target, a cell a role.

A sign beside the code of a role states its sourcing, as the colour does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import zip_longest
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from socplanner.domain.catalogue import PLACED, Area, Role, Sourcing
from socplanner.domain.ids import RoleId
from socplanner.domain.phases import duties
from socplanner.domain.plan import Duty
from socplanner.domain.summary import Summary
from socplanner.formats.workbook import colours, styles
from socplanner.formats.workbook.draft import Draft
from socplanner.wording.terms import area_name, phase_name, sourcing_name

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

WIDE = 8
"""The columns of one board; one is free between the two."""

_PER_SOURCING = 3
SIGNS: Mapping[Sourcing, str] = MappingProxyType(
    {
        Sourcing.INSOURCE: "●",
        Sourcing.OUTSOURCE: "○",
        Sourcing.BOTH: "◐",
        Sourcing.NOT_CARRIED_OUT: "–",
        Sourcing.UNDECIDED: "?",
    }
)
"""The sign of each sourcing beside the code of a role."""


class _Board(NamedTuple):
    """The roles of a phase with their duties, and the first column of their board."""

    roles: Sequence[tuple[Role, Duty]]
    column: int

    def lane(self, area: Area) -> list[tuple[Role, Duty]]:
        """Return the roles in `area`."""
        return [(role, duty) for role, duty in self.roles if duty.area is area]


def write_boards(sheet: Worksheet, draft: Draft, summary: Summary, row: int) -> int:
    """Write the boards of the first phase and of the target at `row`; return the next free row."""
    plan, words = draft.plan, draft.words
    boards = []
    for figures, column in ((summary.now, 0), (summary.target, WIDE + 1)):
        by_role: Mapping[RoleId, Duty] = duties(plan, figures.phase.id)
        boards.append(_Board([(role, by_role[role.id]) for role in plan.roles()], column))
        area = (row, column, row, column + WIDE - 1)
        draft.merge(sheet, area, styles.HEADING)
        draft.put(sheet, area[:2], phase_name(figures.phase, words), styles.HEADING)
    row += 1
    for each in (*PLACED, Area.UNPLACED):
        row = _write_area(sheet, draft, boards, each, row)
    return _write_legend(sheet, draft, summary, row)


def _write_area(
    sheet: Worksheet, draft: Draft, boards: Sequence[_Board], area: Area, row: int
) -> int:
    """Write the roles in `area` on each board; return the next free row."""
    lanes = [board.lane(area) for board in boards]
    if area is Area.UNPLACED and not any(lanes):
        return row
    rows = max(1, *(-(-len(lane) // WIDE) for lane in lanes))
    heading = (styles.BOX, styles.LEFT, styles.SHADED)
    name = area_name(area, draft.plan.catalogue, draft.words)
    for board, lane in zip(boards, lanes, strict=True):
        left = board.column
        draft.merge(sheet, (row, left, row, left + WIDE - 1), *heading)
        draft.put(sheet, (row, left), f"{name}  {len(lane)}", *heading)
        places = [(row + 1 + at // WIDE, left + at % WIDE) for at in range(rows * WIDE)]
        for place, entry in zip_longest(places, lane):
            if entry is None:
                draft.put(sheet, place, "", styles.BOX)
                continue
            role, duty = entry
            fill = styles.filled(colours.SOURCINGS[duty.sourcing])
            text = f"{role.code} {SIGNS[duty.sourcing]}"
            draft.put(sheet, place, text, styles.BOX, styles.MIDDLE, styles.SMALL, fill)
    return row + 1 + rows


def _write_legend(sheet: Worksheet, draft: Draft, summary: Summary, row: int) -> int:
    """Write what signs and colours mean, with the roles now and then; return the next free row."""
    column = 0
    for sourcing, sign in SIGNS.items():
        now, then = summary.now.sourcings[sourcing], summary.target.sourcings[sourcing]
        if now or then:
            fill = styles.filled(colours.SOURCINGS[sourcing])
            parts = (styles.BOX, styles.LEFT, styles.SMALL, fill)
            draft.merge(sheet, (row, column, row, column + _PER_SOURCING - 1), *parts)
            text = f"{sign} {sourcing_name(sourcing, draft.words)}  {now} → {then}"
            draft.put(sheet, (row, column), text, *parts)
            column += _PER_SOURCING
    return row + 1
