"""What a sheet says, cell by cell: text as it is shown, without styles and formulas."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, NamedTuple

from socplanner.domain.problem import Problem

Visibility = Literal["visible", "hidden", "very-hidden"]


class Place(NamedTuple):
    """Where a cell stands; row and column count from 1, as in a workbook."""

    row: int
    column: int


class Block(NamedTuple):
    """A rectangle of cells, such as merged ones; both corners belong to it."""

    top: int
    left: int
    bottom: int
    right: int


class Comment(NamedTuple):
    """What somebody wrote about a cell; `author` is empty where the workbook does not name one."""

    place: Place
    author: str
    text: str


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet; only cells that say something are in `texts`, merged ones at their corner."""

    name: str
    texts: Mapping[Place, str]
    merged: tuple[Block, ...] = ()
    visibility: Visibility = "visible"
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    defined_names: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    unread: Mapping[Place, str] = field(default_factory=lambda: MappingProxyType({}))
    """Cells of which the file does not tell what they say, with the code of why."""
    struck: Mapping[Place, str] = field(default_factory=lambda: MappingProxyType({}))
    """Cells that are struck through, in part at least, with what is left of their text."""
    comments: tuple[Comment, ...] = ()

    def text(self, row: int, column: int) -> str:
        """Return what the cell says, or the empty text."""
        return self.texts.get(Place(row, column), "")


@dataclass(frozen=True, slots=True)
class Sheets:
    """The grids of a workbook in its order, and what was seen in it and left alone."""

    grids: tuple[Grid, ...]
    notes: tuple[Problem, ...] = ()
