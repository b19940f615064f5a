"""The road map on pages has every role that changes, its owner and the phases."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.duty_edits import ChangeSourcing
from socplanner.domain.ids import PhaseId
from socplanner.domain.local_text import LANGUAGES, Language
from socplanner.domain.phase_edits import AddPhase
from socplanner.domain.picture_choices import PDF, PNG, SVG
from socplanner.domain.picture_options import Paper, PictureSubject
from socplanner.domain.plan import Plan
from socplanner.domain.road_map.moves import all_moves
from socplanner.domain.road_map_edits import SetMove
from socplanner.domain.road_map_inputs import StatedMove
from socplanner.services import paths
from socplanner.services.i18n import words_for
from socplanner.services.plan_files import open_plan
from socplanner.ui.pictures.picture_files import picture_bytes
from socplanner.wording.road_map_words import owner_initials
from socplanner.wording.terms import party_name, phase_name, role_name
from tests.benchmarks.road_map_figures import moving
from tests.support.pdf_text import plain, text_of_pdf
from tests.support.plans import big_plan, hybrid_plan
from tests.support.small_plan import A3, A4, TARGET, small_plan, text
from tests.ui.pictures.conftest import MakePicture

ROAD_MAP = PictureSubject.ROAD_MAP


@pytest.fixture(scope="module")
def sample() -> Plan:
    """Return the sample with stated moves."""
    return open_plan(paths.resources() / "examples" / "manufacturer.socplan").plan


@pytest.mark.parametrize("paper", [Paper.A4, Paper.A3])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_move_is_on_the_page(
    picture_of: MakePicture, tmp_path: Path, sample: Plan, language: Language, paper: Paper
) -> None:
    words = words_for(language)
    picture = picture_of(sample, ROAD_MAP, language, paper=paper)
    assert picture.count == 1
    text = text_of_pdf(picture_bytes(PDF, picture, "page", 72), tmp_path)
    moves = [move for move in all_moves(sample) if not move.is_minor]
    for move in moves:
        assert move.role.code in text
        assert plain(role_name(move.role, words)) in text
        assert plain(owner_initials(sample, move.stated, words)) in text
    for phase in sample.phases:
        assert plain(phase_name(phase, words)) in text
    assert "B-1" not in text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("suffix", [PDF, SVG, PNG])
def test_a_plan_without_days_or_moves_has_a_page_too(
    picture_of: MakePicture, suffix: str, language: Language
) -> None:
    one = hybrid_plan()
    for plan in (one, replace(one, phases=one.phases[:1])):
        assert picture_bytes(suffix, picture_of(plan, ROAD_MAP, language), "page", 72)


@pytest.mark.parametrize("language", LANGUAGES)
def test_by_owner_each_party_has_its_name_above_its_moves(
    picture_of: MakePicture, tmp_path: Path, sample: Plan, language: Language
) -> None:
    words = words_for(language)
    picture = picture_of(sample, ROAD_MAP, language, order="owner")
    text = text_of_pdf(picture_bytes(PDF, picture, "page", 72), tmp_path)
    moves = [move for move in all_moves(sample) if not move.is_minor]
    owners = [each for each in sample.parties if any(m.stated.owner == each.id for m in moves)]
    assert len(owners) > 2
    places = [text.index(plain(party_name(party, words))) for party in owners]
    assert places == sorted(places)
    for move in moves:
        assert move.role.code in text


def test_a_role_stands_where_its_first_move_begins(picture_of: MakePicture, tmp_path: Path) -> None:
    plan = small_plan()
    plan = AddPhase(PhaseId("later"), text("Later")).apply(plan)
    plan = ChangeSourcing(PhaseId("later"), frozenset({A3}), Sourcing.OUTSOURCE).apply(plan)
    for phase, role, begins in (
        (TARGET, A3, "2027-04-01"),
        (PhaseId("later"), A3, "2030-04-01"),
        (TARGET, A4, "2028-04-01"),
    ):
        plan = SetMove(phase, role, StatedMove(begins=begins, ends=begins)).apply(plan)
    picture = picture_of(plan, ROAD_MAP, order="begin")
    shown = text_of_pdf(picture_bytes(PDF, picture, "page", 72), tmp_path)
    assert shown.index("A-3") < shown.index("A-4")


def test_the_name_of_an_owner_is_on_every_page_of_its_moves(
    picture_of: MakePicture, tmp_path: Path
) -> None:
    plan = moving(big_plan(roles=300, parties=3))
    picture = picture_of(plan, ROAD_MAP, order="owner")
    assert picture.count > 3
    shown = text_of_pdf(picture_bytes(PDF, picture, "page", 72), tmp_path)
    assert shown.count(plain("no owner")) == picture.count


def test_a_search_leaves_roles_out(picture_of: MakePicture, tmp_path: Path, sample: Plan) -> None:
    picture = picture_of(sample, ROAD_MAP, search="H-2")
    text = text_of_pdf(picture_bytes(PDF, picture, "page", 72), tmp_path)
    assert "H-2" in text
    assert "D-3" not in text


def test_thousands_of_moves_are_on_many_pages(picture_of: MakePicture) -> None:
    plan = moving(big_plan(600, 5))
    picture = picture_of(plan, ROAD_MAP)
    assert picture.count > 8
    image = QImage.fromData(picture_bytes(PNG, picture_of(plan, ROAD_MAP, paper=Paper.A2), "p", 72))
    assert not image.isNull()
