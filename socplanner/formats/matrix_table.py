"""The responsibility matrix as a table of texts, for formats without styles: CSV and Markdown."""

from collections.abc import Iterator
from dataclasses import dataclass

from socplanner.domain.checks.run import check_phase
from socplanner.domain.ids import PartyId
from socplanner.domain.matrix import Matrix, Row, by_function
from socplanner.formats.workbook.row_state import state_names, states_of
from socplanner.wording.language import Words
from socplanner.wording.terms import area_short, function_name, party_name, role_name, sourcing_name


@dataclass(frozen=True, slots=True)
class PlainTable:
    """A row of headings and one row a role, all of the same length."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def table_of(matrix: Matrix, words: Words, *, with_ids: bool = False) -> PlainTable:
    """Return `matrix` as a table: roles down by function, parties across in the plan's order.

    `with_ids` adds the id of each party to its heading, for programs that look for it.
    """
    headings = (
        words.tr("Id"),
        words.tr("Function"),
        words.tr("Code"),
        words.tr("Role"),
        words.tr("Sourcing"),
        words.tr("Area"),
        *(
            heading_with_id(party_name(party, words), party.id)
            if with_ids
            else party_name(party, words)
            for party in matrix.plan.parties
        ),
        words.tr("Check"),
        words.tr("Coverage"),
        words.tr("Note"),
    )
    states = state_names(matrix.plan, words)
    ordered = by_function(matrix)
    row_states = states_of(ordered, check_phase(matrix.plan, matrix.phase.id))
    rows = (
        tuple(_cells(matrix, row, states[state.number - 1], words))
        for row, state in zip(ordered.rows, row_states, strict=True)
    )
    return PlainTable(headings, tuple(rows))


def heading_with_id(name: str, party: PartyId) -> str:
    """Return the heading of a party's column: `NAME [ID]`, for people and for programs."""
    return f"{name} [{party}]"


def _cells(matrix: Matrix, row: Row, state: str, words: Words) -> Iterator[str]:
    role, duty = row.role, row.duty
    yield role.id
    yield function_name(role.function, matrix.plan.catalogue, words)
    yield role.code
    yield role_name(role, words)
    yield sourcing_name(duty.sourcing, words)
    yield area_short(duty.area, words)
    yield from row.cells
    yield state
    yield duty.coverage
    yield duty.note
