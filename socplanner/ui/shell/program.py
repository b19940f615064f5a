"""The window program: creates the objects of the window and passes them to constructors."""

from __future__ import annotations

import gc
import os
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractScrollArea, QApplication

from socplanner.domain.history import History
from socplanner.domain.local_text import Language
from socplanner.domain.plan import Plan
from socplanner.services import paths
from socplanner.services.catalogues import shipped
from socplanner.services.crash import CrashGuard
from socplanner.services.document import Document
from socplanner.services.first_plan import FirstPlan
from socplanner.services.i18n import words_for
from socplanner.services.logs import Log
from socplanner.services.plan_session import PlanSession
from socplanner.services.recovery.unsaved_edits import NO_EDITS
from socplanner.services.settings import TEXT_SIZES, Motion, Theme
from socplanner.services.settings_store import SettingsStore
from socplanner.services.translator import Translator
from socplanner.ui.kit.appearance import follow_system, use_theme
from socplanner.ui.kit.font_families import with_japanese_family
from socplanner.ui.kit.qt_words import QtWords
from socplanner.ui.shell.commands import FileAndHelpCommands
from socplanner.ui.shell.main_window import MainWindow
from socplanner.ui.shell.recovery import Recovery
from socplanner.ui.shell.window_title import WindowTitle
from socplanner.wording.language import Words

if TYPE_CHECKING:
    from socplanner.ui.shell.open_plan_care import OpenPlanCare

_QUIT_WHEN_PAINTED = "SOCPLANNER_QUIT_WHEN_PAINTED"
"""The environment variable by which benchmarks end the program after the first paint."""

_IS_MAC = sys.platform == "darwin"
_FINDER = 500
"""Milliseconds to wait on macOS for the event of a double-clicked file."""

_AFTER_START = 500
"""Milliseconds after which work starts that the first paint does not need."""

_HAS_FONTCONFIG = sys.platform.startswith("linux")

_USUAL = 100
"""The size of text in per cent."""

_TOUR = 1_500
"""Milliseconds between a plan that was opened and the first hint of the tour."""

_PAINTED = 300
"""Milliseconds after which the window has been painted, so that the style may be made."""


def open_window(first: FirstPlan, words: Words, store: SettingsStore, log: Log) -> int:
    """Run the window with the plan of `first`; return the exit code when it is closed."""
    _set_taskbar_identity()
    application = _application()
    application.setApplicationName("socplanner")
    application.setDesktopFileName("socplanner")
    guard = CrashGuard(log, application)
    guard.install()
    program = Program(application, words, store, first)
    guard.crashed.connect(program.report_crash)
    guard.interrupted.connect(program.commands.leave)
    if _IS_MAC:
        _listen_to_finder(application, program)
    program.begin()
    recovery = None
    if os.environ.get(_QUIT_WHEN_PAINTED):
        program.quit_when_painted()
    else:
        program.schedule_tour()
        recovery = Recovery(
            application, program.window, program.session, program.commands, paths.recovery_folder()
        )
        program.schedule_care()
    # Objects made so far stay alive: freezing spares the collector from traversing them.
    gc.freeze()
    gc.enable()
    try:
        return application.exec()
    finally:
        if recovery is not None:
            recovery.end()
        program.end_care()
        guard.remove()


def _application() -> QApplication:
    if not _IS_MAC:
        return QApplication(["socplanner"])
    from socplanner.ui.shell.mac_application import MacApplication

    return MacApplication(["socplanner"])


def _listen_to_finder(application: QApplication, program: Program) -> None:
    from socplanner.ui.shell.mac_application import MacApplication

    if isinstance(application, MacApplication):
        application.file_requested.connect(program.open_requested)


def _set_taskbar_identity() -> None:
    """Have Windows show our icon, not that of Python, when run by Python.

    A frozen program has its own icon; an identity would separate it from its pinned shortcut.
    """
    if sys.platform == "win32" and not getattr(sys, "frozen", False):
        import ctypes

        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID("socplanner")


