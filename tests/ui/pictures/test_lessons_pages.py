"""The review on pages has every prompt with verdict, evidence, remedy and comment."""

from dataclasses import replace
from pathlib import Path

import pytest

from socplanner.domain.lesson_edits import CommentPrompt
from socplanner.domain.local_text import LANGUAGES, Language
from socplanner.domain.picture_choices import PDF
from socplanner.domain.picture_options import Paper, PictureSubject
from socplanner.domain.plan import Plan
from socplanner.services import catalogues
from socplanner.services.i18n import words_for
from socplanner.ui.pictures.lessons_pages import LessonsPages
from socplanner.ui.pictures.picture_files import picture_bytes
from socplanner.wording.lesson_words import chapter_name
from tests.support.pdf_text import plain, text_of_pdf
from tests.support.plans import sample
from tests.ui.pictures.conftest import MakePicture

REVIEW = PictureSubject.REVIEW


@pytest.fixture(scope="module")
def plan() -> Plan:
    """Return the sample with comments."""
    return replace(sample("manufacturer"), lessons={})


@pytest.mark.parametrize("paper", [Paper.A4, Paper.A3])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_prompt_is_on_a_page(
    picture_of: MakePicture, tmp_path: Path, plan: Plan, language: Language, paper: Paper
) -> None:
    words = words_for(language)
    picture = picture_of(plan, REVIEW, language, paper=paper)
    pages = text_of_pdf(picture_bytes(PDF, picture, "page", 72), tmp_path)
    text = pages
    for prompt in catalogues.prompts().prompts:
        assert prompt.id in text
        assert plain(words.local(prompt.question)) in text
    for chapter in ("all", "build", "operate", "incident"):
        assert plain(chapter_name(chapter, words)) in text
    assert plain(words.local(catalogues.prompts().source)) in text
    assert picture.count == 3


def test_a_long_comment_is_cut_at_the_height_of_a_page_and_loses_no_prompt(
    picture_of: MakePicture, plan: Plan
) -> None:
    long = CommentPrompt("K01a", "A word or two. " * 260).apply(plan)
    picture = picture_of(long, REVIEW)
    (pages,) = picture._contents
    assert isinstance(pages, LessonsPages)
    rows = [row for page in pages._pages for row in page]
    assert sum(row.review is not None for row in rows) == 42
    for page in pages._pages:
        assert sum(row.height for row in page) <= pages._height
        assert page[-1].review is not None, "a chapter never ends a page with its name"
