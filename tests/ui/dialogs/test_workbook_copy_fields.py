"""The fields of the cover: optional, kept for the next copy, and of use for a workbook only."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from socplanner.domain.ids import PartyId
from socplanner.domain.new_plan import NOW
from socplanner.domain.plan import Plan
from socplanner.domain.workbook_copy import EVERYBODY, WorkbookCopy
from socplanner.ui.dialogs.export_dialog import ExportDialog
from socplanner.ui.dialogs.export_options import ExportOptions
from socplanner.wording.language import Words

STATED = WorkbookCopy(PartyId("soc"), "2026-02-15", "Tanaka", "soc@example.org", "Draft")


@pytest.fixture
def opened(
    qtbot: QtBot, plan: Plan, words: Words, tmp_path: Path
) -> Callable[[WorkbookCopy], ExportDialog]:
    """Return what opens the export dialog with what the cover states."""

    def dialog_for(workbook_copy: WorkbookCopy) -> ExportDialog:
        options = ExportOptions(NOW, "en", tmp_path, workbook_copy=workbook_copy)
        dialog = ExportDialog(plan, options, lambda named: named, words)
        qtbot.addWidget(dialog)
        return dialog

    return dialog_for


def test_the_texts_of_the_cover_are_restored(
    opened: Callable[[WorkbookCopy], ExportDialog],
) -> None:
    assert opened(STATED).options.workbook_copy == STATED
    assert opened(EVERYBODY).options.workbook_copy == EVERYBODY


def test_a_status_is_chosen_or_typed(opened: Callable[[WorkbookCopy], ExportDialog]) -> None:
    dialog = opened(EVERYBODY)
    statuses = dialog.cover.statuses
    assert [statuses.itemText(place) for place in range(statuses.count())] == [
        "",
        "Draft",
        "For review",
        "For approval",
        "Approved",
    ]
    statuses.setCurrentText("second\u202e round ")
    assert dialog.options.workbook_copy == WorkbookCopy(status="second round")


def test_the_file_is_named_for_the_party_it_is_for(
    opened: Callable[[WorkbookCopy], ExportDialog],
) -> None:
    dialog = opened(EVERYBODY)
    dialog.cover.parties.setCurrentText("CISO")
    assert dialog.options.target.name == "Sample Works - CISO - Now - en.xlsx"
    assert dialog.options.party is None
    assert dialog.options.workbook_copy.party == "ciso"


def test_a_table_and_duties_have_no_cover(opened: Callable[[WorkbookCopy], ExportDialog]) -> None:
    dialog = opened(STATED)
    assert dialog.cover.isEnabled()
    for change in (dialog.chosen.kinds.setCurrentIndex, dialog.contents.setCurrentIndex):
        change(1)
        assert not dialog.cover.isEnabled()
        assert dialog.options.workbook_copy == EVERYBODY
        change(0)
        assert dialog.options.workbook_copy == STATED
