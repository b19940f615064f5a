"""Which lines of the matrix a search finds."""

import unicodedata

from socplanner.ui.matrix.matrix_lines import Line
from socplanner.ui.matrix.matrix_model import MatrixModel
from socplanner.wording.language import Words
from socplanner.wording.terms import function_name, party_initials, party_name, role_label


def shown_rows(model: MatrixModel, text: str, words: Words) -> frozenset[int]:
    """Return the rows of the roles that `text` finds, with the bands above them.

    A role is found by its code, name or function, or by a party that holds a letter in it.
    """
    wanted = _plain(text)
    if not wanted:
        return frozenset(range(model.rowCount()))
    parties = {
        party.id
        for party in model.parties
        if wanted in _plain(party_name(party, words))
        or wanted == _plain(party_initials(party, words))
    }
    shown: set[int] = set()
    band = 0
    for row, line in enumerate(model.lines):
        if line.is_band:
            band = row
        elif wanted in _searched(model, line, words) or parties & model.duty(row).letters.keys():
            shown |= {band, row}
    return frozenset(shown)


def _searched(model: MatrixModel, line: Line, words: Words) -> str:
    if line.role is None:
        return ""
    function = function_name(line.function, model.plan.catalogue, words)
    return _plain(f"{role_label(line.role, words)}\n{function}")


def _plain(text: str) -> str:
    """Return `text` as it is compared: width and case of letters make no difference."""
    return unicodedata.normalize("NFKC", text).strip().casefold()
