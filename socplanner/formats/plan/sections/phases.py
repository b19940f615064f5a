"""The phases of a plan file, the first of them now, each with its changes of roles."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, cast

from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.limits import MOST_PHASES
from socplanner.domain.plan import Phase, Plan
from socplanner.formats.format_error import Path, refused
from socplanner.formats.plan.sections.changes import DUTY, ChangeReader
from socplanner.formats.plan.sections.ids import unique_ids
from socplanner.formats.plan.sections.local_written import local_written
from socplanner.formats.plan.sections.moves import PHASE_TERMS, terms_in, written_terms
from socplanner.formats.plan.sections.section import References, Section, TreeMapping
from socplanner.formats.plan.shapes import (
    ListOf,
    LocalName,
    MapOf,
    Record,
    Text,
    nearest,
    without_extensions,
)
from socplanner.formats.plan.text_fields import name_of, records_of
from socplanner.formats.plan.yaml_reading import Tree
from socplanner.wording.language import N_

PHASE = Record(
    {
        "id": Text(),
        "name": LocalName(),
        "pattern": Text(N_("The sourcing pattern that was applied.")),
        **PHASE_TERMS,
        "duties": MapOf(DUTY, N_("By role, such as v2:B-1.")),
    },
    ("id", "name"),
    N_("A point in time; the first is now."),
)


def _read(tree: Tree, references: References) -> tuple[Phase, ...]:
    """Return the phases, and add their ids to `references`; raise FormatError for no phase."""
    records = records_of(tree)
    ids = unique_ids(records, "phases", "doubled-phase", "phase")
    references.phase_order = tuple(PhaseId(each) for each in ids)
    references.phases = frozenset(ids)
    if not records:
        raise refused("no-phase", ("phases",))
    reader = ChangeReader(references)
    return tuple(_phase(each, ("phases", n), references, reader) for n, each in enumerate(records))


def _phase(record: TreeMapping, path: Path, references: References, reader: ChangeReader) -> Phase:
    pattern = record.get("pattern")
    if pattern is not None and references.catalogue.pattern(str(pattern)) is None:
        patterns = tuple(each.id for each in references.catalogue.patterns)
        raise refused(
            "unknown-choice",
            (*path, "pattern"),
            word=pattern,
            nearest=nearest(str(pattern), patterns),
            choices=", ".join(patterns),
        )
    duties = without_extensions(cast("TreeMapping", record.get("duties", {})))
    unknown = duties.keys() - references.roles
    if unknown:
        role = next(key for key in duties if key in unknown)
        raise refused(
            "unknown-role-in-file",
            (*path, "duties", role),
            role=role,
            nearest=nearest(role, tuple(sorted(references.roles))),
        )
    changes = {
        RoleId(key): reader.change(cast("TreeMapping", value), (*path, "duties", key))
        for key, value in duties.items()
    }
    return Phase(
        PhaseId(str(record["id"])),
        name_of(record["name"], (*path, "name")),
        None if pattern is None else str(pattern),
        MappingProxyType(changes),
        terms_in(record, path),
    )


def _written(plan: Plan) -> list[dict[str, Any]]:
    """Return the trees of the phases; their `duties` are `Change` values still."""
    places = {role.id: place for place, role in enumerate(plan.all_roles())}
    return [_written_phase(phase, places) for phase in plan.phases]


def tree_of_phase(phase: Phase) -> dict[str, Any]:
    """Return the tree of `phase` without its duties."""
    entry: dict[str, Any] = {"id": phase.id, "name": local_written(phase.name)}
    if phase.pattern is not None:
        entry["pattern"] = phase.pattern
    return entry | written_terms(phase.terms)


def _written_phase(phase: Phase, places: Mapping[RoleId, int]) -> dict[str, Any]:
    entry = tree_of_phase(phase)
    if phase.changes:
        ordered = sorted(phase.changes, key=lambda role: places.get(role, len(places)))
        entry["duties"] = {role: phase.changes[role] for role in ordered}
    return entry


PHASES = Section(
    "phases", "phases", ListOf(PHASE, most=MOST_PHASES), _read, _written, is_required=True
)
