"""The command that shows earlier versions of the plan, restores one, or opens a copy of it."""

from collections import Counter
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from socplanner.domain.plan import Plan
from socplanner.domain.replace_plan import replacing
from socplanner.services.local_time import local_time_text
from socplanner.services.plan_files import opened_from
from socplanner.services.plan_session import PlanSession
from socplanner.services.versions.version_store import Version, VersionStore
from socplanner.ui.dialogs.versions_dialog import ShownVersion, VersionChoice, VersionsDialog
from socplanner.ui.kit.notice import Notice, NoticeKind
from socplanner.ui.kit.undo_notice import undo_notice
from socplanner.ui.shell.file_commands import FileCommands
from socplanner.ui.shell.main_window import MainWindow
from socplanner.ui.versions.differences_dialog import OtherVersion


class VersionCommands(QObject):
    """Shows the dialog and carries out what is chosen in it."""

    noticed = Signal(object)
    """A `Notice` about what was done."""

    compare_requested = Signal(object, int)
    """The planner compares with one of a list of `OtherVersion`, by its number."""

    def __init__(
        self, window: MainWindow, session: PlanSession, files: FileCommands, folder: Path
    ) -> None:
        """Show the versions in `folder` of the plan of `session`."""
        super().__init__(window)
        self._window = window
        self._document = window.context.document
        self._session = session
        self._files = files
        self._store = VersionStore(folder)

    def show(self) -> None:
        """Show the earlier versions of the open plan."""
        if not self._document.commit_pending():
            return
        words, plan = self._window.context.translator.words, self._document.plan
        versions, unread = self._store.versions(plan.id)
        shown = list(map(_shown, versions, _times(versions)))
        dialog = VersionsDialog(plan, shown, unread, words, self._window)
        if not dialog.ask() or dialog.chosen is None:
            return
        if dialog.choice is VersionChoice.COPY:
            self._open_copy(dialog.chosen, shown[dialog.row].time)
        elif dialog.choice is VersionChoice.COMPARE:
            self._compare(versions, dialog.row)
        else:
            self._restore(dialog.chosen, shown[dialog.row].time)

    def compare(self) -> None:
        """Show beside the window what differs from an earlier version."""
        if not self._document.commit_pending():
            return
        versions, _ = self._store.versions(self._document.plan.id)
        if versions:
            self._compare(versions, 0)
            return
        words = self._window.context.translator.words
        text = words.tr("There is no earlier version yet: each save of the plan keeps one.")
        self.noticed.emit(Notice(NoticeKind.PROBLEM, text))

    def _compare(self, versions: Sequence[Version], number: int) -> None:
        others = [
            # read when it is chosen, and once
            OtherVersion(f"{time}  {Path(each.facts.path).name}", _Kept(each).plan)
            for each, time in zip(versions, _times(versions), strict=True)
        ]
        self.compare_requested.emit(others, number)

    def _restore(self, plan: Plan, name: str) -> None:
        if self._document.try_perform(replacing(self._document.plan, plan, "restore", name)):
            words = self._window.context.translator.words
            text = words.tr("Restored the version of {time}. Undo returns to yours.", time=name)
            self.noticed.emit(undo_notice(text, self._document, words))

    def _open_copy(self, plan: Plan, name: str) -> None:
        if not self._files.may_close_plan():
            return
        self._session.begin(plan)
        words = self._window.context.translator.words
        text = words.tr("A copy of the version of {time}, in no file yet.", time=name)
        self.noticed.emit(Notice(NoticeKind.DONE, text))


class _Kept:
    """A version that is read once."""

    def __init__(self, version: Version) -> None:
        self._version = version
        self._plan: Plan | None = None

    def plan(self, _now: Plan) -> Plan:
        """Return the plan of the version; raise FileProblem if it cannot be read."""
        if self._plan is None:
            self._plan = _read(self._version)
        return self._plan


def _times(versions: Sequence[Version]) -> list[str]:
    """Return when versions were saved, with milliseconds where several are of one second."""
    times = [each.facts.saved_at for each in versions]
    texts = [local_time_text(each) for each in times]
    numbers = Counter(texts)
    return [
        text if numbers[text] == 1 else f"{text}.{int(time % 1 * 1000):03}"
        for text, time in zip(texts, times, strict=True)
    ]


def _shown(version: Version, time: str) -> ShownVersion:
    path = Path(version.facts.path)
    return ShownVersion(time, path.name, str(path.parent), partial(_read, version))


def _read(version: Version) -> Plan:
    return opened_from(version.place, version.content()).plan
