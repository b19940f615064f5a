"""A sheet as a grid: the shown text of each cell, without styles and formulas."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, NamedTuple

from socplanner.domain.problem import Problem

Visibility = Literal["visible", "hidden", "very-hidden"]


class Place(NamedTuple):
    """The place of a cell; row and column count from 1, as in a workbook."""

    row: int
    column: int


class Block(NamedTuple):
    """A rectangle of cells, such as merged ones, both corners included."""

    top: int
    left: int
    bottom: int
    right: int


class Comment(NamedTuple):
    """A comment on a cell; `author` is "" where the workbook does not name one."""

    place: Place
    author: str
    text: str


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet; `texts` has the cells with a text, a merged block at its upper left corner.

    `hidden_columns` has only columns with a text.
    """

    name: str
    texts: Mapping[Place, str]
    merged: tuple[Block, ...] = ()
    visibility: Visibility = "visible"
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    unread: Mapping[Place, str] = field(default_factory=lambda: MappingProxyType({}))
    """Cells whose text the file does not have, with the code of the reason."""
    struck: Mapping[Place, str] = field(default_factory=lambda: MappingProxyType({}))
    """Cells that are struck through, at least in part, with the rest of their text."""
    comments: tuple[Comment, ...] = ()

    def text(self, row: int, column: int) -> str:
        """Return the text of the cell, "" if it is empty."""
        return self.texts.get(Place(row, column), "")


@dataclass(frozen=True, slots=True)
class Sheets:
    """The grids of a workbook in its order, and notes on what was not read."""

    grids: tuple[Grid, ...]
    notes: tuple[Problem, ...] = ()
