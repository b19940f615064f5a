"""The page for the directors has every number of the summary, in both languages, on one page."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QImage
from PySide6.QtWidgets import QApplication

from socplanner.domain.local_text import LANGUAGES, Language
from socplanner.domain.marking import Tlp
from socplanner.domain.picture_choices import PDF, PNG, SVG
from socplanner.domain.picture_options import Paper, PictureSubject
from socplanner.domain.road_map_inputs import PhaseTerms
from socplanner.domain.summary import summary_of
from socplanner.services.i18n import words_for
from socplanner.ui.pictures.picture_files import picture_bytes
from socplanner.wording.maturity_words import mean_text
from socplanner.wording.summary_words import approval_text, period_and_budget, summary_numbers
from socplanner.wording.terms import function_name, phase_name, role_name
from tests.benchmarks.maturity_figures import assessed
from tests.support.pdf_text import plain, text_of_pdf
from tests.support.plans import big_plan, hybrid_plan, sample
from tests.support.small_plan import small_plan
from tests.ui.pictures.conftest import DAY, MakePicture

SUMMARY = PictureSubject.SUMMARY


@pytest.fixture(params=["", "DejaVu Sans"])
def _font(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    """Draw in the font of the tests, and in a wide one."""
    usual = QFont(qapp.font())
    if request.param:
        qapp.setFont(QFont(request.param))
    yield
    qapp.setFont(usual)


@pytest.mark.usefixtures("_font")
@pytest.mark.parametrize("paper", [Paper.A4, Paper.A3])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["manufacturer", "bank"])
def test_every_number_is_on_the_page(
    picture_of: MakePicture, tmp_path: Path, name: str, language: Language, paper: Paper
) -> None:
    plan, words = sample(name), words_for(language)
    picture = picture_of(plan, SUMMARY, language, paper=paper, tlp=Tlp.AMBER, decision="雇う X")
    assert picture.count == 1
    text = text_of_pdf(picture_bytes(PDF, picture, "page", 72), tmp_path)
    summary = summary_of(plan, plan.phases[0].id, DAY.isoformat())
    for number in summary_numbers(summary, plan.cost, words):
        for part in (number.title, number.now, number.target):
            assert plain(part) in text, part
    for phase in (plan.phases[0], plan.phases[-1]):
        assert plain(phase_name(phase, words)) in text
    for gap in summary.gaps[:6]:
        assert plain(role_name(gap.role.role, words)) in text
    assert [role.code for role in plan.roles() if role.code not in text] == []
    assert plain("雇う X") in text
    assert "TLP:AMBER" in text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("suffix", [PDF, SVG, PNG])
def test_a_plan_without_anything_stated_has_a_page_too(
    picture_of: MakePicture, suffix: str, language: Language
) -> None:
    for plan in (hybrid_plan(), small_plan()):
        assert picture_bytes(suffix, picture_of(plan, SUMMARY, language), "page", 72)


@pytest.mark.parametrize("language", LANGUAGES)
def test_period_budget_and_approval_of_the_target_are_on_the_page(
    picture_of: MakePicture, tmp_path: Path, language: Language
) -> None:
    plan = sample("bank")
    words, target = words_for(language), plan.phases[-1]
    picture = picture_of(plan, SUMMARY, language, phase=target.id, paper=Paper.A3)
    shown = text_of_pdf(picture_bytes(PDF, picture, "page", 72), tmp_path)
    for text in (*period_and_budget(target, words), approval_text(target)):
        assert plain(text) in shown
    assert target.terms.approval_number in approval_text(target)


def test_a_target_that_is_not_approved_has_an_empty_line() -> None:
    plan = small_plan()
    assert approval_text(plan.phases[-1]) == ""
    assert period_and_budget(plan.phases[-1], words_for("en")) == ()
    terms = PhaseTerms(ends="2028-03-31", approver="The board")
    phase = replace(plan.phases[-1], terms=terms)
    assert approval_text(phase) == "The board"
    assert period_and_budget(phase, words_for("en")) == ("Target: – to 2028-03-31",)


def test_a_plan_of_thousands_of_roles_stays_on_one_page(picture_of: MakePicture) -> None:
    picture = picture_of(big_plan(), SUMMARY)
    assert picture.count == 1
    image = QImage.fromData(picture_bytes(PNG, picture, "page", 72))
    assert not image.isNull()


@pytest.mark.usefixtures("_font")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["manufacturer", "bank"])
def test_the_maturity_has_every_gap_with_owner_and_day(
    picture_of: MakePicture, tmp_path: Path, name: str, language: Language
) -> None:
    plan, words = sample(name), words_for(language)
    picture = picture_of(plan, PictureSubject.MATURITY, language)
    text = text_of_pdf(picture_bytes(PDF, picture, "maturity", 72), tmp_path)
    summary = summary_of(plan, plan.phases[0].id, DAY.isoformat())
    assert len(summary.gaps) > 20
    for gap in summary.gaps:
        assert plain(role_name(gap.role.role, words)) in text
        assert plain(f"{gap.role.score} → {gap.role.aim}") in text
        assert gap.role.until in text
    for code, group in summary.functions.items():
        assert plain(plan.catalogue.function_by_code[code].short.in_(language)) in text
        assert plain(mean_text(group.mean)) in text


def test_gaps_continue_on_further_pages_and_none_is_left_out(picture_of: MakePicture) -> None:
    assert picture_of(hybrid_plan(), PictureSubject.MATURITY).count == 1
    # Two pages of gaps, and one of the scores of all roles.
    assert picture_of(sample("manufacturer"), PictureSubject.MATURITY).count == 3


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["manufacturer", "bank"])
def test_the_last_page_has_the_scores_of_every_role(
    picture_of: MakePicture, tmp_path: Path, name: str, language: Language
) -> None:
    plan, words = sample(name), words_for(language)
    picture = picture_of(plan, PictureSubject.MATURITY, language)
    text = text_of_pdf(picture_bytes(PDF, picture, "maturity", 72), tmp_path)
    for role in plan.roles():
        assert role.code in text
        assert plain(role_name(role, words)) in text
    for function in plan.catalogue.functions:
        assert plain(function_name(function.code, plan.catalogue, words)) in text


def test_thousands_of_scores_are_on_many_pages(picture_of: MakePicture) -> None:
    plan = assessed(big_plan(roles=1_000, parties=5))
    assert picture_of(plan, PictureSubject.MATURITY).count > 20
