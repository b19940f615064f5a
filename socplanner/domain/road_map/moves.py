"""The moves of a plan: what differs of each role between a phase and the one before it.

Rules:

- A move is derived: sourcing, the parties that are accountable or perform, coverage, area and aim
  are compared. Other letters and notes make no move.
- What the planner states about it is `Move.stated`. A stated move without a difference is a move
  without kinds: it is shown as such, not dropped.
- Only roles that a phase states something about are looked at, so the cost is that of the changes.
- Hidden roles have no moves.
"""

from typing import Literal, NamedTuple

from socplanner.domain.catalogue import Role, Sourcing
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.letters import LetterSet
from socplanner.domain.phases import duty, folded
from socplanner.domain.plan import BLANK_DUTY, Duty, Phase, Plan
from socplanner.domain.road_map_inputs import NOTHING_STATED, MovePlace, StatedMove

MoveKind = Literal["sourcing", "accountable", "responsible", "coverage", "area", "aim"]
INHOUSE = frozenset({Sourcing.INSOURCE, Sourcing.BOTH})


class Move(NamedTuple):
    """The move of `role` into `phase`: its duty before and after, and in which `kinds` they differ.

    Without kinds the difference is gone, or was never there, and only `stated` is left.
    """

    phase: Phase
    role: Role
    before: Duty
    after: Duty
    kinds: tuple[MoveKind, ...]
    stated: StatedMove = NOTHING_STATED

    @property
    def place(self) -> MovePlace:
        """The key of the move."""
        return self.phase.id, self.role.id

    @property
    def is_gone(self) -> bool:
        """Whether nothing differs any more."""
        return not self.kinds

    @property
    def is_minor(self) -> bool:
        """Whether it is an aim alone, of which nothing is stated: nearly every role has one."""
        return self.kinds == ("aim",) and self.stated == NOTHING_STATED

    @property
    def goes_inhouse(self) -> bool:
        """Whether the organisation performs the role and did not before."""
        return goes_inhouse(self.before, self.after)


class Period(NamedTuple):
    """The first and the last day of a move; assumed days are those of its phase."""

    begins: str
    ends: str
    is_assumed: bool


def all_moves(plan: Plan) -> tuple[Move, ...]:
    """Return the moves of all phases, phase by phase, in the order of the roles."""
    places = {role.id: (place, role) for place, role in enumerate(plan.roles())}
    current: dict[RoleId, Duty] = {}
    stated: dict[PhaseId, set[RoleId]] = {}
    for phase_id, role_id in plan.moves:
        stated.setdefault(phase_id, set()).add(role_id)
    moves: list[Move] = []
    for index, phase in enumerate(plan.phases):
        before: dict[RoleId, Duty] | None = {} if index else None
        for role_id, change in phase.changes.items():
            was = current.get(role_id, BLANK_DUTY)
            current[role_id] = folded(was, change)
            if before is not None:
                before[role_id] = was
        roles = stated.get(phase.id, set()) | (before or {}).keys()
        ordered = sorted(roles & places.keys(), key=places.__getitem__)
        for role_id in ordered:
            after = current.get(role_id, BLANK_DUTY)
            was = after if before is None else before.get(role_id, after)
            move = _move(plan, phase, places[role_id][1], was, after)
            if move is not None:
                moves.append(move)
    return tuple(moves)


def move_at(plan: Plan, phase_id: PhaseId, role_id: RoleId) -> Move | None:
    """Return the move of a role into a phase; None without difference and without statement."""
    previous = None
    for phase in plan.phases:
        if phase.id == phase_id:
            after = duty(plan, phase_id, role_id)
            before = after if previous is None else duty(plan, previous.id, role_id)
            role = plan.role(role_id)
            return None if role is None else _move(plan, phase, role, before, after)
        previous = phase
    return None


def _move(plan: Plan, phase: Phase, role: Role, before: Duty, after: Duty) -> Move | None:
    """Return the move of `role`; None where nothing differs and nothing is stated."""
    stated = plan.moves.get((phase.id, role.id), NOTHING_STATED)
    kinds = move_kinds(plan.letter_set, before, after)
    if not kinds and stated is NOTHING_STATED:
        return None
    return Move(phase, role, before, after, kinds, stated)


def move_kinds(letter_set: LetterSet, before: Duty, after: Duty) -> tuple[MoveKind, ...]:
    """Return in what two duties of a role differ."""
    if before == after:
        return ()
    kinds: list[MoveKind] = []
    if before.sourcing is not after.sourcing:
        kinds.append("sourcing")
    if before.letters != after.letters:
        if accountable(letter_set, before) != accountable(letter_set, after):
            kinds.append("accountable")
        if responsible(letter_set, before) != responsible(letter_set, after):
            kinds.append("responsible")
    if before.coverage != after.coverage:
        kinds.append("coverage")
    if before.area is not after.area:
        kinds.append("area")
    if before.aim != after.aim:
        kinds.append("aim")
    return tuple(kinds)


def accountable(letter_set: LetterSet, current: Duty) -> frozenset[PartyId]:
    """Return the parties that are accountable."""
    meaning = letter_set.meaning
    return frozenset(
        [party for party, cell in current.letters.items() if meaning(cell).accountable]
    )


def responsible(letter_set: LetterSet, current: Duty) -> frozenset[PartyId]:
    """Return the parties that perform the role."""
    meaning = letter_set.meaning
    return frozenset([party for party, cell in current.letters.items() if meaning(cell).performs])


def goes_inhouse(before: Duty, after: Duty) -> bool:
    """Return whether the organisation performs a role and did not before; undecided counts not."""
    if after.sourcing not in INHOUSE or before.sourcing in INHOUSE:
        return False
    return before.sourcing is not Sourcing.UNDECIDED


def period_of(phase: Phase, stated: StatedMove) -> Period | None:
    """Return when a move takes place; None where neither it nor its phase has days.

    A day that is not stated is that of the phase, or the other day where that would be too early
    or too late.
    """
    begins, ends = stated.begins, stated.ends
    if begins and ends:
        return Period(begins, ends, is_assumed=False)
    if begins:
        return Period(begins, max(begins, phase.terms.ends), is_assumed=False)
    if ends:
        return Period(min(ends, phase.terms.begins or ends), ends, is_assumed=False)
    if phase.terms.begins and phase.terms.ends:
        return Period(phase.terms.begins, phase.terms.ends, is_assumed=True)
    return None
