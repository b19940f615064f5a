"""The differences of a review as lines: by party or by role, each with a switch to import it."""

from collections.abc import Sequence
from enum import Enum

from socplanner.domain.reimport.grouping import by_party, by_role
from socplanner.domain.reimport.review import Difference, Review, SourceValue, Verdict
from socplanner.ui.kit.overriding import override
from socplanner.ui.lines.line_source import (
    ColumnKind,
    LineChoice,
    LineColumn,
    LineGroup,
    LineSource,
    Side,
)
from socplanner.ui.review.choices import Choices, has_one_proposal
from socplanner.wording.language import Words
from socplanner.wording.review_words import field_text, role_text, value_text, verdict_text
from socplanner.wording.short_texts import LONGEST, shortened_apart
from socplanner.wording.terms import party_name


class Grouping(Enum):
    """How differences are grouped."""

    PARTY = "party"
    ROLE = "role"


_LONGEST_BELOW = 300
"""Characters of a value below the list, where each is a choice."""


class ReturnedSource(LineSource[Difference]):
    """Shows a review, without differences whose values are equal to the plan already."""

    def __init__(self, review: Review, choices: Choices, grouping: Grouping, words: Words) -> None:
        """Show which values of `review` are imported by `choices`."""
        columns = (
            LineColumn(ColumnKind.WHAT, words.tr("What"), 30),
            LineColumn(ColumnKind.OURS, words.tr("In the plan"), 12),
            LineColumn(ColumnKind.SWITCH, ""),
            LineColumn(ColumnKind.THEIRS, words.tr("Returned"), 12),
            LineColumn(ColumnKind.NOTE, words.tr("As exported"), 10),
            LineColumn(ColumnKind.NOTE, words.tr("Status"), 20),
            LineColumn(ColumnKind.NOTE, words.tr("From"), 12),
        )
        super().__init__(columns, _groups(review, grouping, words))
        self._plan, self._words = review.plan, words
        self._choices, self._grouping = choices, grouping

    @override
    def texts(self, line: Difference) -> Sequence[str]:
        words, shown = self._words, self._values(line, LONGEST)
        bases = dict.fromkeys(source.base for source in line.sources)
        returned = dict.fromkeys(source.theirs for source in line.sources)
        exported = [words.tr("unknown") if each is None else shown[each] for each in bases]
        return (
            self._what(line),
            shown[line.ours],
            "",
            " / ".join(shown[each] for each in returned),
            " / ".join(exported),
            verdict_text(line, words),
            ", ".join(dict.fromkeys(source.origin for source in line.sources)),
        )

    @override
    def choice(self, line: Difference) -> LineChoice:
        words, address = self._words, line.address
        role, field = (each(address, self._plan, words) for each in (role_text, field_text))
        shown = self._values(line, _LONGEST_BELOW)
        text = words.tr("Keep the value of the plan: {value}", value=shown[line.ours])
        origins = self._origins(line, line.ours, shown)
        options = [f"{text} — {origins}" if origins else text]
        options += [
            words.tr(
                "Use {value} — {origins}",
                value=shown[each],
                origins=self._origins(line, each, shown),
            )
            for each in line.proposals
        ]
        chosen = self._choices.of(line)
        number = 0 if chosen is None else line.proposals.index(chosen) + 1
        number = -1 if self._choices.is_open(line) else number
        title = f"{role} · {field}   —   {verdict_text(line, words)}"
        return LineChoice(title, (), tuple(options), number, not line.pending)

    @override
    def side(self, line: Difference) -> Side:
        if self._choices.is_open(line):
            return Side.OPEN
        return Side.OURS if self._choices.of(line) is None else Side.THEIRS

    @override
    def can_choose(self, line: Difference, side: Side) -> bool:
        return not line.pending and (side is Side.OURS or has_one_proposal(line))

    @override
    def group_text(self, group: LineGroup[Difference]) -> str:
        accepted = sum(self._choices.of(each) is not None for each in group.lines)
        return self._words.tr(
            "{group}   ({accepted} of {total})",
            group=group.title,
            accepted=accepted,
            total=len(group.lines),
        )

    def _what(self, line: Difference) -> str:
        address, plan, words = line.address, self._plan, self._words
        if self._grouping is Grouping.ROLE:
            return field_text(address, plan, words)
        role = role_text(address, plan, words)
        return role if address.party else f"{role}: {field_text(address, plan, words)}"

    def _values(self, line: Difference, longest: int) -> dict[str, str]:
        """Return how each value of `line` is shown: shortened, with what differs among them."""
        bases = (source.base for source in line.sources if source.base is not None)
        values = (line.ours, *line.proposals, *(each.theirs for each in line.sources), *bases)
        texts = [value_text(line.address, each, self._words) for each in values]
        return dict(zip(values, shortened_apart(texts, longest), strict=True))

    def _origins(self, line: Difference, proposal: str, shown: dict[str, str]) -> str:
        sources = (each for each in line.sources if each.theirs == proposal)
        return "; ".join(self._origin(source, shown) for source in sources)

    def _origin(self, source: SourceValue, shown: dict[str, str]) -> str:
        if source.base is None:
            return f"{source.origin}, {source.place}"
        return self._words.tr(
            "{file}, {place}; exported as {base}",
            file=source.origin,
            place=source.place,
            base=shown[source.base],
        )


def _groups(review: Review, grouping: Grouping, words: Words) -> list[LineGroup[Difference]]:
    """Return the differences that are shown, in groups."""
    if grouping is Grouping.ROLE:
        titled = [
            (role_text(group.differences[0].address, review.plan, words), group.differences)
            for group in by_role(review)
        ]
    else:
        titled = []
        for each in by_party(review):
            party = None if each.party is None else review.plan.party(each.party)
            name = words.tr("The roles themselves") if party is None else party_name(party, words)
            titled.append((name, each.differences))
    return [
        LineGroup(title, kept)
        for title, differences in titled
        if (kept := tuple(each for each in differences if each.verdict is not Verdict.SAME))
    ]
