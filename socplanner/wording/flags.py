"""What letters mean to the rules, in words."""

from collections.abc import Mapping

from socplanner.domain.letters import LETTER_FLAGS, Letter
from socplanner.wording.language import N_, Words
from socplanner.wording.terms import listed

_FLAGS: Mapping[str, str] = {
    "accountable": N_("is accountable"),
    "performs": N_("does the work"),
    "two_way": N_("is consulted"),
    "one_way": N_("is informed"),
    "supports": N_("helps"),
    "verifies": N_("checks the result"),
}


def flag_name(flag: str, words: Words) -> str:
    """Return what a flag of a letter means, in a word or two."""
    return words.tr(_FLAGS[flag])


def letter_meaning(letter: Letter, words: Words) -> str:
    """Return what `letter` means to the rules."""
    names = [flag_name(flag, words) for flag in LETTER_FLAGS if getattr(letter, flag)]
    return listed(names, words) if names else words.tr("nothing the rules look at")
