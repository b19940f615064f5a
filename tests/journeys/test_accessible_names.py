"""Whatever can take the keyboard has a name that a screen reader can say, in both languages."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.duty_edits import ChangeSourcing
from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.local_text import LANGUAGES, Language
from socplanner.services import paths
from socplanner.services.first_plan import first_plan
from socplanner.services.i18n import words_for
from socplanner.services.settings_store import SettingsStore
from socplanner.ui.dialogs.custom_letters_dialog import CustomLettersDialog
from socplanner.ui.dialogs.letter_set_dialog import LetterSetDialog
from socplanner.ui.dialogs.new_plan_dialog import NewPlanDialog
from socplanner.ui.dialogs.party_dialog import PartyDialog
from socplanner.ui.dialogs.pattern_dialog import PatternDialog
from socplanner.ui.dialogs.phases_dialog import PhasesDialog
from socplanner.ui.dialogs.sourcing_dialog import SourcingDialog
from socplanner.ui.shell.program import Program
from tests.support.programs import leave_programs

BANK = paths.resources() / "examples" / "bank.socplan"
A1 = RoleId("v2:A-1")


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    """Return the program with the bank's plan."""
    made = Program(
        qapp, words_for("en"), SettingsStore(tmp_path / "s.json", print), first_plan(BANK)
    )
    made.begin()
    yield made
    leave_programs([made], qapp)


def nameless(top: QWidget) -> list[str]:
    """Return the widgets within `top` that take the keyboard and say nothing of themselves."""
    result = []
    for widget in top.findChildren(QWidget):
        if not widget.isVisibleTo(top) or widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
            continue
        if widget.focusProxy() is not None or _is_inner_part(widget):
            continue
        name = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
        if not name and _label_of(top, widget) is None:
            result.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    return result


def _is_inner_part(widget: QWidget) -> bool:
    """Tell whether `widget` is a part of a control that has a name itself."""
    parent = widget.parentWidget()
    is_part = widget.objectName().startswith("qt_")
    is_frame = type(widget) is QAbstractScrollArea
    return is_part or is_frame or (parent is not None and parent.focusProxy() is widget)


def _label_of(top: QWidget, widget: QWidget) -> QLabel | None:
    return next((each for each in top.findChildren(QLabel) if each.buddy() is widget), None)


def test_a_control_without_a_name_is_detected(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    field = QLineEdit(window)
    window.show()
    assert nameless(window) == ["QLineEdit in QWidget"]
    field.setAccessibleName("Name")
    assert nameless(window) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("view", ["board", "matrix"])
def test_every_control_of_the_window_has_a_name(
    program: Program, language: Language, view: str
) -> None:
    program.translator.set_language(language)
    program.window.viewpoint.select([A1])
    program.window.show_view(view)
    program.window.panels.show("checks")
    QApplication.processEvents()
    assert nameless(program.window) == []


def test_every_control_of_the_dialogs_has_a_name(qtbot: QtBot, program: Program) -> None:
    plan, words, phase = program.document.plan, words_for("en"), PhaseId("now")
    change = ChangeSourcing(phase, frozenset({A1}), Sourcing.OUTSOURCE)
    dialogs = (
        NewPlanDialog(plan.catalogue, (), words),
        PartyDialog(plan.parties[0], plan, words),
        PatternDialog(plan, phase, words),
        PhasesDialog(program.document, program.window.viewpoint, program.translator),
        SourcingDialog(change, plan, words),
        LetterSetDialog(plan, words),
        CustomLettersDialog(plan.letter_set.letters, None, words),
    )
    result = {}
    for dialog in dialogs:
        qtbot.addWidget(dialog)
        dialog.show()
        result[type(dialog).__name__] = nameless(dialog)
        dialog.close()  # else it is painted after the test, and may be collected meanwhile
    assert {name: widgets for name, widgets in result.items() if widgets} == {}


def test_each_card_has_an_accessible_text(program: Program) -> None:
    view = program.window.area.current_view()
    cards = None if view is None else view.focusProxy()
    assert cards is not None
    text = QAccessible.queryAccessibleInterface(cards)
    assert text.childCount() == 55
    names = [text.child(n).text(QAccessible.Text.Name) for n in range(55)]
    assert all(names)
    assert any("A-1" in name and "CISO" in name for name in names)
