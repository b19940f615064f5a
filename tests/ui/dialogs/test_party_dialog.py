"""The dialog that adds a party or changes one."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QToolTip
from pytestqt.qtbot import QtBot

from socplanner.domain.ids import PartyId
from socplanner.domain.local_text import Language, LocalText
from socplanner.domain.party_edits import ChangeParty
from socplanner.domain.plan import Plan
from socplanner.services.i18n import words_for
from socplanner.ui.dialogs.party_dialog import PartyDialog
from socplanner.ui.kit.actions import plain


@pytest.fixture
def dialog(qtbot: QtBot, plan: Plan) -> PartyDialog:
    """Return the dialog for a new party."""
    dialog = PartyDialog(None, plan, words_for("en"))
    qtbot.addWidget(dialog)
    return dialog


def test_a_party_without_a_name_cannot_be_added(qtbot: QtBot, dialog: PartyDialog) -> None:
    with qtbot.waitActive(dialog):
        dialog.show()
    name = dialog.findChildren(QLineEdit)[0]
    assert dialog.errors.text(name) == ""
    dialog.accept_button.click()
    assert dialog.isVisible()
    assert dialog.errors.text(name).startswith("The name is empty")
    assert dialog.focusWidget() is name
    assert name.accessibleDescription() == dialog.errors.text(name)


def test_one_name_serves_both_languages_and_makes_the_id(dialog: PartyDialog) -> None:
    dialog.findChildren(QLineEdit)[1].setText("Red team")
    dialog.accept_button.click()
    assert dialog.result() == PartyDialog.DialogCode.Accepted
    assert dialog.party.name == LocalText("Red team", "Red team")
    assert dialog.party.id == "red-team"
    assert dialog.party.kind == "internal"
    assert dialog.party.headcount is None


@pytest.mark.parametrize(("language", "first"), [("ja", "名称(日本語)"), ("en", "Name in English")])
def test_typing_begins_with_the_name_in_the_language_of_the_window(
    qtbot: QtBot, plan: Plan, language: Language, first: str
) -> None:
    dialog = PartyDialog(None, plan, words_for(language))
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    label = next(
        each for each in dialog.findChildren(QLabel) if each.buddy() is dialog.focusWidget()
    )
    assert plain(label.text()) == first


def test_a_name_like_that_of_another_party_gets_an_id_of_its_own(dialog: PartyDialog) -> None:
    dialog.findChildren(QLineEdit)[1].setText("SOC")
    assert dialog.party.id not in {"soc", ""}


def test_a_name_that_is_pasted_is_cleaned(dialog: PartyDialog) -> None:
    dialog.show()
    field = dialog.findChildren(QLineEdit)[1]
    QGuiApplication.clipboard().setText("\u202aC:\\Users\nSOC\x1b")
    field.selectAll()
    field.paste()
    assert field.text() == "C:\\Users SOC"
    assert QToolTip.text() == "2 invisible characters were removed from the text."


def test_a_name_that_is_shortened_is_reported(dialog: PartyDialog) -> None:
    dialog.show()
    field = dialog.findChildren(QLineEdit)[1]
    QGuiApplication.clipboard().setText("x" * 500)
    field.selectAll()
    field.paste()
    assert len(field.text()) == 200
    assert "200" in QToolTip.text()


@pytest.mark.parametrize("index", range(10))
def test_a_party_shown_and_agreed_to_is_the_same_party(
    qtbot: QtBot, plan: Plan, index: int
) -> None:
    before = replace(
        plan.parties[index],
        initials=LocalText("長い略称の例です", "LONGINIT"),
        headcount=7,
        parent=PartyId("ciso") if index else None,
    )
    changed = ChangeParty(before).apply(plan)
    dialog = PartyDialog(before, changed, words_for("ja"))
    qtbot.addWidget(dialog)
    assert dialog.party == before


def test_a_party_cannot_be_below_one_that_is_below_it(qtbot: QtBot, plan: Plan) -> None:
    under = replace(plan.parties[1], parent=plan.parties[0].id)
    dialog = PartyDialog(plan.parties[0], ChangeParty(under).apply(plan), words_for("en"))
    qtbot.addWidget(dialog)
    above = dialog.findChildren(QComboBox)[1]
    above.setCurrentIndex(above.findData(under.id))
    dialog.findChildren(QCheckBox)[0].click()
    dialog.findChildren(QLineEdit)[1].setText("Board")
    assert "would be above itself" in dialog.errors.text(above)
    dialog.accept_button.click()
    assert dialog.result() != PartyDialog.DialogCode.Accepted
