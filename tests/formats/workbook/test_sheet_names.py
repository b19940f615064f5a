"""Names of sheets that Excel takes."""

import pytest

from socplanner.domain.local_text import LANGUAGES, Language
from socplanner.formats.workbook.sheet_names import LONGEST, legal_name, sheet_names
from socplanner.services.i18n import words_for


@pytest.mark.parametrize("language", LANGUAGES)
def test_translated_names_need_no_mending(language: Language) -> None:
    """What the translator wrote is what the tab shows."""
    names = sheet_names(words_for(language))
    assert names.cover == words_for(language).tr("Cover")
    assert names.matrix == words_for(language).tr("Matrix")
    assert names.lists == words_for(language).tr("Lists")


@pytest.mark.parametrize(
    ("wanted", "legal"),
    [
        ("A/B:C", "A B C"),
        ("'quoted'", "quoted"),
        ("[]", "-"),
        ("x" * 40, "x" * LONGEST),
        ("History", "History 2"),
        ("cover", "cover 2"),
    ],
)
def test_a_name_is_made_legal_and_unlike_the_others(wanted: str, legal: str) -> None:
    """Excel would call the file damaged."""
    assert legal_name(wanted, ["Cover"]) == legal


def test_a_third_of_the_same_name_is_counted_on() -> None:
    """And stays short enough."""
    long = "y" * LONGEST
    second = legal_name(long, [long])
    assert len(second) <= LONGEST
    assert legal_name(long, [long, second]).endswith(" 3")
