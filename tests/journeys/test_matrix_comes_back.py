"""Through the real window: the matrix leaves and comes back, and findings are dealt with."""

from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
from PySide6.QtWidgets import QDialog

from socplanner.domain.checks.finding import Severity
from socplanner.domain.ids import PartyId, RoleId
from socplanner.services.exporter import workbook_of
from socplanner.services.i18n import words_for
from socplanner.services.plan_files import open_plan
from socplanner.ui.checks.findings_body import FindingsBody
from socplanner.ui.dialogs.letter_set_dialog import LetterSetDialog
from socplanner.ui.dialogs.waiver_dialog import WaiverDialog
from socplanner.ui.review.external_dialog import ExternalDialog
from socplanner.ui.review.review_dialog import ReviewDialog
from tests.journeys.test_first_light import NOW, Journey, journey
from tests.ui.shell.test_import_commands import place_of

A1, B1 = RoleId("v2:A-1"), RoleId("v2:B-1")
SOC, IT = PartyId("soc"), PartyId("it")

__all__ = ["journey"]


def sent_and_filled_in(journey: Journey, path: Path, cell: str, role: str, party: str) -> None:
    """Export the plan and let somebody write `cell` into the workbook in `path`."""
    content = workbook_of(journey.plan, NOW, words_for("ja"), date(2026, 1, 31))
    book = openpyxl.load_workbook(BytesIO(content))
    sheet = book.worksheets[1]
    row, column = place_of(sheet, role), place_of(sheet, f"party:{party}")
    sheet.cell(row[0], column[1]).value = cell
    book.save(path)


def accept(dialog: QDialog) -> None:
    """Press the button that takes."""
    assert isinstance(dialog, ReviewDialog | ExternalDialog)
    dialog.accept_button.click()


def choose_of(body: FindingsBody, role: RoleId) -> None:
    """Put the cursor on the first finding about `role`."""
    result = [body.rows.finding(row) for row in range(body.rows.rowCount())]
    roles = [None if each is None else each.role for each in result]
    body.list.setCurrentIndex(body.rows.index(roles.index(role), 0))


def test_two_returned_workbooks_are_imported_as_one_step(journey: Journey, tmp_path: Path) -> None:
    one, two = tmp_path / "soc.xlsx", tmp_path / "it.xlsx"
    sent_and_filled_in(journey, one, "c", "v2:A-1", "soc")
    sent_and_filled_in(journey, two, "Ｃ", "v2:B-1", "it")
    before = journey.plan
    journey.program.commands.imports._questions = journey.questions
    journey.questions.answers.append([one, two])
    journey.answer(accept)
    journey.do("import")
    assert journey.now(A1).letters[SOC] == "C"
    assert journey.now(B1).letters[IT] == "C"
    assert journey.status("undo") == "Undo: Import matrix"
    journey.do("undo")
    assert journey.plan is before


def test_a_workbook_dropped_on_the_window_is_reviewed(journey: Journey, tmp_path: Path) -> None:
    path = tmp_path / "soc.xlsx"
    sent_and_filled_in(journey, path, "C", "v2:A-1", "soc")
    journey.answer(accept)
    journey.window.file_dropped.emit(str(path))
    assert journey.now(A1).letters[SOC] == "C"


def test_an_external_sheet_is_mapped_and_imported(journey: Journey, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    rows = (
        ("Task", "SOC", "CSIRT"),
        ("Overall policy management", "I", "C"),
        ("Triage criteria management", "R", "A"),
        ("Basic real-time analysis", "A/R", "C"),
    )
    for row in rows:
        book.active.append(list(row))
    path = tmp_path / "theirs.xlsx"
    book.save(path)
    journey.answer(accept)
    journey.window.file_dropped.emit(str(path))
    assert journey.now(B1).letters[SOC] == "A/R"
    assert journey.status("undo").startswith("Undo: Import sheet")
    journey.do("undo")


def test_a_finding_is_waived_saved_and_waived_again_when_opened(
    journey: Journey, tmp_path: Path
) -> None:
    checks = journey.window.checks
    journey.matrix.jump_to(B1, SOC)
    table = journey.window.focusWidget()
    assert table is not None
    journey.qtbot.keyClick(table, "r")
    assert checks.model.count(Severity.ERROR) > 0
    journey.do("next-finding")
    body = checks.findChildren(FindingsBody)[0]

    def waive(dialog: QDialog) -> None:
        assert isinstance(dialog, WaiverDialog)
        dialog.reason.setText("agreed with the provider")
        dialog.accept_button.click()

    before = len(journey.plan.waivers)
    while journey.window.checking.of_role(B1):
        choose_of(body, B1)
        journey.answer(waive)
        body.waive_button.click()
    assert len(journey.plan.waivers) > before
    path = tmp_path / "plan.socplan"
    journey.questions.answers.append(path)
    journey.do("save")
    assert open_plan(path).plan == journey.plan
    assert "agreed with the provider" in path.read_text(encoding="utf-8")


def test_a_switched_letter_set_is_restored_by_undo(journey: Journey) -> None:
    before = journey.plan

    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, LetterSetDialog)
        dialog.sets.setCurrentIndex(dialog.sets.findData("daci"))
        dialog.sets.activated.emit(dialog.sets.currentIndex())
        dialog.accept_button.click()

    assert journey.matrix is not None
    journey.answer(choose)
    journey.do("letter-set")
    assert journey.plan.letter_set.id == "daci"
    assert "D" in journey.now(A1).letters.values()
    journey.do("undo")
    assert journey.plan is before
