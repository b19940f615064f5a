"""Exporting asks until the workbook is written or called off, and replaces nothing unasked."""

import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from socplanner.domain.ids import PartyId
from socplanner.domain.local_text import Language
from socplanner.domain.new_plan import NOW, TARGET
from socplanner.domain.workbook_copy import WorkbookCopy
from socplanner.services import files
from socplanner.services.document import Document
from socplanner.services.file_problem import refused
from socplanner.services.settings_store import SettingsStore
from socplanner.services.translator import Translator
from socplanner.ui.dialogs.export_options import ExportOptions
from socplanner.ui.dialogs.message import Answer
from socplanner.ui.kit.notice import Notice, NoticeKind
from socplanner.ui.shell.export_commands import ExportCommands, today
from tests.support.contexts import context_of
from tests.support.scripted_questions import ScriptedQuestions

DAY = date(2024, 2, 29)


class Desk:
    """What exporting works with."""

    def __init__(self, document: Document, translator: Translator, folder: Path) -> None:
        """Work in `folder`."""
        self.store = SettingsStore(folder / "settings.json", print)
        self.questions = ScriptedQuestions(translator)
        self.context = context_of(document, translator)
        self.commands = ExportCommands(self.context, self.store, self.questions, lambda: DAY)
        self.notices: list[Notice] = []
        self.commands.noticed.connect(self.notices.append)
        self.target = folder / "matrix.xlsx"
        self.options = ExportOptions(NOW, "en", self.target)


@pytest.fixture
def desk(document: Document, translator: Translator, tmp_path: Path) -> Desk:
    """Return a desk with the plan of two phases."""
    folder = tmp_path / "plans"
    folder.mkdir()
    return Desk(document, translator, folder)


def texts_in(workbook: Path) -> set[str]:
    """Return everything a workbook says."""
    book = openpyxl.load_workbook(io.BytesIO(workbook.read_bytes()))
    return {str(cell.value) for sheet in book for row in sheet for cell in row if cell.value}


@pytest.mark.parametrize(("language", "phase"), [("en", "Now"), ("ja", "現状")])
def test_the_chosen_phase_is_written_in_the_chosen_language(
    desk: Desk, language: Language, phase: str
) -> None:
    desk.questions.answers = [replace(desk.options, language=language)]
    desk.commands.export()
    assert [each.text for each in desk.notices] == ["Exported: matrix.xlsx"]
    assert any(phase in text for text in texts_in(desk.target))
    assert desk.store.settings.last_folder == str(desk.target.parent)


def test_a_table_or_the_duties_of_a_party_are_written_to_the_chosen_file(desk: Desk) -> None:
    table = desk.target.with_suffix(".csv")
    desk.questions.answers = [replace(desk.options, target=table)]
    desk.commands.export()
    assert table.read_text("utf-8-sig").startswith("Id,Function")
    desk.questions.answers = [replace(desk.options, party=PartyId("ciso"))]
    desk.commands.export()
    assert "Duties of CISO" in texts_in(desk.target)


def test_a_copy_for_a_party_is_written_and_its_cover_suggested_for_the_next(desk: Desk) -> None:
    workbook_copy = WorkbookCopy(PartyId("ciso"), "soon", "Tanaka", "soc@example.org", "Draft")
    desk.questions.answers = [replace(desk.options, workbook_copy=workbook_copy), None]
    desk.commands.export()
    assert {"Please fill in the marked column “CISO”.", "Tanaka"} <= texts_in(desk.target)
    desk.commands.export()
    assert desk.questions.subjects[1].workbook_copy == replace(workbook_copy, party=None)


def test_the_phase_in_view_and_the_language_of_the_window_are_suggested(desk: Desk) -> None:
    desk.context.viewpoint.look_at_phase(TARGET)
    desk.questions.answers = [None]
    desk.commands.export()
    suggested = desk.questions.subjects[0]
    assert (suggested.phase, suggested.language) == (TARGET, "en")
    assert suggested.target == desk.store.folder()


def test_an_existing_workbook_is_kept_unless_agreed_to(desk: Desk) -> None:
    desk.target.write_bytes(b"theirs")
    other = desk.target.with_name("other.xlsx")
    desk.questions.answers = [desk.options, False, replace(desk.options, target=other)]
    desk.commands.export()
    assert desk.questions.questions == ["export", "existing", "export"]
    assert desk.questions.subjects[2] == desk.options
    assert desk.target.read_bytes() == b"theirs"
    assert texts_in(other)
    desk.questions.answers = [desk.options, True]
    desk.commands.export()
    assert texts_in(desk.target)


def test_a_workbook_open_in_another_program_can_be_closed_there_and_tried_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, faults = files.write_new, iter([True, True])

    def locked(path: Path, data: bytes) -> None:
        if next(faults, False):
            raise refused(path, "file-in-use")
        real(path, data)

    monkeypatch.setattr(files, "write_new", locked)
    desk.questions.answers = [desk.options, Answer.RETRY, Answer.RETRY]
    desk.commands.export()
    assert desk.questions.subjects[1:] == ["file-in-use", "file-in-use"]
    assert texts_in(desk.target)


def test_choices_outlive_a_workbook_that_cannot_be_written(desk: Desk) -> None:
    options = replace(desk.options, target=desk.target.parent / "none" / "matrix.xlsx")
    desk.questions.answers = [options, Answer.CANCEL, None]
    desk.commands.export()
    assert desk.questions.questions == ["export", "failed write", "export"]
    assert desk.questions.subjects[2] == options
    assert desk.notices == []
    assert desk.questions.subjects[1] == "folder-missing"


def test_the_folder_is_shown_on_request(desk: Desk) -> None:
    desk.questions.answers = [replace(desk.options, then_show=True)]
    desk.commands.export()
    assert desk.questions.questions == ["export", "show folder"]
    assert desk.questions.subjects[1] == desk.target.parent


def test_the_day_is_that_of_the_planner() -> None:
    assert isinstance(today(), date)


@pytest.mark.parametrize("party", [None, PartyId("ciso")])
def test_the_author_of_the_settings_is_in_the_properties(desk: Desk, party: PartyId | None) -> None:
    desk.questions.answers = [replace(desk.options, party=party), True]
    desk.commands.export()
    assert openpyxl.load_workbook(desk.target).properties.creator in {None, ""}
    desk.store.change(lambda settings: replace(settings, author="青葉 一郎"))
    desk.questions.answers = [replace(desk.options, party=party), True]
    desk.commands.export()
    assert openpyxl.load_workbook(desk.target).properties.creator == "青葉 一郎"


def test_the_folder_of_the_settings_is_suggested(desk: Desk, tmp_path: Path) -> None:
    desk.store.change(lambda settings: replace(settings, exports_folder=str(tmp_path)))
    desk.questions.answers = [None]
    desk.commands.export()
    assert desk.questions.subjects[0].target == tmp_path


def test_the_notice_opens_the_folder_of_the_file(desk: Desk) -> None:
    desk.questions.answers = [desk.options]
    desk.commands.export()
    (notice,) = desk.notices
    assert (notice.kind, notice.is_about_last_step) == (NoticeKind.DONE, False)
    assert notice.remedy is not None
    assert notice.remedy.text == "Open the folder"
    notice.remedy.act()
    assert desk.questions.subjects[-1] == desk.target.parent
