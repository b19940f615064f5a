"""Which files are there, without waiting long: a drive of a network may take a minute to answer."""

from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Thread

_PATIENCE = 0.03
"""Seconds that are waited for an answer."""


class PresentFiles:
    """Looks for files in the background; what is not answered in time counts as missing."""

    def __init__(self, is_file: Callable[[Path], bool] = Path.is_file) -> None:
        """Ask `is_file` about each path."""
        self._is_file = is_file
        self._present: dict[str, bool] = {}
        self._thread: Thread | None = None

    def among(self, paths: Sequence[str], patience: float = _PATIENCE) -> tuple[str, ...]:
        """Return those of `paths` that are there, as far as that is clear within `patience`."""
        if self._thread is None or not self._thread.is_alive():
            self._thread = Thread(target=self._look_for, args=(tuple(paths),), daemon=True)
            self._thread.start()
        self._thread.join(patience)
        return tuple(path for path in paths if self._present.get(path, False))

    def _look_for(self, paths: tuple[str, ...]) -> None:
        for path in paths:
            try:
                self._present[path] = self._is_file(Path(path))
            except OSError:
                self._present[path] = False
