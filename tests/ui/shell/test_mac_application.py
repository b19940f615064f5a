"""What Finder asks for is understood; a real Finder has not been tried."""

from pathlib import Path

from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import QFileOpenEvent

from socplanner.ui.shell.mac_application import file_asked_for


def test_a_file_double_clicked_is_asked_for_by_its_path(tmp_path: Path) -> None:
    plan = tmp_path / "計画.socplan"
    assert file_asked_for(QFileOpenEvent(str(plan))) == str(plan)
    assert file_asked_for(QFileOpenEvent(QUrl.fromLocalFile(str(plan)))) == str(plan)


def test_nothing_else_asks_for_a_file() -> None:
    assert file_asked_for(QEvent(QEvent.Type.ApplicationActivate)) is None
    assert file_asked_for(QFileOpenEvent(QUrl("socplanner:anything"))) is None
