"""The columns of a returned sheet that count, and the row of hidden keys they are told by."""

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
    """A column with its party, and what has to be so for it to be that party's."""

    column: int
    party: PartyId
    conditions: tuple[Condition, ...] = ()


class FieldColumn(NamedTuple):
    """The same of a column that says something of the role itself."""

    column: int
    field: Field
    conditions: tuple[Condition, ...] = ()


@dataclass(slots=True)
class SheetColumns:
    """The columns of one sheet; those named by a number are 0 where the sheet has none such."""

    id: int = 0
    code: int = 0
    name: int = 0
    header_row: int = 0
    parties: list[LetterColumn] = field(default_factory=list)
    fields: list[FieldColumn] = field(default_factory=list)

    @property
    def naming(self) -> tuple[int, ...]:
        """The columns that name a role for people, the best one first."""
        return tuple(column for column in (self.name, self.code) if column)

    @property
    def party_columns(self) -> frozenset[int]:
        """The columns of parties."""
        return frozenset(each.column for each in self.parties)

    @property
    def is_empty(self) -> bool:
        """Whether nothing on the sheet can say anything."""
        return not self.parties and not self.fields

    def add(self, column: int, key: str, conditions: tuple[Condition, ...] = ()) -> bool:
        """Take `column` as what `key` says; tell whether there was room for it.

        Of each kind a few are taken: more copies of one column are no mistake but an attack.
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
    """Tell whether `text` is the hidden key of a column."""
    return text in _KEYS or text.startswith((PARTY_KEY, COUNT_KEY))


def carries_text(key: str) -> bool:
    """Tell whether a column of this key holds what people may have meant to change."""
    return key.startswith(PARTY_KEY) or key in _FIELD_KEYS


def key_row_of(texts: Mapping[Place, str]) -> int:
    """Return the row with most of the hidden keys, or 0 where there is none.

    One of them must be such as nobody else writes: `id`, `name` and `status` may head any table.
    """
    columns = (PARTY_KEY, COUNT_KEY)
    certain = {place.row for place, text in texts.items() if text.startswith(columns)}
    if len(certain) < 2:
        return next(iter(certain), 0)
    keyed = (place.row for place, text in texts.items() if place.row in certain and is_key(text))
    counts = Counter(keyed)
    return max(certain, key=lambda row: (counts[row], -row), default=0)
