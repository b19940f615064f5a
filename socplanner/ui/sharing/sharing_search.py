"""What the search of the window matches on the map, and which match is next."""

from collections.abc import Sequence

from socplanner.ui.sharing.sharing_state import SharingState
from socplanner.wording.folding import fold
from socplanner.wording.sharing_words import counterpart_kind_text


def matching_counterparts(state: SharingState, search: str) -> list[int]:
    """Return the numbers of the counterparts with the folded text `search` in name or kind."""
    return [
        number
        for number, group in enumerate(state.sharing.groups)
        if search in fold(state.name_of(group.counterpart))
        or search in fold(counterpart_kind_text(group.kind, state.words))
    ]


def following_match(matches: Sequence[int], current: int, step: int) -> int:
    """Return the match after `current`, or before it for a negative `step`; -1 for none.

    After the last one comes the first.
    """
    if not matches:
        return -1
    if step > 0:
        return next((each for each in matches if each > current), matches[0])
    return next((each for each in reversed(matches) if each < current), matches[-1])
