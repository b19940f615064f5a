"""What was read of a wild sheet, against what is in it: unasked, and as its planner answers."""

from typing import NamedTuple

from socplanner.domain.external.answering import (
    ACROSS,
    DOWN,
    FIRST,
    HEADINGS,
    KINDS,
    LEAVE,
    MAIN,
    NOTHING,
    PARTY,
    SECOND,
    SEVERAL,
    USUAL,
    answered,
)
from socplanner.domain.external.full_names import party_names
from socplanner.domain.external.understood import NO_ANSWERS, Answers, Unclear, Understood
from socplanner.domain.letter_sets import LETTER_SETS
from socplanner.formats.external.understanding import understand
from tests.support.wild_layouts import USUAL as MEANT
from tests.support.wild_layouts import Triple, WildLayout

SETS = tuple(LETTER_SETS.values())
MOST_ROUNDS = 12


class Score(NamedTuple):
    """How many of the triples that were read are right, and how many there are."""

    right: int
    read: int
    drawn: int
    is_in_question: bool

    @property
    def is_exact(self) -> bool:
        return self.right == self.read == self.drawn


def score_unasked(layout: WildLayout) -> Score:
    """Return how well `layout` is read before anything is answered."""
    return _score(layout, understand(layout.grids, SETS))


def score_answered(layout: WildLayout) -> Score:
    """Return how well `layout` is read when its planner has answered everything."""
    answers: Answers = NO_ANSWERS
    understood = understand(layout.grids, SETS)
    for _ in range(MOST_ROUNDS):
        questions = [each for each in understood.unclear if each.code in KINDS]
        if not questions:
            break
        key = _answer(layout, questions[0])
        answers = answered(answers, questions[0], key, understood.unclear)
        understood = understand(layout.grids, SETS, answers)
    return _score(layout, understood)


def _score(layout: WildLayout, understood: Understood) -> Score:
    result = set(_triples(understood, layout))
    return Score(
        len(result & layout.triples), len(result), len(layout.triples), bool(understood.unclear)
    )


def _triples(understood: Understood, layout: WildLayout) -> list[Triple]:
    full = party_names(understood)
    with_group = [f"{party.name} ({party.group})" for party in understood.parties]
    names = [
        group if group in layout.parties else name
        for name, group in zip(full, with_group, strict=True)
    ]
    return [
        (task.name, name, letter)
        for task in understood.tasks
        for name, cell in zip(names, task.cells, strict=True)
        for letter in (["/".join(cell.letters)] if "A/R" in _meant(layout) else cell.letters)
        if letter
    ]


def _meant(layout: WildLayout) -> set[str]:
    return {letter for _, _, letter in layout.triples}


def _answer(layout: WildLayout, questions: Unclear) -> str:
    """Return the key of the answer that is right for `layout`."""
    heading = str(questions.values.get("heading", ""))
    is_party = PARTY if heading in layout.parties else LEAVE
    keys = {
        "column-with-few-letters": is_party,
        "column-without-letters": is_party,
        "heading-or-task": HEADINGS,
        "letters-usual": USUAL,
        "no-header": str((questions.values.get("rows") or ("0",))[-1]),  # type: ignore[index]
        "not-letters": NOTHING,
        "odd-column": is_party,
        "own-letter-none": NOTHING,
        "party-named-twice": SEVERAL,
        "several-tables": MAIN,
        "two-header-rows": FIRST if questions.values.get("upper") in layout.parties else SECOND,
        "two-task-columns": SECOND,
        "which-way": ACROSS if layout.traits.get("across") == "yes" else DOWN,
    }
    if questions.code == "own-letter":
        return MEANT.get(str(questions.values["letter"]), NOTHING)
    if questions.code == "own-letter-usual":
        return str(questions.values["usual"])
    return keys.get(questions.code, LEAVE)
