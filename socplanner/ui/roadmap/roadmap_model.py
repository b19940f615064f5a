"""The roles that change, a row each, with their moves in all phases."""

from collections.abc import Iterable
from enum import IntEnum
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt

from socplanner.domain.catalogue import Role
from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.phases import duties, phase_index
from socplanner.domain.plan import Duty
from socplanner.domain.plan_diff import PlanDiff
from socplanner.domain.road_map.moves import Move, all_moves, period_of
from socplanner.domain.road_map.readiness import late_prerequisites
from socplanner.domain.road_map_inputs import MovePlace
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import item_text
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.kit.role_rows import RoleRows
from socplanner.ui.kit.shown_model import Index
from socplanner.ui.roadmap.time_scale import TimeScale, time_scale
from socplanner.wording.language import N_
from socplanner.wording.road_map_words import (
    NOTHING,
    days_text,
    move_summary,
    owner_initials,
    owner_text,
    period_text,
    short_change,
    status_name,
)
from socplanner.wording.terms import phase_name, role_label

IN_ORDER, BY_BEGIN, BY_OWNER = "order", "begin", "owner"
_NEVER = "9999"


class RoadMapColumn(IntEnum):
    """The columns of the table."""

    ROLE = 0
    CHANGE = 1
    OWNER = 2
    EFFORT = 3
    STATUS = 4
    TIME = 5


_TITLES = {
    RoadMapColumn.ROLE: N_("Role"),
    RoadMapColumn.CHANGE: N_("Change"),
    RoadMapColumn.OWNER: N_("Owner"),
    RoadMapColumn.EFFORT: N_("Effort"),
    RoadMapColumn.STATUS: N_("Status"),
    RoadMapColumn.TIME: N_("Time"),
}


class RoadMapRow(NamedTuple):
    """A role with its duty in the phase in view and its moves, phase by phase.

    `move` is the one into the phase in view, or else into the next phase, or the last one.
    """

    role: Role
    duty: Duty
    moves: tuple[Move, ...]
    move: Move


class Link(NamedTuple):
    """A move that another one needs; `is_late` where it is there only after the other begins.

    `day` is the day on which it is there, empty where that is its end.
    """

    needed: MovePlace
    needing: MovePlace
    day: str
    is_late: bool


class RoadMapModel(RoleRows[RoadMapRow]):
    """Follows document, phase and language; never edits."""

    def __init__(self, context: PlanContext, parent: QObject | None = None) -> None:
        """Begin with the moves of the plan, in the order of the roles."""
        super().__init__(context, len(RoadMapColumn), parent)
        self.order = IN_ORDER
        self.scale: TimeScale | None = None
        self.links: tuple[Link, ...] = ()
        self.late: frozenset[MovePlace] = frozenset()
        """The places of moves with a prerequisite that comes too late."""

        self._places: dict[RoleId, int] = {}
        self.refresh()

    @property
    def today(self) -> str:
        """The day of today."""
        return self._context.checking.today

    def sort_by(self, order: str) -> None:
        """Show the rows in the `order` of the plan, by begin, or by owner."""
        self.order = order
        self.show_rows()

    @override
    def show_rows(self) -> None:
        super().show_rows()
        self._places = {each.role.id: place for place, each in enumerate(self.rows)}

    @override
    def place_of(self, role: RoleId) -> int:
        return self._places.get(role, -1)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.words.tr(_TITLES[RoadMapColumn(section)])

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = self.rows[index.row()], RoadMapColumn(index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return item_text(self._about(row, column), role)
        return None

    def _text(self, row: RoadMapRow, column: RoadMapColumn) -> str:
        plan, words, stated = self.plan, self.words, row.move.stated
        match column:
            case RoadMapColumn.ROLE:
                return role_label(row.role, words)
            case RoadMapColumn.CHANGE:
                return move_summary(plan, row.move, words)
            case RoadMapColumn.OWNER:
                return owner_initials(plan, stated, words)
            case RoadMapColumn.EFFORT:
                return days_text(stated.effort)
            case RoadMapColumn.STATUS:
                return status_name(stated.status, words)
            case RoadMapColumn.TIME:
                return period_text(period_of(row.move.phase, stated), words)

    def names(self, most: int) -> list[str]:
        """Return the names of the first roles that are shown, at `most` so many."""
        return [role_label(row.role, self.words) for row in self.rows[:most]]

    def short_change(self, row: RoadMapRow) -> str:
        """Return what changes besides the sourcing, in a few letters."""
        return short_change(self.plan, row.move, self.words)

    def _about(self, row: RoadMapRow, column: RoadMapColumn) -> str:
        """Return the whole text of a cell; of time, all moves of the role."""
        plan, words = self.plan, self.words
        if column is RoadMapColumn.OWNER:
            return owner_text(plan, row.move.stated, words)
        if column is not RoadMapColumn.TIME:
            return self._text(row, column)
        return "\n".join(
            words.tr(
                "{phase}: {text}",
                phase=phase_name(move.phase, words),
                text=period_text(period_of(move.phase, move.stated), words),
            )
            for move in row.moves
        )

    @override
    def concerns(self, diff: PlanDiff) -> bool:
        is_listed = diff.changes_roles or diff.changes_parties or diff.changes_letters
        return is_listed or diff.changes_phase_list or any(diff.roles.values())

    @override
    def computed_rows(self) -> Iterable[RoadMapRow]:
        plan = self.plan
        moves = [move for move in all_moves(plan) if not move.is_minor]
        self.scale = time_scale(plan, moves)
        self.links, self.late = self._links(moves)
        by_role: dict[RoleId, list[Move]] = {}
        for move in moves:
            by_role.setdefault(move.role.id, []).append(move)
        current = duties(plan, self.phase)
        place = phase_index(plan, self.phase)
        later: frozenset[PhaseId] = frozenset(phase.id for phase in plan.phases[place:])
        for role in plan.roles():
            of_role = tuple(by_role.get(role.id, ()))
            if of_role:
                shown = next((each for each in of_role if each.phase.id in later), of_role[-1])
                yield RoadMapRow(role, current[role.id], of_role, shown)

    @override
    def arranged_rows(self) -> list[RoadMapRow]:
        if self.order == IN_ORDER:
            return self.every_row
        owners = {party.id: place for place, party in enumerate(self.plan.parties)}

        def key(row: RoadMapRow) -> tuple[int, str]:
            owner = row.move.stated.owner
            place = len(owners) if owner is None else owners.get(owner, len(owners))
            return (place if self.order == BY_OWNER else 0), _begin(row)

        return sorted(self.every_row, key=key)

    def _links(self, moves: list[Move]) -> tuple[tuple[Link, ...], frozenset[MovePlace]]:
        """Return which moves need which, and the places of those that wait for something late."""
        plan, links, late = self.plan, [], set()
        for move in moves:
            if not move.stated.prerequisites:
                continue
            too_late = {
                each.prerequisite for each in late_prerequisites(plan, move.place, move.stated)
            }
            if too_late:
                late.add(move.place)
            for each in move.stated.prerequisites:
                if each.role is not None:
                    needed = (each.phase or move.phase.id, each.role)
                    links.append(Link(needed, move.place, each.day, each in too_late))
        return tuple(links), frozenset(late)


def _begin(row: RoadMapRow) -> str:
    """Return the first day of the move of `row` that is shown, a late one where it has none."""
    period = period_of(row.move.phase, row.move.stated)
    return _NEVER if period is None else period.begins


def is_empty_cell(text: str) -> bool:
    """Return whether a cell has no value."""
    return text in ("", NOTHING)
