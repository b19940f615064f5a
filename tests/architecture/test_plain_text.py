"""Texts of planners are never markup: no place where Qt guesses is left to guess."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from socplanner.ui.kit.plain_text import PlainLabel, item_text, make_plain, tool_tip

UI = Path(__file__).resolve().parents[2] / "socplanner" / "ui"
LABELS = UI / "kit" / "plain_text.py"
SAFE = {"tool_tip", "item_text", "toolTip"}
"""What returns safe text; `toolTip` is one that is shown already."""

TEXTS_OF_OURS = {"tr", "count", "N_"}
"""What returns a text of ours; with values in it, it may hold a text of the planner."""


def modules() -> list[Path]:
    """Return the modules of the window."""
    return sorted(UI.rglob("*.py"))


def called(node: ast.expr) -> str:
    """Return the name of what is called, if `node` is a call."""
    if not isinstance(node, ast.Call):
        return ""
    function = node.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def calls_in(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """Yield each call of `path` with the name of what is called."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            yield called(node), node


def is_safe(text: ast.expr) -> bool:
    """Tell whether `text` cannot be taken for markup."""
    match text:
        case ast.Constant():
            return True
        case ast.IfExp():
            return is_safe(text.body) and is_safe(text.orelse)
        case ast.Call():
            is_ours = called(text) in TEXTS_OF_OURS and len(text.args) == 1 and not text.keywords
            return is_ours or called(text) in SAFE
    return False


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.stem)
def test_no_tooltip_is_left_to_the_guess_of_qt(path: Path) -> None:
    for name, call in calls_in(path):
        if name in {"setToolTip", "setWhatsThis"}:
            assert is_safe(call.args[-1]), f"{path.name}:{call.lineno}"
        if name == "showText":
            assert is_safe(call.args[1]), f"{path.name}:{call.lineno}"


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.stem)
def test_labels_and_boxes_declare_plain_text(path: Path) -> None:
    names = {name for name, _ in calls_in(path)}
    source = path.read_text(encoding="utf-8")
    assert "QLabel" not in names or path == LABELS, path.name
    assert not names & {"QErrorMessage", "QProgressDialog"}, path.name
    for kind in ("QMessageBox", "QInputDialog"):
        assert kind not in names or "make_plain" in names, path.name
    if "QStaticText" in names:
        assert "setTextFormat" in names, path.name
    assert path == LABELS or not re.search(r"class \w+\(QLabel\)", source), path.name


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.stem)
def test_models_escape_what_they_give_for_tooltips(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    if "ToolTipRole" in source:
        assert any(name in source for name in SAFE), path.name


EVIL = ["<img src='/etc/x.png'>", "<b>SOC</b>", "a &lt; b", "<!-- x -->\nSOC", "R&D <SOC>"]


@pytest.mark.parametrize("text", EVIL)
def test_a_tooltip_that_looks_like_markup_is_escaped(text: str) -> None:
    shown = tool_tip(text)
    assert shown.startswith("<qt>")
    assert "<img" not in shown
    assert "<b>" not in shown
    role = Qt.ItemDataRole
    assert item_text(text, role.ToolTipRole) == shown
    assert item_text(text, role.DisplayRole) == text
    assert item_text(text, role.AccessibleTextRole) == text


@pytest.mark.parametrize("text", ["SOC", "R-D, 監視", 'a "b"', "a > b"])
def test_a_tooltip_that_cannot_be_markup_stays_as_it_is(text: str) -> None:
    assert tool_tip(text) == text


def test_labels_of_ours_and_of_boxes_are_plain(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    label = PlainLabel(owner, EVIL[0])
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == EVIL[0]
    box = QMessageBox(owner)
    box.setText(EVIL[0])
    box.setInformativeText(EVIL[1])
    make_plain(box)
    shown = [each for each in box.findChildren(QLabel) if each.text() in EVIL]
    assert len(shown) == 2
    assert all(each.textFormat() is Qt.TextFormat.PlainText for each in shown)
