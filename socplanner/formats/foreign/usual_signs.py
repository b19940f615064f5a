"""How ◎, ○ and △ are usually meant in Japanese tables of duties: to be proposed, never assumed."""

from collections.abc import Collection

from socplanner.domain.letters import LetterSet

_LEADS, _JOINS, _SUPPORTS = "◎●", "○〇◯", "△▲"
_FLAGS = {
    **dict.fromkeys(_LEADS, (("accountable", "performs"),)),
    **dict.fromkeys(_JOINS, (("performs",),)),
    **dict.fromkeys(_SUPPORTS, (("supports",), ("two_way",))),
}
"""Flags each sign stands for; where the set has no letter for the first, those that follow."""


def usual_reading(sign: str, used: Collection[str], ours: LetterSet) -> str:
    """Return the letters of `ours` that `sign` usually means beside the others; else nothing.

    A circle alone only says that somebody takes part: a sign for who leads has to be there.
    """
    if any(each not in _FLAGS for each in used) or not any(each in _LEADS for each in used):
        return ""
    if len(set(used)) < 2:
        return ""
    for flags in _FLAGS[sign]:
        symbols = [ours.symbol_for(flag) for flag in flags]
        if all(symbols):
            return str(ours.cell(list(dict.fromkeys(symbols))))
    return ""
