"""Letter sets of a planner's own to try things with."""

from typing import Any

from socplanner.domain.letters import Letter, LetterSet
from socplanner.domain.local_text import LocalText


def letter_of(symbol: str, *flags: str) -> Letter:
    """Return a letter that means what `flags` say."""
    meant: dict[str, Any] = dict.fromkeys(flags, True)
    return Letter(symbol, LocalText(f"{symbol}の意味", f"Meaning {symbol}"), "#CFE2FF", **meant)


def set_of(*letters: Letter) -> LetterSet:
    """Return the set `custom` of `letters`."""
    return LetterSet("own", LocalText("自社の記号", "Our letters"), letters)


CUSTOM_SET = set_of(
    letter_of("主", "performs"),
    letter_of("AP", "accountable"),
    letter_of("SV", "two_way", "verifies"),
    letter_of("I", "one_way"),
    letter_of("O"),
)
"""Letters of one and two characters, in another order than that of cells; `O` means nothing."""
