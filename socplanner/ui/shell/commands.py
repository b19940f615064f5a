"""The commands of the File and Help menus and the palette, imported when they are first used.

None of them is needed before the first paint.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from socplanner.services.plan_session import PlanSession
from socplanner.services.settings_store import SettingsStore

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from socplanner.services.recovery.session_mark import BadEnd
    from socplanner.services.recovery.unsaved_edits import UnsavedEdits
    from socplanner.ui.dialogs.file_questions import FileQuestions
    from socplanner.ui.shell.compare_commands import CompareCommands
    from socplanner.ui.shell.export_commands import ExportCommands
    from socplanner.ui.shell.file_commands import FileCommands
    from socplanner.ui.shell.file_menus import RecentMenu, SampleMenu
    from socplanner.ui.shell.help_commands import HelpCommands
    from socplanner.ui.shell.import_commands import ImportCommands
    from socplanner.ui.shell.main_window import MainWindow
    from socplanner.ui.shell.palette_commands import PaletteCommands
    from socplanner.ui.shell.picture_commands import PictureCommands
    from socplanner.ui.shell.recovery_commands import RecoveryCommands
    from socplanner.ui.shell.start_commands import StartCommands
    from socplanner.ui.shell.tender_exports import TenderExports
    from socplanner.ui.shell.tour import Tour
    from socplanner.ui.shell.version_commands import VersionCommands
    from socplanner.ui.versions.differences_dialog import OtherVersion


_WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv", ".md")
"""Suffixes of files that are imported, not opened; for some the import only shows a reason."""

_VIEWS_OF_NUMBERS = {
    "decided": "board",
    "maturity": "maturity",
    "people": "staffing",
    "cost": "cost",
    "unmanned": "staffing",
}
"""By the keys of the numbers of the page for the directors, the views where they are from."""


def _keep_nothing(_earlier: UnsavedEdits) -> bool:
    return False


class FileAndHelpCommands(QObject):
    """Creates the objects behind the File and Help menus when they are first used."""

    close_approved = Signal()
    """Changes are saved or discarded: the window may close."""

    merged = Signal(object)
    """A `DiskChange`: what the file had, and the plan has now."""

    def __init__(self, window: MainWindow, session: PlanSession, store: SettingsStore) -> None:
        """Connect the actions of `window`; dialogs open above it."""
        super().__init__(window)
        self._window = window
        self._context = window.context
        self._document = window.context.document
        self._session = session
        self._store = store
        self._questions: FileQuestions | None = None
        self._files: FileCommands | None = None
        self._start: StartCommands | None = None
        self._exports: ExportCommands | None = None
        self._pictures: PictureCommands | None = None
        self._tenders: TenderExports | None = None
        self._comparing: CompareCommands | None = None
        self._imports: ImportCommands | None = None
        self._help: HelpCommands | None = None
        self._recovery: RecoveryCommands | None = None
        self.keep_work: Callable[[UnsavedEdits], bool] = _keep_nothing
        """Writes unsaved work to its journal; returns False where there is no journal."""
        self._versions: VersionCommands | None = None
        self._tour: Tour | None = None
        self._recent: RecentMenu | None = None
        self._samples: SampleMenu | None = None
        self._palette: PaletteCommands | None = None
        window.actions_.connect_handlers(self._handlers())
        window.close_requested.connect(self.leave)
        self._document.opened.connect(self.remind_of_conflicts)
        window.file_dropped.connect(self.open_path)
        window.parties.pack_requested.connect(self._export_pack_of)
        window.actions_.submenu_of("recent").aboutToShow.connect(self._fill_recent)
        window.actions_.submenu_of("sample").aboutToShow.connect(self._fill_samples)

    @property
    def questions(self) -> FileQuestions:
        """The dialogs about files."""
        if self._questions is None:
            from socplanner.ui.dialogs.file_questions import FileQuestions

            self._questions = FileQuestions(
                self._context.translator, self._window.show_notice, self._window
            )
        return self._questions

    @property
    def files(self) -> FileCommands:
        """The commands that open and save plans."""
        if self._files is None:
            from socplanner.ui.shell.file_commands import FileCommands

            self._files = FileCommands(
                self._document, self._session, self._context.translator, self._store, self.questions
            )
            self._files.close_approved.connect(self.close_approved)
            self._files.status_message.connect(self._window.show_status)
            self._files.noticed.connect(self._window.show_notice)
            self._files.merged.connect(self.merged)
            self._files.reloaded.connect(self._window.focus_view)
        return self._files

    @property
    def start(self) -> StartCommands:
        """The start page and what it opens."""
        if self._start is None:
            from socplanner.ui.shell.start_commands import StartCommands

            self._start = StartCommands(self._window, self.files, self.open_path, self._store)
        return self._start

    @property
    def exports(self) -> ExportCommands:
        """The command that exports the matrix."""
        if self._exports is None:
            from socplanner.ui.shell.export_commands import ExportCommands

            self._exports = ExportCommands(self._context, self._store, self.questions)
            self._exports.noticed.connect(self._window.show_notice)
        return self._exports

    @property
    def pictures(self) -> PictureCommands:
        """The commands that export a picture, and print."""
        if self._pictures is None:
            from socplanner.ui.shell.picture_commands import PictureCommands

            window = self._window
            self._pictures = PictureCommands(self._context, self._store, self.questions, window)
            self._pictures.noticed.connect(window.show_notice)
        return self._pictures

    @property
    def tenders(self) -> TenderExports:
        """The commands that write tender packs and show bids."""
        if self._tenders is None:
            from socplanner.ui.shell.tender_exports import TenderExports

            self._tenders = TenderExports(self._context, self._store, self.questions, self._window)
            self._tenders.noticed.connect(self._window.show_notice)
        return self._tenders

    @property
    def comparing(self) -> CompareCommands:
        """The commands that compare versions and phases."""
        if self._comparing is None:
            from socplanner.ui.shell.compare_commands import CompareCommands

            self._comparing = CompareCommands(self._window, self._store, self.questions)
            self._comparing.noticed.connect(self._window.show_notice)
        return self._comparing

    @property
    def imports(self) -> ImportCommands:
        """The command that imports workbooks."""
        if self._imports is None:
            from socplanner.ui.shell.import_commands import ImportCommands

            self._imports = ImportCommands(self._context, self._store, self.questions, self._window)
            self._imports.noticed.connect(self._window.show_notice)
        return self._imports

    @property
    def help(self) -> HelpCommands:
        """The commands of the Help menu."""
        if self._help is None:
            from socplanner.ui.shell.help_commands import HelpCommands

            self._help = HelpCommands(self._context, self._window.actions_, self._window)
        return self._help

    @property
    def recovery(self) -> RecoveryCommands:
        """The command that lists the work that earlier runs left."""
        if self._recovery is None:
            from socplanner.ui.shell.recovery_commands import RecoveryCommands

            self._recovery = RecoveryCommands(
                self._window, self._session, self._store, self.files, self.questions, self.keep_work
            )
            self._recovery.noticed.connect(self._window.show_notice)
        return self._recovery

    @property
    def versions(self) -> VersionCommands:
        """The command that shows earlier versions of the plan."""
        if self._versions is None:
            from socplanner.services import paths
            from socplanner.ui.shell.version_commands import VersionCommands

            self._versions = VersionCommands(
                self._window, self._session, self.files, paths.versions_folder()
            )
            self._versions.noticed.connect(self._window.show_notice)
            self._versions.compare_requested.connect(self._compare_versions)
        return self._versions

    @property
    def palette(self) -> PaletteCommands:
        """The palette that finds roles and commands."""
        if self._palette is None:
            from socplanner.ui.shell.palette_commands import PaletteCommands

            self._palette = PaletteCommands(
                self._window, self._session, self._store, self.open_path
            )
        return self._palette

    def open_path(self, path: str) -> None:
        """Open the plan in `path`, or import it if it is a workbook."""
        if path.lower().endswith(_WORKBOOKS):
            self.imports.import_files([Path(path)])
        else:
            self.files.open_path(path)

    def show_start(self) -> None:
        """Show the start page; the open plan stays open behind it."""
        self.start.show(has_plan=True)

    def show_leftovers(self, ends: Sequence[BadEnd], ours: Collection[Path] = ()) -> None:
        """Show what earlier runs left, and the `ends` of those that did not end by themselves.

        The files `ours` are of this run: where there are no others, nothing is imported.
        """
        from socplanner.services import paths
        from socplanner.services.recovery.leftovers import has_leftovers

        if ends or has_leftovers(paths.recovery_folder(), ours):
            self.recovery.show_at_start(ends)

    def begin_tour(self, *, with_focus: bool) -> None:
        """Show the first hint of the tour, unless one is shown; `with_focus` for its button."""
        if self._tour is None:
            from socplanner.ui.shell.tour import Tour

            self._tour = Tour(self._window)
            self._tour.ended.connect(self._on_tour_ended)
        if with_focus or not self._tour.is_shown:
            self._tour.start(with_focus=with_focus)

    def save_copy(self) -> None:
        """Save a copy of the plan."""
        self.files.save_copy()

    def leave(self) -> None:
        """Close the window, unless the planner cancels the question about unsaved changes."""
        self._document.commit_pending()
        if self._document.is_saved:
            self.close_approved.emit()
        else:
            self.files.leave()

    def _handlers(self) -> dict[str, Callable[[], object]]:
        """Return the handlers by the ids of the action table."""
        return {
            "new": self._new,
            "start": self.show_start,
            "open": self._open,
            "save": self._save,
            "save-as": self._save_as,
            "save-copy": self.save_copy,
            "recover": self._recover,
            "versions": self._show_versions,
            "export": self._export,
            "export-picture": self._export_picture,
            "tender-pack": self._export_pack,
            "bids": self._compare_bids,
            "compare-file": self._compare_file,
            "compare-version": self._compare_version,
            "compare-phase": self._compare_phase,
            "conflicts": self._choose_conflicts,
            "print": self._print,
            "summary": self._show_summary,
            "import": self._import,
            "import-scores": self._import_scores,
            "quit": self.leave,
            "palette": self._toggle_palette,
            "guide": self._show_guide,
            "tour": self._show_tour,
            "shortcuts": self._show_shortcuts,
            "about": self._show_about,
        }

    def _new(self) -> None:
        self.files.new()

    def _open(self) -> None:
        self.files.open()

    def _save(self) -> None:
        self.files.save()

    def _save_as(self) -> None:
        self.files.save_as()

    def _recover(self) -> None:
        self.recovery.show()

    def _show_versions(self) -> None:
        self.versions.show()

    def _export(self) -> None:
        self.exports.export()

    def _export_picture(self) -> None:
        self.pictures.export()

    def _export_pack(self) -> None:
        self.tenders.export_pack()

    def _export_pack_of(self, party: str) -> None:
        self.tenders.export_pack(party)

    def _compare_bids(self) -> None:
        self.tenders.compare()

    def _compare_file(self) -> None:
        self.comparing.compare_file()

    def _compare_version(self) -> None:
        self.versions.compare()

    def _compare_phase(self) -> None:
        self.comparing.compare_phase()

    def _compare_versions(self, versions: Sequence[OtherVersion], number: int) -> None:
        self.comparing.show_differences(versions, number)

    def _choose_conflicts(self) -> None:
        self.comparing.choose_conflicts()

    def remind_of_conflicts(self) -> None:
        """Report that conflicts of a merge wait for a choice, if there are any."""
        if self._document.plan.conflicts:
            self.comparing.remind()

    def _print(self) -> None:
        self.pictures.print(self._window)

    def _show_summary(self) -> None:
        """Show the page for the directors, and go where the planner chooses."""
        dialog = self.pictures.summary(self._window)
        if dialog is None:
            return
        dialog.exec()
        dialog.deleteLater()
        if dialog.wants_export:
            self.pictures.export_summary()
        elif dialog.chosen is not None:
            self._window.show_view(_VIEWS_OF_NUMBERS[dialog.chosen])
            view = self._window.area.current_view()
            if view is not None:
                view.show_number(dialog.chosen)

    def _import(self) -> None:
        self.imports.import_matrix()

    def _import_scores(self) -> None:
        self.imports.import_scores()

    def _toggle_palette(self) -> None:
        self.palette.toggle()

    def _show_guide(self) -> None:
        self.help.show_guide()

    def _show_tour(self) -> None:
        self.begin_tour(with_focus=True)

    def _on_tour_ended(self) -> None:
        if not self._store.settings.tour_ended:
            self._store.change(lambda settings: replace(settings, tour_ended=True))

    def _show_shortcuts(self) -> None:
        self.help.show_shortcuts()

    def _show_about(self) -> None:
        self.help.show_about()

    def _fill_recent(self) -> None:
        """Create the menu of recent plans when it is first opened; later it fills itself."""
        if self._recent is None:
            from socplanner.ui.shell.file_menus import RecentMenu

            menu = self._window.actions_.submenu_of("recent")
            self._recent = RecentMenu(menu, self._store, self._context.translator)
            self._recent.chosen.connect(self.open_path)
            self._recent.fill()

    def _fill_samples(self) -> None:
        """Create the menu of samples when it is first opened; later it fills itself."""
        if self._samples is None:
            from socplanner.ui.shell.file_menus import SampleMenu

            menu = self._window.actions_.submenu_of("sample")
            self._samples = SampleMenu(menu, self._context.translator)
            self._samples.chosen.connect(self.files.open_sample)
            self._samples.fill()
