"""Reading moves and the terms of phases; imported only for a plan that has some."""

from collections.abc import Iterable
from types import MappingProxyType
from typing import cast

from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.limits import MOST_MOVES
from socplanner.domain.problem import PathFault
from socplanner.domain.road_map_inputs import (
    NO_MOVES,
    NOTHING_STATED,
    MovePlace,
    MovesByPlace,
    MoveStatus,
    PhaseTerms,
    Prerequisite,
    PrerequisiteKind,
    StatedMove,
)
from socplanner.domain.road_map_validation import (
    cycle_faults,
    move_faults,
    terms_faults,
)
from socplanner.formats.format_error import Path, refused
from socplanner.formats.plan.sections.section import References, TreeMapping
from socplanner.formats.plan.shapes import without_extensions
from socplanner.formats.plan.text_fields import line_of, long_text_of, records_of


def stated_terms(record: TreeMapping, keys: Iterable[str], path: Path) -> PhaseTerms:
    """Return the terms in `record` by the `keys` of a file; raise FormatError with the path."""
    terms = PhaseTerms(*(_line(record, key, path) for key in keys))
    _refuse_first(terms_faults(terms), path)
    return terms


def moves_in(tree: TreeMapping, references: References) -> MovesByPlace:
    """Return the moves of a file; raise FormatError with the path of what is wrong."""
    moves: dict[MovePlace, StatedMove] = {}
    for phase, entries in without_extensions(tree).items():
        path: Path = ("moves", phase)
        if phase not in references.phases:
            raise references.unknown_phase(phase, path)
        for role, entry in without_extensions(cast("TreeMapping", entries)).items():
            if role not in references.roles:
                raise references.unknown_role(role, (*path, role))
            place = (PhaseId(phase), RoleId(role))
            record = without_extensions(cast("TreeMapping", entry))
            move = _move(place, record, references)
            if move != NOTHING_STATED:
                moves[place] = move
    if len(moves) > MOST_MOVES:
        raise refused("too-many-entries", ("moves",), number=len(moves), most=MOST_MOVES)
    _refuse_first(cycle_faults(moves), ("moves",))
    return MappingProxyType(moves) if moves else NO_MOVES


def _move(place: MovePlace, record: TreeMapping, references: References) -> StatedMove:
    path: Path = ("moves", *place)
    owner = None if "owner" not in record else str(record["owner"])
    if owner is not None and owner not in references.parties:
        raise references.unknown_party(owner, (*path, "owner"))
    prerequisites = tuple(
        _prerequisite(place, each, (*path, "prerequisites", at), references)
        for at, each in enumerate(records_of(record.get("prerequisites")))
    )
    move = StatedMove(
        None if owner is None else PartyId(owner),
        _line(record, "owner-name", path),
        _line(record, "begin", path),
        _line(record, "end", path),
        prerequisites,
        float(str(record["effort"])) if "effort" in record else None,
        long_text_of(str(record.get("risk", "")), (*path, "risk")),
        cast("MoveStatus | None", record.get("status")),
        long_text_of(str(record.get("note", "")), (*path, "note")),
    )
    _refuse_first(move_faults(place, move, references.phase_order), path)
    return move


def _prerequisite(
    place: MovePlace, record: TreeMapping, path: Path, references: References
) -> Prerequisite:
    role, phase = (None if key not in record else str(record[key]) for key in ("role", "phase"))
    if role is not None and role not in references.roles:
        raise references.unknown_role(role, (*path, "role"))
    if phase is not None and phase not in references.phases:
        raise references.unknown_phase(phase, (*path, "phase"))
    return Prerequisite(
        cast("PrerequisiteKind", record["kind"]),
        None if role is None else RoleId(role),
        None if phase is None or phase == place[0] else PhaseId(phase),
        _line(record, "name", path),
        _line(record, "date", path),
        _line(record, "until", path),
    )


def _line(record: TreeMapping, key: str, path: Path) -> str:
    text = str(record.get(key, ""))
    return line_of(text, (*path, key)) if text else ""


def _refuse_first(faults: Iterable[PathFault], path: Path) -> None:
    for fault in faults:
        raise refused(fault.problem.code, (*path, *fault.path), **fault.problem.values)
