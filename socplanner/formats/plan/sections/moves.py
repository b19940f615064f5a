"""The section `moves`, what is stated about moves of roles by phase; and the terms of a phase."""

from collections.abc import Mapping
from typing import Any, cast

from socplanner.domain.limits import MOST_AMOUNT, MOST_PREREQUISITES
from socplanner.domain.names import LONGEST_NAME, LONGEST_TEXT, NAME_PATTERN, TEXT_PATTERN
from socplanner.domain.plan import Plan
from socplanner.domain.road_map_inputs import (
    MOVE_STATUSES,
    NO_MOVES,
    NO_TERMS,
    PREREQUISITE_KINDS,
    MovesByPlace,
    PhaseTerms,
    Prerequisite,
    StatedMove,
)
from socplanner.formats.format_error import Path
from socplanner.formats.plan.sections.section import References, Section, TreeMapping
from socplanner.formats.plan.shapes import Amount, Choice, ListOf, MapOf, Record, Shape, Text
from socplanner.formats.plan.yaml_reading import Tree
from socplanner.wording.language import N_

_LINE = f"^$|{NAME_PATTERN}"
_BEGIN = Text(N_("The first day, such as 2027-04-01."))
_END = Text(N_("The last day, such as 2027-09-30."))
PHASE_TERMS: Mapping[str, Shape] = {
    "begin": _BEGIN,
    "end": _END,
    "approver": Text(N_("Who approves the phase."), _LINE, LONGEST_NAME),
    "approval-date": Text(N_("The day of the approval.")),
    "approval-number": Text(N_("The number of the approval."), _LINE, LONGEST_NAME),
    "budget": Text(
        N_("The approved budget, in the organisation's own words."), _LINE, LONGEST_NAME
    ),
}
PREREQUISITE = Record(
    {
        "kind": Choice(PREREQUISITE_KINDS, N_("What has to be there first.")),
        "role": Text(N_("The role whose move has to end first, such as v2:B-1.")),
        "phase": Text(N_("The phase of that move; the same one if omitted.")),
        "name": Text(N_("What it is, in the organisation's own words."), _LINE, LONGEST_NAME),
        "date": Text(N_("The day from which it is there, such as 2027-04-01.")),
        "until": Text(N_("The last day of a contract.")),
    },
    ("kind",),
    N_("What has to be there before a move begins."),
)
MOVE = Record(
    {
        "owner": Text(N_("The id of the party that leads the move.")),
        "owner-name": Text(N_("The person or the team that leads it."), _LINE, LONGEST_NAME),
        "begin": _BEGIN,
        "end": _END,
        "status": Choice(MOVE_STATUSES),
        "effort": Amount(MOST_AMOUNT, N_("Person-days.")),
        "prerequisites": ListOf(PREREQUISITE, "", MOST_PREREQUISITES),
        "risk": Text("", TEXT_PATTERN, LONGEST_TEXT),
        "note": Text("", TEXT_PATTERN, LONGEST_TEXT),
    },
    (),
    N_("How a role gets from the phase before to this one."),
)


def terms_in(record: TreeMapping, path: Path) -> PhaseTerms:
    """Return the terms of the phase `record`; raise FormatError with the path of what is wrong."""
    if record.keys().isdisjoint(PHASE_TERMS):
        return NO_TERMS
    from socplanner.formats.plan.sections.moves_reading import stated_terms  # many plans: none

    return stated_terms(record, tuple(PHASE_TERMS), path)


def written_terms(terms: PhaseTerms) -> dict[str, str]:
    """Return the keys of a phase for its `terms`."""
    stated = zip(PHASE_TERMS, terms, strict=True)
    return {key: text for key, text in stated if text}


def _read(tree: Tree, references: References) -> MovesByPlace:
    """Return the moves; raise FormatError with the path of what is wrong."""
    if not tree:
        return NO_MOVES
    from socplanner.formats.plan.sections.moves_reading import moves_in  # many plans: none

    return moves_in(cast("TreeMapping", tree), references)


def _written(plan: Plan) -> dict[str, Any] | None:
    if not plan.moves:
        return None
    places = {role.id: place for place, role in enumerate(plan.all_roles())}
    ordered = sorted(plan.moves, key=lambda place: places.get(place[1], len(places)))
    by_phase: dict[str, dict[str, Any]] = {phase.id: {} for phase in plan.phases}
    for phase, role in ordered:
        by_phase[phase][role] = _written_move(plan.moves[phase, role])
    return {phase: moves for phase, moves in by_phase.items() if moves}


def _written_move(move: StatedMove) -> dict[str, Any]:
    effort = "" if move.effort is None else f"{move.effort:.2f}".rstrip("0").rstrip(".")
    entry: dict[str, Any] = {
        "owner": move.owner,
        "owner-name": move.owner_name,
        "begin": move.begins,
        "end": move.ends,
        "status": move.status,
        "effort": effort,
        "prerequisites": [_written_prerequisite(each) for each in move.prerequisites],
        "risk": move.risk,
        "note": move.note,
    }
    return {key: value for key, value in entry.items() if value}


def _written_prerequisite(each: Prerequisite) -> dict[str, str]:
    entry = {
        "kind": each.kind,
        "role": each.role,
        "phase": each.phase,
        "name": each.name,
        "date": each.day,
        "until": each.until,
    }
    return {key: value for key, value in entry.items() if value}


MOVES_SECTION = Section(
    "moves",
    "moves",
    MapOf(MapOf(MOVE, N_("By role, such as v2:B-1.")), N_("By phase.")),
    _read,
    _written,
)
