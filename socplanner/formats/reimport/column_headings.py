"""The headings of our own columns in every language of the program."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from socplanner.domain.letters import UNDECIDED_LETTER, LetterSet
from socplanner.formats.reimport.plan_index import folded_name
from socplanner.formats.reimport.sheet_columns import COUNT_KEY
from socplanner.wording.language import Words


@dataclass(frozen=True, slots=True)
class HeadingNames:
    """The key of a column by its heading, folded by `folded_name`."""

    names: Mapping[str, str]

    def called(self, text: str) -> str:
        """Return the key of the column with the heading `text`, or "" for an unknown one."""
        return self.names.get(folded_name(text), "")


def heading_names(letters: LetterSet, languages: Sequence[Words]) -> HeadingNames:
    """Return the headings in `languages`, and those of the counts of `letters`."""
    symbols = (*(letter.symbol for letter in letters.letters), UNDECIDED_LETTER)
    names = {folded_name(symbol): COUNT_KEY + symbol for symbol in symbols}
    names["!"] = "unreadable"
    names["kinds"] = "kinds"
    for words in languages:
        headings = {
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
        names |= {folded_name(name): key for name, key in headings.items()}
    return HeadingNames(names)
