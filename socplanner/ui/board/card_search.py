"""Which cards a search finds."""

import unicodedata

from socplanner.ui.board.board_model import BoardModel
from socplanner.wording.language import Words
from socplanner.wording.terms import function_name, party_initials, party_name, role_label


def rows_found(model: BoardModel, text: str, words: Words) -> frozenset[int]:
    """Return the rows `text` finds by code, name, function, or a party that holds a letter there.

    An empty text finds all.
    """
    wanted = _plain(text)
    rows = range(model.rowCount())
    if not wanted:
        return frozenset(rows)
    plan = model.plan
    parties = {
        party.id
        for party in plan.parties
        if wanted in _plain(party_name(party, words))
        or wanted == _plain(party_initials(party, words))
    }
    return frozenset(
        row
        for row in rows
        if wanted in _searched(model, row, words) or parties & model.duty(row).letters.keys()
    )


def _searched(model: BoardModel, row: int, words: Words) -> str:
    role = model.role(row)
    function = function_name(role.function, model.plan.catalogue, words)
    return _plain(f"{role_label(role, words)}\n{function}")


def _plain(text: str) -> str:
    """Return `text` as it is compared: width and case of letters make no difference."""
    return unicodedata.normalize("NFKC", text).strip().casefold()
