"""Sentences about what differs between two versions, as lines."""

from collections.abc import Sequence

from socplanner.ui.kit.overriding import override
from socplanner.ui.lines.line_source import (
    ColumnKind,
    LineChoice,
    LineColumn,
    LineGroup,
    LineSource,
    Side,
)
from socplanner.wording.differences.lines import DifferenceGroup, DifferenceLine

_WHAT = LineColumn(ColumnKind.WHAT, "")
_SWITCH = LineColumn(ColumnKind.SWITCH, "")


class DifferenceSource(LineSource[DifferenceLine]):
    """Shows groups of differences; the plan keeps what it has until a line is adopted."""

    def __init__(self, groups: Sequence[DifferenceGroup], *, can_adopt: bool = False) -> None:
        """Offer a switch at each line where it can be adopted."""
        columns = (_WHAT, _SWITCH) if can_adopt else (_WHAT,)
        super().__init__(columns, [LineGroup(each.title, each.lines) for each in groups])
        self._can_adopt = can_adopt
        self._groups = groups

    def group_of(self, line: DifferenceLine) -> DifferenceGroup:
        """Return the group that `line` is in."""
        return next(group for group in self._groups if any(each is line for each in group.lines))

    @override
    def texts(self, line: DifferenceLine) -> Sequence[str]:
        return (line.short, "")[: len(self.columns)]

    @override
    def choice(self, line: DifferenceLine) -> LineChoice:
        return LineChoice(self.group_of(line).title, (line.text,))

    @override
    def can_choose(self, line: DifferenceLine, side: Side) -> bool:
        return self._can_adopt and side is Side.THEIRS and bool(line.topics)
