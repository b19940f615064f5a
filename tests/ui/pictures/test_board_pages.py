"""Every card of a board is on a page, inside it, whatever plan, paper or size of cards."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSizeF

from socplanner.domain.board_choices import LANE_KINDS, LaneKind
from socplanner.domain.catalogue import Area, Role
from socplanner.domain.checks.finding import Severity
from socplanner.domain.history import Edit
from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.local_text import LocalText
from socplanner.domain.new_plan import NOW
from socplanner.domain.phases import with_duties
from socplanner.domain.picture_options import PictureOptions, PictureSubject
from socplanner.domain.plan import CustomRoles, Duty, Plan
from socplanner.domain.role_filter import RoleFilter
from socplanner.services.i18n import words_for
from socplanner.ui.board.area_lanes import lanes_by_area
from socplanner.ui.board.card import Card
from socplanner.ui.board.geometry import Rect
from socplanner.ui.board.lane_boxes import CardForm, CardStyle
from socplanner.ui.board.lane_kinds import lane_maker
from socplanner.ui.board.lanes import Axes, Lane, LaneHeading, LaneId, LaneMaker, LaneSet, LaneSpot
from socplanner.ui.kit.appearance import palette_of
from socplanner.ui.pictures.board_pages import BoardPages
from socplanner.ui.pictures.picture_facts import picture_facts
from socplanner.wording.language import Words
from tests.support.plans import hybrid_plan
from tests.ui.pictures.conftest import DAY

A4 = QSizeF(786, 440)
Drawn = list[tuple[Card, Rect, CardStyle]]


class Recorder:
    """Records cards instead of drawing them."""

    def __init__(self) -> None:
        """Begin with nothing drawn."""
        self.drawn: Drawn = []

    def draw(self, _: object, card: Card, rect: Rect, style: CardStyle) -> None:
        self.drawn.append((card, rect, style))


class Silent:
    """A lane painter that draws nothing, but is as high as one that does."""

    def __init__(self, real: object) -> None:
        """Be as high as `real`."""
        self.heading_height = real.heading_height  # type: ignore[attr-defined]
        self.caption_height = real.caption_height  # type: ignore[attr-defined]
        self.frame = real.frame  # type: ignore[attr-defined]

    def draw_lane(self, *_: object, **__: object) -> None:
        """Draw nothing."""

    draw_axes = draw_lane


class NoPainter:
    """Stands for a painter."""

    def __getattr__(self, _: str) -> Callable[..., None]:
        return lambda *_: None


def pages_of(
    plan: Plan, size: QSizeF, lanes: LaneMaker = lanes_by_area, **options: object
) -> BoardPages:
    """Return the pages of `plan`, which record cards instead of drawing them."""
    chosen = replace(
        PictureOptions(PictureSubject.BOARD, plan.phases[0].id),
        **options,  # type: ignore[arg-type]
    )
    facts = picture_facts(plan, chosen, words_for("ja"), DAY)
    pages = BoardPages(facts, lanes, size, palette_of(is_dark=False))
    pages._painter = Recorder()  # type: ignore[assignment]
    pages._lane_painter = Silent(pages._lane_painter)  # type: ignore[assignment]
    return pages


def cards_on(pages: BoardPages, page: int) -> Drawn:
    """Return the cards of `page`."""
    recorder = pages._painter
    assert isinstance(recorder, Recorder)
    recorder.drawn.clear()
    pages.draw(NoPainter(), page)  # type: ignore[arg-type]
    return list(recorder.drawn)


def assert_complete(plan: Plan, pages: BoardPages, size: QSizeF) -> None:
    """Assert that each role has one card, on a page, apart from the others."""
    codes = []
    for page in range(pages.count):
        drawn = cards_on(pages, page)
        codes += [card.code for card, _, _ in drawn]
        rects = [rect for _, rect, _ in drawn]
        for at, rect in enumerate(rects):
            assert rect.x >= 0
            assert rect.right * pages.scale <= size.width() + 1
            assert rect.y >= 0
            assert rect.bottom * pages.scale <= size.height() + 1
            assert not any(rect.meets(other) for other in rects[at + 1 :])
    assert sorted(codes) == sorted(role.code for role in plan.roles())


def with_custom_roles(plan: Plan, names: list[str], areas: list[Area]) -> Plan:
    """Return `plan` with a role for each of `names`, and every role in one of `areas`."""
    function = plan.catalogue.functions[0].code
    made = tuple(
        Role(RoleId(f"own:X-{n}"), f"X-{n}", function, LocalText.same(name))
        for n, name in enumerate(names)
    )
    plan = replace(plan, custom_roles=CustomRoles(made))
    duties = {role.id: Duty(areas[at % len(areas)]) for at, role in enumerate(plan.roles())}
    return with_duties(plan, plan.phases[0].id, duties)


NAMES = st.lists(
    st.text(st.sampled_from("計画監視あいアナリシスtest -&<"), min_size=1, max_size=60),
    max_size=120,
)


@given(NAMES, st.lists(st.sampled_from(list(Area)), min_size=1, max_size=9), st.data())
def test_every_role_of_any_plan_is_on_the_pages(
    qapp: object, names: list[str], areas: list[Area], data: st.DataObject
) -> None:
    plan = with_custom_roles(hybrid_plan(None), names, areas)
    size = data.draw(st.sampled_from([A4, QSizeF(1100, 700), QSizeF(500, 650)]))
    form = data.draw(st.sampled_from(["automatic", "small", "medium", "large"]))
    assert_complete(plan, pages_of(plan, size, card_size=form), size)


@pytest.mark.parametrize("size", [A4, QSizeF(1130, 660), QSizeF(1600, 1000)])
def test_the_usual_roles_are_on_one_page(qapp: object, size: QSizeF) -> None:
    plan = hybrid_plan()
    pages = pages_of(plan, size)
    assert pages.count == 1
    assert_complete(plan, pages, size)
    style = cards_on(pages, 0)[0][2]
    assert style.text * pages.scale >= 8.5


def test_larger_papers_have_larger_cards(qapp: object) -> None:
    forms = [
        cards_on(pages_of(hybrid_plan(), size), 0)[0][2].form
        for size in (A4, QSizeF(1130, 660), QSizeF(1600, 1000))
    ]
    assert forms == [CardForm.SMALL, CardForm.MEDIUM, CardForm.LARGE]


def test_only_roles_that_match_are_drawn(qapp: object) -> None:
    pages = pages_of(hybrid_plan(), A4, search="C-1")
    assert [card.code for card, _, _ in cards_on(pages, 0)] == ["C-1"]


def test_only_roles_that_pass_the_filter_are_drawn(qapp: object) -> None:
    filtered = RoleFilter(frozenset("C"), severities=frozenset(Severity))
    pages = pages_of(hybrid_plan(), A4, role_filter=filtered)
    facts = picture_facts(
        hybrid_plan(), PictureOptions(PictureSubject.BOARD, NOW), words_for("en"), DAY
    )
    wanted = {role.code for role in facts.roles if role.function == "C" and facts.findings[role.id]}
    assert {card.code for card, _, _ in cards_on(pages, 0)} == wanted


def one_lane_each(plan: Plan, _: PhaseId, __: Words) -> LaneSet:
    """Return a lane for each function: nine columns, too many for a page."""

    def edit(roles: frozenset[RoleId], lane: LaneId) -> Edit:
        raise NotImplementedError

    lanes = tuple(
        Lane(LaneId(each.code), LaneSpot(at, 0), each.code, (LaneHeading(each.code, "", ""),))
        for at, each in enumerate(plan.catalogue.functions)
    )
    return LaneSet(lanes, Axes(), lambda role, _: LaneId(role.function), edit)


def test_lanes_of_another_kind_are_drawn_completely(qapp: object) -> None:
    plan = hybrid_plan()
    assert_complete(plan, pages_of(plan, A4, one_lane_each), A4)


@pytest.mark.parametrize("kind", LANE_KINDS)
@pytest.mark.parametrize("size", [A4, QSizeF(1130, 660)])
def test_every_kind_of_lanes_is_drawn_completely(
    qapp: object, kind: LaneKind, size: QSizeF
) -> None:
    plan = hybrid_plan()
    pages = pages_of(plan, size, lane_maker(kind, lambda _: ()))
    assert_complete(plan, pages, size)


def test_mirrored_areas_exchange_left_and_right(qapp: object) -> None:
    def left(pages: BoardPages) -> dict[str, int]:
        return {card.code: rect.x for card, rect, _ in cards_on(pages, 0)}

    usual = left(pages_of(hybrid_plan(), A4))
    mirrored = left(pages_of(hybrid_plan(), A4, mirrored=True))
    assert usual["A-1"] > usual["C-1"]
    assert mirrored["A-1"] < mirrored["C-1"]
