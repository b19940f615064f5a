"""The layout of the matrix sheet; other sheets refer to its columns.

Rules:

- Rows and columns count from 0.
- One row is one role, so that the table can be sorted and filtered.
- Parties of one kind are side by side, so that a formula can refer to one range of them.
- Each column has a permanent key, by which re-import finds it.
"""

from dataclasses import dataclass

from socplanner.domain.catalogue import PARTY_KINDS, PartyKind
from socplanner.domain.letters import UNDECIDED, Letter
from socplanner.domain.matrix import Matrix
from socplanner.domain.plan import Party
from socplanner.formats.record.cell_references import column_name

TITLE_ROW, LEGEND_ROW, KEY_ROW, BAND_ROW, INITIALS_ROW, HEADER_ROW, FIRST_ROW = range(7)
ID, FUNCTION, CODE, NAME, STATUS, SOURCING, AREA, FIRST_PARTY = range(8)
"""The first columns. The status is among those that stay in sight, left of the letters."""

INSIDE_PERFORMS, PROVIDER_PERFORMS, PROVIDER_ACCOUNTABLE, INSIDE_DECIDES = 1, 2, 4, 8
"""Facts about a row by kind of party, added up in one hidden column for the rules' formulas."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The matrix as a grid; `order` has for each party column the index of its cell in a row."""

    parties: tuple[Party, ...]
    order: tuple[int, ...]
    letters: tuple[Letter, ...]
    roles: int

    @property
    def last_row(self) -> int:
        """The row of the last role; a plan without roles has one empty row."""
        return FIRST_ROW + max(self.roles, 1) - 1

    @property
    def totals_row(self) -> int:
        """The first row of the counts per party; an empty row separates them from the table."""
        return self.last_row + 2

    @property
    def counts(self) -> int:
        """The column that counts the first letter."""
        return FIRST_PARTY + len(self.parties)

    @property
    def unreadable(self) -> int:
        """The column that counts the cells of a row with a text that is no letters."""
        return self.counts + len(self.letters)

    @property
    def rules(self) -> int:
        """The column that lists all problems of a row."""
        return self.unreadable + 1

    @property
    def coverage(self) -> int:
        """The column of the hours in which a role is on duty."""
        return self.rules + 1

    @property
    def note(self) -> int:
        """The column of notes, the last visible one."""
        return self.rules + 2

    @property
    def kinds(self) -> int:
        """The hidden column at the end with the facts by kind of party."""
        return self.note + 1

    def columns_of(self, kind: PartyKind) -> range:
        """Return the columns of the parties of `kind`, side by side; an empty range for none."""
        places = [place for place, party in enumerate(self.parties) if party.kind == kind]
        if not places:
            return range(0)
        return range(FIRST_PARTY + places[0], FIRST_PARTY + places[-1] + 1)

    def count_column(self, symbol: str) -> int:
        """Return the column that counts the letter `symbol`."""
        symbols = [letter.symbol for letter in self.letters]
        return self.counts + symbols.index(symbol)

    def body_of(self, column: int) -> str:
        """Return the reference to `column` over all roles."""
        name = column_name(column)
        return f"${name}${FIRST_ROW + 1}:${name}${self.last_row + 1}"

    def keys(self) -> tuple[str, ...]:
        """Return the permanent key of each column, by which re-import finds it."""
        return (
            "id",
            "function",
            "code",
            "name",
            "status",
            "sourcing",
            "area",
            *(f"party:{party.id}" for party in self.parties),
            *(f"count:{letter.symbol}" for letter in self.letters),
            "unreadable",
            "rules",
            "coverage",
            "note",
            "kinds",
        )


def layout_of(matrix: Matrix) -> Layout:
    """Return the grid of `matrix`: internal parties first, then providers, then authorities."""
    numbered = enumerate(matrix.plan.parties)
    grouped = sorted(numbered, key=lambda each: PARTY_KINDS.index(each[1].kind))
    return Layout(
        tuple(party for _, party in grouped),
        tuple(place for place, _ in grouped),
        (*matrix.plan.letter_set.letters, UNDECIDED),
        len(matrix.rows),
    )
