"""The pictures of the chapter on the matrix."""

from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
from PySide6.QtWidgets import QComboBox, QDialog

from socplanner.services.exporter import workbook_of
from socplanner.services.external_importer import external_file
from socplanner.services.importer import reimport_in, reviewed, sheets_in
from socplanner.ui.dialogs.letter_set_dialog import LetterSetDialog
from socplanner.ui.review.effect_page import EffectPage
from socplanner.ui.review.external_dialog import ExternalDialog
from socplanner.ui.review.review_dialog import ReviewDialog
from socplanner.ui.review.review_texts import ReviewTexts
from socplanner.wording import reimport_remarks
from tests.support.studio import Studio

_DAY = date(2026, 11, 1)
_EDITS = (
    ("CSIRT.xlsx", {("v2:A-1", "csirt"): "I", ("v2:B-1", "it"): "C", ("v2:D-2", "csirt"): "A"}),
    ("IT.xlsx", {("v2:B-1", "it"): "R", ("v2:E-1", "it"): "A/R"}),
)
_EXTERNAL = {
    "ja": (
        ("情報システム部 役割分担",),
        (),
        ("No.", "業務", "CSIRT", "情シス", "総務"),
        ("1", "リアルタイム基本分析", "C", "A/R", ""),
        ("2", "インシデント受付", "A/R", "C", "I"),
        ("3", "脆弱性情報の収集", "A", "R", ""),
        ("4", "社員証の発行", "", "C", "A/R"),
    ),
    "en": (
        ("Who does what in IT",),
        (),
        ("No.", "Task", "CSIRT", "IT operations", "Facilities"),
        ("1", "Basic real-time analysis", "C", "A/R", ""),
        ("2", "Incident report acceptance", "A/R", "C", "I"),
        ("3", "Collecting vulnerability news", "A", "R", ""),
        ("4", "Issuing badges", "", "C", "A/R"),
    ),
}


def matrix(studio: Studio) -> None:
    """Take the matrix, and the checks unfolded below it."""
    window = studio.window
    window.show()
    window.show_view("matrix")
    studio.shoot(window, "matrix")
    window.panels.show("checks")
    combo = window.checks.findChildren(QComboBox)[0]
    combo.setCurrentIndex(combo.findData("rule"))
    combo.activated.emit(combo.currentIndex())
    studio.shoot(window, "checks")
    window.panels.show("checks", is_shown=False)


def letters(studio: Studio) -> None:
    """Take the dialog of letter sets."""
    dialog = LetterSetDialog(studio.plan, studio.words, studio.window)
    dialog.sets.setCurrentIndex(dialog.sets.findData("daci"))
    dialog.sets.activated.emit(dialog.sets.currentIndex())
    studio.shoot(dialog, "letters")
    dialog.close()


def review(studio: Studio) -> None:
    """Take two returned workbooks that disagree."""
    files = [_edited(studio, name, changes) for name, changes in _EDITS]
    result = [reimport_in(path, sheets_in(path), path.name, studio.plan) for path in files]
    messages = reviewed(studio.plan, files, result)
    texts = ReviewTexts(
        lambda question: reimport_remarks.remark_message(question.about, studio.plan, studio.words),
        lambda question, option: reimport_remarks.option_text(
            question, option, studio.plan, studio.words
        ),
        lambda remark: reimport_remarks.remark_message(remark, studio.plan, studio.words),
    )
    dialog = ReviewDialog(studio.plan, messages.phase, messages.reimports, texts, studio.words)
    tree = dialog.panel.tree
    disputed = next(each for each in dialog.review.differences if len(each.proposals) > 1)
    tree.choose(tree.lines.place_of(disputed))
    _show_effect(dialog)
    studio.shoot(dialog, "returned")
    dialog.close()


def external(studio: Studio) -> None:
    """Take a sheet made elsewhere."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in _EXTERNAL[studio.language]:
        sheet.append(list(row))
    path = studio.folder / "it-department.xlsx"
    book.save(path)
    file = external_file(path.name, sheets_in(path), studio.plan)
    dialog = ExternalDialog(studio.plan, studio.plan.phases[0].id, file, studio.words)
    dialog.accept_likely()
    dialog.keep_rest()
    _show_effect(dialog)
    studio.shoot(dialog, "foreign")
    dialog.close()


def _show_effect(dialog: QDialog) -> None:
    """Show the effect on the findings now: after its pause, whether it is there is chance."""
    for page in dialog.findChildren(EffectPage):
        page.look()


def _edited(studio: Studio, name: str, changes: dict[tuple[str, str], str]) -> Path:
    content = workbook_of(studio.plan, studio.plan.phases[0].id, studio.words, _DAY)
    book = openpyxl.load_workbook(BytesIO(content))
    sheet = book.worksheets[1]
    places = {str(cell.value): cell for row in sheet.iter_rows() for cell in row}
    for (role, party), letters in changes.items():
        row, column = places[role].row or 1, places[f"party:{party}"].column or 1
        sheet.cell(row, column).value = letters
    path = studio.folder / name
    book.save(path)
    return path


SHOTS = (matrix, letters, review, external)
