"""What Finder asks for is understood; a real Finder has not been tried."""

from pathlib import Path

from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import QFileOpenEvent

from socplanner.ui.shell.mac_application import requested_file


def test_a_double_clicked_file_is_requested_by_its_path(tmp_path: Path) -> None:
    plan = tmp_path / "計画.socplan"
    assert requested_file(QFileOpenEvent(str(plan))) == str(plan)
    assert requested_file(QFileOpenEvent(QUrl.fromLocalFile(str(plan)))) == str(plan)


def test_no_other_event_requests_a_file() -> None:
    assert requested_file(QEvent(QEvent.Type.ApplicationActivate)) is None
    assert requested_file(QFileOpenEvent(QUrl("socplanner:anything"))) is None
