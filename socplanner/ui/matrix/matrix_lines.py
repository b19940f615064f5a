"""The lines of the matrix: a band for each function, and the roles of the function below it."""

from collections.abc import Iterable
from dataclasses import dataclass

from socplanner.domain.catalogue import Role
from socplanner.domain.ids import RoleId
from socplanner.domain.plan import Plan


@dataclass(frozen=True, slots=True)
class Line:
    """A role, or the band of a function where `role` is None; `key` is unique to it."""

    function: str
    role: Role | None
    key: str

    @property
    def is_band(self) -> bool:
        """Whether the line is the band of a function."""
        return self.role is None


def lines_of(plan: Plan) -> tuple[Line, ...]:
    """Return the lines of `plan`: functions in the catalogue's order, unknown ones after them."""
    by_function: dict[str, list[Role]] = {each.code: [] for each in plan.catalogue.functions}
    for role in plan.roles():
        by_function.setdefault(role.function, []).append(role)
    return tuple(
        line
        for function, roles in by_function.items()
        if roles
        for line in (
            Line(function, None, f"/{function}"),
            *(Line(function, role, role.id) for role in roles),
        )
    )


def shown_lines(
    lines: Iterable[Line], wanted: frozenset[RoleId] | None, folded: frozenset[str]
) -> tuple[Line, ...]:
    """Return the bands, and under those not in `folded` their `wanted` roles (None: all).

    A band with no wanted role is not shown.
    """
    shown: list[Line] = []
    band: Line | None = None
    for line in lines:
        if line.role is None:
            band = line
        elif wanted is None or line.role.id in wanted:
            if band is not None:
                shown.append(band)
                band = None
            if line.function not in folded:
                shown.append(line)
    return tuple(shown)