class Program(QObject):
    """Owns the window, its document and its commands; `begin` shows it."""

    def __init__(
        self, application: QApplication, words: Words, store: SettingsStore, first: FirstPlan
    ) -> None:
        """Build the window with the plan of `first`, in the language of `words`."""
        super().__init__(application)
        self._application = application
        self._store = store
        self._first = first
        self._care: OpenPlanCare | None = None
        self.translator = Translator(words, self)
        self._qt_words = QtWords(self.translator, application)
        self._font = QFont(application.font())
        self._use_font()
        self._use_theme()
        follow_system(application, self._use_theme)
        plan = _blank_plan(words) if first.opened is None else first.opened.plan
        self.document = Document(History.of(plan), self)
        self.session = PlanSession(self.document, first.opened, self)
        self.window = MainWindow(self.document, self.translator)
        self.commands = FileAndHelpCommands(self.window, self.session, store)
        self._title = WindowTitle(self.window, self.document, self.session, self.translator)
        self._connect()

    def begin(self) -> None:
        """Show the window in its last state, and ask for a plan if none is open."""
        self.window.restore(self._store.settings.window)
        self.window.show()
        self.window.focus_view()
        self.commands.remind_of_conflicts()
        if self._first.opened is None:
            QTimer.singleShot(_FINDER if _IS_MAC else 0, self, self._ask_for_plan)
        else:
            path = self._first.opened.path
            self._store.change(lambda settings: settings.with_recent(path))
        QTimer.singleShot(_AFTER_START, self, self._use_motion)
        QTimer.singleShot(_PAINTED, self, self._use_flat_style)
        if not self._store.settings.fonts_reported:
            QTimer.singleShot(_AFTER_START, self, self._look_for_glyphs)

    def open_requested(self, path: str) -> None:
        """Open the plan in `path`, as Finder requests."""
        self.commands.files.open_path(path)

    def quit_when_painted(self) -> None:
        """Quit once the view is painted."""
        from socplanner.ui.shell.quit_when_painted import QuitWhenPainted

        view = self.window.area.current_view() or self.window
        shown = view.focusProxy() or view
        painted = shown.viewport() if isinstance(shown, QAbstractScrollArea) else shown
        QuitWhenPainted(painted, self._application)

    def schedule_care(self) -> None:
        """Mark the plan as open, keep versions and watch its file, once the window is painted."""
        QTimer.singleShot(_PAINTED, self, self._begin_care)

    def _begin_care(self) -> None:
        from socplanner.ui.shell.open_plan_care import OpenPlanCare

        self._care = OpenPlanCare(
            self.window, self.session, self.commands, self._store, paths.versions_folder()
        )

    def end_care(self) -> None:
        """Remove the mark of the open plan."""
        if self._care is not None:
            self._care.end()

    def schedule_tour(self) -> None:
        """Begin the tour once a plan is open, unless it was seen or skipped before."""
        if self._store.settings.tour_ended:
            return
        self.document.opened.connect(self._begin_tour_later)
        if self._first.opened is not None:
            self._begin_tour_later()

    def _begin_tour_later(self) -> None:
        QTimer.singleShot(_TOUR, self, self._begin_tour)

    def _begin_tour(self) -> None:
        if self._application.activeModalWidget() is not None:
            self._begin_tour_later()
        elif self.window.is_plan_shown and not self._store.settings.tour_ended:
            self.commands.begin_tour(with_focus=False)

    def report_crash(self, details: str) -> None:
        """Show an error of the program with its `details`, and offer to save a copy."""
        is_kept = self.commands.keep_work(NO_EDITS)
        from socplanner.ui.dialogs.crash_dialog import CrashDialog

        words = self.translator.words
        dialog = CrashDialog(details, str(paths.log_file()), words, self.window, is_kept=is_kept)
        dialog.exec()
        dialog.deleteLater()
        if dialog.wants_copy:
            self.commands.save_copy()

    def _connect(self) -> None:
        window = self.window
        self.commands.close_approved.connect(self._on_close_approved)
        self.session.path_changed.connect(self._on_path_changed)
        self._on_path_changed()
        window.language_chosen.connect(self._on_language_chosen)
        window.theme_chosen.connect(self._on_theme_chosen)
        self._connect_board()
        self._connect_settings()
        window.actions_[self.translator.words.language].setChecked(True)
        window.actions_[self._store.theme].setChecked(True)
        if self._store.machine.locked:
            self._show_locks()

    def _connect_board(self) -> None:
        """Show the board as it was chosen last, and store what is chosen."""
        settings, options = self._store.settings, self.window.context.board
        options.choose(settings.board)
        options.changed.connect(self._on_board_options_changed)
        reduce_motion = self.window.actions_["reduce-motion"]
        reduce_motion.setChecked(settings.motion == "reduced")
        reduce_motion.triggered.connect(self._on_motion_chosen)

    def _connect_settings(self) -> None:
        """Show the size of text, and store what is chosen; open all settings on request."""
        actions = self.window.actions_
        actions[f"text-{self._store.settings.text_size}"].setChecked(True)
        for size in TEXT_SIZES:
            actions[f"text-{size}"].triggered.connect(self._on_text_size_chosen)
        actions["settings"].triggered.connect(self._show_settings)

    def _on_text_size_chosen(self) -> None:
        size = int(self.sender().objectName().removeprefix("text-"))
        self._store.change(lambda settings: replace(settings, text_size=size))
        self._use_font()

    def _use_font(self) -> None:
        """Show text in the chosen size, and Japanese in Japanese forms."""
        font = with_japanese_family(self._font) if _HAS_FONTCONFIG else QFont(self._font)
        ratio = self._store.settings.text_size / _USUAL
        if font.pixelSize() > 0:
            font.setPixelSize(round(font.pixelSize() * ratio))
        else:
            font.setPointSizeF(font.pointSizeF() * ratio)
        if font != self._application.font():
            self._application.setFont(font)

    def _show_settings(self) -> None:
        from socplanner.ui.dialogs.settings_dialog import SettingsDialog
        from socplanner.ui.shell.locked_actions import locked_reason

        words, store = self.translator.words, self._store
        settings, questions = store.settings, self.commands.questions
        values = {
            "letter_set": settings.letter_set or store.machine.letter_set or "",
            "author": settings.author,
            "plans_folder": settings.plans_folder,
            "exports_folder": settings.exports_folder,
        }
        locked = locked_reason(words) if store.is_locked("folder") else ""
        dialog = SettingsDialog(
            self.window.actions_, values, questions.folder_to_use, words, self.window, locked=locked
        )
        if dialog.ask():
            after, before = dialog.values, dialog.values_before
            changed = {name: text for name, text in after.items() if text != before[name]}
            store.change(lambda settings: settings.with_texts(changed))
            dialog.trigger_choices()

    def _show_locks(self) -> None:
        """Disable the choices that the settings of the machine lock."""
        from socplanner.ui.shell.locked_actions import LockedActions

        locked = self._store.machine.locked
        LockedActions(self.window.actions_, locked, self.translator, self.window)

    def _use_theme(self) -> None:
        use_theme(self._application, self._store.theme)

    def _use_flat_style(self) -> None:
        from socplanner.ui.kit.flat_style import FlatStyle

        self._application.setStyle(FlatStyle())

    def _ask_for_plan(self) -> None:
        """Show the start page, and before it why the plan could not be opened, if so."""
        if self.session.path is not None:  # Finder has requested one meanwhile
            return
        problem = self._first.problem
        if problem is None or not self.commands.files.report_unopened(problem):
            self.commands.start.show(has_plan=False)

    def _look_for_glyphs(self) -> None:
        """Show once, in English, what to do if no font has Japanese characters."""
        from socplanner.ui.shell.glyphs import draws_japanese, show_missing

        if draws_japanese(self._application.font()):
            return
        self._store.change(lambda settings: replace(settings, fonts_reported=True))
        show_missing(words_for("en"), self.window.show_notice)

    def _on_language_chosen(self, language: str) -> None:
        chosen = cast("Language", language)
        self._store.change(lambda settings: replace(settings, language=chosen))
        self.translator.set_language(chosen)

    def _on_theme_chosen(self, theme: str) -> None:
        chosen = cast("Theme", theme)
        self._store.change(lambda settings: replace(settings, theme=chosen))
        self._use_theme()

    def _on_board_options_changed(self) -> None:
        choices = self.window.context.board.choices
        self._store.change(lambda settings: replace(settings, board=choices))

    def _on_motion_chosen(self) -> None:
        is_reduced = self.window.actions_["reduce-motion"].isChecked()
        motion: Motion = "reduced" if is_reduced else "system"
        self._store.change(lambda settings: replace(settings, motion=motion))
        self._use_motion()

    def _use_motion(self) -> None:
        """Let moved cards glide, unless the planner or the system wants no motion."""
        from socplanner.ui.shell import system_motion

        is_reduced = self._store.settings.motion == "reduced"
        options = self.window.context.board
        options.has_motion = not (is_reduced or system_motion.system_reduces_motion())

    def _on_path_changed(self) -> None:
        self.window.status.set_has_file(self.session.path is not None)

    def _on_close_approved(self) -> None:
        state = self.window.state()
        self._store.change(lambda settings: replace(settings, window=state))
        self.window.leave()


def _blank_plan(words: Words) -> Plan:
    """Return the plan that is shown behind the first dialog."""
    from socplanner.domain.new_plan import NOW_NAME, NewPlanOptions, new_plan
    from socplanner.services.plan_ids import new_plan_id

    beginning = NewPlanOptions(words.tr("New organisation"), "hybrid", NOW_NAME)
    return new_plan(shipped(), new_plan_id(), beginning)
