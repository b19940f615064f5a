"""The roles that change, a row each, with their moves in all phases.

After an edit only the roles that it touched are looked at again, as long as the list of phases, the
roles, the parties and the letters are the same; other moves keep the phase value they had.
"""

from collections.abc import Iterable, Iterator, Mapping
from enum import IntEnum
from itertools import chain
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt

from socplanner.domain.catalogue import Role
from socplanner.domain.ids import RoleId
from socplanner.domain.letter_counts import MANY_ROLES
from socplanner.domain.phases import duty, phase_index
from socplanner.domain.plan import Duty, Plan
from socplanner.domain.plan_diff import PlanDiff
from socplanner.domain.road_map.moves import Move, all_moves, move_at, period_of
from socplanner.domain.road_map.orders import IN_ORDER, place_in_order
from socplanner.domain.road_map.readiness import late_prerequisites
from socplanner.domain.road_map_inputs import MovePlace
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import item_text
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.kit.role_rows import RoleRows
from socplanner.ui.kit.shown_model import READ_ROLES, Index
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


class RoadMapColumn(IntEnum):
    """The columns of the table."""

    ROLE = 0
    CHANGE = 1
    OWNER = 2
    EFFORT = 3
    STATUS = 4
    TIME = 5


_TITLES: Mapping[int, str] = {
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
        super().__init__(context, _TITLES, parent)
        self.order = IN_ORDER
        self.scale: TimeScale | None = None
        self.links: tuple[Link, ...] = ()
        self.late: frozenset[MovePlace] = frozenset()
        """The places of moves with a prerequisite that comes too late."""

        self._moves: dict[RoleId, tuple[Move, ...]] = {}
        self._links: dict[RoleId, list[Link]] = {}
        self._late: dict[RoleId, list[MovePlace]] = {}
        self._changed: frozenset[RoleId] | None = None
        """The roles to be looked at again, None for all."""

        self._seen = self.plan
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
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = self.rows[index.row()], RoadMapColumn(index.column())
        if role in READ_ROLES:
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
        if is_listed or diff.changes_phase_list:
            self._changed = None
        elif self._changed is not None:
            self._changed = self._changed.union(*diff.roles.values())
        self._seen = diff.after
        return self._changed is None or bool(self._changed)

    @override
    def computed_rows(self) -> Iterable[RoadMapRow]:
        """Return a row for each role that moves; only roles that changed are looked at again."""
        plan = self.plan
        changed = self._changed if self._seen is plan else None
        if changed is None or len(changed) > MANY_ROLES:
            self._find_all(plan)
        else:
            for role_id in changed:
                self._find(plan, role_id)
        self._changed, self._seen = frozenset(), plan
        self.scale = time_scale(plan, chain.from_iterable(self._moves.values()))
        self.links = tuple(chain.from_iterable(self._links.values()))
        self.late = frozenset([link.needing for link in self.links if link.is_late]) | {
            place for places in self._late.values() for place in places
        }
        return list(self._rows_of(plan, phase_index(plan, self.phase)))

    def _find_all(self, plan: Plan) -> None:
        self._moves.clear()
        self._links.clear()
        self._late.clear()
        by_role: dict[RoleId, list[Move]] = {}
        for move in all_moves(plan):
            by_role.setdefault(move.role.id, []).append(move)
        for role_id, moves in by_role.items():
            self._keep(plan, role_id, moves)

    def _find(self, plan: Plan, role_id: RoleId) -> None:
        """Find the moves of one role again."""
        for kept in (self._moves, self._links, self._late):
            kept.pop(role_id, None)
        if role_id not in plan.custom_roles.hidden:
            moves = (move_at(plan, phase.id, role_id) for phase in plan.phases)
            self._keep(plan, role_id, [move for move in moves if move is not None])

    def _keep(self, plan: Plan, role_id: RoleId, moves: list[Move]) -> None:
        """Store the moves of a role, the moves that they need, and which wait for something."""
        shown = tuple(move for move in moves if not move.is_minor)
        if shown:
            self._moves[role_id] = shown
        links, late = [], []
        for move in shown:
            if not move.stated.prerequisites:
                continue
            too_late = {
                each.prerequisite for each in late_prerequisites(plan, move.place, move.stated)
            }
            if too_late:
                late.append(move.place)
            for each in move.stated.prerequisites:
                if each.role is not None:
                    needed = (each.phase or move.phase.id, each.role)
                    links.append(Link(needed, move.place, each.day, each in too_late))
        if links:
            self._links[role_id] = links
        if late:
            self._late[role_id] = late

    def _rows_of(self, plan: Plan, index: int) -> Iterator[RoadMapRow]:
        """Yield the rows, each with the move into the phase at `index` or one near it."""
        phase = plan.phases[index].id
        later = frozenset(each.id for each in plan.phases[index:])
        for role in plan.roles():
            moves = self._moves.get(role.id)
            if moves is not None:
                shown = next((each for each in moves if each.phase.id in later), moves[-1])
                is_here = shown.phase.id == phase
                current = shown.after if is_here else duty(plan, phase, role.id)
                yield RoadMapRow(role, current, moves, shown)

    @override
    def arranged_rows(self) -> list[RoadMapRow]:
        if self.order == IN_ORDER:
            return self.every_row
        return sorted(self.every_row, key=self._place_in_order)

    def _place_in_order(self, row: RoadMapRow) -> tuple[int, str]:
        return place_in_order(self.plan, row.move, self.order)


def is_empty_cell(text: str) -> bool:
    """Return whether a cell has no value."""
    return text in ("", NOTHING)
