"""The conflicts of a merge as lines: our value, a switch, and theirs."""

from collections.abc import Sequence

from socplanner.domain.merge_conflicts import MergeConflict
from socplanner.domain.plan import Plan
from socplanner.services.plan_conflicts import our_values
from socplanner.ui.kit.overriding import override
from socplanner.ui.lines.line_source import (
    ColumnKind,
    LineChoice,
    LineColumn,
    LineGroup,
    LineSource,
    Side,
)
from socplanner.wording.differences.conflict_lines import (
    conflict_names,
    conflict_text,
    conflict_value,
)
from socplanner.wording.language import Words
from socplanner.wording.short_texts import shortened_apart


class ConflictSource(LineSource[MergeConflict]):
    """Shows the conflicts of a plan, by what they are about; all of them are open."""

    def __init__(self, plan: Plan, words: Words) -> None:
        """Group the conflicts of `plan`."""
        columns = (
            LineColumn(ColumnKind.WHAT, words.tr("Where"), 10),
            LineColumn(ColumnKind.OURS, words.tr("Ours"), 12),
            LineColumn(ColumnKind.SWITCH, ""),
            LineColumn(ColumnKind.THEIRS, words.tr("Theirs"), 12),
        )
        by_title: dict[str, list[MergeConflict]] = {}
        for each in plan.conflicts:
            by_title.setdefault(conflict_names(plan, each, words)[0], []).append(each)
        self._ours = our_values(plan)
        super().__init__(columns, [LineGroup(title, lines) for title, lines in by_title.items()])
        self._plan, self._words = plan, words

    @override
    def texts(self, line: MergeConflict) -> Sequence[str]:
        where = conflict_names(self._plan, line, self._words)[1]
        ours, theirs = shortened_apart([self._our_text(line), self._value(line, line.theirs)])
        return where, ours, "", theirs

    @override
    def choice(self, line: MergeConflict) -> LineChoice:
        words = self._words
        sentences = [
            words.tr("Ours: {value}", value=self._our_text(line)),
            words.tr("Theirs: {value}", value=self._value(line, line.theirs)),
        ]
        if line.base:
            base = self._value(line, line.base)
            sentences.append(words.tr("Before both: {value}", value=base))
        title, where = conflict_names(self._plan, line, words)
        return LineChoice(f"{title} › {where}" if where else title, tuple(sentences))

    @override
    def side(self, line: MergeConflict) -> Side:
        return Side.OPEN

    @override
    def can_choose(self, line: MergeConflict, side: Side) -> bool:
        return True

    def _our_text(self, line: MergeConflict) -> str:
        """Return what keeping ours leaves."""
        return conflict_text(self._plan, line, self._ours[line], self._words)

    def _value(self, line: MergeConflict, value: str) -> str:
        return conflict_value(self._plan, line, value, self._words)
