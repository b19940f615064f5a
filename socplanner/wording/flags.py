"""The meanings of letters to the rules, as text."""

from collections.abc import Mapping

from socplanner.domain.letters import LETTER_FLAGS, Letter
from socplanner.wording.language import N_, Words
from socplanner.wording.terms import listed

_FLAGS: Mapping[str, str] = {
    "accountable": N_("is accountable"),
    "performs": N_("does the work"),
    "two_way": N_("is consulted"),
    "one_way": N_("is informed"),
    "supports": N_("supports the work"),
    "verifies": N_("checks the result"),
}


def flag_name(flag: str, words: Words) -> str:
    """Return the meaning of `flag` in a few words; raise KeyError for an unknown one."""
    return words.tr(_FLAGS[flag])


def letter_meaning(letter: Letter, words: Words) -> str:
    """Return the meanings of all flags of `letter`."""
    names = [flag_name(flag, words) for flag in LETTER_FLAGS if getattr(letter, flag)]
    return listed(names, words) if names else words.tr("not used by the rules")
