"""A move changes the two lanes it touches: the others keep their cards where and as they are."""

import pytest

from socplanner.domain.catalogue import Catalogue
from socplanner.domain.local_text import LANGUAGES, Language
from tests.support.board_sheet import SIZES, BoardSheet, changes_by_moves
from tests.support.lanes import II, UNPLACED, I


@pytest.fixture(scope="module", params=LANGUAGES)
def sheet(qapp: object, catalogue: Catalogue, request: pytest.FixtureRequest) -> BoardSheet:
    """Return the board in each language."""
    return BoardSheet(catalogue, request.param)


@pytest.mark.parametrize("is_walk", [True, False], ids=["in a row", "single"])
@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_200_random_moves_change_little(
    sheet: BoardSheet, size: tuple[int, int], *, is_walk: bool
) -> None:
    for seed in (1, 2, 3):
        changes = changes_by_moves(sheet, size, seed, walk=is_walk)
        assert changes.resized < 0.03
        assert changes.displaced < 0.05
        assert changes.scrolled == 0


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("pixels", [13, 16])
def test_larger_fonts_change_no_more(
    qapp: object, catalogue: Catalogue, language: Language, pixels: int
) -> None:
    sheet = BoardSheet(catalogue, language, pixels)
    for size in (SIZES["checks closed"], SIZES["checks open"]):
        for is_walk in (True, False):
            changes = changes_by_moves(sheet, size, 1, walk=is_walk)
            assert changes.resized < 0.03
            assert changes.displaced < 0.05
            assert changes.scrolled == 0


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_a_card_that_comes_back_finds_the_board_as_it_was(
    sheet: BoardSheet, size: tuple[int, int]
) -> None:
    placement = sheet.placed(sheet.default_lanes(), size)
    for row in placement.rows(I)[:5]:
        before = [placement.rect(each) for each in range(54)]
        for lane in (UNPLACED, II, I):
            placement.move(row, lane)
            placement.arrange(size, sheet.frame)
        style = placement.arrangement.style
        assert [placement.rect(each) for each in range(54)] == before
        assert placement.arrangement.style == style
