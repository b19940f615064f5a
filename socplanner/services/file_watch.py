"""Notices that the file of the open plan has other content than when it was opened or saved.

The system reports changes of the file and of its folder, into which a save renames a new file. A
share may report nothing, so the file is also compared from time to time, and on request. It is read
in a thread: a share that does not answer for a minute is nothing that the window waits for.

A file that is missing is looked for again before that is reported: some programs remove a file and
then write it again.
"""

from functools import partial

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal

from socplanner.services import files
from socplanner.services.file_problem import FileProblem
from socplanner.services.file_thread import FileThread
from socplanner.services.plan_files import OpenedPlan
from socplanner.services.plan_session import PlanSession

_QUIET = 300
"""Milliseconds without a report after which the file is compared: a save makes several."""

_MISSES, _AGAIN = 3, 500
"""How often a file is missing before that is reported, and the milliseconds between."""

_REGULAR = 20_000
"""Milliseconds between comparisons that nothing was reported for."""


class FileWatch(QObject):
    """Compares the file of a session where it may have changed."""

    changed = Signal(object)
    """The bytes of the file, which differ from when it was opened or saved."""

    missing = Signal()
    """The file is not there any more; sent once, until it is there again."""

    returned = Signal()
    """The file is there again after `missing`."""

    _read = Signal(object, object)

    def __init__(self, session: PlanSession, parent: QObject | None = None) -> None:
        """Watch the file of `session`, also when it gets another one."""
        super().__init__(parent)
        self._session = session
        self._misses = 0
        self._thread = FileThread("file-watch")
        self._watcher = QFileSystemWatcher(self)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET)
        self._regular = QTimer(self)
        self._regular.setInterval(_REGULAR)
        self._quiet.timeout.connect(self.check)
        self._regular.timeout.connect(self.check)
        self._watcher.fileChanged.connect(self._on_reported)
        self._watcher.directoryChanged.connect(self._on_reported)
        self._read.connect(self._on_read, Qt.ConnectionType.QueuedConnection)
        session.path_changed.connect(self._watch_present)
        session.saved.connect(self._watch_present)
        self._regular.start()
        self._follow()

    def check(self) -> None:
        """Have the file compared; `changed` is sent soon where it differs."""
        opened = self._session.opened
        if opened is not None:
            self._thread.submit("read", partial(self._read_file, opened))

    def end(self) -> None:
        """Watch nothing more."""
        self._quiet.stop()
        self._regular.stop()
        self._thread.end()
        watched = [*self._watcher.files(), *self._watcher.directories()]
        if watched:
            self._watcher.removePaths(watched)

    def _read_file(self, opened: OpenedPlan) -> None:
        """Read the file of `opened`, in the thread."""
        try:
            content = files.read(opened.path)
        except FileProblem as problem:
            if problem.code != "file-missing":  # it cannot be read now; saving reports that
                return
            content = None
        if not self._thread.has_ended:
            self._read.emit(opened, content)

    def _on_read(self, opened: OpenedPlan, content: bytes | None) -> None:
        """Compare `content`, unless the file was opened or saved again since it was to be read.

        None stands for a file that is not there.
        """
        if self._thread.has_ended:
            return
        if opened is not self._session.opened:
            self.check()
            return
        self._follow()
        if content is None:
            self._on_missing()
            return
        misses, self._misses = self._misses, 0
        if misses >= _MISSES:
            self.returned.emit()
        if content != opened.fingerprint.content:
            self.changed.emit(content)

    def _watch_present(self) -> None:
        """Watch the file that was opened or saved just now."""
        self._misses = 0
        self._follow()

    def _on_missing(self) -> None:
        self._misses += 1
        if self._misses < _MISSES:
            QTimer.singleShot(_AGAIN, self, self.check)
        elif self._misses == _MISSES:
            self.missing.emit()

    def _on_reported(self) -> None:
        self._quiet.start()

    def _follow(self) -> None:
        """Watch the present file: a file that was replaced is not watched any more."""
        path = self._session.path
        wanted = set() if path is None else {str(path), str(path.parent)}
        watched = {*self._watcher.files(), *self._watcher.directories()}
        if watched - wanted:
            self._watcher.removePaths([*(watched - wanted)])
        if wanted - watched:
            self._watcher.addPaths([*(wanted - watched)])
