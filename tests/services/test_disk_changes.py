"""A change on disk is adopted as one step: reloaded where nothing was edited, else merged."""

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from socplanner.domain.catalogue import Area, Catalogue
from socplanner.domain.duty_edits import MoveRoles
from socplanner.domain.history import History
from socplanner.domain.ids import RoleId
from socplanner.domain.new_plan import NOW, NOW_NAME, NewPlanOptions, new_plan
from socplanner.domain.phases import duty
from socplanner.domain.plan import Plan
from socplanner.domain.problem import EditRejected
from socplanner.services.disk_changes import adopt_disk_change
from socplanner.services.document import Document
from socplanner.services.file_problem import FileProblem
from socplanner.services.file_watch import FileWatch
from socplanner.services.plan_files import save_plan
from socplanner.services.plan_session import PlanSession

A1 = RoleId("v2:A-1")
EDIT = MoveRoles(NOW, frozenset({A1}), Area.IV)


@pytest.fixture
def session(qapp: object, catalogue: Catalogue, tmp_path: Path) -> PlanSession:
    """Return a session with the plan in `a.socplan`."""
    plan = new_plan(catalogue, "works", NewPlanOptions("Works", "hybrid", NOW_NAME))
    save_plan(plan, tmp_path / "a.socplan")
    session = PlanSession(Document(History.of(plan)))
    session.open(tmp_path / "a.socplan")
    return session


def write(session: PlanSession, plan: Plan) -> None:
    """Write another plan over the file, as another program does."""
    assert session.path is not None
    save_plan(plan, session.path, may_replace=True)


def renamed(plan: Plan) -> Plan:
    """Return `plan` with another organisation."""
    return replace(plan, organisation="Theirs")


def test_without_edits_the_file_is_reloaded_as_a_step(session: PlanSession) -> None:
    document = session._document
    before = document.plan
    write(session, renamed(before))
    assert session.is_changed_on_disk()
    change = adopt_disk_change(document, session)
    assert change is not None
    assert not change.is_merged
    assert change.before is before
    assert (document.plan.organisation, document.is_saved) == ("Theirs", True)
    assert not session.is_changed_on_disk()
    document.undo()
    assert (document.plan, document.is_saved) == (before, False)


def test_a_reload_is_announced_as_a_difference(qtbot: QtBot, session: PlanSession) -> None:
    write(session, renamed(session._document.plan))
    with (
        qtbot.assertNotEmitted(session._document.opened),
        qtbot.waitSignal(session._document.plan_changed) as caught,
    ):
        adopt_disk_change(session._document, session)
    assert "organisation" in caught.args[0].fields


def test_edits_of_both_are_merged_as_a_step(session: PlanSession) -> None:
    document = session._document
    write(session, renamed(document.plan))
    document.perform(EDIT)
    ours = document.plan
    change = adopt_disk_change(document, session)
    assert change is not None
    assert (change.is_merged, len(change.after.conflicts)) == (True, 0)
    assert document.plan.organisation == "Theirs"
    assert duty(document.plan, NOW, A1).area is Area.IV
    assert document.history.saved is None
    session.save()
    assert document.is_saved
    document.undo()
    assert document.plan is ours


def test_what_both_changed_waits_for_a_choice(session: PlanSession) -> None:
    document = session._document
    theirs = MoveRoles(NOW, frozenset({A1}), Area.II).apply(document.plan)
    write(session, theirs)
    document.perform(EDIT)
    change = adopt_disk_change(document, session)
    assert change is not None
    assert len(change.after.conflicts) == 1
    assert duty(document.plan, NOW, A1).area is Area.IV


def test_the_same_edit_on_both_sides_is_saved(session: PlanSession) -> None:
    document = session._document
    document.perform(EDIT)
    write(session, document.plan)
    change = adopt_disk_change(document, session)
    assert change is not None
    assert change.before == change.after
    assert document.is_saved
    assert len(document.history.steps) == 2


def test_a_comment_in_the_file_changes_no_plan_and_is_kept(session: PlanSession) -> None:
    document, path = session._document, session.path
    assert path is not None
    path.write_bytes(b"# ours\n" + path.read_bytes())
    adopt_disk_change(document, session)
    assert document.is_saved
    document.perform(EDIT)
    session.save()
    assert path.read_bytes().startswith(b"# ours\n")


