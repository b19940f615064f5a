"""The questions about files as a planner meets them: each button does what it says."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QInputDialog,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from socplanner.domain.ids import PartyId, PhaseId
from socplanner.domain.new_plan import NOW, TARGET
from socplanner.domain.plan import Plan
from socplanner.domain.problem import Problem
from socplanner.services.file_problem import FileProblem, refused
from socplanner.services.i18n import words_for
from socplanner.services.translator import Translator
from socplanner.ui.dialogs.export_dialog import ExportDialog
from socplanner.ui.dialogs.export_options import ExportOptions
from socplanner.ui.dialogs.file_questions import FileQuestions
from socplanner.ui.dialogs.message import Answer
from socplanner.ui.kit.actions import plain
from socplanner.ui.kit.notice import Notice, NoticeKind, Remedy
from socplanner.wording.language import Words

PLACE = Path("/plans/a.socplan")
NATIVE = Qt.ApplicationAttribute.AA_DontUseNativeDialogs
NOTICES: list[Notice] = []


@pytest.fixture(params=["en", "ja"])
def texts(request: pytest.FixtureRequest) -> Words:
    """Return the words of either language."""
    return words_for(request.param)


@pytest.fixture
def questions(qtbot: QtBot, texts: Words) -> Iterator[FileQuestions]:
    """Return questions above an empty window, asked with Qt's own file dialogs."""
    window = QWidget()
    qtbot.addWidget(window)
    questions = FileQuestions(Translator(texts), NOTICES.append, window)
    NOTICES.clear()
    QCoreApplication.setAttribute(NATIVE)
    yield questions
    QCoreApplication.setAttribute(NATIVE, False)


def press(label: str) -> None:
    """Press the button that says `label`, once a box stands open."""
    box = QApplication.activeModalWidget()
    if box is None:
        QTimer.singleShot(5, lambda: press(label))
        return
    buttons = {plain(each.text()): each for each in box.findChildren(QPushButton)}
    buttons[label].click()


def escape() -> None:
    """Leave the box that stands open."""
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    box.reject()


def save_as(file: str) -> None:
    """Type `file` into the file dialog that stands open, and agree."""
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    dialog.findChildren(QLineEdit)[0].setText(file)
    dialog.accept()


@pytest.mark.parametrize(("agrees", "phase"), [(True, TARGET), (False, None)])
def test_the_phase_of_workbooks_is_a_question(
    questions: FileQuestions, texts: Words, plan: Plan, agrees: bool, phase: PhaseId | None
) -> None:
    seen: list[str] = []

    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QInputDialog)
        seen.append(dialog.labelText())
        dialog.findChildren(QComboBox)[0].setCurrentIndex(1)
        (dialog.accept if agrees else dialog.reject)()

    QTimer.singleShot(0, choose)
    problem = refused(PLACE, "workbook-of-unknown-phase", phase="gone")
    assert questions.about_phase(plan, problem) == phase
    assert "a.socplan" in seen[0]
    assert texts.tr("Phase to import into:") in seen[0]


@pytest.mark.parametrize(
    ("ask", "label", "answer"),
    [
        ("unsaved", "&Save", Answer.SAVE),
        ("unsaved", "&Don’t save", Answer.DISCARD),
        ("unsaved", "Cancel", Answer.CANCEL),
        ("changed", "Save &as…", Answer.SAVE_AS),
        ("changed", "&Overwrite", Answer.OVERWRITE),
        ("changed", "&Reload", Answer.RELOAD),
        ("changed", "Cancel", Answer.CANCEL),
        ("failed", "&Try again", Answer.RETRY),
        ("failed", "Save &as…", Answer.SAVE_AS),
        ("failed", "Cancel", Answer.CANCEL),
        ("existing", "&Replace", True),
        ("existing", "Cancel", False),
    ],
)
def test_each_button_returns_its_answer(
    questions: FileQuestions, texts: Words, ask: str, label: str, answer: object
) -> None:
    QTimer.singleShot(0, lambda: press(plain(texts.tr(label))))
    assert _every_question(questions)[ask]() is answer


@pytest.mark.parametrize("ask", ["unsaved", "changed", "failed", "existing"])
def test_escape_changes_nothing(questions: FileQuestions, ask: str) -> None:
    QTimer.singleShot(0, escape)
    assert _every_question(questions)[ask]() in {Answer.CANCEL, False}


def _every_question(questions: FileQuestions) -> dict[str, Callable[[], object]]:
    return {
        "unsaved": lambda: questions.about_unsaved("<b>Works</b> & sons"),
        "changed": lambda: questions.about_changed_on_disk(PLACE),
        "failed": lambda: questions.about_failed_write(refused(PLACE, "disk-full")),
        "existing": lambda: questions.about_existing(PLACE),
    }


def test_a_file_that_cannot_be_opened_is_reported_with_file_line_and_remedy(
    questions: FileQuestions, texts: Words
) -> None:
    remedy = Remedy("another", PLACE.exists)
    problem = Problem("unknown-party", {"party": "soc"})
    questions.show_problem(FileProblem(PLACE, problem, 14), remedy)
    (notice,) = NOTICES
    assert notice.text.startswith("a.socplan")
    assert "14" in notice.text
    assert str(PLACE) in notice.text
    assert (notice.kind, notice.remedy) == (NoticeKind.PROBLEM, remedy)


