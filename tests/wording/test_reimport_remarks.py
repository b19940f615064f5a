"""Whatever the reader of returned workbooks tells or asks has a sentence in both languages."""

from string import Formatter

import pytest

from socplanner.domain.reimport.sheet_values import NO, PARTLY, YES, Question, Remark
from socplanner.services.i18n import words_for
from socplanner.wording import errors
from socplanner.wording.reimport_remarks import REMARKS, mended_message, option_text, remark_message
from tests.support.code_calls import Made, calls_of
from tests.support.small_plan import NOW, SOC, small_plan

PLAN = small_plan()
CALLS = (
    *calls_of("ask", "ignore", "notice", "Remark", under="formats/reimport"),
    *calls_of("Remark", under="services"),
)
REPORTED = tuple(made for made in CALLS if made.words[0])
ENGLISH, JAPANESE = words_for("en"), words_for("ja")


def _gaps(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def test_remarks_are_found_in_the_code() -> None:
    assert len({made.words[0] for made in REPORTED}) > 12


@pytest.mark.parametrize("made", REPORTED, ids=lambda made: f"{made.words[0]} in {made.place}")
def test_every_code_has_a_sentence_with_the_values_it_is_used_with(made: Made) -> None:
    sentence = REMARKS[made.words[0]]
    if not made.is_open:
        assert _gaps(sentence) <= made.names


@pytest.mark.parametrize("code", sorted(REMARKS))
def test_every_remark_is_translated(code: str) -> None:
    values = dict.fromkeys(_gaps(REMARKS[code]), "⟨here⟩")
    english, japanese = (
        remark_message(Remark(code, "Matrix!A1", values), PLAN, words)
        for words in (ENGLISH, JAPANESE)
    )
    assert english != japanese
    assert english.startswith("Matrix!A1: ")
    assert english.count("⟨here⟩") == japanese.count("⟨here⟩")
    assert any("぀" <= char <= "ヿ" for char in japanese)


def test_missing_and_unread_parts_are_reported() -> None:
    assert {*REMARKS, *errors.SENTENCES} > PARTLY


def test_a_phase_is_named_by_its_name() -> None:
    remark = Remark("other-phase", "", {"phase": NOW})
    assert (
        remark_message(remark, PLAN, ENGLISH) == "The workbook was exported from the phase “Now”."
    )


def test_notes_of_the_workbook_reader_have_sentences_too() -> None:
    text = remark_message(Remark("workbook-macros"), PLAN, ENGLISH)
    assert text == errors.SENTENCES["workbook-macros"]


@pytest.mark.parametrize(
    ("code", "options", "text"),
    [
        ("merged-cells", (YES, NO), ["Yes", "No"]),
        ("doubled-row", ("6", "12"), ["6", "12"]),
        ("which-sheet", ("no", "soc"), ["no", "soc"]),
        ("which-party", (SOC, "-"), ["SOC", "None of them"]),
    ],
)
def test_answers_are_suggested_in_words(
    code: str, options: tuple[str, ...], text: list[str]
) -> None:
    question = Question("key", Remark(code), options)
    assert [option_text(question, each, PLAN, ENGLISH) for each in options] == text


def test_how_a_value_was_corrected_is_translated() -> None:
    assert mended_message("look-alike", ENGLISH) != mended_message("look-alike", JAPANESE)
