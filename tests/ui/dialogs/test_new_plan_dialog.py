"""A new plan begins with the parties that are ticked; what nobody in it can do is said."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from socplanner.domain.catalogue import Catalogue
from socplanner.services.i18n import words_for
from socplanner.ui.dialogs.new_plan_dialog import NewPlanDialog
from socplanner.ui.kit.plain_text import PlainLabel


@pytest.fixture
def dialog(qtbot: QtBot, catalogue: Catalogue) -> NewPlanDialog:
    """Return the dialog in English."""
    dialog = NewPlanDialog(catalogue, (), words_for("en"))
    qtbot.addWidget(dialog)
    return dialog


def row_of(catalogue: Catalogue, party: str) -> int:
    """Return in which row `party` stands."""
    return next(row for row, each in enumerate(catalogue.parties) if each.id == party)


def shown(dialog: NewPlanDialog) -> set[str]:
    """Return what the labels of `dialog` say of roles that are undecided."""
    texts = (label.text() for label in dialog.findChildren(PlainLabel))
    return {text for text in texts if "undecided" in text}


def test_the_usual_parties_are_ticked_and_the_others_listed(
    dialog: NewPlanDialog, catalogue: Catalogue
) -> None:
    assert dialog.parties.count() == len(catalogue.parties)
    chosen = dialog.beginning.parties
    assert chosen is not None
    assert [each.id for each in chosen] == [each.id for each in catalogue.parties if each.is_ticked]
    assert shown(dialog) == set()


def test_roles_that_no_party_can_perform_are_counted(
    dialog: NewPlanDialog, catalogue: Catalogue
) -> None:
    place = row_of(catalogue, "assess")
    dialog.parties.item(place).setCheckState(Qt.CheckState.Unchecked)
    assert shown(dialog) == {"3 roles stay undecided: no chosen party can take them over."}
    dialog.target.setCurrentIndex(dialog.target.findData("minimum-insource"))
    assert shown(dialog) == {"4 roles stay undecided: no chosen party can take them over."}
    dialog.parties.item(place).setCheckState(Qt.CheckState.Checked)
    assert shown(dialog) == set()


def test_a_further_party_that_is_ticked_is_in_the_plan(
    dialog: NewPlanDialog, catalogue: Catalogue
) -> None:
    dialog.parties.item(row_of(catalogue, "hr")).setCheckState(Qt.CheckState.Checked)
    assert "hr" in [each.id for each in dialog.beginning.parties or ()]


def test_a_pattern_is_chosen_by_its_picture_and_previewed(
    dialog: NewPlanDialog, catalogue: Catalogue
) -> None:
    assert dialog.beginning.pattern == "hybrid"
    assert dialog.preview.texts[0].text() == "Now: In-house 31, Outsourced 20, Both 3"
    assert not dialog.preview.boards[1].isVisibleTo(dialog)
    dialog.pattern.cards["full-insource"].click()
    assert dialog.beginning.pattern == "full-insource"
    assert dialog.preview.texts[0].text() == "Now: In-house 54"
    dialog.target.setCurrentIndex(dialog.target.findData("minimum-insource"))
    assert dialog.preview.boards[1].isVisibleTo(dialog)
    assert dialog.preview.texts[1].text().startswith("Target: In-house 20")


def test_the_pattern_is_an_exclusive_choice_by_the_keyboard(
    qtbot: QtBot, dialog: NewPlanDialog
) -> None:
    with qtbot.waitActive(dialog):
        dialog.show()
    cards = list(dialog.pattern.cards.values())
    assert [card.isChecked() for card in cards] == [False, True, False, False]
    for card in cards:
        role = QAccessible.queryAccessibleInterface(card).role()
        assert role is QAccessible.Role.RadioButton
    cards[1].setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(cards[1], Qt.Key.Key_Right)
    assert dialog.beginning.pattern == "minimum-outsource"


def test_a_dialog_can_begin_with_a_pattern(qtbot: QtBot, catalogue: Catalogue) -> None:
    dialog = NewPlanDialog(catalogue, (), words_for("ja"), pattern="minimum-insource")
    qtbot.addWidget(dialog)
    assert dialog.beginning.pattern == "minimum-insource"
