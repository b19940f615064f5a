"""Every text of every card and lane has its room, in both languages, for any distribution."""

from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from socplanner.domain.assessment_edits import SetScore
from socplanner.domain.catalogue import PARTY_KINDS, Catalogue, Sourcing
from socplanner.domain.checks.finding import Severity
from socplanner.domain.duty_edits import ChangeSourcing
from socplanner.domain.local_text import LANGUAGES
from socplanner.domain.plan import Aim, Duty
from socplanner.services.i18n import words_for
from socplanner.ui.board.card import Badge, Card, card_of
from socplanner.ui.board.card_face import Inscription, Part, face_of
from socplanner.ui.board.geometry import Rect
from socplanner.ui.board.lane_boxes import CardForm, CardStyle
from socplanner.ui.board.lanes import LaneId
from socplanner.ui.board.placement import Placement
from socplanner.ui.board.text_fit import RAIL, SIDES, TextFit, card_height
from tests.support.board_sheet import SIZES, BoardSheet
from tests.support.geometry import encloses
from tests.support.lanes import LANES
from tests.support.plans import hybrid_plan
from tests.ui.board.conftest import LEAST

SLACK = 1.0
"""Letters may reach so far over their own line."""

weights = st.lists(st.floats(0, 1), min_size=5, max_size=5)
BADGES = tuple(
    Badge(initials, PARTY_KINDS[place % 3], place % 2 == 0, place % 3 == 0)
    for place, initials in enumerate(("CISO", "統括", "SecM", "監", "CSIRT"))
)


def spread(sheet: BoardSheet, weights: list[float], seed: int) -> Placement:
    """Return the roles spread over the lanes by `weights`, on a board of some size."""
    dice = Random(seed)
    return sheet.placed(sheet.spread(weights, dice), dice.choice((LEAST, *SIZES.values())))


def card(sheet: BoardSheet, row: int, seed: int) -> Card:
    """Return the card of a role with any marks and badges."""
    return sheet.card(row, BADGES, Random(f"{seed} {row}"))


@pytest.fixture(scope="module", params=LANGUAGES)
def sheet(qapp: object, catalogue: Catalogue, request: pytest.FixtureRequest) -> BoardSheet:
    """Return a sheet in each language."""
    return BoardSheet(catalogue, request.param)


def test_the_fonts_here_can_write_what_is_measured(qapp: object) -> None:
    assert QFontMetricsF(QFont()).inFontUcs4(ord("A"))


@given(weights, st.integers(0, 10_000))
def test_all_cards_are_seen_without_scrolling_and_no_text_is_clipped(
    sheet: BoardSheet, weights: list[float], seed: int
) -> None:
    placement = spread(sheet, weights, seed)
    board = placement.arrangement
    assert board.width <= board.size[0]
    assert board.height <= board.size[1]
    assert sum(lane.count for lane in board.lanes) == 54
    for row in range(54):
        place = placement.rect(row)
        face = face_of(card(sheet, row, seed), place[2:], board.style, sheet.fit)
        check_face(face, place, sheet.fit)


@given(weights, st.integers(0, 10_000))
def test_who_is_accountable_is_seen_on_every_card(
    sheet: BoardSheet, weights: list[float], seed: int
) -> None:
    placement = spread(sheet, weights, seed)
    style = placement.arrangement.style
    for row in range(54):
        plain = card(sheet, row, seed)
        full = plain._replace(badges=BADGES, severity=Severity.ERROR, deviates=True)
        face = face_of(full, placement.rect(row)[2:], style, sheet.fit)
        assert {each.part for each in face} & {Part.ACCOUNTABLE, Part.BOTH}


@pytest.mark.parametrize("size", [LEAST, *SIZES.values()])
@pytest.mark.parametrize("lane", LANES)
def test_all_54_in_one_lane_are_seen_and_legible(
    sheet: BoardSheet, lane: LaneId, size: tuple[int, int]
) -> None:
    placement = sheet.placed([lane] * 54, size)
    assert placement.arrangement.height <= size[1]
    assert placement.arrangement.style.text >= 8