def test_a_later_change_is_merged_on_the_one_before(session: PlanSession) -> None:
    document = session._document
    document.perform(EDIT)
    write(session, renamed(document.history.steps[0].plan))
    adopt_disk_change(document, session)
    write(session, replace(document.history.steps[0].plan, organisation="Later"))
    change = adopt_disk_change(document, session)
    assert change is not None
    assert len(change.after.conflicts) == 0
    assert document.plan.organisation == "Later"


@pytest.mark.parametrize("data", [b"", b"format: 3\norg", b"\0", b"[" * 9999])
def test_what_is_half_written_changes_nothing(session: PlanSession, data: bytes) -> None:
    document, path = session._document, session.path
    assert path is not None
    before = document.history
    path.write_bytes(data)
    with pytest.raises(FileProblem):
        adopt_disk_change(document, session)
    assert document.history is before
    document.perform(EDIT)
    with pytest.raises(FileProblem) as raised:
        session.save()
    assert raised.value.code == "file-changed"
    assert path.read_bytes() == data


def test_another_plan_is_not_merged(session: PlanSession) -> None:
    document = session._document
    write(session, replace(document.plan, id="other"))
    document.perform(EDIT)
    with pytest.raises(EditRejected):
        adopt_disk_change(document, session)
    assert len(document.history.steps) == 2


def test_another_plan_without_edits_replaces_this_one(qtbot: QtBot, session: PlanSession) -> None:
    document = session._document
    write(session, replace(document.plan, id="other"))
    with qtbot.waitSignal(document.opened):
        adopt_disk_change(document, session)
    document.undo()
    assert document.plan.id == "works"


def test_read_only_refuses_to_save_until_there_is_another_file(
    session: PlanSession, tmp_path: Path
) -> None:
    session.make_read_only()
    session._document.perform(EDIT)
    for save in (session.save, lambda: session.save_copy(tmp_path / "a.socplan")):
        with pytest.raises(FileProblem) as raised:
            save()
        assert raised.value.code == "plan-read-only"
    session.save_as(tmp_path / "b.socplan")
    assert not session.is_read_only
    session.save()


@pytest.mark.parametrize("is_replaced", [True, False])
def test_the_watch_notices_each_kind_of_writing(
    qtbot: QtBot, session: PlanSession, is_replaced: bool
) -> None:
    watch, path = FileWatch(session), session.path
    assert path is not None
    for name in (b"Theirs", b"Later"):
        data = path.read_bytes().replace(b"organisation: Works", b"organisation: " + name)
        data = data.replace(b"organisation: Theirs", b"organisation: " + name)
        with qtbot.waitSignal(watch.changed):
            if is_replaced:
                save = path.with_name("new")
                save.write_bytes(data)
                save.replace(path)
            else:
                path.write_bytes(data)
        adopt_disk_change(session._document, session)
    session._document.perform(EDIT)
    with qtbot.assertNotEmitted(watch.changed, wait=500):
        session.save()
    watch.end()


def test_what_was_read_before_a_save_is_no_change(qtbot: QtBot, session: PlanSession) -> None:
    watch = FileWatch(session)
    watch.check()
    assert watch._thread.wait(10)  # read, and not compared yet
    session._document.perform(EDIT)
    session.save()
    with qtbot.assertNotEmitted(watch.changed, wait=500):
        watch.check()
    watch.end()


def test_what_was_read_is_adopted_without_reading_again(session: PlanSession) -> None:
    document, path = session._document, session.path
    assert path is not None
    write(session, renamed(document.plan))
    content = path.read_bytes()
    path.unlink()
    change = adopt_disk_change(document, session, content)
    assert change is not None
    assert document.plan.organisation == "Theirs"


def test_nothing_is_reported_after_the_end(qtbot: QtBot, session: PlanSession) -> None:
    watch = FileWatch(session)
    write(session, renamed(session._document.plan))
    watch.check()
    assert watch._thread.wait(10)
    with qtbot.assertNotEmitted(watch.changed, wait=300):
        watch.end()
        watch.check()
