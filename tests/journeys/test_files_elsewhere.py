"""A planner works on a file that others change too, and goes back to earlier versions."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from socplanner.domain.catalogue import Area
from socplanner.domain.merge_conflicts import MergeConflict
from socplanner.domain.plan import Plan, frozen
from socplanner.services import paths
from socplanner.services.plan_files import open_plan, opened_from, save_plan
from socplanner.services.use_mark import UseMark, mark_place, mark_use
from socplanner.services.versions.version_store import VersionStore
from socplanner.ui.dialogs.adopted_changes_dialog import AdoptedChangesDialog
from socplanner.ui.dialogs.message import Answer
from socplanner.ui.dialogs.versions_dialog import VersionsDialog
from socplanner.ui.shell.open_plan_care import OpenPlanCare
from socplanner.ui.shell.views import VIEW_IDS
from socplanner.ui.versions.conflicts_dialog import ConflictsDialog
from socplanner.ui.versions.differences_dialog import DifferencesDialog
from tests.journeys.test_first_light import A1, B1, Journey, journey
from tests.support.programs import when_dialog_opens

__all__ = ["journey"]


@pytest.fixture
def care(journey: Journey) -> Iterator[OpenPlanCare]:
    """Return what cares for the open plan beside the window."""
    program = journey.program
    care = OpenPlanCare(
        program.window, program.session, program.commands, program._store, paths.versions_folder()
    )
    yield care
    care.end()


@pytest.fixture
def place(journey: Journey, care: OpenPlanCare, tmp_path: Path) -> Path:
    """Save the plan of the journey, and return its file."""
    path = tmp_path / "a.socplan"
    journey.questions.answers.append(path)
    journey.do("save")
    return path


def notice(journey: Journey) -> str:
    """Return the text of the notice that is shown."""
    return journey.window.notices.text()


def written(place: Path, **changes: object) -> Plan:
    """Change fields of the plan in `place`, as another program does, and return it."""
    opened = open_plan(place)
    plan = replace(opened.plan, **changes)  # type: ignore[arg-type]
    save_plan(plan, place, opened)
    return plan


def differences_of(journey: Journey) -> DifferencesDialog:
    """Return the list of differences beside the window."""
    dialog = journey.program.commands.comparing.dialog
    assert isinstance(dialog, DifferencesDialog)
    return dialog


def test_a_change_elsewhere_is_reloaded_and_the_view_stays(
    journey: Journey, place: Path, care: OpenPlanCare
) -> None:
    journey.do("next-phase")
    journey.window.viewpoint.select([B1])
    written(place, organisation="Theirs")
    journey.qtbot.waitUntil(lambda: journey.plan.organisation == "Theirs")
    assert journey.window.viewpoint.phase == "target"
    assert journey.window.viewpoint.roles == (B1,)
    assert "reloaded" in notice(journey)
    assert not journey.window.isWindowModified()
    seen = when_dialog_opens(AdoptedChangesDialog, QDialog.accept)
    journey.window.notices.remedy.click()
    assert "Theirs" in "".join(
        line.text
        for each in seen
        if isinstance(each, AdoptedChangesDialog)
        for group in each.panel.tree.lines.source.groups
        for line in group.lines
    )
    journey.do("undo")
    assert journey.plan.organisation == "Sample"
    assert journey.window.isWindowModified()


def test_edits_of_both_are_merged_and_saved(
    journey: Journey, place: Path, care: OpenPlanCare
) -> None:
    journey.window.viewpoint.select([B1])
    journey.do("move-II")
    written(place, organisation="Theirs")
    journey.qtbot.waitUntil(lambda: journey.plan.organisation == "Theirs")
    assert journey.now(B1).area is Area.II
    assert "merged with yours" in notice(journey)
    assert journey.window.isWindowModified()
    journey.do("save")
    assert open_plan(place).plan == journey.plan


def test_undoing_a_merge_warns_that_saving_replaces_the_other_changes(
    journey: Journey, place: Path, care: OpenPlanCare
) -> None:
    journey.window.viewpoint.select([B1])
    journey.do("move-II")
    theirs = written(place, organisation="Theirs")
    journey.qtbot.waitUntil(lambda: journey.plan.organisation == "Theirs")
    journey.do("undo")
    assert "elsewhere are undone" in notice(journey)
    journey.window.notices.remedy.click()
    assert journey.plan.organisation == "Theirs"
    assert notice(journey) == ""
    journey.do("undo")
    journey.do("undo")
    journey.do("save")
    kept = VersionStore(paths.versions_folder()).versions(theirs.id).versions
    assert theirs in [opened_from(each.place, each.content()).plan for each in kept]


def test_saving_can_merge_first(journey: Journey, place: Path, care: OpenPlanCare) -> None:
    care.watch.end()
    journey.window.viewpoint.select([B1])
    journey.do("move-II")
    written(place, organisation="Theirs")
    journey.questions.answers.append(Answer.MERGE)
    journey.do("save")
    assert journey.questions.questions[-1] == "changed on disk"
    assert open_plan(place).plan == journey.plan
    assert (journey.plan.organisation, journey.now(B1).area) == ("Theirs", Area.II)
    assert not journey.window.isWindowModified()


def test_a_file_that_stays_unreadable_is_reported_once(
    journey: Journey, place: Path, care: OpenPlanCare
) -> None:
    care._again.setInterval(10)
    place.write_bytes(b"format: 3\norg")
    journey.qtbot.waitUntil(lambda: "not adopted" in notice(journey))
    journey.window.notices.dismiss()
    care.watch.check()
    QTest.qWait(100)
    assert notice(journey) == ""
    assert journey.plan.organisation == "Sample"


def test_a_report_about_the_file_ends_with_its_reason(
    journey: Journey, place: Path, care: OpenPlanCare
) -> None:
    care._again.setInterval(10)
    whole = place.read_bytes()
    place.write_bytes(b"format: 3\norg")
    journey.qtbot.waitUntil(lambda: "not adopted" in notice(journey))
    place.write_bytes(whole.replace(b"Sample", b"Theirs"))
    care.watch.check()
    journey.qtbot.waitUntil(lambda: "reloaded" in notice(journey))


def test_a_file_that_was_deleted_elsewhere_is_reported_and_saved_again(
    journey: Journey, place: Path, care: OpenPlanCare
) -> None:
    before = place.read_bytes()
    place.unlink()
    journey.qtbot.waitUntil(lambda: "moved or deleted elsewhere" in notice(journey))
    assert journey.window.isWindowModified(), "closing the plan asks"
    journey.window.notices.remedy.click()
    assert place.read_bytes() == before
    assert not journey.window.isWindowModified()
    place.unlink()
    journey.qtbot.waitUntil(lambda: "moved or deleted elsewhere" in notice(journey))
    place.write_bytes(before)
    journey.qtbot.waitUntil(lambda: notice(journey) == "")
    assert not journey.window.isWindowModified()


def test_a_reload_of_what_was_merged_elsewhere_leads_to_its_conflicts(
    journey: Journey, place: Path, care: OpenPlanCare
) -> None:
    conflict = MergeConflict("/organisation", '"Sample"', '"Theirs"')
    written(place, conflicts=(conflict,))
    journey.qtbot.waitUntil(lambda: "1 conflict waits" in notice(journey))
    assert journey.window.status.conflicts.text() == "1 conflict"
    journey.window.status.conflicts.click()
    assert isinstance(journey.program.commands.comparing.dialog, ConflictsDialog)
    journey.program.commands.comparing.dialog.close()


def test_nothing_is_adopted_while_a_dialog_is_open(
    journey: Journey, place: Path, care: OpenPlanCare
) -> None:
    def look(dialog: QDialog) -> None:
        written(place, organisation="Theirs")
        with journey.qtbot.waitSignal(care.watch.changed):
            care.watch.check()
        assert journey.plan.organisation == "Sample"
        dialog.reject()

    when_dialog_opens(QDialog, look)
    journey.do("thresholds")
    journey.qtbot.waitUntil(lambda: journey.plan.organisation == "Theirs")


def test_nothing_is_adopted_while_kana_are_composed(
    journey: Journey, place: Path, care: OpenPlanCare
) -> None:
    journey.window.viewpoint.select([B1])
    journey.window.inspector.show()
    editor = journey.window.inspector.editor
    assert editor is not None
    editor.note.setFocus()
    QApplication.sendEvent(editor.note, QInputMethodEvent("かな", []))
    assert journey.window.is_composing
    written(place, organisation="Theirs")
    with journey.qtbot.waitSignal(care.watch.changed):
        care.watch.check()
    assert journey.plan.organisation == "Sample"
    composed = QInputMethodEvent()
    composed.setCommitString("仮名")
    QApplication.sendEvent(editor.note, composed)
    journey.qtbot.waitUntil(lambda: journey.plan.organisation == "Theirs")
    assert "仮名" in editor.note.toPlainText()


@pytest.mark.parametrize("view", VIEW_IDS)
def test_every_view_survives_another_version(
    journey: Journey, place: Path, care: OpenPlanCare, view: str
) -> None:
    """Parties, phases and roles that are gone, and back by undo, in one difference each."""
    journey.window.viewpoint.select([A1])
    journey.do("next-phase")
    for each in ("board", view):
        journey.window.show_view(each)
        QApplication.processEvents()
    before = journey.plan
    small = replace(
        before,
        parties=before.parties[:1],
        phases=(replace(before.phases[0], changes=frozen({})),),
    )
    save_plan(small, place, may_replace=True)
    journey.qtbot.waitUntil(lambda: len(journey.plan.parties) == 1)
    QApplication.processEvents()
    assert journey.window.viewpoint.phase == "now"
    journey.do("undo")
    QApplication.processEvents()
    assert journey.plan is before
    journey.do("redo")
    QApplication.processEvents()
    assert journey.window.area.current_view() is journey.window.area.view(view)


def test_a_plan_that_is_open_elsewhere_can_be_opened_read_only(
    journey: Journey, place: Path, care: OpenPlanCare, tmp_path: Path
) -> None:
    other = tmp_path / "b.socplan"
    save_plan(journey.plan, other)
    theirs = mark_use(other, "Sato")
    assert isinstance(theirs, UseMark)
    journey.questions.answers.append(Answer.CANCEL)
    journey.program.commands.open_path(str(other))
    assert journey.program.session.path == place
    assert journey.questions.subjects[-1].owner == "Sato"
    journey.questions.answers.append(Answer.READ_ONLY)
    journey.program.commands.open_path(str(other))
    assert "b.socplan (read-only)" in journey.window.windowTitle()
    assert not mark_place(place).exists()
    before = other.read_bytes()
    journey.window.viewpoint.select([B1])
    journey.do("move-II")
    journey.questions.answers += [other, Answer.SAVE_AS, tmp_path / "c.socplan"]
    journey.do("save")
    assert other.read_bytes() == before
    assert journey.program.session.path == tmp_path / "c.socplan"
    assert "read-only" not in journey.window.windowTitle()
    assert mark_place(tmp_path / "c.socplan").exists()
    theirs.release()


@pytest.mark.parametrize("answer", [Answer.COPY, Answer.OPEN])
def test_a_plan_that_is_open_elsewhere_can_be_opened_otherwise(
    journey: Journey, place: Path, care: OpenPlanCare, tmp_path: Path, answer: Answer
) -> None:
    other = tmp_path / "b.socplan"
    save_plan(replace(journey.plan, organisation="Other"), other)
    theirs = mark_use(other, "Sato")
    assert isinstance(theirs, UseMark)
    journey.questions.answers.append(answer)
    journey.program.commands.open_path(str(other))
    assert journey.plan.organisation == "Other"
    assert journey.program.session.path == (None if answer is Answer.COPY else other)
    theirs.release()


def test_a_file_that_is_open_elsewhere_is_not_replaced(
    journey: Journey, place: Path, care: OpenPlanCare, tmp_path: Path
) -> None:
    other = tmp_path / "b.socplan"
    save_plan(journey.plan, other)
    before, theirs = other.read_bytes(), mark_use(other, "Sato")
    assert isinstance(theirs, UseMark)
    for action in ("save-as", "save-copy"):
        journey.questions.answers += [other, Answer.CANCEL]
        journey.do(action)
        assert journey.questions.subjects[-1] == "plan-in-use"
    assert other.read_bytes() == before
    theirs.release()


def test_an_earlier_version_is_restored_as_one_step(
    journey: Journey, place: Path, care: OpenPlanCare
) -> None:
    journey.window.viewpoint.select([B1])
    before = journey.now(B1).area
    journey.do("move-II")
    journey.do("save")
    journey.do("move-III")

    def restore(dialog: QDialog) -> None:
        assert isinstance(dialog, VersionsDialog)
        assert dialog.table.rowCount() == 2
        dialog.table.selectRow(1)
        dialog.accept_button.click()

    when_dialog_opens(VersionsDialog, restore)
    journey.do("versions")
    assert journey.now(B1).area is before
    assert journey.window.viewpoint.roles == (B1,)
    assert journey.window.isWindowModified()
    assert journey.status("undo").startswith("Undo: Restore the version of 20")
    journey.do("undo")
    assert journey.now(B1).area is Area.III
    journey.do("undo")
    assert journey.now(B1).area is Area.II


def test_a_copy_of_an_earlier_version_has_no_file(
    journey: Journey, place: Path, care: OpenPlanCare
) -> None:
    journey.window.viewpoint.select([B1])
    journey.do("move-II")
    journey.do("save")

    def copy(dialog: QDialog) -> None:
        assert isinstance(dialog, VersionsDialog)
        dialog.table.selectRow(1)
        dialog.copy_button.click()

    when_dialog_opens(VersionsDialog, copy)
    journey.do("versions")
    assert journey.program.session.path is None
    assert journey.now(B1).area is not Area.II
    assert open_plan(place).plan != journey.plan


def test_an_earlier_version_is_compared_beside_the_window_and_one_entry_adopted(
    journey: Journey, place: Path, care: OpenPlanCare
) -> None:
    journey.window.viewpoint.select([B1])
    before = journey.now(B1).area
    journey.do("move-II")
    journey.do("save")
    journey.do("move-III")

    def compare(dialog: QDialog) -> None:
        assert isinstance(dialog, VersionsDialog)
        dialog.table.selectRow(1)
        dialog.compare_button.click()

    when_dialog_opens(VersionsDialog, compare)
    journey.do("versions")
    dialog = differences_of(journey)
    assert (dialog.choice.count(), dialog.choice.currentIndex()) == (2, 1)
    QTest.keyClick(dialog.panel.tree, Qt.Key.Key_Right)
    assert journey.now(B1).area is before
    journey.do("undo")
    assert journey.now(B1).area is Area.III
    dialog.choice.setCurrentIndex(0)
    dialog.all_button.click()
    assert journey.now(B1).area is Area.II
    dialog.close()


def test_a_version_that_cannot_be_read_any_more_is_named(
    journey: Journey, place: Path, care: OpenPlanCare
) -> None:
    journey.window.viewpoint.select([B1])
    journey.do("move-II")
    journey.do("save")
    journey.do("move-III")
    journey.do("compare-version")
    dialog = differences_of(journey)
    for each in paths.versions_folder().rglob("*"):
        if each.is_file():
            each.write_bytes(b"damaged")
    dialog.choice.setCurrentIndex(1)
    assert "damaged" in dialog.panel.box.heading.text()
    assert not dialog.all_button.isEnabled()
    assert dialog.panel.tree.chosen() == []
    dialog.choice.setCurrentIndex(0)
    assert dialog.panel.tree.chosen() != [], "it was read before"
    dialog.close()


def test_without_an_earlier_version_a_notice_states_it(journey: Journey) -> None:
    journey.do("compare-version")
    assert "no earlier version" in notice(journey)


def test_the_mark_is_there_while_the_plan_is_open(
    journey: Journey, place: Path, care: OpenPlanCare
) -> None:
    assert mark_place(place).exists()
    care.end()
    assert not mark_place(place).exists()


def test_activating_the_window_compares_the_file(
    journey: Journey, place: Path, care: OpenPlanCare
) -> None:
    care.watch._watcher.removePaths(care.watch._watcher.files())
    care.watch._watcher.removePaths(care.watch._watcher.directories())
    written(place, organisation="Theirs")
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.applicationStateChanged.emit(application.applicationState().ApplicationActive)
    journey.qtbot.waitUntil(lambda: journey.plan.organisation == "Theirs")


def test_versions_of_one_second_have_different_times(
    journey: Journey, place: Path, care: OpenPlanCare
) -> None:
    store = VersionStore(paths.versions_folder())
    for number in range(3):
        content = place.read_bytes().replace(b"Sample", f"Sample {number}".encode())
        store.keep(journey.plan.id, content, str(place), at=1_800_000_000 + number / 4)
    journey.program.commands.versions.compare()
    dialog = differences_of(journey)
    ends = [dialog.choice.itemText(number).partition("  ")[0][-4:] for number in range(3)]
    assert ends == [".500", ".250", ".000"]
    dialog.close()
