"""The open plan knows its file, and no way of opening or saving loses either of them."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from socplanner.domain.catalogue import Area, Catalogue
from socplanner.domain.duty_edits import MoveRoles
from socplanner.domain.history import History
from socplanner.domain.ids import RoleId
from socplanner.domain.new_plan import NOW, NOW_NAME, NewPlanOptions, new_plan
from socplanner.domain.plan import Plan
from socplanner.services.document import Document
from socplanner.services.file_problem import FileProblem
from socplanner.services.plan_files import open_plan
from socplanner.services.plan_session import PlanSession

EDIT = MoveRoles(NOW, frozenset({RoleId("v2:A-1")}), Area.IV)


@pytest.fixture
def plan(catalogue: Catalogue) -> Plan:
    """Return a plan of one phase."""
    return new_plan(catalogue, "works", NewPlanOptions("Works", "hybrid", NOW_NAME))


@pytest.fixture
def document(qapp: object, plan: Plan) -> Document:
    """Return a document that holds the plan, unsaved."""
    return Document(History.of(plan, is_saved=False))


@pytest.fixture
def session(document: Document) -> PlanSession:
    """Return a session without a file."""
    return PlanSession(document)


def test_a_plan_without_a_file_gets_one_by_saving_as(
    qtbot: QtBot, session: PlanSession, document: Document, tmp_path: Path
) -> None:
    with pytest.raises(ValueError, match="without a file"):
        session.save()
    with qtbot.waitSignals([session.path_changed, session.saved]):
        session.save_as(tmp_path / "a.socplan")
    assert session.path == tmp_path / "a.socplan"
    assert document.is_saved


def test_saving_and_opening_bring_the_plan_back(
    session: PlanSession, document: Document, plan: Plan, tmp_path: Path
) -> None:
    session.save_as(tmp_path / "a.socplan")
    document.perform(EDIT)
    session.save()
    after = document.plan
    session.begin(plan)
    assert (session.path, document.is_saved) == (None, False)
    session.open(tmp_path / "a.socplan")
    assert document.plan == after
    assert document.is_saved
    assert document.history.undo_edit is None


def test_undoing_to_the_saved_plan_is_saved_again(
    session: PlanSession, document: Document, tmp_path: Path
) -> None:
    session.save_as(tmp_path / "a.socplan")
    document.perform(EDIT)
    document.undo()
    assert document.is_saved


def test_a_file_that_cannot_be_opened_leaves_the_open_plan(
    session: PlanSession, document: Document, tmp_path: Path
) -> None:
    session.save_as(tmp_path / "a.socplan")
    (tmp_path / "bad.socplan").write_text("no plan", encoding="utf-8")
    document.perform(EDIT)
    before = document.history
    with pytest.raises(FileProblem):
        session.open(tmp_path / "bad.socplan")
    assert document.history is before
    assert session.path == tmp_path / "a.socplan"


def test_a_failed_save_leaves_the_plan_unsaved(
    session: PlanSession, document: Document, tmp_path: Path
) -> None:
    session.save_as(tmp_path / "a.socplan")
    document.perform(EDIT)
    (tmp_path / "a.socplan").write_text("theirs", encoding="utf-8")
    assert session.is_changed_on_disk()
    with pytest.raises(FileProblem):
        session.save()
    assert not document.is_saved
    assert (tmp_path / "a.socplan").read_text(encoding="utf-8") == "theirs"


def test_a_file_changed_elsewhere_is_replaced_on_request(
    session: PlanSession, document: Document, tmp_path: Path
) -> None:
    session.save_as(tmp_path / "a.socplan")
    document.perform(EDIT)
    (tmp_path / "a.socplan").write_text("theirs", encoding="utf-8")
    session.save(may_replace=True)
    assert document.is_saved
    assert not session.is_changed_on_disk()
    assert open_plan(tmp_path / "a.socplan").plan == document.plan


def test_a_copy_is_another_file_and_the_plan_stays_with_its_own(
    session: PlanSession, document: Document, tmp_path: Path
) -> None:
    session.save_as(tmp_path / "a.socplan")
    document.perform(EDIT)
    session.save_copy(tmp_path / "b.socplan")
    assert open_plan(tmp_path / "b.socplan").plan == document.plan
    assert session.path == tmp_path / "a.socplan"
    assert not document.is_saved


def test_a_copy_onto_the_plans_file_is_a_save(
    session: PlanSession, document: Document, tmp_path: Path
) -> None:
    session.save_as(tmp_path / "a.socplan")
    document.perform(EDIT)
    session.save_copy(tmp_path / "a.socplan")
    assert document.is_saved
    assert not session.is_changed_on_disk()


def test_a_sample_has_no_file_and_counts_as_saved(
    session: PlanSession, document: Document, tmp_path: Path
) -> None:
    session.save_as(tmp_path / "a.socplan")
    session.open_sample(tmp_path / "a.socplan")
    assert session.path is None
    assert document.is_saved
