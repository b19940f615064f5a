"""The hidden option `--self-test`: a run through an installed or frozen program.

It builds the window offscreen in a temporary folder, drops a card, undoes and redoes that, saves,
opens, shows the matrix, switches the language and exports. Its output is for developers.
"""

import sys
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from socplanner import __version__
from socplanner.domain.catalogue import Area
from socplanner.domain.ids import RoleId
from socplanner.domain.new_plan import NOW, NOW_NAME, NewPlanOptions, new_plan
from socplanner.domain.phases import duty
from socplanner.domain.picture_choices import PICTURE_SUFFIXES
from socplanner.domain.picture_options import PictureOptions, PictureSubject
from socplanner.formats.sheets.reading import sheets_of
from socplanner.services.catalogues import shipped
from socplanner.services.exporter import workbook_of, write_export
from socplanner.services.first_plan import FirstPlan
from socplanner.services.i18n import words_for
from socplanner.services.plan_files import open_plan, save_plan
from socplanner.services.public_holidays import public_holidays
from socplanner.services.settings_store import SettingsStore
from socplanner.ui.board.area_lanes import lane_of_area
from socplanner.ui.board.board_view import BoardView
from socplanner.ui.board.japanese_phrases import phrases_of
from socplanner.ui.pictures.picture_files import picture_content
from socplanner.ui.shell.program import Program

_DAY = date(2024, 1, 1)
_SHEETS = 5
_LEAST_PICTURE = 10_000


def run_self_test() -> int:
    """Run all steps and return 0; print the first step that fails and return 1."""
    application = QApplication(["socplanner"])
    with TemporaryDirectory() as folder:
        for step, is_right in _steps(application, Path(folder)):
            if not is_right:
                _print(f"{step}: FAILED")
                return 1
    _print("ok")
    return 0


def _steps(application: QApplication, folder: Path) -> Iterator[tuple[str, bool]]:
    """Yield the name of each step, and whether its result is right."""
    place = folder / "plan.socplan"
    begun = new_plan(shipped(), "self-test", NewPlanOptions("Self test", "hybrid", NOW_NAME))
    opened = save_plan(begun, place)
    store = SettingsStore(folder / "settings.json", _print)
    # Build machines may have no fonts, and nothing would close the dialog about that.
    store.change(lambda settings: replace(settings, fonts_reported=True))
    program = Program(application, words_for("en"), store, FirstPlan(opened))
    program.begin()
    application.processEvents()
    role = begun.catalogue.roles[0].id
    yield "a window", not program.window.grab().isNull()

    _drop(program, role, Area.III)
    dropped = program.document.plan
    yield "a card dropped", duty(dropped, NOW, role).area is Area.III
    program.document.undo()
    yield "a step taken back", program.document.plan is begun
    program.document.redo()

    yield "a plan saved", program.commands.files.save() and open_plan(place).plan == dropped
    program.window.show_view("matrix")
    program.translator.set_language("ja")
    application.processEvents()
    yield "the matrix, in Japanese", not program.window.grab().isNull()
    yield "Japanese line breaks", phrases_of("外部組織との積極的連携").ends == {6}

    yield "a search with a typing error", _search_succeeds(program, "netwrok forensics")
    yield "public holidays", public_holidays("JP", 2027).names["2027-05-03"].ja == "憲法記念日"
    target = folder / "matrix.xlsx"
    write_export(target, workbook_of(dropped, NOW, words_for("ja"), _DAY))
    yield "a workbook", _is_workbook(target)
    yield "a workbook read", _is_read(target)
    for suffix in PICTURE_SUFFIXES:
        options = PictureOptions(PictureSubject.BOARD, NOW, dots=72)
        drawn = picture_content(dropped, options, words_for("ja"), _DAY, suffix)
        yield f"a picture: {suffix}", len(drawn) > _LEAST_PICTURE
    program.commands.files.leave()
    yield "a window closed", not program.window.isVisible()
    program.window.deleteLater()
    program.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _search_succeeds(program: Program, text: str) -> bool:
    """Type `text` into the palette, and return whether it finds something."""
    program.commands.palette.toggle()
    panel = program.commands.palette.palette.panel
    program.commands.palette.palette.search.complete()
    panel.field.setText(text)
    has_results = bool(panel.model.rows) and not panel.grab().isNull()
    program.commands.palette.toggle()
    return has_results


def _drop(program: Program, role: RoleId, area: Area) -> None:
    """Drag the card of `role` and drop it in the middle of `area`, by the board's own events."""
    board = program.window.area.current_view()
    if not isinstance(board, BoardView):
        raise TypeError
    cards = board.list
    lane = cards.placement.arrangement.lane(lane_of_area(area)).rect
    scrolled = QPoint(cards.horizontalScrollBar().value(), cards.verticalScrollBar().value())
    at = QPoint(lane.x + lane.width // 2, lane.y + lane.height // 2) - scrolled

    def carry(drag: QDrag) -> Qt.DropAction:
        move, left = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
        keys, mime = Qt.KeyboardModifier.NoModifier, drag.mimeData()
        for event in (
            QDragEnterEvent(at, move, mime, left, keys),
            QDragMoveEvent(at, move, mime, left, keys),
            QDropEvent(QPointF(at), move, mime, left, keys),
        ):
            QApplication.sendEvent(cards.viewport(), event)
        return move

    cards.run_drag = carry
    program.window.viewpoint.select([role])
    cards.startDrag(Qt.DropAction.MoveAction)


def _is_workbook(place: Path) -> bool:
    with zipfile.ZipFile(place) as book:
        sheets = [name for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
        return book.testzip() is None and len(sheets) >= _SHEETS


def _is_read(place: Path) -> bool:
    return len(sheets_of(place.read_bytes(), place.name).grids) >= _SHEETS


def _print(text: str) -> None:
    if sys.stdout is not None:
        sys.stdout.write(f"socplanner {__version__} self-test: {text}\n")
