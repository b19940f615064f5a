"""The instructions on the cover: how to fill the matrix in."""

from socplanner.formats.workbook.draft import Draft
from socplanner.wording.terms import party_name


def steps_of(draft: Draft) -> list[str]:
    """Return the steps of filling the matrix in, in order, for the party this copy is for."""
    words = draft.words
    a, r = draft.symbol("accountable"), draft.symbol("performs")
    party, sheet = draft.marked_party, draft.names.matrix
    begin = words.tr("Open the sheet “{sheet}” and find your column.", sheet=sheet)
    if party is not None:
        begin = words.tr(
            "Open the sheet “{sheet}”: your column “{party}” is marked, the others are grey.",
            sheet=sheet,
            party=party_name(party, words),
        )
    return [
        begin,
        words.tr(
            "Choose letters from the list of a cell, or type them; several in one cell are joined "
            "by a slash: {a}/{r}.",
            a=a,
            r=r,
        ),
        words.tr(
            "Leave a cell empty where you are not involved; write ? where it is not decided yet."
        ),
        words.tr(
            "Check the column “{check}”: each role needs exactly one {a}, inside the "
            "organisation, and at least one {r}.",
            check=words.tr("Check"),
            a=a,
            r=r,
        ),
        words.tr(
            "Write questions and reasons into the column “{note}”. Sourcing and area have lists.",
            note=words.tr("Note"),
        ),
        words.tr(
            "Sort and filter freely, but do not delete rows, columns or sheets: hidden ids are "
            "used for matching."
        ),
        words.tr(
            "Add your name and changes to the sheet “{history}”, save as .xlsx and return it.",
            history=draft.names.history,
        ),
    ]
