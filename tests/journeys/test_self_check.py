"""A filled self-check sheet becomes an assessment in the real window, after it was reviewed."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog

from socplanner.domain.assessment import newest_assessment
from socplanner.domain.ids import RoleId
from socplanner.services import paths
from socplanner.services.first_plan import FirstPlan
from socplanner.services.i18n import words_for
from socplanner.services.plan_files import open_plan
from socplanner.services.settings_store import SettingsStore
from socplanner.ui.review.scores_dialog import ScoresDialog
from socplanner.ui.shell.program import Program
from tests.support.programs import when_dialog_opens

SHEETS = Path(__file__).resolve().parents[1] / "golden" / "self-checks"
A1, A2 = RoleId("v2:A-1"), RoleId("v2:A-2")


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    """Yield the program with the plan of a manufacturer."""
    path = tmp_path / "plan.socplan"
    shutil.copy(paths.resources() / "examples" / "manufacturer.socplan", path)
    store = SettingsStore(tmp_path / "settings.json", print)
    program = Program(qapp, words_for("en"), store, FirstPlan(open_plan(path)))
    program.window.show()
    QApplication.processEvents()
    yield program
    program.window.leave()
    program.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def choose(dialog: ScoresDialog, row: int, key: str, *, of_columns: bool) -> None:
    """Choose an option of a line with its list."""
    table = dialog.columns if of_columns else dialog.rows
    combo = table.cellWidget(row, 2)
    assert isinstance(combo, QComboBox)
    combo.setCurrentIndex(combo.findData(key))
    combo.activated.emit(combo.currentIndex())


def test_a_sheet_is_reviewed_and_added_as_one_step(program: Program) -> None:
    document = program.document
    before = document.plan

    def review(dialog: QDialog) -> None:
        assert isinstance(dialog, ScoresDialog)
        assert dialog.day.day == program.window.checking.today
        assert dialog.rows.rowCount() == 3
        assert dialog.tabs.tabText(2) == "&Not read (2)"
        assert "Average" in dialog.unread.item(0).text()
        assert dialog.accept_button.text() == "Add assessment of 3 roles"
        dialog.day.setText("2026/12/1")
        QTest.keyClicks(dialog.assessor, "K. Sato")
        dialog.accept_button.click()

    when_dialog_opens(ScoresDialog, review)
    program.commands.imports.import_score_sheet(SHEETS / "headed-twice.csv")
    added = newest_assessment(document.plan.assessments)
    assert added is not None
    assert (added.day, added.by) == ("2026-12-01", "K. Sato")
    assert added.scores[A2].inhouse.score == "2"
    assert document.history.undo_edit is not None
    document.undo()
    assert document.plan is before


def test_nothing_is_added_before_what_is_wrong_is_corrected(program: Program) -> None:
    before = program.document.plan
    seen: list[str] = []

    def review(dialog: QDialog) -> None:
        assert isinstance(dialog, ScoresDialog)
        assert dialog.tabs.currentWidget() is dialog.columns
        assert not dialog.accept_button.isEnabled()
        seen.append(dialog.problem.text())
        choose(dialog, 2, "inhouse", of_columns=True)
        assert dialog.accept_button.isEnabled()
        dialog.day.setText("yesterday")
        seen.append(dialog.problem.text())
        assert not dialog.accept_button.isEnabled()
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    when_dialog_opens(ScoresDialog, review)
    program.commands.imports.import_score_sheet(SHEETS / "no-score-column.csv")
    assert "has no column of scores" in seen[0]
    assert "is not a date" in seen[1]
    assert program.document.plan is before


def test_the_role_of_a_row_is_chosen(program: Program) -> None:
    def review(dialog: QDialog) -> None:
        assert isinstance(dialog, ScoresDialog)
        choose(dialog, 1, "v2:A-2", of_columns=False)
        choose(dialog, 0, "", of_columns=False)
        texts = [dialog.unread.item(row).text() for row in range(dialog.unread.count())]
        assert "Row 2 (“全体方針管理”): left out, as you chose" in texts
        assert dialog.accept_button.text() == "Add assessment of 2 roles"
        dialog.accept_button.click()

    when_dialog_opens(ScoresDialog, review)
    program.commands.imports.import_score_sheet(SHEETS / "unknown-codes.csv")
    added = newest_assessment(program.document.plan.assessments)
    assert added is not None
    assert A1 not in added.scores
    assert added.scores[A2].inhouse.score == "2"


def test_a_sheet_of_another_edition_is_not_imported(program: Program) -> None:
    seen: list[str] = []

    def review(dialog: QDialog) -> None:
        assert isinstance(dialog, ScoresDialog)
        seen.append(dialog.problem.text())
        assert not dialog.accept_button.isEnabled()
        dialog.reject()

    when_dialog_opens(ScoresDialog, review)
    program.commands.imports.import_score_sheet(SHEETS / "other-edition.csv")
    assert "another edition than v2" in seen[0]


def test_the_command_is_in_the_menu_of_files_and_asks_for_a_sheet(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders: list[Path] = []

    def no_file(folder: Path) -> None:
        folders.append(folder)

    monkeypatch.setattr(program.commands.questions, "score_sheet_to_open", no_file)
    program.window.actions_["import-scores"].trigger()
    assert len(folders) == 1
