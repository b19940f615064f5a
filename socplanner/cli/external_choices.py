"""The options of `socplanner import` for single tasks and parties of an external workbook."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from socplanner.cli.arguments import Request, RequestRefused, refused_choice
from socplanner.cli.external_arguments import (
    CUSTOM_ROLES,
    LEAVE,
    NEW_PARTIES,
    PARTY_IS,
    SIMILAR,
    TASK_IS,
)
from socplanner.cli.external_options import pairs_of, values_of
from socplanner.domain.external.full_names import party_names, task_names
from socplanner.domain.external.import_edit import NewParty, NewRole, PartyTarget, RoleTarget
from socplanner.domain.external.mapping_policy import MappingPolicy
from socplanner.domain.external.sheet_places import column_letters
from socplanner.domain.external.similarity import comparable
from socplanner.domain.external.understood import PartyColumn, Understood
from socplanner.domain.plan import Plan
from socplanner.wording.language import N_

NEW = "new"
"""The value of an option that adds a party of the sheet as a new one."""


class _Line(NamedTuple):
    """A task or a party of the workbook: its unique name, its row or column, its bare name."""

    name: str
    place: str
    bare: str


def allowed_of(request: Request, understood: Understood, plan: Plan) -> MappingPolicy:
    """Return what the options allow beyond sure matches.

    Raise RequestRefused for a name, role, party or function that does not exist.
    """
    function = request.options.get(CUSTOM_ROLES.name)
    codes = tuple(plan.catalogue.function_by_code)
    if function is not None and function not in codes:
        raise refused_choice(CUSTOM_ROLES.name, function, codes)
    across = understood.tasks_across
    tasks = [
        _Line(name, column_letters(each.place) if across else str(each.place), each.name)
        for each, name in zip(understood.tasks, task_names(understood), strict=True)
    ]
    parties = [
        _Line(name, _place(each, across=across), each.name)
        for each, name in zip(understood.parties, party_names(understood), strict=True)
    ]
    task_targets: dict[int, RoleTarget] = {}
    party_targets: dict[int, PartyTarget] = {}
    for name in values_of(request, LEAVE):
        for index in _all_called(name, tasks, parties):
            if index < len(tasks):
                task_targets[index] = None
            else:
                party_targets[index - len(tasks)] = None
    for name, wanted in pairs_of(request, TASK_IS):
        task_targets[_only_called(TASK_IS.name, name, tasks)] = _role(wanted, plan)
    for name, wanted in pairs_of(request, PARTY_IS):
        party_targets[_only_called(PARTY_IS.name, name, parties)] = _party(wanted, plan)
    return MappingPolicy(
        SIMILAR.name in request.options,
        function,
        NEW_PARTIES.name in request.options,
        task_targets,
        party_targets,
    )


def _place(party: PartyColumn, *, across: bool) -> str:
    first = next(iter(party.places), None)
    if first is None:
        return ""
    return str(first) if across else column_letters(first)


def _all_called(name: str, tasks: Sequence[_Line], parties: Sequence[_Line]) -> list[int]:
    """Return the indexes of all lines called `name`, tasks first; raise RequestRefused for none."""
    matches = _called(name, [*tasks, *parties])
    if not matches:
        raise _refused_name(LEAVE.name, name)
    return matches


def _only_called(option: str, name: str, lines: Sequence[_Line]) -> int:
    matches = _called(name, lines)
    if len(matches) > 1:
        raise RequestRefused(
            N_("“{option}”: “{name}” occurs more than once; give its place: {places}."),
            option=option,
            name=name,
            places=", ".join(lines[at].place for at in matches),
        )
    if not matches:
        raise _refused_name(option, name)
    return matches[0]


def _called(name: str, lines: Sequence[_Line]) -> list[int]:
    """Return the indexes of lines with exactly this `name`, else a similar one, else this place."""
    bare = comparable(name)
    tests: tuple[Callable[[_Line], bool], ...] = (
        lambda line: line.name == name,
        lambda line: line.bare == name,
        lambda line: bool(bare) and bare in {comparable(line.name), comparable(line.bare)},
        lambda line: line.place == name.upper(),
    )
    for test in tests:
        if matches := [at for at, line in enumerate(lines) if test(line)]:
            return matches
    return []


def _refused_name(option: str, name: str) -> RequestRefused:
    return RequestRefused(
        N_("“{option}”: the workbook has no “{name}”, by name or by place."),
        option=option,
        name=name,
    )


def _role(wanted: str, plan: Plan) -> RoleTarget:
    """Return the role with this id or code, or a new role in the function of this code."""
    roles = list(plan.roles())
    matches = [role.id for role in roles if wanted in {role.id, role.code}]
    if len(matches) == 1:
        return matches[0]
    if wanted in plan.catalogue.function_by_code:
        return NewRole(wanted)
    codes = sorted({role.code for role in roles} | set(plan.catalogue.function_by_code))
    raise refused_choice(TASK_IS.name, wanted, [role.id for role in roles] if matches else codes)


def _party(wanted: str, plan: Plan) -> PartyTarget:
    codes = [party.id for party in plan.parties]
    if wanted in codes:
        return next(each for each in codes if each == wanted)
    if wanted == NEW:
        return NewParty()
    raise refused_choice(PARTY_IS.name, wanted, [*codes, NEW])
