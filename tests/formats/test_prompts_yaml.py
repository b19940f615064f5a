"""The prompts that are shipped, and files of prompts that are wrong."""

import re

import pytest

from socplanner.domain.ids import role_id
from socplanner.domain.local_text import LANGUAGES
from socplanner.domain.problem import CatalogueError
from socplanner.formats.format_error import FormatError
from socplanner.formats.prompts_yaml import load_prompts
from socplanner.services import catalogues, paths

TEXT = (paths.resources() / "catalogue" / "v2" / "prompts.yaml").read_text("utf-8")
PROMPTS = load_prompts(TEXT)


def test_there_are_sixteen_prompts_of_ten_keys_and_the_failures_of_three_times() -> None:
    chapters = [each.chapter for each in PROMPTS.prompts]
    assert [chapters.count(each) for each in ("all", "build", "operate", "incident")] == [
        *(16, 8, 9, 9)
    ]
    assert {each.key for each in PROMPTS.prompts if each.chapter == "all"} == set(range(1, 11))
    assert len(PROMPTS.keys) == 10


def test_both_languages_name_the_same_roles_and_end_as_sentences_do() -> None:
    catalogue = catalogues.shipped()
    for prompt in PROMPTS.prompts:
        for text in (prompt.question, prompt.remedy):
            codes = [set(re.findall(r"\b[A-I]-\d+", text.in_(each))) for each in LANGUAGES]
            assert {role_id("v2", c) for each in codes for c in each} <= set(catalogue.role_by_id)
        assert prompt.question.en.endswith("?")
        assert prompt.question.ja.endswith("か")
        assert prompt.remedy.en.endswith(".")


def test_the_source_is_named_in_both_languages() -> None:
    for language in LANGUAGES:
        assert "ISOG-J" in PROMPTS.source.in_(language)
        assert "ISAC" in PROMPTS.source.in_(language)


@pytest.mark.parametrize(
    ("gone", "added", "error"),
    [
        ("key: '10'", "key: '11'", FormatError),
        ("key: '10'", "key: '0'", CatalogueError),
        ("id: FI2", "id: FI3", CatalogueError),
        ("id: FI2", "id: fi", CatalogueError),
        ("chapter: incident", "chapter: later", FormatError),
        ("    remedy:", "    cure:", FormatError),
        ("prompts: '1'", "prompts: '2'", FormatError),
    ],
)
def test_a_wrong_file_is_refused(gone: str, added: str, error: type[Exception]) -> None:
    assert gone in TEXT
    with pytest.raises(error):
        load_prompts(TEXT.replace(gone, added, 1))


def test_keys_have_their_names() -> None:
    prompt = PROMPTS.by_id["FI2"]
    assert PROMPTS.key_name(prompt) == PROMPTS.keys[9]
