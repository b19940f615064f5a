"""What a list of lines shows: columns, groups, texts, and the chosen side of each line."""

from collections.abc import Sequence
from enum import Enum
from typing import Generic, NamedTuple, TypeVar

L = TypeVar("L")


class Side(Enum):
    """The side of a line that is chosen."""

    OURS = "ours"
    THEIRS = "theirs"
    OPEN = "open"
    """None of both yet."""


class ColumnKind(Enum):
    """What a column has, and so how it is drawn."""

    WHAT = "what"
    OURS = "ours"
    SWITCH = "switch"
    """The two arrows that choose a side."""

    THEIRS = "theirs"
    NOTE = "note"


class LineColumn(NamedTuple):
    """A column by its heading; `share` is its part of the width, in letters."""

    kind: ColumnKind
    heading: str
    share: int = 10


class LineGroup(NamedTuple, Generic[L]):
    """What some lines are about, by its title."""

    title: str
    lines: Sequence[L]


class LineChoice(NamedTuple):
    """A line in full: a title, sentences below it, and options of which one is chosen.

    The first option keeps our value; `chosen` is -1 before any is chosen. Options that are not
    `is_open` cannot be chosen now.
    """

    title: str
    sentences: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    chosen: int = 0
    is_open: bool = True


class LineSource(Generic[L]):
    """Some lines in groups. A subclass has at least the texts of a line."""

    def __init__(self, columns: Sequence[LineColumn], groups: Sequence[LineGroup[L]]) -> None:
        """Show `groups` in `columns`."""
        self.columns = tuple(columns)
        self.groups = tuple(groups)

    def texts(self, line: L) -> Sequence[str]:
        """Return the text of each column; the switch has an empty one."""
        raise NotImplementedError

    def choice(self, line: L) -> LineChoice:
        """Return `line` in full, and what there is to choose."""
        return LineChoice(self.texts(line)[0])

    def side(self, line: L) -> Side:
        """Return which side of `line` is chosen."""
        return Side.OURS

    def can_choose(self, line: L, side: Side) -> bool:
        """Return whether `side` of `line` can be chosen by the switch."""
        return False

    def group_text(self, group: LineGroup[L]) -> str:
        """Return the title of `group`, with what it counts."""
        return group.title
