"""Chips set the filter of the window, and a cross clears one condition of it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from socplanner.domain.catalogue import Area, Sourcing
from socplanner.domain.checks.finding import Severity
from socplanner.domain.ids import PartyId
from socplanner.domain.party_edits import RemoveParty
from socplanner.domain.role_filter import NO_FILTER, NO_LETTER, RoleFilter
from socplanner.services.document import Document
from socplanner.services.i18n import words_for
from socplanner.services.translator import Translator
from socplanner.ui.filters.choice_button import ChoiceButton
from socplanner.ui.filters.filter_chips import FilterChips
from socplanner.ui.filters.filter_choices import KINDS, chosen_ids, filter_of
from socplanner.ui.kit.plan_context import PlanContext

SOC = PartyId("soc")


@pytest.fixture
def strip(qtbot: QtBot) -> QWidget:
    """Return a widget to put the chips on."""
    strip = QWidget()
    qtbot.addWidget(strip)
    return strip


@pytest.fixture
def chips(context: PlanContext, strip: QWidget) -> FilterChips:
    """Return the chips, shown, with space for those that are set."""
    chips = FilterChips(context, strip)
    strip.resize(900, 40)
    chips.resize(900, 40)
    chips.width_changed.connect(lambda: chips.fit(900))
    chips.fit(900)
    strip.show()
    return chips


def pick(chip: ChoiceButton, text: str) -> None:
    """Choose the entry of the menu that begins with `text`."""
    next(each for each in chip.menu().actions() if each.text().startswith(text)).trigger()


@pytest.mark.parametrize(
    "role_filter",
    [
        NO_FILTER,
        RoleFilter(frozenset("AB"), frozenset({Area.II}), frozenset({Sourcing.BOTH}), SOC, "R"),
        RoleFilter(
            letter=NO_LETTER,
            severities=frozenset({Severity.ERROR}),
            rules=frozenset({"R01"}),
        ),
    ],
)
def test_choices_and_filter_are_the_same_thing(role_filter: RoleFilter) -> None:
    assert filter_of({kind: chosen_ids(kind, role_filter) for kind in KINDS}) == role_filter


def test_choices_of_every_kind_reach_the_filter(chips: FilterChips, context: PlanContext) -> None:
    for kind, text in {
        "functions": "D",
        "areas": "II ",
        "sourcings": "Outsourced",
        "party": "SOC",
        "letter": "R",
        "findings": "Error",
    }.items():
        pick(chips.chips[kind], text)
    assert context.filtering.role_filter == RoleFilter(
        frozenset("D"),
        frozenset({Area.II}),
        frozenset({Sourcing.OUTSOURCE}),
        SOC,
        "R",
        frozenset({Severity.ERROR}),
    )


def test_several_choices_are_shown_by_their_short_names(chips: FilterChips) -> None:
    chip = chips.chips["functions"]
    pick(chip, "D")
    assert chip.accessibleName() == "Function: D. Incident response"
    pick(chip, "B")
    assert chip.text() == "Function: B, D"
    assert "B. Real-time analysis" in chip.accessibleName()


def test_only_chips_with_a_condition_are_shown_and_their_cross_clears_them(
    chips: FilterChips, context: PlanContext
) -> None:
    assert not any(chip.isVisible() for chip in chips.chips.values())
    context.filtering.filter(RoleFilter(frozenset("D"), party=SOC))
    assert [kind for kind, chip in chips.chips.items() if chip.isVisible()] == [
        "functions",
        "party",
    ]
    party = chips.chips["party"]
    party.resize(party.sizeHint())
    cross = QPoint(party.width() - 8, party.height() // 2)
    QTest.mouseClick(party, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, cross)
    assert context.filtering.role_filter == RoleFilter(frozenset("D"))
    QTest.keyClick(chips.chips["functions"], Qt.Key.Key_Delete)
    assert context.filtering.role_filter == NO_FILTER


def test_without_space_the_menu_has_everything_and_counts(
    chips: FilterChips, context: PlanContext
) -> None:
    context.filtering.filter(RoleFilter(frozenset("D"), party=SOC))
    chips.fit(120)
    assert not any(chip.isVisible() for chip in chips.chips.values())
    assert chips.menu_button.is_marked
    assert chips.menu_button.text() == "Filter: 2"
    assert chips.clear_action.isEnabled()
    chips.clear_action.trigger()
    assert context.filtering.role_filter == NO_FILTER
    assert not chips.menu_button.is_marked


def test_what_the_plan_no_longer_has_is_no_condition(
    context: PlanContext, document: Document
) -> None:
    context.filtering.filter(RoleFilter(frozenset("D"), party=SOC))
    document.perform(RemoveParty(SOC))
    assert context.filtering.role_filter == RoleFilter(frozenset("D"))


def test_the_other_language_renames_the_chips(chips: FilterChips, translator: Translator) -> None:
    pick(chips.chips["sourcings"], "Outsourced")
    translator.use(words_for("ja"))
    assert chips.chips["sourcings"].text() == "実施形態: 委託"
    assert chips.menu_button.text() == "絞り込み"
