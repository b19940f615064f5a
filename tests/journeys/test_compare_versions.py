"""A planner compares with a file and with a phase, adopts entries, and chooses sides of a merge."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from socplanner.domain.duty_edits import SetNote
from socplanner.domain.ids import RoleId
from socplanner.domain.letter_set_edits import SwitchLetterSet
from socplanner.domain.letter_sets import LETTER_SETS
from socplanner.domain.phases import duty
from socplanner.domain.plan import Plan
from socplanner.services.plan_files import save_plan
from socplanner.services.plan_merging import merged_plans
from socplanner.ui.versions import differences_dialog
from socplanner.ui.versions.conflicts_dialog import ConflictsDialog
from socplanner.ui.versions.differences_dialog import DifferencesDialog
from tests.journeys.test_first_light import Journey, journey
from tests.support.plans import hybrid_plan

PLAN = hybrid_plan()
NOW, TARGET = (phase.id for phase in PLAN.phases)
A1, A2, B1 = (RoleId(f"v2:{code}") for code in ("A-1", "A-2", "B-1"))
__all__ = ["journey"]


def noted(plan: Plan, role: RoleId, text: str) -> Plan:
    """Return `plan` with a note of `role`."""
    return SetNote(NOW, frozenset({role}), text).apply(plan)


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """Return a file with another version of the plan."""
    path = tmp_path / "other.socplan"
    save_plan(replace(noted(noted(PLAN, A1, "one"), B1, "two"), organisation="Other"), path)
    return path


@pytest.fixture
def planner(journey: Journey, tmp_path: Path) -> Journey:
    """Return the journey with the plan of two phases."""
    path = tmp_path / "plan.socplan"
    save_plan(PLAN, path)
    journey.program.session.open(path)
    journey.program.commands.comparing._questions = journey.questions
    return journey


def dialog_of(journey: Journey) -> DifferencesDialog:
    """Return the dialog with differences that is open beside the window."""
    dialog = journey.program.commands.comparing.dialog
    assert isinstance(dialog, DifferencesDialog)
    return dialog


def conflicts_of(journey: Journey) -> ConflictsDialog:
    """Return the dialog with conflicts that is open beside the window."""
    dialog = journey.program.commands.comparing.dialog
    assert isinstance(dialog, ConflictsDialog)
    return dialog


def notice_of(journey: Journey) -> str:
    """Return the text of the notice that is shown."""
    bar = journey.window.notices
    return "" if bar.notice is None else bar.notice.text


def texts(dialog: DifferencesDialog | ConflictsDialog) -> list[str]:
    """Return the lines that are shown."""
    source = dialog.panel.tree.lines.source
    return [
        f"{group.title}: {source.texts(line)[0]}" for group in source.groups for line in group.lines
    ]


def test_one_entry_of_a_file_is_adopted_and_undone(planner: Journey, other: Path) -> None:
    planner.questions.answers.append(other)
    planner.do("compare-file")
    dialog = dialog_of(planner)
    assert texts(dialog) == [
        "The plan itself: Organisation: サンプル株式会社 → Other",
        "A-1 Overall policy management: Now: Note: one",
        "B-1 Basic real-time analysis: Now: Note: two",
    ]
    lines = dialog.panel.tree.lines
    dialog.panel.tree.choose(lines.index(0, 0, lines.index(1, 0)))
    dialog.jump_button.click()
    assert planner.window.viewpoint.roles == (A1,)
    dialog.adopt_button.click()
    assert planner.plan == noted(PLAN, A1, "one")
    assert len(texts(dialog)) == 2, "the list follows"
    planner.do("undo")
    assert planner.plan == PLAN
    assert len(texts(dialog)) == 3
    dialog.all_button.click()
    assert texts(dialog) == []
    assert dialog.about.text() == "Nothing differs."
    planner.do("undo")
    assert planner.plan == PLAN
    dialog.close()


def test_the_list_does_not_cover_what_it_leads_to(planner: Journey, tmp_path: Path) -> None:
    path = tmp_path / "notes.socplan"
    save_plan(noted(noted(PLAN, A1, "one"), B1, "two"), path)
    planner.window.resize(1280, 800)
    planner.do("board")
    planner.questions.answers.append(path)
    planner.do("compare-file")
    dialog = dialog_of(planner)
    cards = planner.board.list
    for row in range(2):
        group = dialog.panel.tree.lines.index(row, 0)
        dialog.panel.tree.setCurrentIndex(dialog.panel.tree.lines.index(0, 0, group))
        dialog.jump_button.click()
        rect = cards.visualRect(cards.currentIndex())
        rect.moveTopLeft(cards.viewport().mapToGlobal(rect.topLeft()))
        assert dialog.frameGeometry().intersected(rect).width() < rect.width() // 3
    dialog.close()


def test_another_plan_is_no_version_of_this_one(planner: Journey, tmp_path: Path) -> None:
    path = tmp_path / "another.socplan"
    save_plan(replace(PLAN, id="another"), path)
    planner.questions.answers.append(path)
    planner.do("compare-file")
    assert planner.program.commands.comparing.dialog is None
    assert "is another plan" in notice_of(planner)


def test_duties_of_another_phase_are_adopted(planner: Journey) -> None:
    differing = {role for role in (A1, A2, B1) if duty(PLAN, NOW, role) != duty(PLAN, TARGET, role)}
    planner.do("compare-phase")
    dialog = dialog_of(planner)
    assert dialog.choice.currentText() == "Target"
    assert len(texts(dialog)) >= len(differing)
    dialog.all_button.click()
    for role in (A1, A2, B1):
        assert duty(planner.plan, NOW, role) == duty(PLAN, TARGET, role)
    planner.do("undo")
    assert planner.plan == PLAN
    dialog.close()


def test_a_long_list_is_compared_when_the_planner_pauses(
    planner: Journey, other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(differences_dialog, "_MANY", 2)
    planner.questions.answers.append(other)
    planner.do("compare-file")
    dialog = dialog_of(planner)
    planner.program.document.perform(SetNote(NOW, frozenset({A2}), "mine"))
    assert len(texts(dialog)) == 3, "not yet"
    lines = dialog.panel.tree.lines
    dialog.panel.tree.choose(lines.index(0, 0, lines.index(1, 0)))
    dialog.adopt_button.click()
    assert planner.plan == noted(noted(PLAN, A2, "mine"), A1, "one"), "no edit is lost meanwhile"
    planner.qtbot.waitUntil(lambda: any("A-2" in text for text in texts(dialog)))
    dialog.close()


def test_conflicts_of_a_merge_are_reported_and_chosen_with_keys(
    planner: Journey, tmp_path: Path
) -> None:
    ours, theirs = (
        noted(noted(PLAN, A1, "ours"), A2, "ours"),
        noted(noted(PLAN, A1, "theirs"), A2, "x"),
    )
    path = tmp_path / "merged.socplan"
    save_plan(merged_plans(PLAN, ours, theirs).plan, path)
    planner.program.session.open(path)
    assert notice_of(planner) == "2 conflicts of a merge wait for your choice."
    planner.do("conflicts")
    dialog = conflicts_of(planner)
    planner.program.document.perform(SetNote(NOW, frozenset({A2}), "edited since"))
    shown = dialog.panel.tree.lines.source
    our_texts = [shown.texts(line)[1] for group in shown.groups for line in group.lines]
    assert our_texts == ["ours", "edited since"], "ours is what the plan has now"
    QTest.keyClick(dialog.panel.tree, Qt.Key.Key_Right)
    assert duty(planner.plan, NOW, A1).note == "theirs"
    assert len(texts(dialog)) == 1
    assert notice_of(planner) == "1 conflict of a merge waits for your choice."
    QTest.keyClick(dialog.panel.tree, Qt.Key.Key_Left)
    assert duty(planner.plan, NOW, A2).note == "edited since"
    assert dialog.about.text() == "No conflict is left."
    assert not dialog.theirs_button.isEnabled()
    assert notice_of(planner) == ""
    QTest.keyClick(dialog.panel.tree, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(texts(dialog)) == 1
    planner.do("redo")
    assert texts(dialog) == []
    dialog.close()


def test_lines_that_belong_together_are_chosen_together(planner: Journey, tmp_path: Path) -> None:
    """Letters of another letter set fit no line alone."""
    same, renamed = {each: each for each in "RACI"}, {"R": "D", "A": "A", "C": "C", "I": "I"}
    ours = SwitchLetterSet(LETTER_SETS["rasci"], same).apply(PLAN)
    theirs = SwitchLetterSet(LETTER_SETS["daci"], renamed).apply(PLAN)
    path = tmp_path / "merged.socplan"
    save_plan(merged_plans(PLAN, ours, theirs).plan, path)
    planner.program.session.open(path)
    planner.do("conflicts")
    dialog = conflicts_of(planner)
    QTest.keyClick(dialog.panel.tree, Qt.Key.Key_Right)
    assert planner.plan.letter_set.id == "rasci"
    assert dialog.problem.text().endswith("chosen together: select them all.")
    dialog.panel.tree.selectAll()
    QTest.keyClick(dialog.panel.tree, Qt.Key.Key_Right)
    assert planner.plan.letter_set.id == "daci"
    assert planner.plan.conflicts == ()
    dialog.close()


def test_the_dialog_closes_with_its_plan(planner: Journey, other: Path, tmp_path: Path) -> None:
    planner.questions.answers.append(other)
    planner.do("compare-file")
    path = tmp_path / "another.socplan"
    save_plan(replace(PLAN, id="another"), path)
    planner.program.session.open(path)
    assert planner.program.commands.comparing.dialog is None
