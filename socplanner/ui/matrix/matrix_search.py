"""Find next and previous: from match to match of a text, whether or not it also filters."""

from socplanner.ui.kit.role_search import RoleSearch
from socplanner.ui.matrix.matrix_model import MatrixModel
from socplanner.ui.matrix.matrix_table import MatrixTable
from socplanner.wording.language import Words


def next_match(
    table: MatrixTable, model: MatrixModel, text: str, step: int, words: Words
) -> tuple[int, int] | None:
    """Return row and column of the next match of `text`, from the end on at the start; or None.

    A role that matches is one place, in the column of the cursor; for a party that matches, it is
    each cell with a letter.
    """
    search = RoleSearch(text, model.plan, words)
    if search.is_empty:
        return None
    at = table.currentIndex()
    column = max(at.column(), 0)
    columns = [
        each
        for each, party in enumerate(model.parties)
        if party.id in search.parties and not table.isColumnHidden(each)
    ]
    places: list[tuple[int, int]] = []
    for row, line in enumerate(model.lines):
        if line.role is None:
            continue
        filled = [each for each in columns if model.cell(row, each)]
        if not filled and search.names(line.role):
            filled = [column]
        places.extend((row, each) for each in filled)
    here = (at.row(), at.column())
    if step > 0:
        return next((each for each in places if each > here), places[0] if places else None)
    places.reverse()
    return next((each for each in places if each < here), places[0] if places else None)
