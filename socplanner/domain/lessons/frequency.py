"""How often a year something is done, as planners write it in the coverage of a role."""

import re
from functools import cache

_ONCE = (
    (r"隔年|(?:every|each) (?:two|2|other|second) years?|biennial", 0.5),
    (r"毎週|週(?:に)?1回|weekly|(?:every|each|a|per) week\b", 52),
    (r"毎月|月(?:に)?1回|monthly|(?:every|each|a|per) month\b", 12),
    (r"四半期|quarter", 4),
    (r"半年|半期|half-?year|semi-?annual", 2),
    (r"毎年|年次|yearly|annual|(?:every|each|a|per) year\b", 1),
)
_TIMES = r"年(?:に)?([0-9]{1,3})回|([0-9]{1,3}) times (?:a|per) year|(twice) (?:a|per) year"
_YEARS = r"([0-9]{1,2})年(?:に)?(?:一|1)回|(?:every|each) ([0-9]{1,2}) years"
_DIGITS = str.maketrans("０１２３４５６７８９一二三四", "01234567891234")


def times_a_year(text: str) -> float | None:
    """Return how often a year `text` means, such as 年2回 or quarterly; None where it has none."""
    plain = text.translate(_DIGITS).replace("4半期", "四半期").lower()
    years = _compiled(_YEARS).search(plain)
    if years is not None:
        number = int(years[1] or years[2])
        return 1 / number if number else None
    times = _compiled(_TIMES).search(plain)
    if times is not None:
        return 2 if times[3] else float(times[1] or times[2])
    return next((often for words, often in _ONCE if _compiled(words).search(plain)), None)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
