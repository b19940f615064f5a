"""A problem as a code with values; `wording.errors` has the sentence of each code."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem: a stable code, and the values that fill the gaps of its sentence."""

    code: str
    values: Mapping[str, object] = field(default_factory=dict)


class FieldFault(NamedTuple):
    """What is wrong with an entry: the field as the plan file names it, empty for all of it."""

    field: str
    problem: Problem


class PathFault(NamedTuple):
    """What is wrong inside an entry: the path of the field as in the plan file, from the entry."""

    path: tuple[str | int, ...]
    problem: Problem


class EditRejected(Exception):
    """An edit that cannot be made; the plan is as it was."""

    def __init__(self, code: str, **values: object) -> None:
        """Store the `problem`, for the message to the planner."""
        super().__init__(code, values)
        self.problem = Problem(code, values)


class CatalogueError(Exception):
    """A catalogue whose facts contradict each other."""

    def __init__(self, code: str, **values: object) -> None:
        """Store the `problem`, for the message."""
        super().__init__(code, values)
        self.problem = Problem(code, values)
