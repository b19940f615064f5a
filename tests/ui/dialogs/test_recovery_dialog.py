"""The dialog about work that was not saved: what is listed, and what each button decides."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from socplanner.services.recovery.shown_work import ShownWork
from socplanner.ui.dialogs.recovery_dialog import Decision, RecoveryDialog
from socplanner.wording.language import Words

FOLDER = Path("/data/recovery")
EDITED = ShownWork(
    "Works", "/plans/works.socplan", 0.0, 30, {"en": ("First", "Last"), "ja": ("初め", "終わり")}
)
NEW = ShownWork("New", "", 0.0, 0, {})
BAD = EDITED._replace(is_damaged=True, has_changed_file=True)


def texts(dialog: RecoveryDialog) -> list[str]:
    """Return the lines of the edits."""
    return [dialog.edits.item(row).text() for row in range(dialog.edits.count())]


def test_a_work_is_listed_with_organisation_file_time_and_edits(qtbot: QtBot, words: Words) -> None:
    dialog = RecoveryDialog([EDITED, NEW], FOLDER, "", words)
    qtbot.addWidget(dialog)
    first, second = (dialog.list.item(row).text() for row in range(2))
    assert first.startswith("Works — works.socplan\n1970-01-01 ")
    assert first.endswith(" · 30 edits")
    assert second.startswith("New — not in a file yet\n")
    assert texts(dialog) == ["Last", "First", "and 28 earlier edits"]
    assert "/plans/works.socplan" in dialog.facts.text()
    dialog.list.setCurrentRow(1)
    assert texts(dialog) == ["A new plan without edits"]


def test_edits_are_named_in_the_language_of_the_window(qtbot: QtBot, ja: Words) -> None:
    dialog = RecoveryDialog([EDITED], FOLDER, "", ja)
    qtbot.addWidget(dialog)
    assert texts(dialog)[:2] == ["終わり", "初め"]


def test_damage_and_a_changed_file_are_stated(qtbot: QtBot, words: Words) -> None:
    dialog = RecoveryDialog([BAD], FOLDER, "", words)
    qtbot.addWidget(dialog)
    assert "has changed since" in dialog.facts.text()
    assert "damaged" in dialog.facts.text()


@pytest.mark.parametrize(
    ("press", "decision"),
    [
        (lambda dialog: dialog.accept_button.click(), Decision.OPEN),
        (lambda dialog: dialog.save_button.click(), Decision.SAVE),
        (lambda dialog: dialog.discard_button.click(), Decision.DISCARD),
        (lambda dialog: dialog.cancel_button.click(), Decision.LATER),
        (lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape), Decision.LATER),
        (lambda dialog: QTest.keyClick(dialog.list, Qt.Key.Key_Return), Decision.OPEN),
    ],
)
def test_each_button_decides(
    qtbot: QtBot, words: Words, press: Callable[[RecoveryDialog], None], decision: Decision
) -> None:
    dialog = RecoveryDialog([EDITED, NEW], FOLDER, "", words)
    qtbot.addWidget(dialog)
    dialog.list.setCurrentRow(1)
    dialog.show()
    qtbot.waitExposed(dialog)
    press(dialog)
    assert not dialog.isVisible()
    assert dialog.chosen is decision
    assert dialog.index == 1


def test_the_report_of_a_bad_end_is_copied_and_the_dialog_stays(qtbot: QtBot, words: Words) -> None:
    dialog = RecoveryDialog([EDITED], FOLDER, "the report", words)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.report_button.click()
    assert QGuiApplication.clipboard().text() == "the report"
    assert dialog.isVisible()