def test_a_text_that_is_not_valid_is_reported_without_a_dialog(questions: FileQuestions) -> None:
    questions.about_rejected(Problem("text-too-long", {"length": 5000, "longest": 4000}))
    (notice,) = NOTICES
    assert "4000" in notice.text or "4,000" in notice.text
    assert notice.kind is NoticeKind.PROBLEM


def test_a_name_without_a_suffix_gets_one(questions: FileQuestions, tmp_path: Path) -> None:
    for typed, name in (("mine", "mine.socplan"), ("mine.yaml", "mine.yaml")):
        QTimer.singleShot(0, lambda typed=typed: save_as(typed))
        assert questions.file_to_save("Save", tmp_path / "a.socplan") == tmp_path / name


def test_an_existing_file_can_be_chosen_since_replacing_is_confirmed_elsewhere(
    questions: FileQuestions, tmp_path: Path
) -> None:
    (tmp_path / "a.xlsx").touch()
    QTimer.singleShot(0, lambda: save_as("a"))
    assert questions.export_to_save(tmp_path / "b.xlsx") == tmp_path / "a.xlsx"


def test_a_file_dialog_can_be_called_off(questions: FileQuestions, tmp_path: Path) -> None:
    def call_off() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        dialog.reject()

    QTimer.singleShot(0, call_off)
    assert questions.file_to_open(tmp_path) is None


def test_a_plan_is_chosen_among_plans(questions: FileQuestions, tmp_path: Path) -> None:
    place = tmp_path / "計画.yml"
    place.touch()
    filters: list[str] = []

    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        filters.append(dialog.nameFilters()[0])
        dialog.selectFile(place.name)
        save_as(place.name)

    QTimer.singleShot(0, choose)
    assert questions.file_to_open(tmp_path) == place
    assert "*.socplan *.yaml *.yml" in filters[0]


@pytest.fixture
def export_dialog(
    qtbot: QtBot, plan: Plan, words: Words, tmp_path: Path
) -> Callable[[ExportOptions], ExportDialog]:
    """Return what opens the export dialog with a wish."""

    def opened(options: ExportOptions) -> ExportDialog:
        dialog = ExportDialog(plan, options, lambda named: named.with_name("chosen.xlsx"), words)
        qtbot.addWidget(dialog)
        return dialog

    return opened


def test_the_workbook_is_named_for_organisation_phase_and_language(
    export_dialog: Callable[[ExportOptions], ExportDialog], tmp_path: Path
) -> None:
    dialog = export_dialog(ExportOptions(TARGET, "ja", tmp_path))
    assert dialog.options == ExportOptions(TARGET, "ja", tmp_path / "Sample Works - 目標 - ja.xlsx")
    dialog.phases.setCurrentIndex(0)
    dialog.languages.setCurrentIndex(1)
    assert dialog.options == ExportOptions(NOW, "en", tmp_path / "Sample Works - Now - en.xlsx")


def test_a_name_typed_stays_and_gets_folder_and_suffix(
    export_dialog: Callable[[ExportOptions], ExportDialog], tmp_path: Path
) -> None:
    dialog = export_dialog(ExportOptions(NOW, "en", tmp_path))
    dialog.chosen.file.clear()
    dialog.accept_button.click()
    assert dialog.result() != ExportDialog.DialogCode.Accepted
    assert dialog.errors.text(dialog.chosen.file).startswith("Write a name for the file")
    QTest.keyClicks(dialog.chosen.file, "mine.v2")
    dialog.phases.setCurrentIndex(1)
    assert dialog.options.target == tmp_path / "mine.v2.xlsx"
    dialog.chosen.browse_button.click()
    assert dialog.options.target == tmp_path / "chosen.xlsx"


def test_kind_and_extension_follow_each_other(
    export_dialog: Callable[[ExportOptions], ExportDialog], tmp_path: Path
) -> None:
    dialog = export_dialog(ExportOptions(NOW, "en", tmp_path))
    dialog.chosen.kinds.setCurrentIndex(1)
    assert dialog.options.target == tmp_path / "Sample Works - Now - en.csv"
    dialog.chosen.file.clear()
    QTest.keyClicks(dialog.chosen.file, "mine.md")
    assert dialog.chosen.kinds.currentText() == "Markdown table (.md)"
    dialog.chosen.kinds.setCurrentIndex(0)
    assert dialog.chosen.file.text() == "mine.xlsx"


def test_the_duties_of_a_party_come_as_a_workbook_under_its_name(
    export_dialog: Callable[[ExportOptions], ExportDialog], tmp_path: Path
) -> None:
    dialog = export_dialog(ExportOptions(NOW, "en", tmp_path))
    dialog.chosen.kinds.setCurrentIndex(1)
    dialog.contents.setCurrentText("Duties of CISO")
    assert dialog.options.party == "ciso"
    assert dialog.options.target == tmp_path / "Sample Works - CISO - Now - en.xlsx"
    assert not dialog.chosen.kinds.isEnabled()
    dialog.contents.setCurrentIndex(0)
    assert dialog.chosen.kinds.isEnabled()
    assert dialog.options.party is None


def test_export_options_are_restored(
    export_dialog: Callable[[ExportOptions], ExportDialog], tmp_path: Path
) -> None:
    options = ExportOptions(
        TARGET, "en", tmp_path / "mine.xlsx", then_show=True, party=PartyId("soc")
    )
    assert export_dialog(options).options == options
    table = ExportOptions(NOW, "ja", tmp_path / "mine.csv")
    assert export_dialog(table).options == table
