"""Every refusal is a sentence in both languages, and gets what it names."""

from string import Formatter

import pytest

from socplanner.domain.problem import Problem
from socplanner.services.i18n import words_for
from socplanner.wording import errors
from tests.support.code_calls import Made, calls_of

REFUSALS = ("EditRejected", "CatalogueError", "Problem", "refused")
RAISED = tuple(calls_of(*REFUSALS))


def _gaps(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def test_refusals_are_found_in_the_code() -> None:
    assert len({made.words[0] for made in RAISED}) >= 15


@pytest.mark.parametrize("made", RAISED, ids=lambda made: f"{made.words[0]} in {made.place}")
def test_what_the_code_refuses_has_a_sentence_with_just_what_it_hands_over(made: Made) -> None:
    sentence = errors.SENTENCES[made.words[0]]
    if not made.is_open:
        assert _gaps(sentence) <= made.names


@pytest.mark.parametrize("code", sorted(errors.SENTENCES))
def test_every_sentence_is_in_both_languages(code: str) -> None:
    values = dict.fromkeys(_gaps(errors.SENTENCES[code]), "⟨here⟩")
    problem = Problem(code, values)
    english, japanese = (errors.message(problem, words_for(each)) for each in ("en", "ja"))
    assert english != japanese
    assert english.count("⟨here⟩") == japanese.count("⟨here⟩")
    assert english.isascii() or values or "“" in english
    assert any("぀" <= char <= "ヿ" for char in japanese)


def test_a_code_without_a_sentence_is_an_error_of_ours() -> None:
    with pytest.raises(KeyError, match="never-heard-of"):
        errors.message(Problem("never-heard-of"), words_for("en"))
