"""What the heads of our own columns are called in any language we write."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from socplanner.domain.letters import UNDECIDED_LETTER, LetterSet
from socplanner.formats.reimport.plan_index import folded_name
from socplanner.formats.reimport.sheet_columns import COUNT_KEY
from socplanner.wording.language import Words


@dataclass(frozen=True, slots=True)
class HeadNames:
    """The key of a column for each plain name that may stand at its head."""

    names: Mapping[str, str]

    def called(self, text: str) -> str:
        """Return the key of the column with the head `text`, or the empty text."""
        return self.names.get(folded_name(text), "")


def head_names(letters: LetterSet, languages: Sequence[Words]) -> HeadNames:
    """Return the heads in `languages`, and those of the counts of `letters`."""
    symbols = (*(letter.symbol for letter in letters.letters), UNDECIDED_LETTER)
    names = {folded_name(symbol): COUNT_KEY + symbol for symbol in symbols}
    names["!"] = "unreadable"
    names["kinds"] = "kinds"
    for words in languages:
        heads = {
            words.tr("Id"): "id",
            words.tr("Function"): "function",
            words.tr("Code"): "code",
            words.tr("Role"): "name",
            words.tr("Sourcing"): "sourcing",
            words.tr("Area"): "area",
            words.tr("Check"): "status",
            words.tr("Rules"): "rules",
            words.tr("Coverage"): "coverage",
            words.tr("Note"): "note",
        }
        names |= {folded_name(name): key for name, key in heads.items()}
    return HeadNames(names)
