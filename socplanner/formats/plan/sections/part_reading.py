"""Reading what parts of a plan file have in common: ids, parties, phases, roles and amounts.

Each function raises FormatError with the path of what is wrong.
"""

from collections.abc import Iterable
from typing import cast

from socplanner.domain.ids import PartyId, PhaseId, RoleId, is_slug
from socplanner.domain.problem import FieldFault
from socplanner.formats.format_error import Path, refused
from socplanner.formats.plan.sections.section import References, TreeMapping
from socplanner.formats.plan.yaml_reading import Tree


def ids_of(records: list[TreeMapping], path: Path, what: str) -> list[str]:
    """Return the ids of `records`, the list at `path`; each of them is a `what`."""
    ids: dict[str, None] = {}
    for place, record in enumerate(records):
        at = (*path, place, "id")
        text = str(record["id"])
        if not is_slug(text):
            raise refused("bad-id", at, id=text)
        if text in ids:
            raise refused(f"doubled-{what}", at, **{what: text})
        ids[text] = None
    return list(ids)


def party_of(record: TreeMapping, path: Path, references: References) -> PartyId:
    """Return the party of `record`."""
    party = str(record["party"])
    if party not in references.parties:
        raise references.unknown_party(party, (*path, "party"))
    return PartyId(party)


def phase_of(record: TreeMapping, key: str, path: Path, references: References) -> PhaseId | None:
    """Return the phase at `key` of `record`, or None."""
    if key not in record:
        return None
    phase = str(record[key])
    if phase not in references.phases:
        raise references.unknown_phase(phase, (*path, key))
    return PhaseId(phase)


def roles_of(record: TreeMapping, path: Path, references: References) -> tuple[RoleId, ...]:
    """Return the roles of `record`, each once."""
    roles = [str(each) for each in cast("list[Tree]", record.get("roles", []))]
    for place, role in enumerate(roles):
        if role not in references.roles:
            raise references.unknown_role(role, (*path, "roles", place))
    return tuple(dict.fromkeys(RoleId(role) for role in roles))


def refuse_first(faults: Iterable[FieldFault], path: Path) -> None:
    """Raise the first of `faults` of the entry at `path`, if there is one."""
    for field, problem in faults:
        raise refused(problem.code, (*path, field) if field else path, **problem.values)


def amount_of(tree: Tree) -> float:
    """Return an amount that fits its shape."""
    return float(str(tree))


def whole_of(tree: Tree) -> int | None:
    """Return a whole number that fits its shape, or None."""
    return None if tree is None else int(str(tree))
