"""The letter sets that come with the program, as data; the flags of a letter are its meaning."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from socplanner.domain.letters import Letter, LetterSet
from socplanner.domain.local_text import LocalText

_R = Letter("R", LocalText("実行責任", "Responsible"), "#CFE2FF", performs=True)
_A = Letter("A", LocalText("説明責任", "Accountable"), "#F8D0CB", accountable=True)
_C = Letter("C", LocalText("協議先", "Consulted"), "#FFE9A8", two_way=True)
_I = Letter("I", LocalText("報告先", "Informed"), "#E3E6EA", one_way=True)
_S = Letter("S", LocalText("支援", "Supports"), "#C4E9CB", supports=True)

RACI = LetterSet("raci", LocalText("RACI", "RACI"), (_R, _A, _C, _I))
RASCI = LetterSet("rasci", LocalText("RASCI", "RASCI"), (_R, _A, _S, _C, _I))
RACI_VS = LetterSet(
    "raci-vs",
    LocalText("RACI-VS", "RACI-VS"),
    (
        _R,
        _A,
        _C,
        _I,
        Letter("V", LocalText("検証", "Verifies"), "#E6D6F7", verifies=True),
        Letter("S", LocalText("承認", "Signs off"), "#B5E3E1", verifies=True),
    ),
)
DACI = LetterSet(
    "daci",
    LocalText("DACI", "DACI"),
    (
        Letter("D", LocalText("推進責任", "Driver"), "#CFE2FF", performs=True),
        Letter("A", LocalText("承認責任", "Approver"), "#F8D0CB", accountable=True),
        Letter("C", LocalText("意見提供", "Contributor"), "#FFE9A8", two_way=True),
        _I,
    ),
)
LETTER_SETS: Mapping[str, LetterSet] = MappingProxyType(
    {each.id: each for each in (RACI, RASCI, RACI_VS, DACI)}
)

CUSTOM_NAME = LocalText("独自の記号", "Our letters")
"""The name of a new custom set until the planner changes it."""


def all_sets(custom_sets: Iterable[LetterSet]) -> dict[str, LetterSet]:
    """Return every set that a plan with `custom_sets` may use, by its id."""
    return {**LETTER_SETS, **{each.id: each for each in custom_sets}}
