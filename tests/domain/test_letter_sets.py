"""The built-in letter sets, and what a set of the planner's own must keep to."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.domain.letter_set_validation import validated_set
from socplanner.domain.letter_sets import (
    CUSTOM_NAME,
    DACI,
    LETTER_SETS,
    RACI,
    RACI_VS,
    RASCI,
    all_sets,
)
from socplanner.domain.letters import Letter, LetterSet
from socplanner.domain.local_text import LocalText
from socplanner.domain.names import validated_name
from socplanner.domain.problem import EditRejected
from tests.support.letter_sets import CUSTOM_SET, letter_of, set_of

BUILT_IN = tuple(LETTER_SETS.values())


@pytest.mark.parametrize(
    ("letter_set", "flag", "symbols"),
    [
        (RACI, "performs", "R"),
        (RASCI, "supports", "S"),
        (RACI_VS, "verifies", "VS"),
        (DACI, "performs", "D"),
        (DACI, "accountable", "A"),
        (DACI, "two_way", "C"),
        (DACI, "one_way", "I"),
    ],
)
def test_the_letters_of_a_set_have_the_meanings_of_its_name(
    letter_set: LetterSet, flag: str, symbols: str
) -> None:
    assert "".join(each.symbol for each in letter_set.letters if getattr(each, flag)) == symbols


@pytest.mark.parametrize("letter_set", BUILT_IN, ids=LETTER_SETS)
def test_a_built_in_set_is_valid_as_a_custom_one(letter_set: LetterSet) -> None:
    mine = replace(letter_set, id="mine")
    assert validated_set(mine) == mine
    assert all(each.name.en.isascii() and not each.name.ja.isascii() for each in letter_set.letters)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("letter_set", BUILT_IN, ids=LETTER_SETS)
def test_dark_ink_is_legible_on_every_letter_and_colours_differ(
    letter_set: LetterSet,
) -> None:
    ink = _luminance("#1B1D20")
    for letter in letter_set.letters:
        assert (_luminance(letter.colour) + 0.05) / (ink + 0.05) > 7
    for one, other in combinations(letter_set.letters, 2):
        pairs = zip(_parts(one.colour), _parts(other.colour), strict=True)
        assert sum(abs(first - second) for first, second in pairs) > 30, (one, other)


def _parts(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]


def test_a_plan_may_use_built_in_and_custom_sets() -> None:
    assert list(all_sets((CUSTOM_SET,))) == ["raci", "rasci", "raci-vs", "daci", "own"]


@pytest.mark.parametrize(
    ("letter_set", "code"),
    [
        (replace(CUSTOM_SET, id="Own"), "bad-id"),
        (replace(CUSTOM_SET, id="x-own"), "bad-id"),
        (replace(CUSTOM_SET, id="raci"), "built-in-letter-set"),
        (replace(CUSTOM_SET, name=LocalText("", "Own")), "empty-name"),
        (replace(CUSTOM_SET, letters=()), "bad-letter-count"),
        (set_of(*(letter_of(each, "performs") for each in "ABCDEFGHIJKLM")), "bad-letter-count"),
        (set_of(letter_of("R", "performs")), "no-accountable-letter"),
        (set_of(letter_of("A", "accountable")), "no-performing-letter"),
        (set_of(*CUSTOM_SET.letters, CUSTOM_SET.letters[0]), "doubled-letter"),
        (set_of(*CUSTOM_SET.letters, replace(letter_of("Z"), colour="red")), "bad-colour"),
        (set_of(*CUSTOM_SET.letters, replace(letter_of("Z"), colour="#CFE2FF\n")), "bad-colour"),
        (
            set_of(*CUSTOM_SET.letters, replace(letter_of("Z"), name=LocalText.same("\u202e"))),
            "empty-name",
        ),
    ],
)
def test_a_set_that_will_not_do_is_refused(letter_set: LetterSet, code: str) -> None:
    with pytest.raises(EditRejected) as rejected:
        validated_set(letter_set)
    assert rejected.value.problem.code.startswith(code)


@pytest.mark.parametrize(
    "symbol",
    ["", "ABC", "1", "A1", "/", "?", ",", "A/", "A ", " ", "ß", "ﬁ", "\U00020000", "-", "A\u0301"],
)
def test_a_symbol_is_one_or_two_letters(symbol: str) -> None:
    with pytest.raises(EditRejected) as rejected:
        validated_set(set_of(*CUSTOM_SET.letters, letter_of(symbol)))
    assert rejected.value.problem.code == "bad-symbol"


@pytest.mark.parametrize("symbol", ["Q", "QX", "Do", "z", "Ｚ", "É", "副", "責任", "ア", "Ж"])
def test_letters_of_any_script_will_do(symbol: str) -> None:
    letters = set_of(*CUSTOM_SET.letters, letter_of(symbol))
    assert validated_set(letters) == letters


@pytest.mark.parametrize(
    ("symbols", "written", "meant"),
    [
        ("R A RA", "RA", "RA"),
        ("R A RA", "AR", "A/R"),
        ("R A RA", "ARA", None),
        ("R A RA", "R,A", "A/R"),
        ("R A RA", "A/RA", "A/RA"),
        ("R AP S SV V", "RAP", "AP/R"),
        ("R AP S SV V", "rsv", None),
        ("R AP S SV V", "SVR", None),
        ("R AP S SV V", "SSVR", None),
        ("R AP S SV V", "APSV", None),
        ("R AP S V", "APSV", "AP/S/V"),
        ("R AP", "P", None),
        ("R AP", "AR", None),
        ("R AP", "R?", None),
        ("R AP", "R" * 50, None),
    ],
)
def test_letters_without_separator_are_read_where_one_reading_is_possible(
    symbols: str, written: str, meant: str | None
) -> None:
    letters = (
        letter_of(each, "accountable" if each.startswith("A") else "performs")
        for each in symbols.split()
    )
    assert set_of(*letters).read(written) == meant


def test_a_new_set_has_a_name_in_both_languages() -> None:
    assert validated_name(CUSTOM_NAME) == CUSTOM_NAME
    assert CUSTOM_NAME.en.isascii()
    assert not CUSTOM_NAME.ja.isascii()


def test_a_set_may_have_twelve_letters() -> None:
    letters = (letter_of(each, "performs", "accountable") for each in "ABCDEFGHIJKL")
    assert len(validated_set(set_of(*letters)).letters) == 12


def test_names_are_cleaned_of_what_cannot_be_seen() -> None:
    name = LocalText("私の\u202e記号", "My\u202e letters")
    letters = tuple(replace(each, name=name) for each in CUSTOM_SET.letters)
    validated = validated_set(replace(CUSTOM_SET, name=name, letters=letters))
    assert {validated.name, *(each.name for each in validated.letters)} == {
        LocalText("私の記号", "My letters")
    }


SYMBOLS = st.lists(st.text("RASV", min_size=1, max_size=2), min_size=1, max_size=12, unique=True)


@given(SYMBOLS, st.data())
def test_letters_between_slashes_are_read_in_any_set(
    symbols: list[str], data: st.DataObject
) -> None:
    letters = set_of(*(letter_of(each) for each in symbols))
    cell = letters.cell(data.draw(st.lists(st.sampled_from(symbols))))
    assert letters.read(cell) == cell
    assert letters.read(cell.lower().replace("/", "、")) == cell


def _readings(text: str, symbols: list[str]) -> list[list[str]]:
    if not text:
        return [[]]
    return [
        [each, *rest]
        for each in symbols
        if text.startswith(each)
        for rest in _readings(text[len(each) :], symbols)
    ]


@given(SYMBOLS, st.text("RASV", min_size=1, max_size=6))
def test_letters_without_separator_have_their_only_reading(symbols: list[str], text: str) -> None:
    letters = set_of(*(letter_of(each) for each in symbols))
    readings = [[text]] if text in symbols else _readings(text, symbols)
    expected = letters.cell(readings[0]) if len(readings) == 1 else None
    assert letters.read(text) == expected


def test_the_letter_for_a_flag_is_the_one_with_the_fewest_others() -> None:
    both = Letter("X", LocalText.same("Both"), "#FFFFFF", performs=True, accountable=True)
    letters = set_of(both, *CUSTOM_SET.letters)
    assert letters.symbol_for("performs") == "主"
    assert set_of(both).symbol_for("performs") == "X"
