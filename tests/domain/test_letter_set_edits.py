"""Switching the letter set writes every cell anew, says what is lost, and comes back with undo."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.checks.run import check_plan
from socplanner.domain.letter_set_edits import (
    Loss,
    SwitchLetterSet,
    losses,
    proposed_mapping,
    prove_set,
    used_letters,
)
from socplanner.domain.letter_sets import DACI, LETTER_SETS, RACI, RACI_VS, RASCI
from socplanner.domain.letters import Letter, LetterSet
from socplanner.domain.local_text import LocalText
from socplanner.domain.phases import duty
from socplanner.domain.plan import Plan
from socplanner.domain.problem import EditRejected
from tests.support.small_plan import A1, IT, NOW, TARGET, small_plan, with_row

RENAMED = LetterSet(
    "own",
    LocalText("独自", "Own"),
    tuple(
        replace(letter, symbol=symbol)
        for letter, symbol in zip(RACI.letters, ("Do", "An", "Äs", "知"), strict=True)
    ),
)
RENAMING = {"R": "Do", "A": "An", "C": "Äs", "I": "知"}


def rows(*cells: str) -> Plan:
    """Return a plan with these cells in its first row."""
    held = dict(zip(("ciso", "soc", "it", "mss", "cert"), cells, strict=False))
    return with_row(small_plan(), A1, Sourcing.BOTH, **held)


@pytest.mark.parametrize("letter_set", LETTER_SETS.values(), ids=LETTER_SETS)
def test_the_shipped_sets_may_be_those_of_a_plan(letter_set: LetterSet) -> None:
    prove_set(letter_set)
    assert len({letter.colour for letter in letter_set.letters}) == len(letter_set.letters)
    for letter in letter_set.letters:
        assert letter_set.read(letter.symbol.lower()) == letter.symbol


@pytest.mark.parametrize(
    ("old", "new", "proposed"),
    [
        (RACI, RASCI, {"R": "R", "A": "A", "C": "C", "I": "I"}),
        (RASCI, RACI, {"R": "R", "A": "A", "S": "", "C": "C", "I": "I"}),
        (RACI, DACI, {"R": "D", "A": "A", "C": "C", "I": "I"}),
        (RACI_VS, RASCI, {"R": "R", "A": "A", "C": "C", "I": "I", "V": "", "S": ""}),
    ],
)
def test_letters_become_those_that_mean_the_same(
    old: LetterSet, new: LetterSet, proposed: dict[str, str]
) -> None:
    assert proposed_mapping(old, new) == proposed


def test_every_cell_of_every_phase_is_written_anew() -> None:
    plan = rows("A/R", "C", "?", "R")
    after = SwitchLetterSet(DACI, proposed_mapping(RACI, DACI)).apply(plan)
    assert after.letter_set is DACI
    held = duty(after, NOW, A1).letters
    assert dict(held) == {"ciso": "A/D", "soc": "C", "it": "?", "mss": "D"}
    for phase in (NOW, TARGET):
        for role in plan.roles():
            for cell in duty(after, phase, role.id).letters.values():
                assert DACI.read(cell) == cell


def test_a_letter_that_is_taken_away_leaves_a_blank_cell() -> None:
    plan = rows("A", "R", "C")
    after = SwitchLetterSet(RACI, {"R": "R", "A": "A", "C": "", "I": "I"}).apply(plan)
    assert IT not in duty(after, NOW, A1).letters
    assert losses(plan, {"R": "R", "A": "A", "C": "", "I": "I"}).emptied > 0


def test_what_is_lost_is_counted_beforehand() -> None:
    plan = replace(small_plan(target=None), phases=small_plan(target=None).phases[:1])
    bare = replace(plan, phases=(replace(plan.phases[0], changes={}),))
    one = with_row(bare, A1, Sourcing.BOTH, ciso="A/R", soc="C/I")
    assert losses(one, {"R": "R", "A": "A", "C": "C", "I": "I"}) == Loss(0, 0)
    assert losses(one, {"R": "R", "A": "R", "C": "", "I": "I"}) == Loss(1, 1)
    assert used_letters(one) == {"A": 1, "R": 1, "C": 1, "I": 1}


def test_a_mapping_covers_every_letter_in_use_and_names_known_ones() -> None:
    plan = rows("A", "R")
    with pytest.raises(EditRejected, match="letter-not-mapped"):
        SwitchLetterSet(DACI, {"A": "A"}).apply(plan)
    with pytest.raises(EditRejected, match="unknown-letter"):
        SwitchLetterSet(DACI, {"R": "R", "A": "A", "C": "C", "I": "I"}).apply(plan)


def test_the_same_set_with_the_same_letters_is_no_change() -> None:
    plan = rows("A", "R")
    assert SwitchLetterSet(RACI, proposed_mapping(RACI, RACI)).apply(plan) is plan


def _set(*letters: Letter) -> LetterSet:
    return LetterSet("own", LocalText("独自", "Own"), letters)


_DOES = Letter("X", LocalText.same("Does"), "#FFFFFF", performs=True, accountable=True)


@pytest.mark.parametrize(
    ("letter_set", "code"),
    [
        (_set(), "bad-letter-count"),
        (_set(*(replace(_DOES, symbol=char) for char in "ABCDEFGHIJKLM")), "bad-letter-count"),
        (_set(replace(_DOES, symbol="1")), "bad-symbol"),
        (_set(replace(_DOES, symbol="ABC")), "bad-symbol"),
        (_set(replace(_DOES, symbol="")), "bad-symbol"),
        (_set(replace(_DOES, symbol="A/")), "bad-symbol"),
        (_set(_DOES, replace(_DOES, symbol="x")), "doubled-letter"),
        (_set(_DOES, replace(_DOES, symbol="Ｘ")), "doubled-letter"),
        (_set(replace(_DOES, colour="red")), "bad-colour"),
        (_set(replace(_DOES, performs=False)), "letter-set-without"),
        (_set(replace(_DOES, accountable=False)), "letter-set-without"),
        (replace(_set(_DOES), id="Not an id"), "bad-id"),
        (_set(replace(_DOES, name=LocalText("", ""))), "empty-name"),
    ],
)
def test_a_set_that_will_not_do_is_refused(letter_set: LetterSet, code: str) -> None:
    with pytest.raises(EditRejected, match=code):
        SwitchLetterSet(letter_set, {"R": "", "A": "", "C": "", "I": ""}).apply(small_plan())


cells = st.sampled_from(["", "A", "R", "C", "I", "A/R", "R/C", "C/I", "?"])
sourcings = st.sampled_from(list(Sourcing))


@given(st.lists(cells, min_size=5, max_size=5), sourcings)
def test_there_and_back_by_other_names_is_the_same_plan(held: list[str], how: Sourcing) -> None:
    names = ("ciso", "soc", "it", "mss", "cert")
    known = {p: c for p, c in zip(names, held, strict=True) if c}
    plan = with_row(small_plan(), A1, how, **known)
    there = SwitchLetterSet(RENAMED, RENAMING).apply(plan)
    back = SwitchLetterSet(RACI, {b: a for a, b in RENAMING.items()}).apply(there)
    assert back == plan
    assert check_plan(there) == check_plan(plan)


def test_what_can_be_read_in_two_ways_is_not_guessed() -> None:
    letters = tuple(
        replace(_DOES, symbol=symbol, name=LocalText.same(symbol))
        for symbol in ("A", "B", "AB", "C")
    )
    own = LetterSet("own", LocalText.same("Own"), letters)
    assert own.read("AB") == "AB"
    assert own.read("A B") == "A/B"
    assert own.read("ABC") is None
    assert own.read("CA") == "A/C"
