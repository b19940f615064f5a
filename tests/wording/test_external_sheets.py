"""Everything that is asked, left out or noted of a foreign sheet is said in both languages."""

from string import Formatter

import pytest

from socplanner.domain.external.answering import KINDS
from socplanner.domain.letter_sets import RACI
from socplanner.domain.problem import Problem
from socplanner.formats.external.understanding import understand
from socplanner.services.i18n import words_for
from socplanner.wording import external_sheets
from tests.support.code_calls import calls_of
from tests.support.grids import grid

SENTENCES = {**external_sheets.UNCLEAR, **external_sheets.LEFT_OUT, **external_sheets.NOTES}
STATED = (
    (("ask", "Unclear"), external_sheets.UNCLEAR),
    (("leave_out", "LeftOut"), external_sheets.LEFT_OUT),
    (("note", "note_cell"), external_sheets.NOTES),
)


def _gaps(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def test_every_code_of_the_reader_has_a_sentence_and_no_other_has() -> None:
    for calls, sentences in STATED:
        codes = {made.words[0] for made in calls_of(*calls, under="formats/external") if made.words}
        chosen = {
            "autocorrect",
            "footnote",
            "letters-in-brackets",
            "letters-with-remark",
            "look-alike",
            "not-letters",
            "own-letter",
            "only-sheet-too-big",
            "own-letter-says",
            "sheet-too-big",
        }
        assert set(sentences) - chosen == codes - chosen


def test_what_only_another_sheet_answers_is_asked_somewhere() -> None:
    assert set(external_sheets.UNCLEAR) - KINDS.keys() == {
        "more-like-these",
        "no-letters",
        "no-matrix",
        "no-parties",
        "only-sheet-too-big",
        "sheet-too-big",
        "table-too-big",
        "too-many-parties",
    }


def test_a_sentence_has_only_the_gaps_that_are_handed_over() -> None:
    for calls, sentences in STATED:
        for made in calls_of(*calls, under="formats/external"):
            if made.words and made.names and not made.is_open and made.words[0] in sentences:
                places = {"place"} if made.names & {"row", "column"} else set()
                assert _gaps(sentences[made.words[0]]) <= made.names | places, made.words


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_every_sentence_is_in_both_languages(code: str) -> None:
    values = dict.fromkeys(_gaps(SENTENCES[code]), "⟨here⟩")
    english, japanese = (
        words_for(language).tr(SENTENCES[code], **values) for language in ("en", "ja")
    )
    assert english != japanese
    assert english.count("⟨here⟩") == japanese.count("⟨here⟩")


def test_the_understood_matrix_is_summarised() -> None:
    words = words_for("en")
    understood = understand(
        [grid("RACI", "Task | PM | Dev", "Plan it | A | n", "Build it | (A) | R", "Ship | n | А")],
        [RACI],
    )
    assert [external_sheets.unclear_text(each, words) for each in understood.unclear] == [
        (
            "“N” (used 2 times) is not explained; beside R, A, C and I it usually means that "
            "the party is not involved: is that so here?"
        )
    ]
    assert [external_sheets.left_out_text(each, words) for each in understood.left_out] == []
    assert [external_sheets.note_text(each, words) for each in understood.notes] == [
        "Brackets and asterisks around letters were ignored (1: B4 “(A)”)",
        "Look-alike letters of another alphabet were read as Latin letters (1: C5 “А”)",
    ]


def test_a_code_without_a_sentence_is_an_error_of_ours() -> None:
    with pytest.raises(KeyError):
        external_sheets.unclear_text(Problem("never-heard-of"), words_for("en"))
