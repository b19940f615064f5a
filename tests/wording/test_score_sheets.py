"""Whatever is not read of a self-check sheet is stated in both languages."""

from string import Formatter

import pytest

from socplanner.domain.external.score_sheet import COLUMN_MEANINGS
from socplanner.services.i18n import words_for
from socplanner.wording.score_sheets import UNREAD, column_meaning_name
from tests.support.code_calls import calls_of

NAMED = {"struck-out", "formula-unread", "name-of-several-roles", "unknown-name"}
"""Codes that are chosen before they are used."""

CALLS = ("Unread",)


def _gaps(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def test_every_code_has_a_sentence_and_no_other_has() -> None:
    codes = {made.words[0] for made in calls_of(*CALLS)}
    assert set(UNREAD) - NAMED == codes - NAMED


def test_a_sentence_has_only_the_gaps_that_there_are_values_for() -> None:
    for made in calls_of(*CALLS):
        if made.names and not made.is_open:
            assert _gaps(UNREAD[made.words[0]]) <= made.names, made


@pytest.mark.parametrize("code", sorted(UNREAD))
def test_every_sentence_is_in_both_languages(code: str) -> None:
    values = dict.fromkeys(_gaps(UNREAD[code]), "⟨here⟩")
    english, japanese = (words_for(each).tr(UNREAD[code], **values) for each in ("en", "ja"))
    assert english != japanese
    assert english.count("⟨here⟩") == japanese.count("⟨here⟩")


def test_every_meaning_of_a_column_has_a_name_of_its_own() -> None:
    for language in ("en", "ja"):
        names = {column_meaning_name(each, words_for(language)) for each in COLUMN_MEANINGS}
        assert len(names) == len(COLUMN_MEANINGS)
