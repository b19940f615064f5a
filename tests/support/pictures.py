"""The pictures of the guide, made from the running program: `make pictures`.

Both languages, light, a window of 1280 by 800, offscreen: the same pictures each time.
"""

import os
import shutil
import sys
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import openpyxl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QComboBox, QTreeView, QWidget

from socplanner.domain.local_text import LANGUAGES, Language
from socplanner.domain.plan import Plan
from socplanner.services import paths
from socplanner.services.exporter import workbook_of
from socplanner.services.foreign_importer import foreign_file
from socplanner.services.i18n import words_for
from socplanner.services.importer import returned_in, reviewed, sheets_in
from socplanner.services.memory import Memory
from socplanner.services.plan_files import open_plan
from socplanner.ui.appearance import use_theme
from socplanner.ui.dialogs.letter_set_dialog import LetterSetDialog
from socplanner.ui.program import FirstPlan, Program
from socplanner.ui.review.foreign_dialog import ForeignDialog
from socplanner.ui.review.review_dialog import ReviewDialog
from socplanner.ui.review.review_model import ReviewModel
from socplanner.ui.review.speech import Speech
from socplanner.wording import returned_remarks

PICTURES = Path(__file__).resolve().parents[2] / "docs" / "guide" / "pictures"
_DAY = date(2026, 11, 1)
_RETURNED = (
    ("CSIRT.xlsx", {("v2:A-1", "csirt"): "I", ("v2:B-1", "it"): "C", ("v2:D-2", "csirt"): "A"}),
    ("IT.xlsx", {("v2:B-1", "it"): "R", ("v2:E-1", "it"): "A/R"}),
)
_FOREIGN = {
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


class Studio:
    """Takes pictures of one program in one language."""

    def __init__(self, application: QApplication, language: Language, folder: Path) -> None:
        """Open a sample plan; workbooks go to `folder`."""
        self._application = application
        self._folder = folder
        self._place = PICTURES / language
        self._place.mkdir(parents=True, exist_ok=True)
        self.language = language
        self.words = words_for(language)
        path = folder / "manufacturer.socplan"
        shutil.copy(paths.resources() / "examples" / path.name, path)
        opened = open_plan(path)
        self.plan: Plan = opened.plan
        memory = Memory(folder / "settings.json", print)
        self.program = Program(application, self.words, memory, FirstPlan(opened))

    def take(self, widget: QWidget, name: str) -> None:
        """Keep how `widget` looks now as the picture `name`."""
        widget.show()
        for _ in range(6):
            self._application.processEvents()
        image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
        image.save(str(self._place / f"{name}.png"), quality=0)  # 0 is the smallest file

    def window(self) -> None:
        """Take the matrix, and the checks unfolded below it."""
        window = self.program.window
        window.resize(1280, 800)
        window.show()
        window.show_view("matrix")
        self.take(window, "matrix")
        window.checks.show_list(True)
        combo = window.checks.findChildren(QComboBox)[0]
        combo.setCurrentIndex(combo.findData("rule"))
        combo.activated.emit(combo.currentIndex())
        self.take(window, "checks")
        window.checks.show_list(False)

    def letters(self) -> None:
        """Take the dialog of letter sets."""
        dialog = LetterSetDialog(self.plan, self.words, self.program.window)
        dialog.sets.setCurrentIndex(dialog.sets.findData("daci"))
        dialog.sets.activated.emit(dialog.sets.currentIndex())
        self.take(dialog, "letters")
        dialog.close()

    def review(self) -> None:
        """Take two workbooks that came back, one of them against the other."""
        files = [self._returned(name, changes) for name, changes in _RETURNED]
        found = [returned_in(path, sheets_in(path), path.name, self.plan) for path in files]
        told = reviewed(self.plan, files, found)
        speech = Speech(
            lambda question: returned_remarks.say_remark(question.about, self.plan, self.words),
            lambda question, option: returned_remarks.say_option(
                question, option, self.plan, self.words
            ),
            lambda remark: returned_remarks.say_remark(remark, self.plan, self.words),
        )
        dialog = ReviewDialog(self.plan, told.phase, told.returned, speech, self.words)
        tree = dialog.findChildren(QTreeView)[0]
        model = tree.model()
        if isinstance(model, ReviewModel):
            disputed = next(each for each in told.differences if len(each.offers) > 1)
            tree.setCurrentIndex(model.place_of(disputed))
        self.take(dialog, "review")
        dialog.close()

    def foreign(self) -> None:
        """Take a sheet that others made."""
        book = openpyxl.Workbook()
        sheet = book.worksheets[0]
        for row in _FOREIGN[self.language]:
            sheet.append(list(row))
        path = self._folder / "it-department.xlsx"
        book.save(path)
        file = foreign_file(path.name, sheets_in(path), self.plan)
        dialog = ForeignDialog(self.plan, self.plan.phases[0].id, file, self.words)
        dialog.take_likely()
        dialog.keep_rest()
        self.take(dialog, "foreign")
        dialog.close()

    def leave(self) -> None:
        """Close the window."""
        self.program.window.leave()
        self.program.deleteLater()

    def _returned(self, name: str, changes: dict[tuple[str, str], str]) -> Path:
        content = workbook_of(self.plan, self.plan.phases[0].id, self.words, _DAY)
        book = openpyxl.load_workbook(BytesIO(content))
        sheet = book.worksheets[1]
        places = {str(cell.value): cell for row in sheet.iter_rows() for cell in row}
        for (role, party), letters in changes.items():
            row, column = places[role].row or 1, places[f"party:{party}"].column or 1
            sheet.cell(row, column).value = letters
        path = self._folder / name
        book.save(path)
        return path


def main() -> int:
    """Make every picture anew."""
    application = QApplication(["socplanner"])
    use_theme(application, "light")
    for language in LANGUAGES:
        with TemporaryDirectory() as folder:
            studio = Studio(application, language, Path(folder))
            shots: tuple[Callable[[], None], ...] = (
                studio.window,
                studio.letters,
                studio.review,
                studio.foreign,
            )
            for shot in shots:
                shot()
            studio.leave()
    return 0


if __name__ == "__main__":
    sys.exit(main())
