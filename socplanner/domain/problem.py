"""What was wrong, as a code with values; `wording.errors` says it in words."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: a stable code and what fills the gaps of its sentence."""

    code: str
    values: Mapping[str, object] = field(default_factory=dict)


class EditRejected(Exception):
    """An edit that cannot be made; the plan is as it was."""

    def __init__(self, code: str, **values: object) -> None:
        """Keep the `problem` for whoever tells the planner."""
        super().__init__(code, values)
        self.problem = Problem(code, values)


class CatalogueError(Exception):
    """A catalogue that contradicts itself."""

    def __init__(self, code: str, **values: object) -> None:
        """Keep the `problem` for whoever tells it."""
        super().__init__(code, values)
        self.problem = Problem(code, values)
