"""Reading a letter set of the plan's own: what it says is proved as an edit would prove it."""

from typing import cast

from socplanner.domain.letter_set_edits import prove_set
from socplanner.domain.letters import LETTER_FLAGS, Letter, LetterSet
from socplanner.domain.local_text import LocalText
from socplanner.domain.problem import EditRejected
from socplanner.formats.format_error import refused
from socplanner.formats.reading import Tree
from socplanner.formats.shapes import nearest, without_extensions

_Mapping = dict[str, Tree]


def own_letter_set(named: str, said: _Mapping) -> LetterSet:
    """Return the set that `said` writes; raise FormatError if it may not be one."""
    letters = without_extensions(cast("_Mapping", said["letters"]))
    found = LetterSet(
        named,
        _local(said["name"]),
        tuple(
            _letter(symbol, without_extensions(cast("_Mapping", each)))
            for symbol, each in letters.items()
        ),
    )
    try:
        prove_set(found)
    except EditRejected as rejection:
        problem = rejection.problem
        raise refused(problem.code, ("own-letters",), **dict(problem.values)) from None
    return found


def _letter(symbol: str, said: _Mapping) -> Letter:
    known = tuple(flag.replace("_", "-") for flag in LETTER_FLAGS)
    words = str(said.get("means", "")).split()
    for word in words:
        if word not in known:
            raise refused(
                "unknown-choice",
                ("own-letters", "letters", symbol, "means"),
                word=word,
                nearest=nearest(word, known),
                known=", ".join(known),
            )
    flags = {flag: flag.replace("_", "-") in words for flag in LETTER_FLAGS}
    return Letter(symbol, _local(said["name"]), str(said["colour"]), **flags)


def _local(tree: Tree) -> LocalText:
    if isinstance(tree, str):
        return LocalText.same(tree)
    both = cast("dict[str, str]", tree)
    return LocalText(both["ja"], both["en"])
