"""The lines of the matrix: a band for each function, and the roles of the function below it."""

from dataclasses import dataclass

from socplanner.domain.catalogue import Role
from socplanner.domain.plan import Plan


@dataclass(frozen=True, slots=True)
class Line:
    """A role, or the band of a function where `role` is None."""

    function: str
    role: Role | None = None

    @property
    def is_band(self) -> bool:
        """Whether the line heads a function."""
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
        for line in (Line(function), *(Line(function, role) for role in roles))
    )
