"""The start page: what it offers, what it knows of recent plans, and where its cards lead."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from socplanner.domain.catalogue import Catalogue, Sourcing
from socplanner.domain.checks.finding import Severity
from socplanner.services import plan_glance
from socplanner.services.i18n import words_for
from socplanner.services.plan_files import save_plan
from socplanner.services.plan_glance import glance_at
from socplanner.services.translator import Translator
from socplanner.ui.kit.icons import program_icon
from socplanner.ui.kit.mini_board import mini_lanes
from socplanner.ui.kit.samples import samples
from socplanner.ui.start.start_page import StartPage
from tests.support.plans import hybrid_plan


@pytest.fixture
def recent(tmp_path: Path) -> list[str]:
    """Return the paths of a plan, of a broken file and of a file that is gone."""
    save_plan(replace(hybrid_plan(), organisation="R&D <b>"), tmp_path / "plan.socplan")
    (tmp_path / "broken.socplan").write_text("format: x\n", encoding="utf-8")
    return [str(tmp_path / f"{name}.socplan") for name in ("plan", "broken", "gone")]


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    """Return the window of the page."""
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.resize(1280, 780)
    return owner


@pytest.fixture
def page(
    qtbot: QtBot, owner: QWidget, catalogue: Catalogue, translator: Translator, recent: list[str]
) -> StartPage:
    """Return the page, shown, every recent plan looked into."""
    page = StartPage(catalogue, program_icon(), translator, owner)
    page.resize(owner.size())
    page.show_plans(recent, samples(translator.words), can_leave=False)
    owner.show()
    qtbot.waitUntil(lambda: page.recent.rows[-1].problem_text != "")
    return page


def test_recent_plans_are_named_and_those_that_do_not_open_are_marked(page: StartPage) -> None:
    rows = page.recent.rows
    assert [row.text() for row in rows] == ["R&&D <b>", "broken", "gone"]
    assert [row.problem_text for row in rows] == [
        "",
        "The file cannot be read",
        "The file was not found",
    ]
    assert "&lt;b&gt;" in rows[0].toolTip()
    assert rows[2].accessibleName().endswith("The file was not found")


def test_a_click_opens_a_recent_plan(qtbot: QtBot, page: StartPage, recent: list[str]) -> None:
    with qtbot.waitSignal(page.plan_chosen) as chosen:
        QTest.mouseClick(page.recent.rows[0], Qt.MouseButton.LeftButton)
    assert chosen.args == [recent[0]]


def test_a_click_on_a_pattern_or_a_sample_begins_with_it(qtbot: QtBot, page: StartPage) -> None:
    assert [card.text() for card in page.patterns] == [
        "Minimum insource",
        "Hybrid",
        "Minimum outsource",
        "Full insource",
    ]
    assert page.patterns[3].about == "In-house 54"
    with qtbot.waitSignal(page.new_requested) as new:
        page.patterns[1].click()
    assert new.args == ["hybrid"]
    with qtbot.waitSignal(page.sample_chosen) as sample:
        page.samples[0].click()
    assert sample.args is not None
    assert sample.args[0].endswith("manufacturer.socplan")


@pytest.mark.parametrize(
    ("card", "signal"),
    [
        (lambda page: page.new, lambda page: page.new_requested),
        (lambda page: page.open, lambda page: page.open_requested),
        (lambda page: page.import_, lambda page: page.import_requested),
        (lambda page: page.back, lambda page: page.closed),
    ],
    ids=["new", "open", "import", "back"],
)
def test_each_command_is_passed_on(
    qtbot: QtBot,
    page: StartPage,
    card: Callable[[StartPage], QWidget],
    signal: Callable[[StartPage], object],
) -> None:
    with qtbot.waitSignal(signal(page)):
        QTest.keyClick(card(page), Qt.Key.Key_Space)


def test_the_button_back_is_for_an_open_plan(page: StartPage) -> None:
    assert not page.back.isVisible()
    page.show_plans([], (), can_leave=True)
    assert page.back.isVisible()
    assert page.recent.rows == []


def test_it_follows_the_language(page: StartPage, translator: Translator) -> None:
    translator.use(words_for("ja"))
    assert page.open.text() == "開く"
    assert page.patterns[1].text() == "ハイブリッド"


def test_pictures_have_the_roles_of_their_area() -> None:
    plan = hybrid_plan()
    lanes = mini_lanes(plan, plan.phases[0].id)
    assert sorted(len(lane.cards) for lane in lanes) == [8, 13, 13, 20]
    assert sum(lane.cards.count(Sourcing.OUTSOURCE) for lane in lanes) == 20


def test_a_glance_counts_what_the_plan_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "plan.socplan"
    save_plan(hybrid_plan(), place)
    glance = glance_at(place)
    assert glance.sourcings[Sourcing.INSOURCE] == 31
    assert glance.findings == {Severity.INFO: 2}
    assert glance.changed is not None
    monkeypatch.setattr(plan_glance, "MOST_BYTES", 10)
    large = glance_at(place)
    assert (large.organisation, large.problem) == ("", "")
    assert large.changed == glance.changed


def test_with_text_of_twice_the_size_nothing_is_cut_off_at_the_side(
    page: StartPage, owner: QWidget
) -> None:
    font = QFont(owner.font())
    font.setPointSizeF(font.pointSizeF() * 2)
    owner.setFont(font)
    QCoreApplication.processEvents()
    area = page.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    content = area.widget()
    assert content is not None
    assert content.minimumSizeHint().width() <= area.viewport().width()
    assert page.minimumSizeHint().width() <= owner.width()