@given(weights, st.integers(0, 10_000))
def test_the_texts_of_headings_have_space(
    sheet: BoardSheet, weights: list[float], seed: int
) -> None:
    placement = spread(sheet, weights, seed)
    for lane in placement.arrangement.lanes:
        texts = sheet.lanes.texts(lane)
        assert texts
        for text in texts:
            metrics = QFontMetricsF(sheet.fit.font(text.size, is_bold=text.is_bold))
            assert metrics.horizontalAdvance(text.text) <= text.rect.width() + SLACK
            assert QRectF(*lane.rect).contains(text.rect)
        for at, text in enumerate(texts):
            assert not any(text.rect.intersects(other.rect) for other in texts[at + 1 :])


def check_face(face: tuple[Inscription, ...], place: Rect, fit: TextFit) -> None:
    """Fail if a text of a card leaves the card, its own place, or lies over another."""
    whole = Rect(0, 0, place.width, place.height)
    for at, inscription in enumerate(face):
        assert encloses(whole, inscription.rect), inscription
        others = [other for other in face[at + 1 :] if other.rect.meets(inscription.rect)]
        assert not others, (inscription, others)
        if not inscription.text:
            assert inscription.rect.width >= inscription.size - 1  # a sign fills its place
            continue
        ink = written(inscription, fit)
        rect = QRectF(*inscription.rect).adjusted(-SLACK, -SLACK, SLACK, SLACK)
        if inscription.part is Part.NAME:
            # a bracket at the begin of a line may reach into the padding, but not to the border
            rect.setLeft(RAIL)
            rect.setRight(place.width - 1)
        assert rect.contains(ink), (inscription, ink)


def written(inscription: Inscription, fit: TextFit) -> QRectF:
    """Return where the letters of a text are, as the painter puts them."""
    metrics = QFontMetricsF(fit.font(inscription.size, is_bold=inscription.is_bold))
    ink = metrics.tightBoundingRect(inscription.text)
    rect = QRectF(*inscription.rect)
    if inscription.part is Part.NAME:
        return ink.translated(rect.x(), rect.y() + inscription.size)
    wide = metrics.horizontalAdvance(inscription.text)
    baseline = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2
    return ink.translated(rect.center().x() - wide / 2, baseline)


def parts(card: Card, width: int, fit: TextFit) -> Iterator[Part]:
    """Yield what stands on a card."""
    return (inscription.part for inscription in face_of(card, (width, 41), SMALL, fit))


SMALL = CardStyle(10, 2, 116, 41)
MEDIUM, LARGE = (
    CardStyle(13, 2, 200, card_height(13, 2, form), form)
    for form in (CardForm.MEDIUM, CardForm.LARGE)
)
PLAIN = Card("B-3", "B", "Triage", Sourcing.BOTH, BADGES[:2], None, False)


def test_a_small_card_shows_code_parties_and_name(sheet: BoardSheet) -> None:
    text = [each.text for each in face_of(PLAIN, (160, 41), SMALL, sheet.fit)]
    assert text == ["B-3", "CISO", "統括", "Triage"]


def test_a_medium_card_has_the_sign_of_its_sourcing_and_parties_below(sheet: BoardSheet) -> None:
    face = face_of(PLAIN, (200, MEDIUM.height), MEDIUM, sheet.fit)
    check_face(face, Rect(0, 0, 200, MEDIUM.height), sheet.fit)
    by_text = {each.text: each for each in face}
    assert list(by_text) == ["B-3", "", "Triage", "CISO", "統括"]
    assert by_text["CISO"].rect.y > by_text["Triage"].rect.y


def test_a_large_card_has_its_sourcing_in_words_and_its_coverage(sheet: BoardSheet) -> None:
    card = PLAIN._replace(sourcing_name="Both", coverage="24x365")
    face = face_of(card, (240, LARGE.height), LARGE, sheet.fit)
    check_face(face, Rect(0, 0, 240, LARGE.height), sheet.fit)
    assert [each.text for each in face] == ["B-3", "", "Both", "Triage", "24x365", "CISO", "統括"]


