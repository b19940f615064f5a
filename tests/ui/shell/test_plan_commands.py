"""What the Plan and Edit menus do: each wish is one step that can be undone, or nothing."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from socplanner.domain.catalogue import Area, Sourcing
from socplanner.domain.duty_edits import ApplyPattern, ChangeSourcing
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.local_text import LocalText
from socplanner.domain.phase_edits import RenameOrganisation
from socplanner.domain.phases import duty
from socplanner.domain.plan import Party, Plan
from socplanner.services.document import Document
from socplanner.services.translator import Translator
from socplanner.ui.dialogs import ask
from socplanner.ui.kit.actions import Actions
from socplanner.ui.kit.notice import Notice
from socplanner.ui.kit.viewpoint import Viewpoint
from socplanner.ui.shell.plan_commands import PlanCommands
from socplanner.ui.shell.views import ACTIONS
from socplanner.wording.language import Words
from tests.support.contexts import context_of

NOW = PhaseId("now")
A1, A2 = RoleId("v2:A-1"), RoleId("v2:A-2")


@pytest.fixture
def commands(
    qtbot: QtBot, document: Document, viewpoint: Viewpoint, translator: Translator
) -> PlanCommands:
    """Return the commands above an empty window."""
    window = QWidget()
    qtbot.addWidget(window)
    return PlanCommands(
        Actions(ACTIONS, document.commit_pending, window),
        context_of(document, translator, viewpoint),
        window,
    )


def agree(edit: ChangeSourcing, plan: Plan, words: Words, parent: QWidget) -> ChangeSourcing:
    """Agree to what is shown."""
    return edit


def call_off(*_: object) -> None:
    """Call off whatever is asked."""


def test_moving_moves_all_selected_roles_in_one_step(
    commands: PlanCommands, document: Document, viewpoint: Viewpoint
) -> None:
    before = document.plan
    viewpoint.select([A1, A2])
    commands.move_to(Area.III)
    assert duty(document.plan, NOW, A1).area is Area.III
    assert duty(document.plan, NOW, A2).area is Area.III
    document.undo()
    assert document.plan is before


def test_moving_nothing_is_no_step(commands: PlanCommands, document: Document) -> None:
    commands.move_to(Area.III)
    assert document.history.undo_edit is None


def test_sourcing_changes_once_the_preview_is_agreed_to(
    commands: PlanCommands,
    document: Document,
    viewpoint: Viewpoint,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    viewpoint.select([A1])
    monkeypatch.setattr(ask, "about_changes", call_off)
    commands.source(Sourcing.OUTSOURCE)
    assert document.history.undo_edit is None
    monkeypatch.setattr(ask, "about_changes", agree)
    commands.source(Sourcing.OUTSOURCE)
    current = duty(document.plan, NOW, A1)
    assert current.sourcing is Sourcing.OUTSOURCE
    assert current.letters[PartyId("consult")] == "R"


def test_a_sourcing_that_the_roles_have_already_shows_no_question(
    commands: PlanCommands, viewpoint: Viewpoint, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(ask, "about_changes")
    viewpoint.select([A1])
    commands.source(Sourcing.INSOURCE)


def test_a_pattern_is_one_step(
    commands: PlanCommands, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = document.plan
    edit = ApplyPattern(NOW, "full-insource")
    monkeypatch.setattr(ask, "for_pattern", lambda *_: edit)
    commands.apply_pattern()
    sourcings = {duty(document.plan, NOW, role.id).sourcing for role in document.plan.roles()}
    assert sourcings == {Sourcing.INSOURCE}
    document.undo()
    assert document.plan is before


def test_a_party_with_letters_is_removed_with_a_notice_that_undoes_it(
    commands: PlanCommands, document: Document
) -> None:
    notices: list[Notice] = []
    commands.noticed.connect(notices.append)
    before = document.plan
    commands.remove_party(PartyId("soc"))
    assert document.plan.party(PartyId("soc")) is None
    (notice,) = notices
    assert notice.text.startswith("“SOC” and its letters in ")
    assert notice.is_about_last_step
    assert notice.remedy is not None
    notice.remedy.act()
    assert document.plan is before


def test_a_party_without_letters_goes_without_a_notice(
    commands: PlanCommands, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    party = Party(PartyId("new"), "internal", LocalText.same("New"))
    monkeypatch.setattr(ask, "for_party", lambda *_: party)
    commands.add_party()
    assert document.plan.party(party.id) == party
    notices: list[Notice] = []
    commands.noticed.connect(notices.append)
    commands.remove_party(party.id)
    assert notices == []
    assert document.plan.party(party.id) is None


def test_a_name_that_is_rejected_is_reported_and_changes_nothing(
    qtbot: QtBot, commands: PlanCommands, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = document.plan
    monkeypatch.setattr(ask, "for_organisation", lambda *_: RenameOrganisation(""))
    with qtbot.waitSignal(document.rejected):
        commands.rename_organisation()
    assert document.plan is before
