"""The meanings of letters in words, derived from their flags in the rules."""

from collections.abc import Mapping

from socplanner.domain.letters import UNDECIDED, Letter
from socplanner.wording.language import N_, Words

_MEANINGS: Mapping[str, str] = {
    "accountable": N_(
        "Is accountable for the result and decides. Exactly one internal party per role."
    ),
    "performs": N_("Does the work. At least one per role."),
    "two_way": N_("Is consulted before the decision or the work."),
    "one_way": N_("Is informed of the result."),
    "supports": N_("Supports the party that does the work."),
    "verifies": N_("Checks the result."),
}


def meaning(letter: Letter, words: Words) -> str:
    """Return what a party with `letter` has to do, "" for a letter without a flag."""
    if letter is UNDECIDED:
        return words.tr("Not decided yet; a mark until it is.")
    return next((words.tr(text) for flag, text in _MEANINGS.items() if getattr(letter, flag)), "")
