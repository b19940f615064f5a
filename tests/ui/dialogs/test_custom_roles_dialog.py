"""The dialog of custom roles: each button is one step that can be undone."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from socplanner.domain.catalogue import Area
from socplanner.domain.custom_role_edits import AddCustomRole, ChangeCustomRole
from socplanner.domain.duty_edits import SetCells
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.letters import Cell
from socplanner.domain.local_text import LocalText
from socplanner.domain.new_plan import NOW
from socplanner.domain.plan import Plan
from socplanner.services.document import Document
from socplanner.services.i18n import words_for
from socplanner.services.translator import Translator
from socplanner.ui.dialogs.custom_role_dialog import CustomRoleDialog
from socplanner.ui.dialogs.custom_roles_dialog import CustomRolesDialog
from socplanner.ui.kit.actions import plain
from tests.support.programs import when_dialog_opens

OT = RoleId("own:OT-1")


@pytest.fixture
def dialog(qtbot: QtBot, document: Document, translator: Translator) -> CustomRolesDialog:
    """Return the dialog with two custom roles, shown."""
    for code in ("OT-1", "OT-2"):
        document.perform(AddCustomRole(code, "B", LocalText.same(f"Plant {code}")))
    dialog = CustomRolesDialog(document, translator)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def names(dialog: CustomRolesDialog) -> list[str]:
    """Return what the list shows."""
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def answer(work: Callable[[object], None]) -> None:
    """Do `work` with the dialog of a role that opens next."""
    when_dialog_opens(CustomRoleDialog, work)


def test_a_role_is_added_and_undo_removes_it(dialog: CustomRolesDialog, document: Document) -> None:
    def fill_in(opened: object) -> None:
        assert isinstance(opened, CustomRoleDialog)
        opened.code.setText("OT-3")
        opened.names["en"].setText("Night watch")
        opened.area.setCurrentIndex(1)
        opened.accept_button.click()

    answer(fill_in)
    dialog.add.click()
    assert names(dialog)[-1] == "OT-3 Night watch"
    assert document.plan.phases[0].changes[RoleId("own:OT-3")].area is Area.II
    document.undo()
    assert len(document.plan.custom_roles) == 2


def test_the_order_changes_with_the_buttons(dialog: CustomRolesDialog, document: Document) -> None:
    assert not dialog.up.isEnabled()
    dialog.down.click()
    assert [role.code for role in document.plan.custom_roles] == ["OT-2", "OT-1"]
    assert dialog.list.currentRow() == 1
    assert not dialog.down.isEnabled()
    dialog.up.click()
    assert [role.code for role in document.plan.custom_roles] == ["OT-1", "OT-2"]


def test_a_role_without_letters_is_removed_at_once(
    dialog: CustomRolesDialog, document: Document
) -> None:
    dialog.remove.click()
    assert names(dialog) == ["OT-2 Plant OT-2"]
    dialog.remove.click()
    assert names(dialog) == []
    assert not dialog.remove.isEnabled()


def test_a_role_with_letters_is_removed_with_a_notice_that_undoes_it(
    dialog: CustomRolesDialog, document: Document
) -> None:
    document.perform(SetCells(NOW, ((OT, PartyId("soc"), Cell("R")),)))
    before = document.plan
    dialog.remove.click()
    assert len(document.plan.custom_roles) == 1
    assert dialog.notices.text().endswith("was removed, with its letters in every phase.")
    dialog.notices.remedy.click()
    assert document.plan is before
    assert len(names(dialog)) == 2
    assert dialog.notices.text() == ""
    dialog.remove.click()
    dialog.remove.click()
    assert dialog.notices.text() == ""


def test_a_role_is_hidden_and_shown_again(dialog: CustomRolesDialog, document: Document) -> None:
    before = document.plan
    ink = dialog.list.item(1).foreground().color()
    dialog.hide_button.click()
    assert [role.is_hidden for role in document.plan.custom_roles] == [True, False]
    assert names(dialog)[0].endswith("(hidden)")
    assert dialog.list.item(0).foreground().color() != ink
    assert dialog.list.currentRow() == 0
    assert plain(dialog.hide_button.text()) == "Show again"
    dialog.hide_button.click()
    assert document.plan == before
    assert plain(dialog.hide_button.text()) == "Hide"
    document.undo()
    assert document.plan.custom_roles[0].is_hidden


def test_the_fields_of_a_role_are_changed_but_not_its_code(qtbot: QtBot, plan: Plan) -> None:
    before = AddCustomRole("OT-1", "C", LocalText("工場", "Plant")).apply(plan)
    dialog = CustomRoleDialog(before.role(OT), before, words_for("en"))
    qtbot.addWidget(dialog)
    assert not dialog.code.isEnabled()
    assert not dialog.area.isVisibleTo(dialog)
    dialog.names["en"].setText("Plants")
    assert dialog.edit == ChangeCustomRole(OT, "C", LocalText("工場", "Plants"))


def test_what_is_wrong_is_shown_at_once(qtbot: QtBot, plan: Plan) -> None:
    dialog = CustomRoleDialog(None, plan, words_for("en"))
    qtbot.addWidget(dialog)
    dialog.accept_button.click()
    assert dialog.result() != CustomRoleDialog.DialogCode.Accepted
    assert "cannot be the code of a role" in dialog.errors.text(dialog.code)
    dialog.names["en"].setText("Plant")
    dialog.code.setText("B-1")
    assert "B-1 already" in dialog.errors.text(dialog.code)
    dialog.code.setText("OT-1")
    assert dialog.errors.text(dialog.code) == ""
    dialog.names["en"].clear()
    assert dialog.errors.text(dialog.names["en"]).startswith("The name is empty")
    dialog.names["ja"].setText("工場")
    dialog.accept_button.click()
    assert dialog.result() == CustomRoleDialog.DialogCode.Accepted
