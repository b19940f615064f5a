"""The custom roles of a plan file, which the catalogue does not have."""

from typing import Any

from socplanner.domain.catalogue import Area, Catalogue, Role
from socplanner.domain.ids import CUSTOM, RoleId, is_role_id
from socplanner.domain.limits import MOST_CUSTOM_ROLES
from socplanner.domain.plan import NO_CUSTOM_ROLES, CustomRoles, Plan
from socplanner.formats.format_error import Path, refused
from socplanner.formats.plan.sections.local_written import local_written
from socplanner.formats.plan.sections.section import References, Section, TreeMapping
from socplanner.formats.plan.shapes import Choice, Flag, ListOf, LocalName, Record, Text
from socplanner.formats.plan.text_fields import name_of, records_of
from socplanner.formats.plan.yaml_reading import Tree
from socplanner.wording.language import N_

_AREAS = {area.value: area for area in Area}
CUSTOM_ROLE = Record(
    {
        "id": Text(N_("own:, then letters, digits, - _ and dots.")),
        "function": Text(N_("The code of a function of the catalogue.")),
        "name": LocalName(),
        "area": Choice(tuple(_AREAS)),
        "hidden": Flag(N_("Left out everywhere; what was decided about it is kept.")),
    },
    ("id", "function", "name"),
    N_("A role the catalogue does not have."),
)


def _read(tree: Tree, references: References) -> CustomRoles:
    """Return the custom roles, and add the ids of all roles to `references`.

    Raise FormatError for a bad or doubled id, or an unknown function.
    """
    seen: set[str] = set()
    roles: list[Role] = []
    for place, record in enumerate(records_of(tree)):
        path: Path = ("roles", place)
        role = _custom_role(record, path, references.catalogue)
        if role.id in seen:
            raise refused("doubled-role-id", (*path, "id"), role=role.id)
        seen.add(role.id)
        roles.append(role)
    references.roles = frozenset(references.catalogue.role_by_id) | seen
    return CustomRoles(tuple(roles)) if roles else NO_CUSTOM_ROLES


def _custom_role(record: TreeMapping, path: Path, catalogue: Catalogue) -> Role:
    role_id, function = str(record["id"]), str(record["function"])
    if not is_role_id(role_id) or not role_id.startswith(f"{CUSTOM}:"):
        raise refused("bad-own-role", (*path, "id"), id=role_id)
    if function not in catalogue.function_by_code:
        codes = tuple(catalogue.function_by_code)
        raise refused(
            "unknown-function", (*path, "function"), function=function, choices=", ".join(codes)
        )
    code = role_id.removeprefix(f"{CUSTOM}:")
    name = name_of(record["name"], (*path, "name"))
    area, is_hidden = _AREAS[str(record.get("area", "none"))], record.get("hidden") == "true"
    return Role(RoleId(role_id), code, function, name, area, is_hidden=is_hidden)


def _written(plan: Plan) -> list[dict[str, Any]] | None:
    return [_written_role(role) for role in plan.custom_roles] or None


def _written_role(role: Role) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "id": role.id,
        "function": role.function,
        "name": local_written(role.name),
    }
    if role.default_area is not Area.UNPLACED:
        entry["area"] = role.default_area.value
    if role.is_hidden:
        entry["hidden"] = "true"
    return entry


ROLES = Section(
    "roles", "custom_roles", ListOf(CUSTOM_ROLE, most=MOST_CUSTOM_ROLES), _read, _written
)
