"""A planner on a machine that somebody else looks after, through the real window."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QDialog, QLabel

from socplanner import app
from socplanner.domain.letter_sets import LETTER_SETS
from socplanner.domain.marking import Marking, Tlp
from socplanner.services import paths
from socplanner.services.first_plan import FirstPlan, first_plan
from socplanner.services.i18n import words_for
from socplanner.services.logs import Log
from socplanner.services.machine_places import machine_settings
from socplanner.services.plan_files import save_plan
from socplanner.services.settings import Settings
from socplanner.services.settings_store import SettingsStore
from socplanner.ui.dialogs.new_plan_dialog import NewPlanDialog
from socplanner.ui.kit.tokens import is_dark
from socplanner.ui.shell.program import Program
from tests.support.machine import set_for_machine
from tests.support.plans import unplaced_plan
from tests.support.programs import leave_programs, when_dialog_opens

WHY = {
    "en": "Set by your organisation for this computer; it cannot be changed here.",
    "ja": "この端末では組織の設定で固定されているため、変更できません。",
}
Begin = Callable[[FirstPlan], Program]


@pytest.fixture
def begin(qapp: QApplication) -> Iterator[Begin]:
    """Return what begins the program as the machine of the test is set."""
    begun: list[Program] = []

    def begin_with(first: FirstPlan) -> Program:
        store = SettingsStore(
            paths.settings_file(), print, machine_settings(paths.machine_settings_files())
        )
        program = Program(qapp, words_for(store.language or "en"), store, first)
        begun.append(program)
        program.begin()
        return program

    yield begin_with
    leave_programs(begun, qapp)


@pytest.fixture
def plan(tmp_path: Path) -> FirstPlan:
    """Return a plan that is open."""
    place = tmp_path / "plan.socplan"
    save_plan(unplaced_plan(), place)
    return first_plan(place)


def choices(program: Program, first: str) -> list[tuple[str, bool, bool]]:
    """Return what the menu that holds `first` offers: entry, enabled, checked."""
    menu = program.window.actions_.submenu_of(first)
    return [
        (each.text().replace("&", ""), each.isEnabled(), each.isChecked())
        for each in menu.actions()
        if not each.isSeparator()
    ]


def test_a_locked_language_is_used_and_its_menu_gives_the_reason(
    begin: Begin, plan: FirstPlan
) -> None:
    SettingsStore(paths.settings_file(), print).change(lambda _: Settings(language="en"))
    set_for_machine({"language": "ja", "locked": ["language"]})
    program = begin(plan)
    assert choices(program, "ja") == [
        ("日本語", False, True),
        ("英語", False, False),
        ("組織の設定で固定", False, False),
    ]
    for action in ("ja", "en"):
        assert program.window.actions_[action].toolTip() == WHY["ja"]
        assert program.window.actions_[action].statusTip() == WHY["ja"]
    program.window.actions_["en"].trigger()
    assert program.translator.words.language == "ja"
    assert choices(program, "dark")[0][1], "what is not locked is still the user's to choose"
    assert len(choices(program, "dark")) == 5


def test_a_locked_appearance_gives_the_reason_in_the_chosen_language(
    begin: Begin, plan: FirstPlan
) -> None:
    set_for_machine({"theme": "dark", "locked": ["theme"]})
    program = begin(plan)
    assert is_dark(program.window.palette())
    assert choices(program, "dark")[2] == ("Dark", False, True)
    assert choices(program, "dark")[5:] == [
        ("Set by your organisation", False, False),
    ]
    for language in ("ja", "en"):
        program.window.actions_[language].trigger()
        assert program.window.actions_["light"].toolTip() == WHY[language]
    menu = program.window.actions_.submenu_of("dark")
    assert menu.toolTipsVisible()
    assert menu.isEnabled(), "it can be opened, to see what is chosen and why"


def test_the_reason_of_a_lock_is_shown_at_the_pointer_or_the_focus(
    begin: Begin, plan: FirstPlan
) -> None:
    """The status line says it of the submenu before it opens."""
    set_for_machine({"theme": "light", "locked": ["theme"]})
    program = begin(plan)
    menu = program.window.actions_.submenu_of("dark")
    menu.menuAction().hover()
    menu.menuAction().showStatusText(program.window)
    assert program.window.status.currentMessage() == WHY["en"]


def test_what_is_not_locked_is_a_default_and_the_choice_is_kept(
    begin: Begin, plan: FirstPlan
) -> None:
    set_for_machine({"language": "ja", "theme": "dark"})
    program = begin(plan)
    assert program.translator.words.language == "ja"
    assert is_dark(program.window.palette())
    program.window.actions_["en"].trigger()
    program.window.actions_["system"].trigger()
    QCoreApplication.processEvents()
    again = SettingsStore(
        paths.settings_file(), print, machine_settings(paths.machine_settings_files())
    )
    assert (again.language, again.theme) == ("en", "system")


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_new_plan_is_marked_and_lettered_as_is_set(begin: Begin, language: str) -> None:
    marking = {"tlp": "amber", "classification": "社外秘"}
    set_for_machine({"letter-set": "rasci", "language": language, **marking})
    text: list[str] = []

    def fill_in(dialog: QDialog) -> None:
        assert isinstance(dialog, NewPlanDialog)
        text.extend(label.text() for label in dialog.findChildren(QLabel))
        dialog.organisation.setText("Works")
        dialog.accept_button.click()

    program = begin(FirstPlan())
    while program.window.is_plan_shown:
        QCoreApplication.processEvents()
    when_dialog_opens(NewPlanDialog, fill_in)
    program.window.actions_["new"].trigger()
    while not text:
        QCoreApplication.processEvents()
    plan = program.document.plan
    assert plan.organisation == "Works"
    assert plan.letter_set is LETTER_SETS["rasci"]
    assert plan.marking == Marking(Tlp.AMBER, "社外秘")
    assert any(each.startswith("TLP:AMBER  社外秘") for each in text)


def test_the_dialogs_begin_in_the_folder_that_is_set(
    begin: Begin, plan: FirstPlan, tmp_path: Path
) -> None:
    team = tmp_path / "team"
    team.mkdir()
    set_for_machine({"folder": str(team), "locked": ["folder"]})
    program = begin(plan)
    folders: list[Path] = []
    program.commands.files._questions.file_to_open = folders.append  # type: ignore[method-assign,assignment]
    program.window.actions_["open"].trigger()
    assert folders == [team]


def test_a_broken_file_is_a_line_in_the_log_and_no_obstacle(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[SettingsStore] = []

    def open_window(_path: object, _words: object, store: SettingsStore, _log: object) -> int:
        opened.append(store)
        return 0

    monkeypatch.setattr("socplanner.ui.shell.program.open_window", open_window)
    place = set_for_machine(b'{"language": ')
    assert app.run([]) == 0
    assert opened[0].language is None
    assert "machine-wide settings: not-json" in paths.log_file().read_text("utf-8")
    assert place.read_bytes() == b'{"language": '


@pytest.mark.parametrize(("locked", "texts"), [([], "en"), (["language"], "ja")])
def test_a_lock_precedes_the_language_requested_at_the_start(
    monkeypatch: pytest.MonkeyPatch, locked: list[str], texts: str
) -> None:
    languages: list[str] = []

    def open_window(_path: object, words: object, _store: SettingsStore, _log: Log) -> int:
        languages.append(getattr(words, "language", ""))
        return 0

    monkeypatch.setattr("socplanner.ui.shell.program.open_window", open_window)
    set_for_machine({"language": "ja", "locked": locked})
    assert app.run(["--language=en"]) == 0
    assert languages == [texts]
