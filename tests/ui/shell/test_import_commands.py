"""Importing shows what a workbook changes, takes it as one step, and says what cannot be read."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import cast

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from socplanner.domain.duty_edits import SetCells
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.letters import Cell
from socplanner.domain.new_plan import NOW, TARGET
from socplanner.domain.phases import duty
from socplanner.domain.plan import Plan
from socplanner.services.document import Document
from socplanner.services.exporter import workbook_of
from socplanner.services.i18n import words_for
from socplanner.services.settings_store import SettingsStore
from socplanner.services.translator import Translator
from socplanner.ui.kit.notice import Notice
from socplanner.ui.review.external_dialog import ExternalDialog
from socplanner.ui.review.review_dialog import ReviewDialog
from socplanner.ui.shell.import_commands import ImportCommands
from tests.support.contexts import context_of
from tests.support.programs import when_dialog_opens
from tests.support.scripted_questions import ScriptedQuestions

A1, B1 = RoleId("v2:A-1"), RoleId("v2:B-1")
SOC, IT = PartyId("soc"), PartyId("it")
DAY = date(2026, 1, 31)


class Desk:
    """What importing works with."""

    def __init__(self, document: Document, translator: Translator, folder: Path) -> None:
        """Work in `folder`."""
        self.document = document
        self.folder = folder
        self.questions = ScriptedQuestions(translator)
        self.store = SettingsStore(folder / "settings.json", print)
        self.context = context_of(document, translator)
        self.commands = ImportCommands(self.context, self.store, self.questions)
        self.notices: list[Notice] = []
        self.commands.noticed.connect(self.notices.append)

    def edited_copy(self, name: str, changes: dict[tuple[str, str], str], plan: Plan) -> Path:
        """Return a workbook exported from `plan` in which cells were changed by id."""
        book = openpyxl.load_workbook(BytesIO(workbook_of(plan, NOW, words_for("en"), DAY)))
        sheet = book.worksheets[1]
        for (role, party), cell in changes.items():
            row, column = place_of(sheet, role), place_of(sheet, f"party:{party}")
            sheet.cell(row[0], column[1]).value = cell
        path = self.folder / name
        book.save(path)
        return path


def place_of(sheet: Worksheet, text: str) -> tuple[int, int]:
    """Return where the sheet says `text`."""
    return next(
        (cell.row, cell.column) for row in sheet.iter_rows() for cell in row if cell.value == text
    )


@pytest.fixture
def desk(document: Document, translator: Translator, tmp_path: Path) -> Desk:
    """Return a desk with the plan of two phases."""
    return Desk(document, translator, tmp_path)


def when_reviewed(work: Callable[[ReviewDialog], object]) -> None:
    """Do `work` with the review once it stands open."""
    when_dialog_opens(ReviewDialog, cast("Callable[[QDialog], object]", work))


def accept(dialog: ReviewDialog) -> None:
    """Press the button that takes."""
    dialog.accept_button.click()


def choose_all_and_accept(dialog: ReviewDialog) -> None:
    """Choose every group of the tree, of which nothing is chosen at first, and import it."""
    assert not dialog.accept_button.isEnabled()
    tree = dialog.panel.tree
    for row in range(tree.lines.rowCount()):
        tree.choose(tree.lines.index(row, 0))
        QTest.keyClick(tree, Qt.Key.Key_Right)
    accept(dialog)


def letter(document: Document, role: RoleId, party: PartyId) -> str:
    """Return what the plan says now."""
    return duty(document.plan, NOW, role).letters.get(party, Cell(""))


def test_an_edited_workbook_is_imported_as_one_step(desk: Desk, document: Document) -> None:
    before = document.plan
    path = desk.edited_copy("soc.xlsx", {("v2:A-1", "soc"): "C", ("v2:B-1", "it"): "c"}, before)
    desk.questions.answers.append([path])
    when_reviewed(accept)
    desk.commands.import_matrix()
    assert letter(document, A1, SOC) == "C"
    assert letter(document, B1, IT) == "C"
    assert desk.notices[-1].text.endswith("imported")
    assert desk.store.settings.last_folder == str(path.parent)
    document.undo()
    assert document.plan is before


def test_calling_it_off_changes_nothing(desk: Desk, document: Document) -> None:
    before = document.plan
    path = desk.edited_copy("soc.xlsx", {("v2:A-1", "soc"): "C"}, before)
    when_reviewed(ReviewDialog.reject)
    desk.commands.import_files([path])
    assert document.plan is before
    assert desk.notices == []


def test_a_later_value_of_the_plan_is_not_undone(desk: Desk, document: Document) -> None:
    path = desk.edited_copy("soc.xlsx", {("v2:A-1", "soc"): "C"}, document.plan)
    document.perform(SetCells(NOW, ((B1, IT, Cell("R")),)))
    when_reviewed(accept)
    desk.commands.import_files([path])
    assert letter(document, A1, SOC) == "C"
    assert letter(document, B1, IT) == "R"


def test_several_workbooks_are_reviewed_together(desk: Desk, document: Document) -> None:
    one = desk.edited_copy("one.xlsx", {("v2:A-1", "soc"): "C"}, document.plan)
    two = desk.edited_copy("two.xlsx", {("v2:B-1", "it"): "C"}, document.plan)
    seen: list[str] = []

    def look(dialog: ReviewDialog) -> None:
        seen.extend(each.origin for each in dialog.review.reimports)
        accept(dialog)

    when_reviewed(look)
    desk.commands.import_files([one, two])
    assert seen == ["one.xlsx", "two.xlsx"]
    assert (letter(document, A1, SOC), letter(document, B1, IT)) == ("C", "C")


@pytest.mark.parametrize("phase", [TARGET, None])
def test_workbooks_of_two_phases_are_for_the_phase_that_is_chosen(
    phase: PhaseId | None, desk: Desk, document: Document
) -> None:
    paths = [desk.edited_copy("one.xlsx", {("v2:A-1", "soc"): "C"}, document.plan)]
    paths.append(desk.folder / "two.xlsx")
    paths[1].write_bytes(workbook_of(document.plan, TARGET, words_for("en"), DAY))
    before = document.plan
    desk.questions.answers.append(phase)
    if phase is not None:
        when_reviewed(accept)
    desk.commands.import_files(paths)
    assert desk.questions.subjects == ["workbooks-of-several-phases"]
    assert (document.plan is before) == (phase is None)
    assert duty(document.plan, NOW, A1) == duty(before, NOW, A1)


def test_the_phase_that_was_changed_is_looked_at(desk: Desk, document: Document) -> None:
    path = desk.edited_copy("soc.xlsx", {("v2:A-1", "soc"): "C"}, document.plan)
    viewpoint = desk.context.viewpoint
    viewpoint.look_at_phase(TARGET)
    when_reviewed(accept)
    desk.commands.import_files([path])
    assert viewpoint.phase == NOW


def test_a_workbook_of_another_plan_is_asked_about(desk: Desk, document: Document) -> None:
    other = replace(document.plan, id="another")
    path = desk.edited_copy("other.xlsx", {("v2:A-1", "soc"): "C"}, other)
    before = document.plan
    desk.questions.answers.append(False)
    desk.commands.import_files([path])
    assert desk.questions.questions == ["other plan"]
    assert document.plan is before
    desk.questions.answers.append(True)
    when_reviewed(choose_all_and_accept)
    desk.commands.import_files([path])
    assert letter(document, A1, SOC) == "C"


@pytest.mark.parametrize(
    ("content", "code"), [(b"", "workbook-empty"), (b"<html></html>", "workbook-is-web-page")]
)
def test_an_unreadable_workbook_is_reported_and_changes_nothing(
    desk: Desk, document: Document, content: bytes, code: str
) -> None:
    path = desk.folder / "bad.xlsx"
    path.write_bytes(content)
    before = document.plan
    desk.commands.import_files([path])
    assert (desk.questions.questions, desk.questions.subjects) == (["told"], [code])
    assert document.plan is before


def external(folder: Path, name: str) -> Path:
    """Return a workbook made elsewhere, with a role of the plan."""
    path, book = folder / name, openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for row in (("Task", "SOC"), ("Real-time basic analysis", "R")):
        sheet.append(row)
    book.save(path)
    return path


def test_workbooks_made_elsewhere_are_shown_after_those_of_the_plan(
    desk: Desk, document: Document
) -> None:
    path = desk.edited_copy("soc.xlsx", {("v2:A-1", "soc"): "C"}, document.plan)
    shown: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, ReviewDialog):
            shown.append("review")
            accept(dialog)
        elif isinstance(dialog, ExternalDialog):
            shown.append("external")
            assert letter(document, A1, SOC) == "C"
            dialog.reject()
            return
        QTimer.singleShot(5, look)

    QTimer.singleShot(0, look)
    desk.commands.import_files([external(desk.folder, "theirs.xlsx"), path])
    assert shown == ["review", "external"]


def test_a_bad_workbook_stops_the_import_before_anything_is_shown(
    desk: Desk, document: Document
) -> None:
    bad = desk.folder / "bad.xlsx"
    bad.write_bytes(b"")
    before = document.plan
    path = desk.edited_copy("soc.xlsx", {("v2:A-1", "soc"): "C"}, before)
    desk.commands.import_files([external(desk.folder, "theirs.xlsx"), path, bad])
    assert desk.questions.subjects == ["workbook-empty"]
    assert document.plan is before


def test_a_missing_file_is_reported(desk: Desk) -> None:
    desk.commands.import_files([desk.folder / "gone.xlsx"])
    assert desk.questions.questions == ["told"]


def test_asking_for_no_file_is_nothing(desk: Desk, document: Document) -> None:
    before = document.plan
    desk.questions.answers.append([])
    desk.commands.import_matrix()
    assert document.plan is before
