"""The pictures of the first guide, in the order in which its reader sees them."""

from pathlib import Path

from PySide6.QtCore import QDate, QRect
from PySide6.QtWidgets import QRadioButton

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.duty_edits import ChangeSourcing, SetCells
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.letters import Cell
from socplanner.domain.new_plan import NOW, new_plan
from socplanner.services.catalogues import shipped
from socplanner.ui.board.board_view import BoardView
from socplanner.ui.checks.findings_filter import FindingsFilter
from socplanner.ui.dialogs.export_dialog import ExportDialog
from socplanner.ui.dialogs.export_options import ExportOptions
from socplanner.ui.dialogs.new_plan_dialog import NewPlanDialog
from socplanner.ui.dialogs.pattern_dialog import PatternDialog
from socplanner.ui.dialogs.sourcing_dialog import SourcingDialog
from socplanner.ui.dialogs.waiver_dialog import WaiverDialog
from socplanner.ui.kit.samples import samples
from tests.support.drag import carried, enter, leave, spot_in
from tests.support.lanes import I
from tests.support.studio import Studio

B1, D3 = RoleId("v2:B-1"), RoleId("v2:D-3")
SOC = PartyId("soc")
_ORGANISATION = {"ja": "青空食品株式会社", "en": "Aozora Foods"}
_REASON = {"ja": "体制が整うまでの間", "en": "Until the team has grown"}
_FOLDER = {"ja": "書類", "en": "Documents"}
_LAST_DAY = QDate(2027, 3, 31)
_TALL = 530
"""Points of height in which an upper part of the window says what is to be seen."""


def board(studio: Studio) -> None:
    """Take the board of the sample, sharp: it is the face of the program."""
    studio.window.show_view("board")
    studio.window.show()
    studio.shoot(studio.window, "board", scale=2)


def new_plan_dialog(studio: Studio) -> None:
    """Take what a plan begins with, filled in, and begin it."""
    dialog = NewPlanDialog(shipped(), samples(studio.words), studio.words, studio.window)
    dialog.organisation.setText(_ORGANISATION[studio.language])
    dialog.target.setCurrentIndex(dialog.target.findData("minimum-outsource"))
    studio.shoot(dialog, "new-plan")
    studio.program.session.begin(new_plan(shipped(), "first-plan", dialog.beginning))
    dialog.close()


def drag(studio: Studio) -> None:
    """Take a lane that says what a drop would do."""
    view = studio.window.area.view("board")
    assert isinstance(view, BoardView)
    studio.window.viewpoint.select([B1])
    studio.process_events()
    enter(view.list, carried(view.list), spot_in(view.list, I))
    studio.shoot(studio.window, "drag", QRect(0, 0, studio.window.width(), _TALL))
    leave(view.list)


def sourcing(studio: Studio) -> None:
    """Take the letters that would move along when a role is done in-house."""
    change = ChangeSourcing(NOW, frozenset({B1}), Sourcing.INSOURCE)
    dialog = SourcingDialog(change, studio.plan, studio.words, studio.window)
    dialog.resize(760, 220)
    studio.shoot(dialog, "sourcing")
    dialog.close()
    studio.program.document.perform(change)


def pattern(studio: Studio) -> None:
    """Take what another pattern would change."""
    dialog = PatternDialog(studio.plan, NOW, studio.words, studio.window)
    dialog.findChildren(QRadioButton)[0].setChecked(True)
    dialog.resize(900, 600)
    studio.shoot(dialog, "pattern")
    dialog.close()


def findings(studio: Studio) -> None:
    """Take a contradiction in the matrix, its marks and what is said of it."""
    window = studio.window
    window.show_view("matrix")
    studio.program.document.perform(SetCells(NOW, ((D3, SOC, Cell("A/C")),)))
    window.panels.show("checks")
    studio.process_events()
    window.jump_to(D3, SOC)
    rows = window.checks.list.model()
    assert isinstance(rows, FindingsFilter)
    result = [rows.finding(row) for row in range(rows.rowCount())]
    place = next(row for row, each in enumerate(result) if each is not None and each.rule == "R01")
    window.checks.list.setCurrentIndex(rows.index(place, 0))
    studio.shoot(window, "finding")
    window.panels.show("checks", is_shown=False)
    studio.program.document.undo()


def waiver(studio: Studio) -> None:
    """Take the reason for which a finding may stand."""
    finding = next(each for each in studio.window.checking.all() if each.rule == "C05")
    dialog = WaiverDialog((finding,), studio.plan, studio.words, studio.window)
    dialog.reason.setText(_REASON[studio.language])
    dialog.has_end.setChecked(True)
    dialog.until.setMinimumDate(_LAST_DAY)  # else the picture would change with today
    dialog.until.setDate(_LAST_DAY)
    studio.shoot(dialog, "waiver")
    dialog.close()


def export(studio: Studio) -> None:
    """Take what is asked before a workbook is written."""
    options = ExportOptions(NOW, studio.language, Path(_FOLDER[studio.language]))
    dialog = ExportDialog(studio.plan, options, _keep, studio.words, studio.window)
    studio.shoot(dialog, "export")
    dialog.close()


def _keep(path: Path) -> Path | None:
    return path


SHOTS = (board, new_plan_dialog, drag, sourcing, pattern, findings, waiver, export)
