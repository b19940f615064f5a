"""The bar of moments shows what fits into it, and the date in each width."""

from collections.abc import Iterator
from types import MappingProxyType

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from socplanner.domain.calendar_days import CalendarDay, PublicHolidays
from socplanner.domain.coverage import DayKind
from socplanner.domain.local_text import LANGUAGES, Language, LocalText
from socplanner.domain.role_coverage import SUNDAY_NIGHT
from socplanner.services.i18n import words_for
from socplanner.services.translator import Translator
from socplanner.ui.kit.moment_bar import MomentBar

MAY = "2027-05-03"
HOLIDAYS = PublicHolidays("JP", 2027, MappingProxyType({}), "a table", 1949, 2099)
DAY = CalendarDay(
    MAY,
    DayKind.HOLIDAY,
    DayKind.SUNDAY,
    LocalText("憲法記念日", "Constitution Day"),
    is_closed=False,
    holidays=HOLIDAYS,
)


@pytest.fixture(params=LANGUAGES)
def bar(qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[MomentBar]:
    """Yield a bar in no layout, in each language."""
    language: Language = request.param
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(1600, 100)
    bar = MomentBar(Translator(words_for(language)), host)
    host.show()
    yield bar
    host.close()


def shown(bar: MomentBar) -> tuple[bool, ...]:
    """Return whether presets, field, opener, label and button are shown."""
    parts = (bar.presets, bar.date, bar.opener, bar.label, bar.button)
    return tuple(not each.isHidden() for each in parts)


def test_the_narrower_it_is_the_less_stands_side_by_side(bar: MomentBar) -> None:
    bar.show_moment(DAY.at(600), DAY)
    seen: list[tuple[bool, ...]] = []
    for width in range(1500, 100, -5):
        bar.resize(width, 40)
        text = bar.label.text() if bar.button.isHidden() else bar.button.text()
        assert (MAY in text) is bar.date.isHidden()
        assert text.endswith("10:00")
        if not seen or seen[-1] != shown(bar):
            seen.append(shown(bar))
    assert seen[0] == (True, True, False, True, False)
    assert seen[-2:] == [(False, True, False, False, True), (False, False, False, False, True)]
    assert len(seen) == len(set(seen)), "it never goes back to what was there before"


def test_nothing_that_is_shown_is_cut_off(bar: MomentBar) -> None:
    for day in (DAY, None):
        bar.show_moment(SUNDAY_NIGHT if day is None else day.at(0), day)
        for width in range(1500, bar.least_width(), -25):
            bar.resize(width, 40)
            QApplication.processEvents()
            for part in (bar.presets, bar.date, bar.label, bar.button):
                if not part.isHidden():
                    least = part.minimumSizeHint() if part is bar.date else part.sizeHint()
                    assert part.width() >= least.width() - 1, (width, part)


def test_another_width_is_announced(bar: MomentBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.width_needed, timeout=1000):
        bar.show_moment(DAY.at(600), DAY)
    with qtbot.assertNotEmitted(bar.width_needed):
        bar.show_moment(DAY.at(660), DAY)