def test_coverage_and_maturity_stand_side_by_side_where_they_fit(sheet: BoardSheet) -> None:
    card = PLAIN._replace(coverage="24x365", maturity="Maturity 3 → 4")
    face = face_of(card, (260, LARGE.height), LARGE, sheet.fit)
    check_face(face, Rect(0, 0, 260, LARGE.height), sheet.fit)
    about = [each for each in face if each.part is Part.ABOUT]
    assert [each.text for each in about] == ["24x365", "Maturity 3 → 4"]
    assert about[0].rect.right < about[1].rect.x
    longer = card._replace(coverage="on weekdays from 9:00 to 18:00, else on call")
    face = face_of(longer, (260, LARGE.height), LARGE, sheet.fit)
    assert [each.text for each in face if each.part is Part.ABOUT] == ["Maturity 3 → 4"]


@pytest.mark.parametrize(
    ("sourcing", "text"),
    [
        (Sourcing.INSOURCE, "Maturity 2 → 3"),
        (Sourcing.BOTH, "Maturity 2 → 5"),
        (Sourcing.OUTSOURCE, "Maturity 1 → 5"),
        (Sourcing.NOT_CARRIED_OUT, ""),
    ],
)
def test_the_maturity_is_that_of_the_sides_that_the_sourcing_uses(
    sourcing: Sourcing, text: str
) -> None:
    plan, words = hybrid_plan(), words_for("en")
    role = next(iter(plan.roles()))
    one = frozenset({role.id})
    plan = ChangeSourcing(plan.phases[0].id, one, sourcing).apply(plan)
    plan = SetScore(one, ("inhouse",), "2", "2026-11-30").apply(plan)
    duty = Duty(sourcing=sourcing, aim=Aim(inhouse="3", outsourced="5"))
    assert card_of(plan, role, duty, (), {}, words).maturity == text


def test_a_role_without_score_and_aim_shows_no_maturity() -> None:
    plan, words = hybrid_plan(), words_for("en")
    role = next(iter(plan.roles()))
    assert card_of(plan, role, Duty(), (), {}, words).maturity == ""
    aimed = Duty(sourcing=Sourcing.INSOURCE, aim=Aim(inhouse="3"))
    assert card_of(plan, role, aimed, (), {}, words).maturity == "Maturity – → 3"


def test_a_coverage_too_long_for_a_card_is_left_to_the_inspector(sheet: BoardSheet) -> None:
    card = PLAIN._replace(coverage="24x365 " * 20)
    face = face_of(card, (240, LARGE.height), LARGE, sheet.fit)
    assert Part.ABOUT not in {each.part for each in face}


def test_a_name_too_wide_for_two_lines_is_written_smaller(sheet: BoardSheet) -> None:
    name = "Incident response reporting"
    wide = int(sheet.fit.width(10, "Incident response"))
    assert sheet.fit.name_size(name, SMALL, wide + SIDES + 2) == SMALL.text
    assert sheet.fit.name_size(name, SMALL, wide + SIDES - 2) == SMALL.text - 1


def test_a_finding_and_a_deviation_are_marked_by_a_sign(sheet: BoardSheet) -> None:
    marked = PLAIN._replace(severity=Severity.ERROR, deviates=True)
    assert {Part.SEVERITY, Part.DEVIATION} <= set(parts(marked, 160, sheet.fit))
    assert not {Part.SEVERITY, Part.DEVIATION} & set(parts(PLAIN, 160, sheet.fit))


def test_badges_that_do_not_fit_are_counted(sheet: BoardSheet) -> None:
    full = PLAIN._replace(badges=BADGES)
    texts = {each.part: each.text for each in face_of(full, (110, 41), SMALL, sheet.fit)}
    shown = sum(
        part in (Part.ACCOUNTABLE, Part.RESPONSIBLE, Part.BOTH)
        for part in parts(full, 110, sheet.fit)
    )
    assert texts[Part.MORE] == f"+{len(BADGES) - shown}"


def test_a_party_with_both_letters_has_one_badge(sheet: BoardSheet) -> None:
    both = PLAIN._replace(badges=(Badge("SOC", "provider", True, True),))
    assert list(parts(both, 160, sheet.fit)).count(Part.BOTH) == 1


@pytest.mark.parametrize("code", ["B-3", "G-10", "R-00001", "OWN-ROLE-0123456789"])
def test_a_long_code_is_written_smaller_not_cut(sheet: BoardSheet, code: str) -> None:
    face = face_of(PLAIN._replace(code=code), (120, 41), SMALL, sheet.fit)
    assert face[0].text == code
    assert encloses(Rect(0, 0, 120, 60), face[0].rect)
