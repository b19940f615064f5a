"""The section `weights`: how much functions and roles matter among the gaps of maturity."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import cast

from socplanner.domain.plan import Plan
from socplanner.domain.weights import LARGEST_WEIGHT, NO_WEIGHTS, USUAL_WEIGHT, Weights
from socplanner.formats.format_error import FormatError, Path, refused
from socplanner.formats.plan.sections.section import References, Section, TreeMapping
from socplanner.formats.plan.shapes import MapOf, Number, Record, without_extensions
from socplanner.formats.plan.yaml_reading import Tree
from socplanner.wording.language import N_

_WEIGHT = Number(LARGEST_WEIGHT, N_("The priority of a gap is the gap times this number."))
WEIGHTS = Record(
    {
        "functions": MapOf(_WEIGHT, N_("By the code of a function, such as D.")),
        "roles": MapOf(_WEIGHT, N_("By role, such as v2:B-1, instead of its function.")),
    },
    (),
    N_("How much functions and roles matter among the gaps, from 0 to 9; 1 if not stated."),
)


def _read(tree: Tree, references: References) -> Weights:
    """Return the weights; raise FormatError for an unknown function or role."""
    if not tree:
        return NO_WEIGHTS
    parts = without_extensions(cast("TreeMapping", tree))
    functions = references.catalogue.function_by_code

    def unknown_function(code: str, path: Path) -> FormatError:
        return refused("unknown-function", path, function=code, choices=", ".join(functions))

    of_functions = _part(parts, "functions", functions, unknown_function)
    of_roles = _part(parts, "roles", references.roles, references.unknown_role)
    stated = {key: each for key, each in of_functions.items() if each != USUAL_WEIGHT}
    return MappingProxyType({**stated, **of_roles})


def _part(
    parts: TreeMapping,
    name: str,
    keys: Mapping[str, object] | frozenset[str],
    unknown: Callable[[str, Path], FormatError],
) -> dict[str, int]:
    """Return the weights of one part, `functions` or `roles`."""
    weights = {}
    entries = cast("TreeMapping", parts.get(name) or {})
    for key, value in without_extensions(entries).items():
        if key not in keys:
            raise unknown(key, ("weights", name, key))
        weights[key] = int(str(value))
    return weights


def _written(plan: Plan) -> dict[str, dict[str, str]] | None:
    functions = plan.catalogue.function_by_code
    order = [role.id for role in plan.all_roles() if role.id in plan.weights]
    parts = {
        "functions": {key: str(plan.weights[key]) for key in functions if key in plan.weights},
        "roles": {str(key): str(plan.weights[key]) for key in order},
    }
    return {name: part for name, part in parts.items() if part} or None


WEIGHTS_SECTION = Section("weights", "weights", WEIGHTS, _read, _written)
