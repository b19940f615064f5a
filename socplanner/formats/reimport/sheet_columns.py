"""The columns of a re-imported sheet that are read, and the row of their hidden keys.

Rows and columns count from 1; 0 is none.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, cast

from socplanner.domain.duty_values import FIELDS, Field
from socplanner.domain.ids import PartyId
from socplanner.domain.reimport.sheet_values import Condition
from socplanner.formats.sheets.grid import Place

PARTY_KEY = "party:"
COUNT_KEY = "count:"
_NAMING = frozenset({"id", "code", "name"})
_FIELD_KEYS = frozenset(each for each in FIELDS if each != "letters")
_JUDGING = frozenset({"status", "rules", "unreadable", "kinds"})
_KEYS = frozenset({"function"}) | _JUDGING | _NAMING | _FIELD_KEYS
_MOST_DOUBLES = 3


class LetterColumn(NamedTuple):
    """A column, its party, and the conditions under which it is that party's."""

    column: int
    party: PartyId
    conditions: tuple[Condition, ...] = ()


class FieldColumn(NamedTuple):
    """A column, the field of a duty it has, and the conditions under which it is that field's."""

    column: int
    field: Field
    conditions: tuple[Condition, ...] = ()


@dataclass(slots=True)
class SheetColumns:
    """The columns of one sheet; numbers of columns and rows are 0 where the sheet has none."""

    id: int = 0
    code: int = 0
    name: int = 0
    header_row: int = 0
    parties: list[LetterColumn] = field(default_factory=list)
    fields: list[FieldColumn] = field(default_factory=list)

    @property
    def naming(self) -> tuple[int, ...]:
        """The columns of names and codes of roles, the best one first."""
        return tuple(column for column in (self.name, self.code) if column)

    @property
    def party_columns(self) -> frozenset[int]:
        """The numbers of the columns of parties."""
        return frozenset(each.column for each in self.parties)

    @property
    def is_empty(self) -> bool:
        """Whether no column of the sheet has values to read."""
        return not self.parties and not self.fields

    def add(self, column: int, key: str, conditions: tuple[Condition, ...] = ()) -> bool:
        """Add `column` as the kind `key` names; return False if there are too many of that kind.

        A few copies of one column are a mistake, hundreds an attack. Keys of columns that are not
        read add nothing.
        """
        if key.startswith(PARTY_KEY):
            party = PartyId(key.removeprefix(PARTY_KEY))
            if sum(each.party == party for each in self.parties) >= _MOST_DOUBLES:
                return False
            self.parties.append(LetterColumn(column, party, conditions))
        elif key in _FIELD_KEYS:
            if sum(each.field == key for each in self.fields) >= _MOST_DOUBLES:
                return False
            self.fields.append(FieldColumn(column, cast("Field", key), conditions))
        elif key in _NAMING and not getattr(self, key):
            setattr(self, key, column)
        return True


def is_key(text: str) -> bool:
    """Return whether `text` is the hidden key of a column."""
    return text in _KEYS or text.startswith((PARTY_KEY, COUNT_KEY))


def carries_text(key: str) -> bool:
    """Return whether a column with this key has values that people may change."""
    return key.startswith(PARTY_KEY) or key in _FIELD_KEYS


def key_row_of(texts: Mapping[Place, str]) -> int:
    """Return the row with the most hidden keys, or 0 where there is none.

    It must have a key with a prefix of ours: `id`, `name` and `status` occur in any table.
    """
    columns = (PARTY_KEY, COUNT_KEY)
    certain = {place.row for place, text in texts.items() if text.startswith(columns)}
    if len(certain) < 2:
        return next(iter(certain), 0)
    keyed = (place.row for place, text in texts.items() if place.row in certain and is_key(text))
    counts = Counter(keyed)
    return max(certain, key=lambda row: (counts[row], -row), default=0)
