"""A picture of what the window shows is written where the planner says, or printed."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from socplanner.domain.marking import Tlp
from socplanner.domain.new_plan import NOW, TARGET
from socplanner.domain.picture_options import Paper, PictureOptions, PictureSubject
from socplanner.domain.role_filter import NO_FILTER, RoleFilter
from socplanner.services.document import Document
from socplanner.services.settings import BoardChoices
from socplanner.services.settings_store import SettingsStore
from socplanner.services.translator import Translator
from socplanner.ui.dialogs.picture_export import PictureExport
from socplanner.ui.kit.notice import Notice
from socplanner.ui.shell.picture_commands import PictureCommands
from tests.support.contexts import context_of
from tests.support.scripted_questions import ScriptedQuestions

DAY = date(2024, 2, 29)


class Desk:
    """What drawing works with."""

    def __init__(self, document: Document, translator: Translator, folder: Path) -> None:
        """Work in `folder`."""
        self.store = SettingsStore(folder / "settings.json", print)
        self.questions = ScriptedQuestions(translator)
        self.context = context_of(document, translator)
        self.shown = ("board", "")
        self.commands = PictureCommands(self.context, self.store, self.questions, self, lambda: DAY)
        self.notices: list[Notice] = []
        self.commands.noticed.connect(self.notices.append)
        self.target = folder / "board.pdf"
        self.export = PictureExport(PictureOptions(PictureSubject.BOARD, NOW), "en", self.target)

    def shown_view(self) -> tuple[str, str]:
        """Return what the test states."""
        return self.shown

    def pictured(self, options: PictureOptions) -> PictureOptions:
        """Return `options`: no view adds anything."""
        return options


@pytest.fixture
def desk(document: Document, translator: Translator, tmp_path: Path) -> Desk:
    """Return a desk with the plan of two phases."""
    folder = tmp_path / "plans"
    folder.mkdir()
    return Desk(document, translator, folder)


@pytest.mark.parametrize(
    ("suffix", "begin"), [(".pdf", b"%PDF"), (".svg", b"<?xml"), (".png", b"\x89PNG")]
)
def test_the_kind_of_the_file_is_that_of_its_name(desk: Desk, suffix: str, begin: bytes) -> None:
    target = desk.target.with_suffix(suffix)
    picture = replace(desk.export.picture, dots=150)
    desk.questions.answers = [replace(desk.export, target=target, picture=picture)]
    desk.commands.export()
    assert target.read_bytes().startswith(begin)
    assert [each.text for each in desk.notices] == [f"Exported: {target.name}"]
    assert desk.store.settings.last_folder == str(target.parent)


@pytest.mark.parametrize(("suffix", "begin"), [(".mmd", b"flowchart LR"), (".bpmn", b"<?xml")])
def test_one_flow_is_written_for_other_programs(desk: Desk, suffix: str, begin: bytes) -> None:
    target = desk.target.with_suffix(suffix)
    picture = replace(desk.export.picture, subject=PictureSubject.FLOW, flow="incident-response")
    desk.questions.answers = [replace(desk.export, target=target, picture=picture)]
    desk.commands.export()
    assert target.read_bytes().startswith(begin)
    assert [each.text for each in desk.notices] == [f"Exported: {target.name}"]


def test_what_the_window_shows_is_suggested(desk: Desk) -> None:
    desk.shown = "matrix", " SOC "
    desk.context.viewpoint.look_at_phase(TARGET)
    desk.context.board.choose(BoardChoices(mirrored=True, card_size="medium", lanes="function"))
    desk.questions.answers = [None]
    desk.commands.export()
    suggested = desk.questions.subjects[0]
    assert suggested.picture == PictureOptions(
        PictureSubject.MATRIX, TARGET, lanes="function", card_size="medium", mirrored=True
    )
    assert (suggested.language, suggested.search) == ("en", "SOC")
    assert suggested.target == desk.store.folder()


@pytest.mark.parametrize(
    ("view", "subject"),
    [
        ("board", PictureSubject.BOARD),
        ("roadmap", PictureSubject.ROAD_MAP),
        ("maturity", PictureSubject.MATURITY),
        ("flows", PictureSubject.FLOW),
        ("staffing", PictureSubject.BOARD),
    ],
)
def test_the_picture_is_of_the_view_that_is_shown(
    desk: Desk, view: str, subject: PictureSubject
) -> None:
    desk.shown = view, ""
    desk.questions.answers = [None]
    desk.commands.export()
    assert desk.questions.subjects[0].picture.subject is subject


def test_the_filter_of_the_window_is_suggested(desk: Desk) -> None:
    only_d = RoleFilter(frozenset("D"))
    desk.context.filtering.filter(only_d)
    desk.questions.answers = [None]
    desk.commands.export()
    suggested = desk.questions.subjects[0]
    assert (suggested.role_filter, suggested.picture.role_filter) == (only_d, NO_FILTER)


def test_paper_and_label_of_the_last_picture_are_suggested_again(desk: Desk) -> None:
    picture = replace(desk.export.picture, paper=Paper.A3, tlp=Tlp.RED, search="SOC")
    desk.questions.answers = [replace(desk.export, picture=picture), None]
    desk.commands.export()
    desk.commands.export()
    suggested = desk.questions.subjects[1].picture
    assert (suggested.paper, suggested.tlp, suggested.search) == (Paper.A3, Tlp.RED, "")


def test_an_existing_picture_is_kept_unless_agreed_to(desk: Desk) -> None:
    desk.target.write_bytes(b"theirs")
    desk.questions.answers = [desk.export, False, None]
    desk.commands.export()
    assert desk.questions.questions == ["picture", "existing", "picture"]
    assert desk.target.read_bytes() == b"theirs"
    desk.questions.answers = [desk.export, True]
    desk.commands.export()
    assert desk.target.read_bytes().startswith(b"%PDF")


def test_a_picture_that_cannot_be_drawn_is_explained_and_asked_for_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("socplanner.ui.pictures.picture_files._MOST_PIXELS", 10)
    target = desk.target.with_suffix(".png")
    desk.questions.answers = [replace(desk.export, target=target), None]
    desk.commands.export()
    assert desk.questions.questions == ["picture", "picture"]
    first, second = desk.questions.problems
    assert first is None
    assert second is not None
    assert second.code == "picture-too-large"
    assert not target.exists()


def test_the_folder_is_opened_afterwards_if_wanted(desk: Desk) -> None:
    desk.questions.answers = [replace(desk.export, then_show=True)]
    desk.commands.export()
    assert desk.questions.subjects[-1] == desk.target.parent


def test_the_preview_prints_what_is_shown_on_any_paper(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    preview = desk.commands.preview(None)
    assert preview is not None
    qtbot.addWidget(preview)
    preview.show()
    for size in (QPageSize.PageSizeId.A4, QPageSize.PageSizeId.A5):
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / f"{size.name}.pdf"))
        printer.setPageSize(QPageSize(size))
        printer.setPageOrientation(QPageLayout.Orientation.Portrait)
        preview.paintRequested.emit(printer)
        assert (tmp_path / f"{size.name}.pdf").read_bytes().startswith(b"%PDF")


def test_author_and_folder_of_the_settings_are_used(desk: Desk, tmp_path: Path) -> None:
    desk.store.change(
        lambda settings: replace(settings, author="Aoba", exports_folder=str(tmp_path))
    )
    desk.questions.answers = [None]
    desk.commands.export()
    suggested = desk.questions.subjects[0]
    assert (suggested.picture.author, suggested.target) == ("Aoba", tmp_path)
