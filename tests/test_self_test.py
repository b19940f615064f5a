"""The self-test goes its way alone: nobody is there to answer a question."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from socplanner import self_test
from socplanner.ui.shell import glyphs, program


def test_missing_fonts_do_not_fail_the_self_test(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    messages: list[object] = []
    monkeypatch.setattr(program, "_AFTER_START", 0)
    monkeypatch.setattr(glyphs, "draws_japanese", lambda _font: False)
    monkeypatch.setattr(glyphs, "show_missing", lambda *_: messages.append(True))
    steps = dict(self_test._steps(qapp, tmp_path))
    assert all(steps.values()), steps
    assert messages == []
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    left = box.button(QDialogButtonBox.StandardButton.Cancel).text()
    assert left == "Cancel", "the Japanese of the program stayed behind"
