"""A letter set of the plan's own is written into the file; what will not do is told by place."""

from dataclasses import replace

import pytest

from socplanner.domain.catalogue import Catalogue
from socplanner.domain.letter_set_edits import SwitchLetterSet, proposed_mapping
from socplanner.domain.letter_sets import DACI, LETTER_SETS, RACI
from socplanner.domain.letters import LetterSet
from socplanner.domain.local_text import LocalText
from socplanner.formats.format_error import FormatError
from socplanner.formats.plan_yaml import dumps, loads
from tests.support.small_plan import CATALOGUE, small_plan

OWN = LetterSet(
    "ours",
    LocalText("独自: 体系", "Own #1"),
    (*RACI.letters, replace(DACI.letters[0], symbol="Ns", supports=True, performs=False)),
)


def own_text() -> str:
    """Return the file of a plan with letters of its own."""
    plan = SwitchLetterSet(OWN, proposed_mapping(RACI, OWN)).apply(small_plan())
    return dumps(plan).decode()


def opened(text: str) -> LetterSet:
    """Return the letters of the plan that `text` writes."""
    return loads(text.encode(), lambda _: CATALOGUE).plan.letter_set


def test_own_letters_come_back_as_they_were() -> None:
    assert opened(own_text()) == OWN


@pytest.mark.parametrize("letter_set", LETTER_SETS.values(), ids=LETTER_SETS)
def test_a_shipped_set_is_named_and_not_written(letter_set: LetterSet) -> None:
    plan = SwitchLetterSet(letter_set, proposed_mapping(RACI, letter_set)).apply(small_plan())
    text = dumps(plan).decode()
    assert "own-letters" not in text
    assert loads(text.encode(), lambda _: CATALOGUE).plan == plan


def test_going_over_to_own_letters_keeps_comments() -> None:
    opened_plan = loads(dumps(small_plan()).replace(b"parties:", b"# ours\nparties:"), _catalogue)
    plan = SwitchLetterSet(OWN, proposed_mapping(RACI, OWN)).apply(opened_plan.plan)
    text = dumps(plan, opened_plan).decode()
    assert "# ours\nparties:" in text
    assert opened(text) == OWN


def _catalogue(_: str) -> Catalogue:
    return CATALOGUE


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("letter-set: ours", "letter-set: Ours", "bad-id"),
        ("means: performs", "means: perform", "unknown-choice"),
        ("'#CFE2FF'", "blue", "bad-colour"),
        ("    Ns:", "    N1:", "bad-symbol"),
        ("    Ns:", "    r:", "doubled-letter"),
    ],
)
def test_what_will_not_do_is_told_with_its_line(before: str, after: str, code: str) -> None:
    text = own_text()
    assert before in text
    with pytest.raises(FormatError) as caught:
        opened(text.replace(before, after, 1))
    assert caught.value.problem.code == code
    assert caught.value.line is not None


def test_an_unknown_set_is_told_with_the_nearest() -> None:
    text = dumps(small_plan()).decode().replace("letter-set: raci", "letter-set: rasc")
    with pytest.raises(FormatError) as caught:
        opened(text)
    assert caught.value.problem.code == "unknown-choice"
    assert caught.value.problem.values["nearest"] == "rasci"
    assert caught.value.line == 5
