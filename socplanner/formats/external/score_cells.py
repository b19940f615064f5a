"""The text of a cell as a score: 1 to 5, words for not applicable, signs for not known."""

import unicodedata

from socplanner.domain.assessment import Score
from socplanner.domain.no_letter import is_nothing
from socplanner.formats.external.score_words import POINTS_PATTERN, UNKNOWN_WORDS

_SCORES: dict[str, Score] = {"1": "1", "2": "2", "3": "3", "4": "4", "5": "5"}
NO_ANSWER = "–"
"""What the workbooks of this program have where a side has no score."""


def score_in(text: str, *, is_ours: bool = False) -> Score | None:
    """Return the score that `text` states; raise ValueError if it states none.

    None is a side without a score: an empty cell; in a workbook of this program (`is_ours`) also a
    dash. A score in parentheses counts: it is one of a side that the sourcing does not use.
    """
    bare = unicodedata.normalize("NFKC", text).strip().casefold()
    if bare.startswith("(") and bare.endswith(")"):
        bare = bare[1:-1].strip()
    if not bare or (is_ours and text.strip() == NO_ANSWER):
        return None
    points = POINTS_PATTERN.fullmatch(bare)
    if points is not None:
        return _SCORES[points[1]]
    if bare in UNKNOWN_WORDS:
        return "unknown"
    if is_nothing(bare):
        return "na"
    raise ValueError(text)
