"""The View menu chooses how the board is shown; the choices outlive the program."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from socplanner.domain.board_choices import CardSize
from socplanner.services.first_plan import FirstPlan
from socplanner.services.i18n import words_for
from socplanner.services.settings import BoardChoices
from socplanner.services.settings_store import SettingsStore
from socplanner.ui.board.board_view import BoardView
from socplanner.ui.board.lane_boxes import CardForm
from socplanner.ui.shell.program import Program
from tests.support.lanes import II, I


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return the file of the settings."""
    return tmp_path / "settings.json"


def program_with(place: Path) -> tuple[Program, BoardView]:
    """Return a program with the settings in `place`, and its board."""
    program = Program(_application(), words_for("en"), SettingsStore(place, print), FirstPlan())
    program.window.show_view("board")
    view = program.window.area.view("board")
    assert isinstance(view, BoardView)
    return program, view


def close(program: Program) -> None:
    """Close the window of `program`."""
    program.window.leave()
    program.window.deleteLater()
    program.deleteLater()
    _application().sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application


def test_mirrored_areas_are_shown_and_remembered(qapp: QApplication, place: Path) -> None:
    program, board = program_with(place)
    lanes = board.list.placement.arrangement
    assert lanes.lane(II).rect.x < lanes.lane(I).rect.x
    program.window.actions_["mirror-areas"].trigger()
    lanes = board.list.placement.arrangement
    assert lanes.lane(I).rect.x < lanes.lane(II).rect.x
    close(program)
    again, board = program_with(place)
    assert again.window.actions_["mirror-areas"].isChecked()
    lanes = board.list.placement.arrangement
    assert lanes.lane(I).rect.x < lanes.lane(II).rect.x
    close(again)


@pytest.mark.parametrize("size", ["small", "medium", "large"])
def test_a_chosen_size_of_cards_is_used_and_remembered(
    qapp: QApplication, place: Path, size: CardSize
) -> None:
    program, board = program_with(place)
    program.window.actions_[f"cards-{size}"].trigger()
    assert board.list.placement.arrangement.style.form is CardForm(size)
    close(program)
    assert SettingsStore(place, print).settings.board == BoardChoices(card_size=size)
    again, _ = program_with(place)
    assert again.window.actions_[f"cards-{size}"].isChecked()
    again.window.actions_["cards-automatic"].trigger()
    assert again.window.context.board.choices.card_size == "automatic"
    close(again)


def test_motion_is_reduced_where_the_planner_or_the_system_wants_it(
    qapp: QApplication, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program, _ = program_with(place)

    def has_motion() -> bool:
        return program.window.context.board.has_motion

    program._use_motion()
    assert not has_motion()
    monkeypatch.setattr("socplanner.ui.shell.system_motion.system_reduces_motion", lambda: False)
    program._use_motion()
    assert has_motion()
    program.window.actions_["reduce-motion"].trigger()
    assert not has_motion()
    assert SettingsStore(place, print).settings.motion == "reduced"
    close(program)
