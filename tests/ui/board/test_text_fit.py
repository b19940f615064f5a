"""Names are broken where they look best, are never cut, and decide how small cards may be."""

import pytest
from PySide6.QtGui import QFont, QFontMetricsF

from socplanner.domain.catalogue import Catalogue
from socplanner.domain.local_text import LANGUAGES, Language
from socplanner.ui.board.lane_boxes import CardForm
from socplanner.ui.board.text_fit import SIDES, TextFit, card_height

ALL = float("inf")


def names(catalogue: Catalogue, language: Language) -> list[str]:
    """Return every name of the catalogue."""
    return [role.name.in_(language) for role in catalogue.roles]


@pytest.fixture
def fit(qapp: object) -> TextFit:
    """Return the measures of the usual font."""
    return TextFit(QFont(), ("Incident management", "インシデント分析"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_keeps_all_its_letters_and_fits_the_width(
    qapp: object, catalogue: Catalogue, language: Language
) -> None:
    fit = TextFit(QFont(), names(catalogue, language))
    for style in fit.styles(ALL):
        width = style.least_width - SIDES
        for name in names(catalogue, language):
            size = fit.name_size(name, style, style.least_width)
            metrics = QFontMetricsF(fit.font(size))
            lines = fit.broken(name, size, width)
            assert style.text - 2 <= size <= style.text
            assert "".join(lines).replace(" ", "") == name.replace(" ", "")
            assert len(lines) <= style.lines or fit.may_be_taller(name)
            assert max(map(metrics.horizontalAdvance, lines)) <= width + 1


def test_styles_go_from_large_to_small_and_end_with_that_to_scroll_with(fit: TextFit) -> None:
    styles = list(fit.styles(ALL))
    areas = [style.area for style in styles if style.lines == 2][:-1]
    assert areas == sorted(areas, reverse=True)
    forms = [style.form for style in styles]
    large = CardForm.LARGE
    assert forms[:4] == [large, large, CardForm.MEDIUM, CardForm.SMALL]
    assert styles[-1] == styles[3]
    assert styles[0].text >= fit.base > styles[-2].text


@pytest.mark.parametrize("form", list(CardForm))
def test_a_chosen_form_is_used_even_to_scroll(fit: TextFit, form: CardForm) -> None:
    for share in (ALL, 1):
        styles = list(fit.styles(share, form))
        assert {style.form for style in styles} == {form}
    small = next(fit.styles(1, CardForm.LARGE)).text
    assert small < next(fit.styles(ALL, CardForm.LARGE)).text, "the smaller large one scrolls"


def test_only_styles_small_enough_for_their_share_are_used(fit: TextFit) -> None:
    share = 130 * 60
    for style in list(fit.styles(share))[:-1]:
        assert style.least_width * style.height <= share
    assert len(list(fit.styles(1))) == 3


def test_japanese_breaks_where_the_script_changes(fit: TextFit) -> None:
    width = round(fit.width(10, "インシデント対")) + 1
    assert fit.broken("インシデント分析", 10, width) == ("インシデント", "分析")


def test_lines_are_even(fit: TextFit) -> None:
    width = round(fit.width(10, "Attack-response capability")) - 1
    assert fit.broken("Attack-response capability evaluation", 10, width) == (
        "Attack-response",
        "capability evaluation",
    )


def test_a_word_wider_than_the_line_is_broken_between_letters(fit: TextFit) -> None:
    lines = fit.broken("Donaudampfschifffahrt", 10, 40)
    assert "".join(lines) == "Donaudampfschifffahrt"
    assert all(fit.width(10, line) <= 40 for line in lines)


@pytest.mark.parametrize("name", ["", "髙橋𠮷野👩‍🚒", "مركز العمليات الأمنية", "A" * 200])
def test_any_name_is_broken_without_loss(fit: TextFit, name: str) -> None:
    lines = fit.broken(name, 9, 60)
    assert "".join(lines).replace(" ", "") == name.replace(" ", "")


def test_a_long_name_does_not_make_every_card_large(qapp: object) -> None:
    short = TextFit(QFont(), ("Triage",))
    long = TextFit(QFont(), ("Triage", "word " * 40))
    assert list(short.styles(ALL)) == list(long.styles(ALL))


def test_text_sizes_follow_the_font_size_of_the_system(qapp: object) -> None:
    font = QFont()
    font.setPixelSize(26)
    styles = list(TextFit(font, ("Triage",)).styles(ALL))
    assert [(style.text, style.height) for style in styles[:2]] == [(30, 224), (26, 204)]
    assert min(style.text for style in styles) == 15


def test_a_card_is_as_high_as_its_lines() -> None:
    assert card_height(10, 3) - card_height(10, 2) == 12
    heights = [card_height(10, 2, form) for form in CardForm]
    assert heights == sorted(heights)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("アラートの切り分けと一次対応", ("アラートの", "切り分けと一次対応")),
        ("リアルタイムアナリシス（即時分析）", ("リアルタイム", "アナリシス", "（即時分析）")),
        ("脅威情報の収集および分析と評価", ("脅威情報の収集", "および分析と評価")),
        ("ネットワークフォレンジック", ("ネットワーク", "フォレンジック")),
    ],
)
def test_japanese_breaks_between_phrases_and_words(
    qapp: object, catalogue: Catalogue, name: str, expected: tuple[str, ...]
) -> None:
    fit = TextFit(QFont(), names(catalogue, "ja"))
    width = round(max(fit.width(10, line) for line in expected)) + 6
    assert fit.broken(name, 10, width) == expected
